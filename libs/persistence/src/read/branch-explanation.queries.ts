import { type EntityManager, Not } from 'typeorm';
import {
  appliesUntil,
  BODY_WORDS,
  type BranchRunEvent,
  type BranchRunSetting,
  type BranchRunState,
  type BranchStep,
  type CivilDate,
  DEADLINE_EVENTS,
  type DeadlineKind,
  DomainError,
  eventWords,
  expiryRuleOf,
  type Instant,
  type Light,
  lightAt,
  runLightAt,
  runLightOf,
  type LightInstants,
  type OfficeRef,
  type Phase,
  programmeNow,
  type Role,
  STEPS_UNHURRIED,
} from '@app/domain';
import { toInstant } from '../tables/columns';
import { CampaignClockEntity } from '../tables/campaign-clock.entity';
import { DeadlineEntity } from '../tables/deadline.entity';
import { type Awaited, awaitedDeadlines, awaitedOfRuns } from './awaited.queries';
import { barredFrom } from './barred.queries';
import { filingSenderOf } from './dated-events.queries';
import { holderNames, holdersOf } from './holder.queries';
import { sheetWordsOf } from './lists/name.queries';
import { barredFromConfirming, confirmingOffice, openOverturns, type Overturn } from './overturn.queries';
import { codePattern } from './search-text';
import { marks } from './select';

/** Why one branch stands where it does: its step, since when, who must act, by when. */
export interface BranchExplanation {
  readonly campaign: string;
  readonly branch: { readonly code: string; readonly name: string; readonly organisation: string };
  readonly year: number;
  readonly workflowId: string;
  readonly phase: Phase;
  readonly step: BranchStep;
  readonly since: Instant;
  /** The worst of its own dates, as in every list; that of the date it is waited for is `awaited.light`. */
  readonly light: Light | null;
  readonly waitingOn: {
    readonly role: Role;
    readonly body: string;
    /** Who holds the office and may act, by name. */
    readonly persons: readonly string[];
    /** The office is held, and all its holders are kept away by the separation of persons: another must be brought in. */
    readonly isBarred: boolean;
  } | null;
  /** Since when a second person is asked whether its pass falls; null for whom that is not told yet. */
  readonly overturnProposedAt: Instant | null;
  readonly nextNeededOn: CivilDate | null;
  /** The date behind `nextNeededOn`, with its light. */
  readonly awaited: Awaited | null;
  /** Until when a branch that failed may apply again this year; it need not, so nothing reminds it. */
  readonly appliesUntil: CivilDate | null;
  /** What the last assessment found wanting, of a branch that works on it. */
  readonly gaps: readonly Gap[];
  /** The last event that moved it. */
  readonly because: {
    readonly type: string;
    readonly title: string;
    readonly titleEn: string;
    readonly recordedAt: Instant;
  } | null;
  /** The next reminder or escalation, should nothing happen before. */
  readonly next: {
    readonly deadlineId: string;
    readonly kind: DeadlineKind;
    readonly rung: string;
    readonly at: Instant;
  } | null;
  readonly deadlines: readonly {
    readonly kind: DeadlineKind;
    readonly dueDate: CivilDate | null;
    readonly light: Light;
    /** Rungs whose days no holiday notice tells yet. */
    readonly waitingForNotice: readonly string[];
  }[];
  /** Programme time of the answer. */
  readonly now: Instant;
}

/** An indicator on which the last assessment took points off. */
export interface Gap {
  readonly indicator: string;
  readonly name: string;
}

const RUNS = `SELECT r.id, r.campaign_id, c.campaign_key, b.code, b.name, g.name AS organisation, r.year, r.workflow_id,
       r.phase, r.step, r.since, r.waiting_role, r.waiting_body_id, r.branch_id, r.setting, r.state
     FROM branches b
     JOIN branch_runs r ON r.branch_id = b.id
     JOIN organisations g ON g.id = r.organisation_id
     JOIN campaigns c ON c.id = b.campaign_id`;

