import type { DocumentKind, Programme } from '@app/domain';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useProgramme } from '../../app/programme';
import { useLanguage } from '../../app/preferences';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { Loaded } from '../loaded';
import { Nothing } from '../nothing';
import { differences, type Piece } from './difference';
import { paperLines } from './paper-lines';
import { useVersions, type Version } from './use-versions';
import './versions.css';

type Names = components['schemas']['Names'];

interface VersionsProps {
  readonly kind: DocumentKind;
  /** The copies of this kind. */
  readonly papers: readonly components['schemas']['DocumentLine'][];
  /** What the people of the run are called. */
  readonly names: Names;
  /** Those that are compared, `copy-saving`; without: the last with the one before. */
  readonly before: string | undefined;
  readonly after: string | undefined;
  readonly onChoose: (chosen: { readonly before?: string; readonly after?: string }) => void;
}

/** How a paper came about: any two of its savings, and what of each field they say differently. */
export function Versions({ kind, papers, names, before, after, onChoose }: VersionsProps) {
  const { t } = useTranslation('parts');
  const query = useVersions(kind, papers);
  const programme = useProgramme();
  return (
    <Loaded query={query}>
      {({ versions, names: people }) => {
        const newer = versions.find(({ key }) => key === after) ?? versions[0];
        const at = newer ? versions.indexOf(newer) : -1;
        const older = versions.find(({ key }) => key === before) ?? versions[at + 1];
        if (!newer || !older) return <Nothing title={t('versions.onlyOne')} />;
        const known = { ...people, ...names };
        return (
          <>
            <div className="versions-chosen">
              <Choice
                label={t('versions.before')}
                chosen={older}
                {...{ versions, names: known }}
                onChoose={(key) => onChoose({ before: key })}
              />
              <Choice
                label={t('versions.after')}
                chosen={newer}
                {...{ versions, names: known }}
                onChoose={(key) => onChoose({ after: key })}
              />
            </div>
            <Loaded query={programme}>
              {(rules) => <Differences {...{ kind, older, newer, names: known, programme: rules }} />}
            </Loaded>
          </>
        );
      }}
    </Loaded>
  );
}

interface ChoiceProps {
  readonly label: string;
  readonly versions: readonly Version[];
  readonly names: Names;
  readonly chosen: Version;
  readonly onChoose: (key: string) => void;
}

function Choice({ label, versions, names, chosen, onChoose }: ChoiceProps) {
  const { t } = useTranslation('parts');
  const { time } = useDates();
  const labelOf = ({ no, version, savedAt, authorId, isHandedOver }: Version) =>
    [
      t('copy', { no }),
      t('versions.saving', { count: version }),
      time(savedAt),
      authorId && names[authorId]?.name,
      isHandedOver && t('handedOver'),
    ]
      .filter(Boolean)
      .join(' · ');
  return (
    <label className="versions-choice">
      <span>{label}</span>
      <Select
        aria-label={label}
        value={chosen.key}
        options={versions.map((version) => ({ value: version.key, label: labelOf(version) }))}
        onChange={onChoose}
        popupMatchSelectWidth={false}
      />
      <span className="only-on-paper">{labelOf(chosen)}</span>
    </label>
  );
}

interface DifferencesProps {
  readonly kind: DocumentKind;
  readonly older: Version;
  readonly newer: Version;
  readonly names: Names;
  readonly programme: Programme;
}

function Differences({ kind, older, newer, names, programme }: DifferencesProps) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const [language] = useLanguage();
  const { date } = useDates();
  const said = {
    found: t('versions.found'),
    notFound: t('versions.notFound'),
    remark: t('versions.remark'),
    noMeasure: t('versions.noMeasure'),
  };
  const writing = {
    programme,
    names,
    say,
    date,
    nameOf: ({ name, nameEn }: { readonly name: string; readonly nameEn: string }) =>
      language === 'zh' ? name : nameEn,
    word: (key: keyof typeof said) => said[key],
  };
  const linesOf = ({ body }: Version) => paperLines(kind, body, writing) ?? [];
  const found = differences(linesOf(older), linesOf(newer));
  return (
    <>
      <p role="status">{found.length === 0 ? t('versions.none') : t('versions.count', { count: found.length })}</p>
      {found.length > 0 && (
        <table className="board versions">
          <thead>
            <tr>
              <th scope="col">{t('versions.place')}</th>
              <th scope="col">{t('versions.before')}</th>
              <th scope="col">{t('versions.after')}</th>
            </tr>
          </thead>
          <tbody>
            {found.map(({ key, label, before, after }) => (
              <tr key={key}>
                <th scope="row">{label}</th>
                <td>
                  <Text pieces={before} as="del" />
                </td>
                <td>
                  <Text pieces={after} as="ins" />
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
    </>
  );
}

/** A text of which what the other version lacks is struck through or underlined, besides its colour. */
function Text({ pieces, as: Own }: { readonly pieces: readonly Piece[]; readonly as: 'del' | 'ins' }) {
  const { t } = useTranslation('parts');
  if (pieces.length === 0) return <span className="quiet">{t('conflict.none')}</span>;
  return (
    <span className="versions-text">
      {pieces.map(({ text, isOwn }, at) => (isOwn ? <Own key={at}>{text}</Own> : <span key={at}>{text}</span>))}
    </span>
  );
}
