import { assertCivilDate, shanghaiDateOf } from '../time/civil-date';
import type { DeadlineOrder } from '../process/decision';
import { DomainError } from '../errors';
import { SUPERIOR } from '../office/role-groups';
import type { Role } from '../office/roles';
import { checkVerifier } from '../office/separation';
import type { CivilDate, Instant } from '../time/time';

/** Where a problem stands: 登记 → 认领 → 销号; raised = 提请上级协调. */
export const PROBLEM_STATES = ['entered', 'owned', 'raised', 'closed'] as const;

export type ProblemState = (typeof PROBLEM_STATES)[number];

export type ProblemSource = 'check-up' | 'survey' | 'self' | 'ballot' | 'superior' | 'recheck';

/** One line of a branch's problem list, from entry to 销号; it belongs to the branch and carries over rounds. */
export interface Problem {
  readonly id: string;
  readonly branchId: string;
  readonly openedYear: number;
  readonly dimension: string;
  readonly indicator: string | null;
  readonly source: ProblemSource;
  readonly description: string;
  readonly mandatory: boolean;
  readonly measure: string | null;
  readonly ownerId: string | null;
  readonly dueDate: CivilDate | null;
  readonly state: ProblemState;
  readonly raisedBecause: string | null;
  readonly verifierId: string | null;
  readonly closedAt: Instant | null;
}

type Entry = Pick<
  Problem,
  'id' | 'branchId' | 'openedYear' | 'dimension' | 'indicator' | 'source' | 'description' | 'mandatory'
>;

/** The plan of one problem: what is done, by whom, until when. */
export interface ProblemPlan {
  readonly measure: string;
  readonly ownerId: string;
  readonly dueDate: CivilDate;
}

/** A line of a branch plan: an open problem as it stood in the register. */
export type PlannedLine = Pick<Problem, 'id' | 'measure' | 'ownerId' | 'dueDate'>;

/** The open problems that a plan does not hold as the register does; what was closed since is done (苏委工〔2020〕6号 三.2). */
export function changedSince(plan: readonly PlannedLine[], register: readonly PlannedLine[]): readonly string[] {
  const handedOver = new Map(plan.map((line) => [line.id, contentOf(line)]));
  return register.filter((line) => handedOver.get(line.id) !== contentOf(line)).map(({ id }) => id);
}

function contentOf({ measure, ownerId, dueDate }: PlannedLine): string {
  return JSON.stringify([measure, ownerId, dueDate]);
}

interface Verification {
  readonly verifierId: string;
  readonly remark: string;
}

export type ProblemCommand =
  | ({ readonly kind: 'enter' } & Entry)
  | ({ readonly kind: 'plan' } & ProblemPlan)
  | ({ readonly kind: 'close'; readonly closedAt: Instant } & Verification)
  | ({ readonly kind: 'send-back' } & Verification)
  | { readonly kind: 'raise'; readonly reason: string }
  | { readonly kind: 'answer'; readonly answer: string };

export type ProblemEvent =
  | { readonly type: 'problem-entered'; readonly payload: Entry }
  | { readonly type: 'problem-planned'; readonly payload: ProblemPlan }
  | { readonly type: 'problem-closed'; readonly payload: Verification & { readonly closedAt: Instant } }
  | { readonly type: 'problem-sent-back'; readonly payload: Verification }
  | { readonly type: 'problem-raised'; readonly payload: { readonly reason: string } }
  | { readonly type: 'problem-answered'; readonly payload: { readonly answer: string } };

/** Which command is allowed where, and where it leads; `null` = no entry yet. Sending back also reopens (苏委工〔2020〕6号 三.3). */
export const PROBLEM_TRANSITIONS: Readonly<
  Record<ProblemCommand['kind'], { readonly from: readonly (ProblemState | null)[]; readonly to: ProblemState }>
