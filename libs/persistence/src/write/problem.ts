import type { EntityManager } from 'typeorm';
import {
  decideProblem,
  DomainError,
  evolveProblem,
  type Instant,
  ownersIn,
  type Problem,
  type ProblemCommand,
  problemDeadlineOrders,
  type ProblemEvent,
  type ProblemMoment,
  type Role,
  STEPS_BEFORE_PLAN,
  type EventType,
} from '@app/domain';
import { applyDeadlineOrders, type DeadlineHome, type DeadlineOutcome } from './deadline';
import { appendEvents, type NewEvent, readStream } from '../record/event-log';
import { keeperId } from '../record/ids';
import { BranchEntity } from '../tables/organisation.entity';
import { ProblemEntity } from '../tables/problem.entity';
import { isOfBranch } from '../read/belonging.queries';
import { BranchRunEntity } from '../tables/branch-run.entity';
import { programmeOf } from '../read/programme-store';

/** A command on one line of the register: who spoke it, in which office, under which key. */
export interface ProblemWrite {
  readonly problemId: string;
  readonly campaignId: string;
  readonly programmeVersion: string;
  readonly command: ProblemCommand;
  readonly actor: string;
  readonly office: Role;
  readonly operationKey: string;
  /** Programme time. */
  readonly recordedAt: Instant;
  /** Real time. */
  readonly writtenAt: Instant;
}

/** The stream of a problem's events. */
export const problemStream = (problemId: string): string => `problem:${problemId}`;

/**
 * Keeps one command on a problem inside the caller's transaction: decides under lock, folds, writes row and event. The
 * row is the fold of its stream and nothing else.
 */
export async function keepProblem(m: EntityManager, write: ProblemWrite): Promise<ProblemEntity> {
  const { problemId: id, campaignId, programmeVersion, command, office, recordedAt: at } = write;
  const current = await m.findOne(ProblemEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!current && command.kind !== 'enter') {
    throw new DomainError('not-found', '没有这条问题', { pointer: '/path/id' });
  }
  const { rounds } = await programmeOf(m, campaignId);
  const lastYear = Math.max(...rounds.map(({ year }) => year));
  const branchId = command.kind === 'enter' ? command.branchId : current?.branchId;
  const { validTo: dissolvedOn } = await m.findOneByOrFail(BranchEntity, { id: branchId ?? '' });
  const owners = ownersIn(current ? await readStream(m, problemStream(id)) : []);
  const around = await aroundPlan(m, branchId ?? '', command);
  const events = decideProblem(current, command, { at, office, lastYear, dissolvedOn, owners, ...around });
  const next = events.reduce<Problem | null>(evolveProblem, current ? problemOf(current) : null);
  if (!next) throw new DomainError('internal', '问题没有登记', { problemId: id });
  const dates = current ? await keepDates(m, problemOf(current), { events, write }) : NO_DATES;
  await appendEvents(
    m,
    [...events, ...dates.events].map((event) => toEvent(event, write)),
  );
  const version = (current?.version ?? 0) + events.length;
  const row = m.create(ProblemEntity, { ...next, campaignId, programmeVersion, version });
  if (current) await m.update(ProblemEntity, { id }, { ...next, ...dates.light, version });
  else await m.insert(ProblemEntity, row);
  return row;
}

/** What the branch's tables know about a plan: whether its owner is of the branch, and whether the plan of its year was handed over. */
async function aroundPlan(
  m: EntityManager,
  branchId: string,
  command: ProblemCommand,
): Promise<Pick<ProblemMoment, 'ownerOfBranch' | 'planHandedOver'>> {
  if (command.kind !== 'plan') return { ownerOfBranch: false, planHandedOver: false };
  const runs = await m.find(BranchRunEntity, { where: { branchId }, order: { year: 'DESC' }, take: 1 });
  return {
    ownerOfBranch: await isOfBranch(m, command.ownerId, branchId),
    planHandedOver: runs.some(({ state }) => !STEPS_BEFORE_PLAN.includes(state.step)),
  };
}

