import { ROLE_DEFINITIONS, shanghaiDateOf } from '@app/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import type { components } from '../../api/schema';
import { useCampaign } from '../../app/campaign';
import { may, useMe } from '../../app/me';
import { useLanguage } from '../../app/preferences';
import { api } from '../../client';
import { DueDate } from '../../parts/awaited';
import { LightMark } from '../../parts/light';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { placeOf } from './addresses';
import '../../parts/run.css';

type Task = components['schemas']['Task'];
type Names = components['schemas']['TaskPage']['names'];

/** So many branches are named one by one. */
const NAMED = 5;

/** When something is to be done, seen from today. */
const TIMES = ['overdue', 'thisMonth', 'later', 'undated'] as const;

/** There is work now. */
const PRESSING: readonly Time[] = ['overdue', 'thisMonth'];

type Time = (typeof TIMES)[number];

/** What waits for an office of mine: what should be done already, what is due this month, then what has time. */
export function Tasks() {
  const { t } = useTranslation('me');
  const { acting } = useMe();
  const { data: campaign } = useCampaign();
  const hasTasks = may('readTasks', acting);
  const query = api.useQuery('get', '/api/v1/me/tasks', { params: { query: { limit: 200 } } }, { enabled: hasTasks });
  const today = campaign && shanghaiDateOf(campaign.clock.now);
  const timeOf = ({ dueDate }: Task): Time => {
    if (dueDate === null) return 'undated';
    if (today === undefined) return 'thisMonth';
    if (dueDate < today) return 'overdue';
    return dueDate.slice(0, 7) > today.slice(0, 7) ? 'later' : 'thisMonth';
  };
  if (!hasTasks) return <Nothing title={t('noTaskOffice')} />;
  return (
    <section aria-labelledby="tasks">
      <h2 id="tasks">
        {t('tasks', { count: query.data?.items.length ?? 0, more: query.data?.nextCursor ? '+' : '' })}
      </h2>
      <Loaded query={query}>
        {({ items, names }) =>
          items.length === 0 ? (
            <Nothing good title={t('noTasks')} text={t('noTasksText')} />
          ) : (
            <>
              {items.every((task) => !PRESSING.includes(timeOf(task))) && (
                <p className="light-well">{t('nothingThisMonth')}</p>
              )}
              {TIMES.map((time) => (
                <TaskGroup
                  key={time}
                  title={t(`time.${time}`)}
                  tasks={items.filter((task) => timeOf(task) === time)}
                  names={names}
                />
              ))}
            </>
          )
        }
      </Loaded>
    </section>
  );
}

interface Group {
  readonly title: string;
  readonly tasks: readonly Task[];
  readonly names: Names;
}

function TaskGroup({ title, tasks, names }: Group) {
  if (tasks.length === 0) return null;
  return (
    <>
      <h3 className="group-head">
        {title} <span className="quiet">{tasks.length}</span>
      </h3>
      <ul className="cards">
        {tasks.map((task) => (
          <TaskCard key={`${task.kind}/${task.id}/${task.step}`} task={task} names={names} />
        ))}
      </ul>
    </>
  );
}

function TaskCard({ task, names }: { readonly task: Task; readonly names: Names }) {
  const { t } = useTranslation('me');
  const say = useWords();
  const [language] = useLanguage();
  const { date } = useDates();
  const { acting } = useMe();
  const { kind, name, year, title, titleEn, light, dueDate, workdaysLeft, since, office, held, isStuck } = task;
  const asWhom = office && acting.length > 1 ? say(ROLE_DEFINITIONS[office.role]) : null;
  return (
    <li className="card">
      <div className="card-main">
        <b>{name}</b>
        <span className="quiet">
          {[t('ofYear', { year }), t(`kind.${kind}`), language === 'zh' ? title : titleEn, asWhom]
            .filter(Boolean)
            .join(' · ')}
        </span>
        {held && <Held held={held} names={names} />}
        {isStuck && <span>{t('stuck')}</span>}
      </div>
      <div className="card-side">
        {light && <LightMark light={light} />}
        {dueDate && <DueDate dueDate={dueDate} workdaysLeft={workdaysLeft} />}
        {since && <span className="quiet">{t('since', { date: date(shanghaiDateOf(since)) })}</span>}
        <TaskWay task={task} />
      </div>
    </li>
  );
}

/** Why it cannot be handed over yet, though others wait for it. */
function Held({ held, names }: { readonly held: NonNullable<Task['held']>; readonly names: Names }) {
  const { t } = useTranslation('me');
  const { branches, lacking } = held;
  const named = lacking.slice(0, NAMED).flatMap((id) => names[id]?.name ?? []);
  const list = named.join(t('listMark'));
  return (
    <span>
      {t('heldFor', { count: branches })}
      {t(lacking.length > named.length ? 'lackingPart' : 'lacking', { count: lacking.length, list })}
    </span>
  );
}

/** To where it is done: the command's dialog or form at once, where there is one. */
function TaskWay({ task }: { readonly task: Task }) {
  const { t } = useTranslation('me');
  const [language] = useLanguage();
  const { kind, id, name, action } = task;
  const place = placeOf(task);
  if (place === null) return null;
  const words = action ? (language === 'zh' ? action.title : action.titleEn) : t('look');
  return (
    <Link
      to={place}
      search={(before: object) => ({
        ...keepCampaign(before),
        ...(action && { do: action.name }),
        ...(kind === 'problem' && { problem: id }),
      })}
      className="command-link"
      data-first={action !== null}
      aria-label={t('wayTo', { what: words, name })}
    >
      {words}
    </Link>
  );
}