/** One run by its id, with the overturn that waits for a second person, where the asker may know of it; `not-found` without. */
export async function explainBranchRun(
  m: EntityManager,
  { runId, overturn }: { readonly runId: string; readonly overturn: Overturn | null },
  realNow: Instant,
): Promise<BranchExplanation> {
  const [run] = await m.query<RunRow[]>(`${RUNS} WHERE r.id = ?`, [runId]);
  if (!run) throw new DomainError('not-found', '没有这个年度任务', { pointer: '/path/id' });
  return explainRun(m, { run, overturn }, realNow);
}

/** The runs of the branches with this code, in whatever width and case it is written, newest round first; empty where there is none. */
export async function explainBranch(
  m: EntityManager,
  { code, campaignKey, year }: { readonly code: string; readonly campaignKey?: string; readonly year?: number },
  realNow: Instant,
): Promise<BranchExplanation[]> {
  const runs = await m.query<RunRow[]>(
    `${RUNS}
     WHERE b.search_text LIKE ? AND (? IS NULL OR c.campaign_key = ?) AND (? IS NULL OR r.year = ?)
     ORDER BY c.campaign_key, r.year DESC`,
    [codePattern(code), campaignKey ?? null, campaignKey ?? null, year ?? null, year ?? null],
  );
  const explained: BranchExplanation[] = [];
  for (const run of runs) {
    const [overturn = null] = await openOverturns(m, { branchRunId: run.id });
    explained.push(await explainRun(m, { run, overturn }, realNow));
  }
  return explained;
}

interface RunRow {
  readonly id: string;
  readonly campaign_id: string;
  readonly campaign_key: string;
  readonly code: string;
  readonly name: string;
  readonly organisation: string;
  readonly year: number;
  readonly workflow_id: string;
  readonly phase: Phase;
  readonly step: BranchStep;
  readonly since: Date;
  readonly waiting_role: Role | null;
  readonly waiting_body_id: string | null;
  readonly branch_id: string;
  readonly setting: string;
  readonly state: string;
}

async function explainRun(
  m: EntityManager,
  { run, overturn }: { readonly run: RunRow; readonly overturn: Overturn | null },
  realNow: Instant,
): Promise<BranchExplanation> {
  const clock = await m.findOneByOrFail(CampaignClockEntity, { campaignId: run.campaign_id });
  const now = programmeNow(clock, realNow);
  const rows = await m.find(DeadlineEntity, { where: { runId: run.id }, order: { dueAt: 'ASC', kind: 'ASC' } });
  const deadlines = rows.map((row) => ({
    kind: row.kind,
    dueDate: row.dueDate,
    light: lightAt(row, now),
    waitingForNotice: isOpen(row) ? row.rungs.flatMap(([rung, at]) => (at === null ? [rung] : [])) : [],
  }));
  const open = rows.filter((row) => isOpen(row));
  const awaited = (await awaitedOfRuns(m, { kind: 'branch-run', ids: [run.id] }, now)).get(run.id) ?? null;
  return {
    campaign: run.campaign_key,
    branch: { code: run.code, name: run.name, organisation: run.organisation },
    year: run.year,
    workflowId: run.workflow_id,
    phase: run.phase,
    step: run.step,
    since: toInstant(run.since),
    light: runLightAt(runLightOf(rows), now),
    waitingOn: overturn
      ? await heldBy(m, confirmingOffice(overturn), await barredFromConfirming(m, overturn))
      : await waitingOn(m, run),
    overturnProposedAt: overturn?.proposedAt ?? null,
    nextNeededOn: awaited?.dueDate ?? null,
    awaited,
    appliesUntil: appliesUntil(JSON.parse(run.setting) as BranchRunSetting, JSON.parse(run.state) as BranchRunState),
    gaps: await gapsOf(m, run),
    because: await lastMove(m, run.workflow_id),
    next: nextRung([...open, ...(await datesHolding(m, run, now))], now),
    deadlines,
    now,
  };
}

/** The indicators at fault by the conclusion that sent the branch back to work, by their names in the score sheet. */
async function gapsOf(m: EntityManager, { step, workflow_id: stream, branch_id: branchId }: RunRow): Promise<Gap[]> {
  if (step !== 'rectifying') return [];
  const [row] = await m.query<{ canonical: string }[]>(
    `SELECT canonical FROM process_events WHERE stream = ? AND type = 'assessment-concluded' ORDER BY sequence DESC LIMIT 1`,
    [stream],
  );
  if (!row) return [];
  const { payload } = JSON.parse(row.canonical) as { payload: Concluded };
  const names = await sheetWordsOf(m, branchId);
  return payload.gaps.map((indicator) => ({ indicator, name: names.get(indicator) ?? indicator }));
}

