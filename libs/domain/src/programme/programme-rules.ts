import { DomainError } from '../errors';
import type {
  DeadlineBody,
  DeadlineDefinition,
  DeadlineKind,
  GateDefinition,
  Programme,
  RoundDefinition,
  RungAddressee,
  RungDefinition,
  StepName,
  StepScope,
} from './programme';

/** The steps in the order in which a branch goes through them (苏委工〔2020〕6号 三.1 to 三.4). */
export const STEP_ORDER: readonly StepName[] = ['survey', 'plan', 'building', 'assessment', 'review', 'spot-check'];

/** The round of a year; throws `not-found` where the programme has none. */
export function roundOf(programme: Programme, year: number): RoundDefinition {
  const round = programme.rounds.find((candidate) => candidate.year === year);
  if (!round) {
    throw new DomainError('not-found', `方案没有 ${year} 年度`, { year });
  }
  return round;
}

/** The dated obligation of a kind in a year, or undefined where the programme sets no date for it. */
export function deadlineOf(programme: Programme, year: number, kind: DeadlineKind): DeadlineDefinition | undefined {
  return programme.deadlines.find((candidate) => candidate.year === year && candidate.kind === kind);
}

/** What an organisation's plan dates for each of its branches; the circular knows none of these dates (苏委工〔2020〕6号 三.4). */
export const INTERNAL_KINDS = ['apply', 'ballot', 'assess'] as const satisfies readonly DeadlineKind[];

/** Above the organisation: an internal date is told to none of these. */
const ABOVE: readonly RungAddressee[] = ['area-liaison', 'committee-officer', 'party-group'];

/** Of whom a date is, and of which kind; without a kind the ladder as the programme has it for the body. */
export interface Ladder {
  readonly body: DeadlineBody;
  readonly kind?: DeadlineKind;
}

/**
 * The ladder of a date. A branch's part of what its organisation owes (摸底) is reminded of alone: the organisation climbs. An internal date does not climb beyond its organisation: only the rungs of its body's ladder are left
 * that speak to somebody there, and a slip only where the organisation itself commands (苏委工〔2020〕6号 三.4).
 */
export function ladderOf(
  programme: Pick<Programme, 'ladders' | 'deadlines'>,
  { body, kind }: Ladder,
): readonly RungDefinition[] {
  const ladder = programme.ladders[body] ?? LADDER_OF_OWNERS;
  if ((INTERNAL_KINDS as readonly (DeadlineKind | undefined)[]).includes(kind)) return withinOrganisation(ladder, body);
  const isPart =
    body === 'branch' && programme.deadlines.some((date) => date.kind === kind && date.body === 'organisation');
  return isPart ? ladder.filter((rung) => rung.kind === 'remind') : ladder;
}

function withinOrganisation(ladder: readonly RungDefinition[], body: DeadlineBody): readonly RungDefinition[] {
  const isAbove = (one: RungAddressee) => ABOVE.includes(one) || (one === 'superior-office' && body !== 'branch');
  return ladder.flatMap(({ slip, bulletin: _, ...rung }) => {
    const to = rung.to.filter((one) => !isAbove(one));
    return to.length === 0 ? [] : [{ ...rung, to, ...(slip && body === 'branch' && { slip }) }];
  });
}

/**
 * Owners of problems are only ever reminded: before the date themselves, after it together with
 * their secretary and then the office above; a programme that has no ladder for them has this one (苏委工〔2020〕6号 三.3).
 */
const LADDER_OF_OWNERS: readonly RungDefinition[] = [
  { offset: -7, kind: 'remind', to: ['holder'], colour: 'blue' },
  { offset: -1, kind: 'remind', to: ['holder'], colour: 'blue' },
  { offset: 1, kind: 'remind', to: ['holder', 'owing-office'], colour: 'yellow' },
  { offset: 7, kind: 'remind', to: ['holder', 'owing-office', 'superior-office'], colour: 'red' },
];

/** Whether an unmet gate refuses: [D] always, [P] only once a document introduced it; else it warns. */
export function gateRefuses(gate: GateDefinition): boolean {
  return gate.source.mark === 'D' || (gate.source.introducedBy ?? '') !== '';
}

/** The steps of one branch in one round, in order; `recognised` says whether it holds a valid recognition as the round opens. */
export function stepsFor(programme: Programme, year: number, branch: { readonly recognised: boolean }): StepName[] {
  const scopes = roundOf(programme, year).steps;
  return STEP_ORDER.filter((step) => takesIn(scopes[step], branch.recognised));
}

/** The number of branches that a share (ten-thousandths) of `inScope` asks for, rounded up in integers (苏委工〔2020〕6号 二). */
export function requiredCount(share: number, inScope: number): number {
  return Math.floor((share * inScope + 9_999) / 10_000);
}

function takesIn(scope: StepScope, recognised: boolean): boolean {
  if (scope === 'all') return true;
  if (scope === 'not-yet-passed') return !recognised;
  return scope === 'passed-as-review' && recognised;
}
