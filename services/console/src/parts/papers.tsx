import { DOCUMENT_WORDS, type DocumentKind } from '@app/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../api/schema';
import { useDates } from '../words/dates';
import { useWords } from '../words/words';
import { Nothing } from './nothing';
import { paperAddress } from './paper-address';

type Line = components['schemas']['DocumentLine'];

interface PapersProps {
  readonly papers: readonly Line[];
  readonly names: components['schemas']['Names'];
}

/** The papers of a run with their copies, the latest first: who saved each, and when it was handed over. */
export function Papers({ papers, names }: PapersProps) {
  const { t } = useTranslation('parts');
  const say = useWords();
  const { time } = useDates();
  if (papers.length === 0) return <Nothing title={t('noPapers')} />;
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
        {ordered.map(({ id, kind, no, version, authorId, savedAt, frozenAt }) => {
          const address = paperAddress(kind, id);
          const title = `${say(DOCUMENT_WORDS[kind as DocumentKind])}${no > 1 ? ` ${t('copy', { no })}` : ''}`;
          return (
            <tr key={id}>
              <th scope="row">
                {address === null ? (
                  title
                ) : (
                  <Link to={address} search={(before) => ({ campaign: before.campaign })}>
                    {title}
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
