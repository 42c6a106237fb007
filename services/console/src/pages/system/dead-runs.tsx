import { processOf } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { Nothing } from '../../parts/nothing';
import { Section } from '../../parts/section';
import { useWords } from '../../words/words';

type System = components['schemas']['System'];

/** Open runs and keepers that do not run in the engine: whose they are, and how they ended there. */
export function DeadRuns({ system: { notRunning, names } }: { readonly system: System }) {
  const { t } = useTranslation('system');
  const say = useWords();
  const title = t('deadRuns');
  if (notRunning === null || notRunning.count === 0) {
    return (
      <Section title={title}>
        {notRunning ? <Nothing good title={t('allRun')} /> : <Nothing title={t('unseen')} text={t('unseenText')} />}
      </Section>
    );
  }
  const { count, runs } = notRunning;
  return (
    <Section title={title} wide>
      <p className="system-text">
        {t('deadText', { count })}
        {runs.length < count && ` ${t('deadShown', { count: runs.length })}`}
      </p>
      <table className="board">
        <thead>
          <tr>
            <th scope="col">{t('whose')}</th>
            <th scope="col">{t('what')}</th>
            <th scope="col">{t('year')}</th>
            <th scope="col">{t('cause')}</th>
          </tr>
        </thead>
        <tbody>
          {runs.map(({ kind, bodyId, year, cause }) => (
            <tr key={`${kind}/${bodyId}/${year}`}>
              <th scope="row">{(bodyId && names[bodyId]?.name) ?? t('committee')}</th>
              <td>{kind === 'keeper' ? t('keeper') : say(processOf(kind).title)}</td>
              <td>{year ?? '—'}</td>
              <td>{say(cause)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
