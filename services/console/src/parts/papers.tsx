import { DOCUMENT_WORDS, type DocumentKind } from '@app/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../app/keep-campaign';
import type { components } from '../api/schema';
import { useDates } from '../words/dates';
import { useWords } from '../words/words';
import { Nothing } from './nothing';
import { paperAddress } from './paper-address';

type Line = components['schemas']['DocumentLine'];

/** What is kept with the papers of a run and is none of them: the ballot. */
export interface FurtherPaper {
  readonly title: string;
  readonly address: string;
  readonly begunAt: string;
  readonly endedAt: string | null;
}

interface PapersProps {
  readonly papers: readonly Line[];
  readonly further?: readonly FurtherPaper[];
  readonly names: components['schemas']['Names'];
  /** Where the savings of a kind are compared, its kind being the last part of the address. */
  readonly versionsAt?: string;
}

/** Kinds whose savings are compared. */
const COMPARED: readonly string[] = ['survey', 'branch-plan', 'self-assessment', 'superior-assessment', 'review'];

/** The papers of a run with their copies, the latest first: who saved each, and when it was handed over. */
export function Papers({ papers, further = [], names, versionsAt }: PapersProps) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const { time } = useDates();
  if (papers.length + further.length === 0) return <Nothing title={t('noPapers')} />;
  const savings = (kind: string) =>
    papers.filter((one) => one.kind === kind).reduce((sum, { version }) => sum + version + 1, 0);
  const isCompared = (kind: string) => versionsAt !== undefined && COMPARED.includes(kind) && savings(kind) > 1;
  const wayOf = (kind: string): string => `${versionsAt}/${kind}`;
  const ordered = [...papers].sort((a, b) => b.savedAt.localeCompare(a.savedAt) || b.no - a.no);
  return (
    <table className="board">
      <thead>
        <tr>
          <th scope="col">{t('paper')}</th>
          <th scope="col">{t('saved')}</th>
          <th scope="col">{t('handedOver')}</th>
        </tr>
      </thead>
      <tbody>
        {further.map(({ title, address, begunAt, endedAt }) => (
          <tr key={address}>
            <th scope="row">
              <Link to={address} search={keepCampaign}>
                {title}
              </Link>
            </th>
            <td>{time(begunAt)}</td>
            <td>{endedAt === null ? <span className="quiet">{t('underWay')}</span> : time(endedAt)}</td>
          </tr>
        ))}
        {ordered.map(({ id, kind, no, version, authorId, savedAt, frozenAt }) => {
          const address = paperAddress(kind, id);
          const title = `${say(DOCUMENT_WORDS[kind as DocumentKind])}${no > 1 ? ` ${t('copy', { no })}` : ''}`;
          return (
            <tr key={id}>
              <th scope="row">
                {address === null ? (
                  title
                ) : (
                  <Link to={address} search={keepCampaign}>
                    {title}
                  </Link>
                )}
                {isCompared(kind) && (
                  <Link to={wayOf(kind)} search={keepCampaign} className="second">
                    {t('versions.way')}
                  </Link>
                )}
              </th>
              <td>
                {authorId === null && frozenAt === null ? (
                  <span className="quiet">{t('notBegun')}</span>
                ) : (
                  <>
                    {time(savedAt)}
                    <span className="quiet">
                      {' '}
                      {authorId === null ? t('generated') : names[authorId]?.name}
                      {version > 1 && ` ${t('saving', { count: version })}`}
                    </span>
                  </>
                )}
              </td>
              <td>{frozenAt === null ? <span className="quiet">{t('notHandedOver')}</span> : time(frozenAt)}</td>
            </tr>
          );
        })}
      </tbody>
    </table>
  );
}
