import { type CivilDate, type Disposition, formatPoints, type Instant, shanghaiDateOf } from '@app/domain';
import { busiestMonth, type DatedFigure, type RoundOutcome, type SlipCounts, type Summary } from './summary';
import type { Word } from './words';

/** One event of a run's stream, as its timeline shows it. */
export interface RecordedEvent {
  readonly type: string;
  /** Programme time. */
  readonly at: Instant;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** A run of one year with all its events, in their order. */
export interface RecordedRun {
  /** Code of the branch or organisation. */
  readonly code: string;
  readonly year: number;
  readonly events: readonly RecordedEvent[];
}

/** Where a slip stood in the end. */
export interface RecordedSlip {
  readonly colour: string;
  readonly state: string;
  readonly serial: number | null;
  readonly receivedOn: CivilDate | null;
  readonly answeredAt: Instant | null;
  readonly ended: string | null;
}

/** What the summary is made of: the record itself, and what each branch secretary was told. */
export interface RehearsalRecord {
  readonly campaign: string;
  readonly seed: string;
  readonly until: Instant;
  readonly rounds: readonly { readonly year: number; readonly name: string; readonly assessBy: CivilDate }[];
  readonly branches: readonly RecordedRun[];
  readonly organisations: readonly RecordedRun[];
  readonly slips: readonly RecordedSlip[];
  readonly notices: readonly { readonly branch: string; readonly at: Instant }[];
  readonly secretaries: Readonly<Record<string, string>>;
  readonly invariants: Summary['invariants'];
  readonly faults: Summary['faults'];
}

/** The summary of a rehearsal, read from its record: the same record gives the same summary. */
export function outcomeOf(record: RehearsalRecord): Summary {
  const { campaign, seed, rounds, branches, organisations, invariants, faults } = record;
  const first = [...branches, ...organisations].flatMap(({ events }) => events.map(({ at }) => at)).sort()[0];
  return {
    campaign,
    seed,
    from: shanghaiDateOf(first ?? record.until),
    until: shanghaiDateOf(record.until),
    rounds: rounds.map((round) => roundOf(round, branches)),
    escalations: escalationsOf([...branches, ...organisations]),
    slips: countSlips(record.slips),
    busiest: busiestMonth(burdensOf(record)),
    invariants,
    faults,
  };
}

function roundOf(
  { year, name, assessBy }: RehearsalRecord['rounds'][number],
  branches: readonly RecordedRun[],
): RoundOutcome {
  const own = branches.filter((run) => run.year === year);
  const closings = own.flatMap(({ events }) => events.filter(({ type }) => type === 'branch-run-closed'));
  const closedOn = closings.map(({ at }) => shanghaiDateOf(at)).sort()[0];
  const dates = closedOn === undefined ? [assessBy] : [assessBy, closedOn];
  const known = branches.filter((run) => run.year <= year);
  const figures = (has: (events: readonly RecordedEvent[]) => boolean) => dates.map((on) => figureOf(known, on, has));
  return {
    year,
    name,
    filed: figures(isFiled),
    recognised: figures(isRecognised),
    notRecognised: own.flatMap(({ code, events }) => {
      const disposition = dispositionIn(events);
      return disposition === 'recognised' ? [] : [{ code, disposition, reason: reasonOf(events, disposition) }];
    }),
  };
}

/** How many branches that exist on a date have it in any of their rounds by then. */
function figureOf(
  runs: readonly RecordedRun[],
  on: CivilDate,
  has: (events: readonly RecordedEvent[]) => boolean,
): DatedFigure {
  const branches = new Map<string, RecordedEvent[]>();
  for (const { code, events } of [...runs].sort((a, b) => a.year - b.year)) {
    const until = events.filter(({ at }) => shanghaiDateOf(at) <= on);
    branches.set(code, [...(branches.get(code) ?? []), ...until]);
  }
  const inScope = [...branches.values()].filter((events) => !events.some(({ type }) => type === 'branch-dissolved'));
  return { count: inScope.filter(has).length, of: inScope.length, on };
}

/** Registered with the committee, and not overturned since. */
function isFiled(events: readonly RecordedEvent[]): boolean {
  const last = events.findLast(({ type }) => type === 'branch-registered' || type === 'recheck-overturned');
  return last?.type === 'branch-registered';
}

function isRecognised(events: readonly RecordedEvent[]): boolean {
  return events.some(({ type }) => type === 'branch-recognised');
}

function dispositionIn(events: readonly RecordedEvent[]): Disposition {
  if (events.some(({ type }) => type === 'branch-dissolved')) return 'excluded';
  const closed = events.findLast(({ type }) => type === 'branch-run-closed');
  return (closed?.payload.disposition as Disposition | undefined) ?? 'carried-unplanned';
}

/** The last thing that stood between the branch and its recognition. */
function reasonOf(events: readonly RecordedEvent[], disposition: Disposition): Word {
  const last = events.findLast(({ type }) => REASONS.includes(type));
  switch (last?.type) {
    case 'branch-dissolved': {
      const number = String(last.payload.documentNumber);
      return [`已撤销，${number}`, `dissolved, ${number}`];
    }
    case 'branch-struck':
      return ['党组（党委）研究时划去', 'struck by its party group'];
    case 'recheck-overturned': {
      const score = formatPoints(Number(last.payload.score));
      return [`抽查复核 ${score}，撤销达标结论`, `overturned by the recheck, ${score}`];
    }
    case 'assessment-concluded': {
      const score = formatPoints(Number(last.payload.score));
      return last.payload.result === 'failed'
        ? [`对标评估 ${score}，未达标`, `assessed ${score}, below the mark`]
        : [`对标评估 ${score}，尚未认定`, `assessed ${score}, not recognised yet`];
    }
  }
  return disposition === 'carried-unplanned'
    ? ['未列入本年度达标计划', 'not planned for this year']
    : ['没有评估结论', 'no conclusion'];
}

const REASONS: readonly string[] = ['branch-dissolved', 'branch-struck', 'recheck-overturned', 'assessment-concluded'];

function escalationsOf(runs: readonly RecordedRun[]): Record<string, number> {
  const counts: Record<string, number> = {};
  for (const { type, payload } of runs.flatMap(({ events }) => events)) {
    if (type !== 'rung-fired') continue;
    const rung = String(payload.rung);
    counts[rung] = (counts[rung] ?? 0) + 1;
  }
  return counts;
}

function countSlips(slips: readonly RecordedSlip[]): SlipCounts {
  const count = (is: (slip: RecordedSlip) => boolean) => slips.filter(is).length;
  const closed = (how: string) => count(({ state, ended }) => state === 'closed' && ended === how);
  return {
    yellow: count(({ colour }) => colour === 'yellow'),
    red: count(({ colour }) => colour === 'red'),
    issued: count(({ serial }) => serial !== null),
    received: count(({ receivedOn }) => receivedOn !== null),
    answered: count(({ answeredAt }) => answeredAt !== null),
    met: closed('met'),
    decided: closed('decided'),
    notOwed: closed('not-owed'),
    void: count(({ state }) => state === 'void'),
  };
}

/** What lays a task before the branch secretary. */
const TASKS: readonly string[] = [
  'survey-opened',
  'survey-returned',
  'target-set',
  'branch-plan-returned',
  'branch-plan-approved',
  'assessment-returned',
  'branch-struck',
  'recheck-overturned',
  'review-returned',
];

function burdensOf({ branches, notices, secretaries }: RehearsalRecord): Parameters<typeof busiestMonth>[0] {
  const burden = (code: string, at: Instant, kind: 'notice' | 'task') => ({
    code,
    name: secretaries[code] ?? code,
    month: shanghaiDateOf(at).slice(0, 7),
    kind,
  });
  const isTask = ({ type, payload }: RecordedEvent) =>
    TASKS.includes(type) || (type === 'assessment-concluded' && payload.result === 'failed');
  return [
    ...notices.map(({ branch, at }) => burden(branch, at, 'notice')),
    ...branches.flatMap(({ code, events }) => events.filter(isTask).map(({ at }) => burden(code, at, 'task'))),
  ];
}