> = {
  enter: { from: [null], to: 'entered' },
  plan: { from: ['entered', 'owned'], to: 'owned' },
  close: { from: ['owned'], to: 'closed' },
  'send-back': { from: ['owned', 'closed'], to: 'owned' },
  raise: { from: ['owned'], to: 'raised' },
  answer: { from: ['raised'], to: 'owned' },
};

/** What a branch that is dissolved does no more: its problems are still closed, and answered. */
const NOT_OF_DISSOLVED: readonly ProblemCommand['kind'][] = ['enter', 'plan'];

/** The commands that a problem in this state can take. */
export function problemCommands(state: ProblemState | null, isDissolved: boolean): ProblemCommand['kind'][] {
  const kinds = Object.keys(PROBLEM_TRANSITIONS) as ProblemCommand['kind'][];
  return kinds.filter(
    (kind) => PROBLEM_TRANSITIONS[kind].from.includes(state) && !(isDissolved && NOT_OF_DISSOLVED.includes(kind)),
  );
}

/** When a command is decided, in programme time, by which office, and what the tables know around the problem. */
export interface ProblemMoment {
  readonly at: Instant;
  readonly office: Role;
  /** The last year of its campaign. */
  readonly lastYear: number;
  /** The day on which the branch was dissolved. */
  readonly dissolvedOn: CivilDate | null;
  /** Whoever has answered for it so far. */
  readonly owners: readonly string[];
  /** Whether the owner whom a plan names belongs to the branch. */
  readonly ownerOfBranch: boolean;
  /** Whether the branch's plan of the year was handed over. */
  readonly planHandedOver: boolean;
}

/** Decides a command on a problem; throws `transition-not-allowed`, `verifier-is-owner`, `forbidden` or `invalid-input`. */
export function decideProblem(problem: Problem | null, command: ProblemCommand, moment: ProblemMoment): ProblemEvent[] {
  const state = problem?.state ?? null;
  if (!PROBLEM_TRANSITIONS[command.kind].from.includes(state)) {
    throw new DomainError('transition-not-allowed', '问题当前状态下不能办理此项', { state, command: command.kind });
  }
  const { dissolvedOn } = moment;
  if (dissolvedOn !== null && NOT_OF_DISSOLVED.includes(command.kind)) {
    const message = `该党支部已于 ${dissolvedOn} 撤销，不再登记问题、安排整改`;
    throw new DomainError('transition-not-allowed', message, { state, command: command.kind });
  }
  switch (command.kind) {
    case 'enter':
      return [entered(command)];
    case 'plan': {
      const { ownerId, dueDate } = command;
      checkOwner(ownerId, problem?.ownerId ?? null, moment);
      checkMeasureDue(dueDate, problem?.dueDate ?? null, moment);
      const payload = { measure: textOf(command.measure, '/measure'), ownerId, dueDate };
      return [{ type: 'problem-planned', payload }];
    }
    case 'close': {
      const { verifierId, remark, closedAt } = command;
      checkVerifier(verifierId, moment.owners);
      return [{ type: 'problem-closed', payload: { verifierId, remark, closedAt } }];
    }
    case 'send-back': {
      checkVerifier(command.verifierId, moment.owners);
      const payload = { verifierId: command.verifierId, remark: textOf(command.remark, '/remark') };
      return [{ type: 'problem-sent-back', payload }];
    }
    case 'raise':
      return [{ type: 'problem-raised', payload: { reason: textOf(command.reason, '/reason') } }];
    case 'answer':
      return [{ type: 'problem-answered', payload: { answer: textOf(command.answer, '/answer') } }];
  }
}

/** Who answers for a measure belongs to the branch; once its plan was handed over, only the office above puts another in his place. */
function checkOwner(
  ownerId: string,
  stood: string | null,
  { ownerOfBranch, planHandedOver, office }: ProblemMoment,
): void {
  if (ownerId === stood) return;
  const pointer = '/ownerId';
  if (!ownerOfBranch) throw new DomainError('invalid-input', '责任人须是该党支部的党员或任职人员', { pointer });
  if (stood === null || !planHandedOver || SUPERIOR.includes(office)) return;
  throw new DomainError('forbidden', '支部计划报送后，责任人由上级党组织更换', { pointer });
}

