import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { Nothing } from '../../parts/nothing';
import { Section } from '../../parts/section';
import { useDates } from '../../words/dates';

type Queue = components['schemas']['TaskQueue'];

/** What waits in the queues and who has asked for it of late; null where the engine does not say. */
export function Queues({ queues }: { readonly queues: readonly Queue[] | null }) {
  const { t } = useTranslation('system');
  if (queues === null) {
    return (
      <Section title={t('queues')}>
        <Nothing title={t('unseen')} text={t('unseenText')} />
      </Section>
    );
  }
  return (
    <Section title={t('queues')} wide>
      <table className="board">
        <thead>
          <tr>
            <th scope="col">{t('queue')}</th>
            <th scope="col">{t('backlog')}</th>
            <th scope="col">{t('oldest')}</th>
            <th scope="col">{t('workers')}</th>
          </tr>
        </thead>
        <tbody>
          {queues.map(({ queue, backlog, oldestSeconds, workers }) => (
            <tr key={queue}>
              <th scope="row">
                {t(`queueOf.${queue}`)}
                <span className="quiet second">{t(`queueText.${queue}`)}</span>
              </th>
              <td className="number">{backlog}</td>
              <td>{backlog === 0 ? '—' : t('seconds', { count: oldestSeconds })}</td>
              <td>
                {workers.length === 0 ? (
                  <span className="light-very-late">{t('noWorkers')}</span>
                ) : (
                  <ul className="system-workers">
                    {workers.map((worker) => (
                      <Worker key={worker.identity} worker={worker} />
                    ))}
                  </ul>
                )}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}

function Worker({ worker: { identity, release, lastAskedAt } }: { readonly worker: Queue['workers'][number] }) {
  const { t } = useTranslation('system');
  const { time } = useDates();
  return (
    <li>
      {identity}
      <span className="quiet">
        {release && ` ${t('release', { release })}`}
        {lastAskedAt && ` ${t('lastAsked', { time: time(lastAskedAt) })}`}
      </span>
    </li>
  );
}
