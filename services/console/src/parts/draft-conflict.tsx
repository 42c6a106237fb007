import { Alert, Button } from 'antd';
import { useTranslation } from 'react-i18next';
import type { OpenDraft } from '../app/use-draft';

/** One place of a draft in words: what it is called, and what stands there. */
export type DraftLine = readonly [label: string, text: string];

interface DraftConflictProps<B> {
  readonly draft: OpenDraft<B>;
  /** The body as people read it, line by line. */
  readonly linesOf: (body: B) => readonly DraftLine[];
}

/** Two people wrote the same draft: both texts where they differ, side by side, and the choice. */
export function DraftConflict<B>({ draft, linesOf }: DraftConflictProps<B>) {
  const { t } = useTranslation('parts');
  if (!draft.theirs) return null;
  const [mine, theirs] = [new Map(linesOf(draft.body)), new Map(linesOf(draft.theirs.body))];
  const labels = [...new Set([...mine.keys(), ...theirs.keys()])].filter((name) => mine.get(name) !== theirs.get(name));
  return (
    <Alert
      type="warning"
      showIcon
      role="alert"
      className="draft-conflict"
      title={t('conflict.title')}
      description={
        <>
          <p>{t('conflict.text')}</p>
          <div className="panel wide" role="region" aria-label={t('conflict.title')} tabIndex={0}>
            <table className="board">
              <thead>
                <tr>
                  <th scope="col">{t('conflict.place')}</th>
                  <th scope="col">{t('conflict.mine')}</th>
                  <th scope="col">{t('conflict.theirs')}</th>
                </tr>
              </thead>
              <tbody>
                {labels.map((label) => (
                  <tr key={label}>
                    <th scope="row">{label}</th>
                    <td>{mine.get(label) || t('conflict.none')}</td>
                    <td>{theirs.get(label) || t('conflict.none')}</td>
                  </tr>
                ))}
              </tbody>
            </table>
          </div>
          <div className="buttons">
            <Button type="primary" onClick={draft.keepMine}>
              {t('conflict.keepMine')}
            </Button>
            <Button onClick={draft.takeTheirs}>{t('conflict.takeTheirs')}</Button>
          </div>
        </>
      }
    />
  );
}