/** Who ends the dates of a branch's problems, why and when: a branch that is dissolved owes nothing any more. */
export interface ProblemsEnd extends Pick<
  ProblemWrite,
  'campaignId' | 'programmeVersion' | 'operationKey' | 'recordedAt' | 'writtenAt'
> {
  readonly branchId: string;
}

/** Voids the open dates of a dissolved branch's problems, each by an event in its stream; again, nothing is left to void. */
export async function voidProblemDates(m: EntityManager, end: ProblemsEnd): Promise<void> {
  const problems = await m.find(ProblemEntity, {
    where: { branchId: end.branchId },
    order: { id: 'ASC' },
    lock: { mode: 'pessimistic_write' },
  });
  for (const problem of problems) {
    const { events, light } = await applyDeadlineOrders(m, await homeOf(m, problem), {
      orders: [{ action: 'void-all' }],
      at: end.recordedAt,
      attribution: null,
      programme: await programmeOf(m, end.campaignId),
    });
    if (light) await m.update(ProblemEntity, { id: problem.id }, light);
    await appendEvents(
      m,
      events.map((event) => toEvent(event, { ...end, problemId: problem.id, actor: null, office: null })),
    );
  }
}

/** The owner's date as a row of the register of dates, like any other obligation; its events stand in the problem's stream. */
async function keepDates(
  m: EntityManager,
  problem: Problem,
  { events, write }: { readonly events: readonly ProblemEvent[]; readonly write: ProblemWrite },
): Promise<Pick<DeadlineOutcome, 'events' | 'light'>> {
  const { campaignId, programmeVersion, recordedAt: at } = write;
  const orders = events.flatMap((event) => problemDeadlineOrders(problem, event));
  const home = await homeOf(m, { ...problem, campaignId, programmeVersion });
  const programme = await programmeOf(m, campaignId);
  return applyDeadlineOrders(m, home, { orders, at, attribution: null, programme });
}

async function homeOf(
  m: EntityManager,
  problem: Pick<ProblemEntity, 'id' | 'campaignId' | 'programmeVersion' | 'branchId' | 'openedYear'>,
): Promise<DeadlineHome> {
  const { id: runId, campaignId, programmeVersion, branchId, openedYear: year } = problem;
  const { organisationId } = await m.findOneByOrFail(BranchEntity, { id: branchId });
  return {
    campaignId,
    programmeVersion,
    runId,
    stream: problemStream(runId),
    year,
    organisationId,
    branchId,
    keeperId: keeperId(campaignId, organisationId),
    committeeKeeperId: keeperId(campaignId, campaignId),
  };
}

const NO_DATES: DeadlineOutcome = { events: [], wake: [], ended: [] };

interface OwnEvent {
  readonly type: EventType;
  readonly payload: unknown;
}

type Source = Omit<ProblemWrite, 'command' | 'actor' | 'office'> & {
  readonly actor: string | null;
  readonly office: string | null;
};

function toEvent({ type, payload }: OwnEvent, source: Source): NewEvent {
  const { campaignId: campaign, programmeVersion, problemId, actor, office, operationKey } = source;
  const { recordedAt, writtenAt } = source;
  return {
    campaign,
    programmeVersion,
    stream: problemStream(problemId),
    type,
    actor,
    office,
    operationKey,
    provenance: actor === null ? 'process' : 'api',
    happenedAt: null,
    recordedAt,
    writtenAt,
    payload,
  };
}

/** The domain's problem in a row. */
export function problemOf(row: ProblemEntity): Problem {
  const { id, branchId, openedYear, dimension, indicator, source, description, mandatory } = row;
  const { measure, ownerId, dueDate, state, raisedBecause, verifierId, closedAt } = row;
  return {
    id,
    branchId,
    openedYear,
    dimension,
    indicator,
    source,
    description,
    mandatory,
    measure,
    ownerId,
    dueDate,
    state,
    raisedBecause,
    verifierId,
    closedAt,
  };
}