type Concluded = Extract<BranchRunEvent, { readonly type: 'assessment-concluded' }>['payload'];

/** The last event of the stream that is not of the register of dates. */
async function lastMove(m: EntityManager, stream: string): Promise<BranchExplanation['because']> {
  const [row] = await m.query<{ type: string; recordedAt: Date }[]>(
    `SELECT type, recorded_at AS recordedAt FROM process_events
      WHERE stream = ? AND type NOT IN (${marks(DEADLINE_EVENTS)}) ORDER BY sequence DESC LIMIT 1`,
    [stream, ...DEADLINE_EVENTS],
  );
  if (!row) return null;
  const { zh: title, en: titleEn } = eventWords(row.type);
  return { type: row.type, title, titleEn, recordedAt: toInstant(row.recordedAt) };
}

/** The date of its organisation that it holds up, of which whoever holds its step is reminded. */
async function datesHolding(m: EntityManager, { id, step }: RunRow, now: Instant): Promise<DeadlineEntity[]> {
  if (STEPS_UNHURRIED.includes(step)) return [];
  const awaited = (await awaitedDeadlines(m, { kind: 'branch-run', ids: [id] }, now)).get(id);
  return m.find(DeadlineEntity, { where: { id: awaited ?? '', runId: Not(id) } });
}

/** What a keeper is to do next: nothing about a date that is paused, and no rung where silence ends the date. */
function nextRung(open: readonly DeadlineEntity[], now: Instant): BranchExplanation['next'] {
  const acted = open.filter((row) => lightAt(row, now) !== 'paused' && !expiryRuleOf(row)?.endsDate);
  const waiting = acted.flatMap(({ id, kind, rungs }) =>
    rungs.flatMap(([rung, at, state]) => (state === 0 && at !== null ? [{ deadlineId: id, kind, rung, at }] : [])),
  );
  return waiting.sort((a, b) => (a.at < b.at ? -1 : 1))[0] ?? null;
}

function isOpen({ metAt, voidedAt }: LightInstants): boolean {
  return metAt === null && voidedAt === null;
}

async function waitingOn(m: EntityManager, run: RunRow): Promise<BranchExplanation['waitingOn']> {
  const { waiting_role: role, waiting_body_id: bodyId } = run;
  if (role === null || bodyId === null) return null;
  const { branch_id: branchId, year, step } = run;
  const barred = await barredFrom(m, { branchId, year, step });
  return heldBy(m, { role, bodyId }, new Set([...barred, ...(await senderOf(m, run))]));
}

/** Who sent the filing that a branch stands on does not register it. */
async function senderOf(m: EntityManager, { branch_id: branchId, year, step }: RunRow): Promise<string[]> {
  if (step !== 'registering') return [];
  const [of] = await m.query<{ id: string }[]>(
    `SELECT o.id FROM branch_runs r JOIN organisation_runs o ON o.organisation_id = r.organisation_id AND o.year = r.year
      WHERE r.branch_id = ? AND r.year = ?`,
    [branchId, year],
  );
  const sender = of && (await filingSenderOf(m, of.id));
  return sender ? [sender] : [];
}

async function heldBy(
  m: EntityManager,
  { role, bodyId }: Pick<OfficeRef, 'role' | 'bodyId'>,
  barred: ReadonlySet<string>,
): Promise<NonNullable<BranchExplanation['waitingOn']>> {
  const [body] = await m.query<{ name: string }[]>(
    `SELECT name FROM branches WHERE id = ? UNION ALL SELECT name FROM organisations WHERE id = ?
     UNION ALL SELECT name FROM areas WHERE id = ?`,
    [bodyId, bodyId, bodyId],
  );
  const holders = await holdersOf(m, { role, bodyId });
  return {
    role,
    body: body?.name ?? BODY_WORDS.committee.zh,
    persons: await holderNames(m, { role, bodyId }, barred),
    isBarred: holders.length > 0 && holders.every(({ personId }) => barred.has(personId)),
  };
}