/** Whoever answered for a problem in these of its events. */
export function ownersIn(events: readonly { readonly type: string; readonly payload: unknown }[]): string[] {
  return events.flatMap(({ type, payload }) => (type === 'problem-planned' ? (payload as ProblemPlan).ownerId : []));
}

/** A measure is due from the day it is planned to the end of the campaign's last year, or of this one where that is over; a date that stood stays. */
function checkMeasureDue(dueDate: CivilDate, stood: CivilDate | null, { at, lastYear }: ProblemMoment): void {
  assertCivilDate(dueDate);
  if (dueDate === stood) return;
  const from = shanghaiDateOf(at);
  const isOver = from > `${lastYear}-12-31`; // its last round may still be open
  const until = `${isOver ? from.slice(0, 4) : lastYear}-12-31`;
  if (dueDate >= from && dueDate <= until) return;
  const message = `完成时限须在 ${from}（今天）与 ${until}（${isOver ? '今年年底' : '专项工作最后一年'}）之间`;
  throw new DomainError('invalid-input', message, { pointer: '/dueDate', from, until });
}

/** The problem after one event of its stream; nothing but the events makes its row. */
export function evolveProblem(problem: Problem | null, event: ProblemEvent): Problem {
  if (event.type === 'problem-entered') return { ...event.payload, ...UNPLANNED };
  if (problem === null) throw new DomainError('internal', '问题台账缺少登记事件', { type: event.type });
  switch (event.type) {
    case 'problem-planned':
      return { ...problem, ...event.payload, state: 'owned' };
    case 'problem-closed': {
      const { verifierId, closedAt } = event.payload;
      return { ...problem, state: 'closed', verifierId, closedAt };
    }
    case 'problem-sent-back':
      return { ...problem, state: 'owned', verifierId: null, closedAt: null };
    case 'problem-raised':
      return { ...problem, state: 'raised', raisedBecause: event.payload.reason };
    case 'problem-answered':
      return { ...problem, state: 'owned', raisedBecause: null };
  }
}

/**
 * What an event asks of the register of dates: a planned problem is an obligation of its owner, met when it is closed, owed
 * again by the same date when it is sent back. Raising stops no clock: the date stays the one the branch stated.
 */
export function problemDeadlineOrders(problem: Problem, event: ProblemEvent): DeadlineOrder[] {
  const owed = (dueDate: CivilDate | null): DeadlineOrder[] =>
    dueDate === null ? [] : [{ action: 'open', kind: 'problem', body: 'owner', remindByDate: dueDate, dueDate }];
  switch (event.type) {
    case 'problem-planned':
      return owed(event.payload.dueDate);
    case 'problem-sent-back':
      return problem.state === 'closed' ? owed(problem.dueDate) : [];
    case 'problem-closed':
      return [{ action: 'meet', kind: 'problem', submittedAt: event.payload.closedAt }];
    default:
      return [];
  }
}

const UNPLANNED = {
  measure: null,
  ownerId: null,
  dueDate: null,
  state: 'entered',
  raisedBecause: null,
  verifierId: null,
  closedAt: null,
} as const;

function entered(command: Entry): ProblemEvent {
  const { id, branchId, openedYear, indicator, source, mandatory } = command;
  const dimension = textOf(command.dimension, '/dimension');
  const description = textOf(command.description, '/description');
  const payload = { id, branchId, openedYear, dimension, indicator, source, description, mandatory };
  return { type: 'problem-entered', payload };
}

function textOf(text: string, pointer: string): string {
  const trimmed = text.trim();
  if (trimmed === '') throw new DomainError('invalid-input', '此项不能为空', { pointer });
  return trimmed;
}
