import { DomainError } from '../errors';
import type {
  DeadlineBody,
  DeadlineDefinition,
  DeadlineKind,
  GateDefinition,
  Programme,
  RoundDefinition,
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

/**
 * The ladder of a body. Owners of problems are only ever reminded: before the date themselves, after it together with
 * their secretary and then the office above; a programme that has no ladder for them has this one (苏委工〔2020〕6号 三.3).
 */
export function ladderOf(programme: Pick<Programme, 'ladders'>, body: DeadlineBody): readonly RungDefinition[] {
  return programme.ladders[body] ?? LADDER_OF_OWNERS;
}

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
