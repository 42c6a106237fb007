import {
  type CivilDate,
  type Instant,
  lastDayBefore,
  type PermissionName,
  type Place,
  possibleCommands,
  problemCommands,
  type ProblemState,
  type ProcessCommandName,
  processOf,
  type Role,
  rolesAt,
} from '@app/domain';
import {
  dissolvedAmong,
  filingSenderOf,
  isEnterable,
  isListReady,
  isRoundDue,
  ownersOf,
  paperBoxesOf,
} from '@app/persistence';
import type { EntityManager } from 'typeorm';
import type { Speaker } from '../edge/speaker';
import type { FoundRun } from './places';

/** A run at the instant at which somebody asks, in programme time. */
export interface RunNow {
  readonly run: FoundRun;
  readonly now: Instant;
}

/**
 * What the speaker may do with a run now: tried by its own rules, and without what the tables know that
 * he himself may not, or that nobody may on this day; of a branch's year, until it is over, enter a problem too, and a count
 * while its ballot is on paper.
 */
export async function allowedActions(m: EntityManager, speaker: Speaker, asked: RunNow): Promise<PermissionName[]> {
  const { run, now } = asked;
  const { kind, id, setting, state, branchId, campaignId, place } = run;
  const { actor } = speaker.identity;
  const roles = speaker.officesAt(run.place).map(({ role }) => role);
  const ofBranch = kind === 'branch-run' && speaker.isOfBranch(branchId);
  const process = processOf(kind);
  const commands = possibleCommands(
    process,
    { setting, state, at: now },
    { actor, roles, ofBranch },
  ) as ProcessCommandName[];
  if (kind === 'campaign') {
    // a recognition is offered while its list is published: its page says from which day on it is taken
    return without(commands, 'openRound', async () => !(await isRoundDue(m, campaignId, now)));
  }
  if (kind !== 'branch-run') {
    const open = await without(commands, 'registerFiling', async () => (await filingSenderOf(m, id)) === actor);
    return without(open, 'submitConclusions', async () => !(await isListReady(m, id)));
  }
  const box = commands.includes('closeBallot') ? (await paperBoxesOf(m, [id])).get(id) : undefined;
  const others: PermissionName[] = [
    ...(box ? (['enterBallotCount'] as const) : []),
    ...(state.step !== process.last && mayHere('enterProblem', place, roles) ? (['enterProblem'] as const) : []),
  ];
  const open = await without(commands, 'closeBallot', async () => box?.firstCounterId === actor);
  const timely = await without(open, 'submitAssessment', async () => !(await isStillTaken(m, asked)));
  return [...timely, ...others];
}

/** Of what is allowed, what is taken by now only as the late entry of what happened in time (补录). */
export function onlyAsLateEntry(allowed: readonly string[], asked: RunNow): string[] {
  return allowed.filter((name) => lastDay(name, asked) !== null);
}

/** A self-assessment after its last day is entered late, while that can be. */
async function isStillTaken(m: EntityManager, asked: RunNow): Promise<boolean> {
  const on = lastDay('submitAssessment', asked);
  if (on === null) return true;
  const { campaignId, workflowId, year } = asked.run;
  const home = { campaignId, workflowId, ...(year !== null && { year }) };
  return isEnterable(m, home, { type: 'assessment-submitted', on, now: asked.now });
}

function lastDay(name: string, { run: { kind, setting, state }, now }: RunNow): CivilDate | null {
  const process = processOf(kind);
  return Object.hasOwn(process.commands, name) ? lastDayBefore(process, { setting, state, at: now }, name) : null;
}

async function without(
  commands: readonly PermissionName[],
  name: PermissionName,
  isBarred: () => Promise<boolean>,
): Promise<PermissionName[]> {
  if (!commands.includes(name) || !(await isBarred())) return [...commands];
  return commands.filter((command) => command !== name);
}

/** A line of the problem register and where it stands. */
export interface PlacedProblem {
  readonly id: string;
  readonly branchId: string;
  readonly place: Place;
  readonly state: ProblemState;
}

/** What the speaker may do next with each of these lines of the problem register, in their order. */
export async function allowedProblemActions(
  m: EntityManager,
  speaker: Speaker,
  problems: readonly PlacedProblem[],
): Promise<PermissionName[][]> {
  const dissolved = await dissolvedAmong(
    m,
    problems.map(({ branchId }) => branchId),
  );
  const offered = problems.map(({ branchId, place, state }) => {
    const roles = speaker.officesAt(place).map(({ role }) => role);
    return problemCommands(state, dissolved.has(branchId))
      .map((kind) => PROBLEM_PERMISSIONS[kind])
      .filter((name) => mayHere(name, place, roles));
  });
  const verifiable = problems.filter((_, at) => offered[at]?.some((name) => VERIFYING.includes(name)));
  const owners = await ownersOf(
    m,
    verifiable.map(({ id }) => id),
  );
  return offered.map((names, at) =>
    owners.get(problems[at]?.id ?? '')?.includes(speaker.identity.actor)
      ? names.filter((name) => !VERIFYING.includes(name))
      : names,
  );
}

/** Not done by who has answered for the problem. */
const VERIFYING: readonly PermissionName[] = ['closeProblem', 'sendBackProblem'];

function mayHere(name: PermissionName, place: Place, roles: readonly Role[]): boolean {
  return rolesAt(name, place).some((role) => roles.includes(role));
}

const PROBLEM_PERMISSIONS = {
  enter: 'enterProblem',
  plan: 'planProblem',
  close: 'closeProblem',
  'send-back': 'sendBackProblem',
  raise: 'raiseProblem',
  answer: 'answerProblem',
} as const;
