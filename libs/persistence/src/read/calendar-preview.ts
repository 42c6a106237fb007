import type { EntityManager } from 'typeorm';
import {
  type CivilDate,
  type Deadline,
  type DeadlineBody,
  type DeadlineKind,
  type Instant,
  lastWorkdayOf,
  replanDeadline,
  type WorkdayCalendar,
} from '@app/domain';
import { campaignsWithDates, openDeadlines } from '../write/calendar-replan';
import { toDeadline } from '../write/deadline';

/** One value as it stands and as it would be. */
export interface Moved<T> {
  readonly before: T;
  readonly after: T;
}

/** Open deadlines that a notice would change in one and the same way. */
export interface ReplanGroup {
  readonly kind: DeadlineKind;
  readonly body: DeadlineBody;
  readonly year: number;
  readonly dueDate: Moved<CivilDate | null>;
  readonly lastWorkday: Moved<CivilDate | null>;
  readonly nearAt: Moved<Instant | null>;
  readonly veryLateAt: Moved<Instant | null>;
  /** Only the rungs that move. */
  readonly rungs: readonly ({ readonly rung: string } & Moved<Instant | null>)[];
  readonly deadlines: number;
  /** The first of their runs, by workflow id. */
  readonly runs: readonly string[];
}

/** What a notice would change in one campaign. */
export interface CampaignReplan {
  readonly campaign: string;
  readonly deadlines: number;
  readonly groups: readonly ReplanGroup[];
}

const RUNS_SHOWN = 3;

/** Which open deadlines' last workdays, thresholds or rungs would move, campaign by campaign; nothing is written. */
export async function previewReplans(
  m: EntityManager,
  calendars: Moved<WorkdayCalendar>,
  realNow: Instant,
): Promise<CampaignReplan[]> {
  const previews: CampaignReplan[] = [];
  for (const campaign of await campaignsWithDates(m, realNow)) {
    const groups = new Map<string, ReplanGroup>();
    for await (const row of openDeadlines(m, campaign.id)) {
      const before = toDeadline(row, campaign.programme);
      const difference = differenceOf(before, replanDeadline(before, campaign.now, calendars.after), calendars);
      if (difference === null) continue;
      const same = { kind: row.kind, body: row.body, year: row.year, ...difference };
      const key = JSON.stringify(same);
      const { deadlines = 0, runs = [] } = groups.get(key) ?? {};
      groups.set(key, {
        ...same,
        deadlines: deadlines + 1,
        runs: runs.length < RUNS_SHOWN ? [...runs, row.stream] : runs,
      });
    }
    const list = [...groups.values()].sort(inOrder);
    const deadlines = list.reduce((sum, group) => sum + group.deadlines, 0);
    if (deadlines > 0) previews.push({ campaign: campaign.key, deadlines, groups: list });
  }
  return previews;
}

type Difference = Omit<ReplanGroup, 'kind' | 'body' | 'year' | 'deadlines' | 'runs'>;

function differenceOf(before: Deadline, after: Deadline, calendars: Moved<WorkdayCalendar>): Difference | null {
  const last = ({ dueDate }: Deadline, calendar: WorkdayCalendar) => dueDate && lastWorkdayOf(dueDate, calendar);
  const lastWorkday = { before: last(before, calendars.before), after: last(after, calendars.after) };
  if (after === before && lastWorkday.before === lastWorkday.after) return null;
  const instants = new Map(after.rungs.map(({ rung, at }) => [rung, at]));
  return {
    dueDate: { before: before.dueDate, after: after.dueDate },
    lastWorkday,
    nearAt: { before: before.nearAt, after: after.nearAt },
    veryLateAt: { before: before.veryLateAt, after: after.veryLateAt },
    rungs: before.rungs
      .map(({ rung, at }) => ({ rung, before: at, after: instants.get(rung) ?? null }))
      .filter((rung) => rung.before !== rung.after),
  };
}

function inOrder(one: ReplanGroup, other: ReplanGroup): number {
  const key = ({ year, dueDate, kind }: ReplanGroup) => `${year}/${dueDate.after ?? '9999'}/${kind}`;
  return key(one) < key(other) ? -1 : 1;
}
