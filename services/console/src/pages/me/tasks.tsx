import { daysBetween, PROBLEM_STATE_WORDS, shanghaiDateOf, STEP_WORDS, type Words } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useCampaign } from '../../app/campaign';
import { may, useMe } from '../../app/me';
import { api } from '../../client';
import { LightMark } from '../../parts/light';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';

type Task = components['schemas']['Task'];

/** What waits for an office of mine. */
export function Tasks() {
  const { t } = useTranslation('me');
  const { acting } = useMe();
  const hasTasks = may('readTasks', acting);
  const query = api.useQuery('get', '/api/v1/me/tasks', {}, { enabled: hasTasks });
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">{t('tasks', { count: query.data?.items.length ?? 0 })}</h2>
      {hasTasks ? (
        <Loaded query={query}>
          {({ items }) =>
            items.length === 0 ? (
              <Nothing good title={t('noTasks')} text={t('noTasksText')} />
            ) : (
              <ul className="cards">
                {items.map((task) => (
                  <TaskCard key={`${task.kind}/${task.id}`} task={task} />
                ))}
              </ul>
            )
          }
        </Loaded>
      ) : (
        <Nothing title={t('noTaskOffice')} />
      )}
    </section>
  );
}

function TaskCard({ task: { kind, name, year, step, light, dueDate, since } }: { readonly task: Task }) {
  const { t } = useTranslation('me');
  const say = useWords();
  const { date } = useDates();
  const table: Readonly<Record<string, Words>> = kind === 'problem' ? PROBLEM_STATE_WORDS : STEP_WORDS;
  return (
    <li className="card">
      <div className="card-main">
        <b>{name}</b>
        <span className="quiet">
          {t('ofYear', { year })} · {t(`kind.${kind}`)} · {say(table[step])}
        </span>
      </div>
      <div className="card-side">
        {light && <LightMark light={light} />}
        {dueDate && <DaysLeft due={dueDate} />}
        {since && <span className="quiet">{t('since', { date: date(shanghaiDateOf(since)) })}</span>}
      </div>
    </li>
  );
}

/** The date and the days until it, counted from programme time. */
function DaysLeft({ due }: { readonly due: string }) {
  const { t } = useTranslation('me');
  const { date } = useDates();
  const { data } = useCampaign();
  const left = data && daysBetween(shanghaiDateOf(data.clock.now), due);
  return (
    <span>
      {t('due', { date: date(due) })}
      {left !== undefined && (
        <b className="days">{left < 0 ? t('daysOver', { count: -left }) : t('daysLeft', { count: left })}</b>
      )}
    </span>
  );
}
