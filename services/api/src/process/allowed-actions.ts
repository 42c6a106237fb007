import {
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
import type { Speaker } from '../edge/speaker';
import type { FoundRun } from './places';

/** What the speaker may do next with a run, tried by its own rules; of a branch's year, until it is over, enter a problem too. */
export function allowedActions(speaker: Speaker, run: FoundRun): PermissionName[] {
  const { kind, setting, state, since: at, branchId, place } = run;
  const roles = speaker.officesAt(run.place).map(({ role }) => role);
  const ofBranch = kind === 'branch-run' && speaker.isOfBranch(branchId);
  const asker = { actor: speaker.identity.actor, roles, ofBranch };
  const process = processOf(kind);
  const commands = possibleCommands(process, { setting, state, at }, asker) as ProcessCommandName[];
  const mayEnter = kind === 'branch-run' && state.step !== process.last && mayHere('enterProblem', place, roles);
  return mayEnter ? [...commands, 'enterProblem'] : commands;
}

/** What the speaker may do next with a line of the problem register. */
export function allowedProblemActions(speaker: Speaker, place: Place, state: ProblemState): PermissionName[] {
  const roles = speaker.officesAt(place).map(({ role }) => role);
  return problemCommands(state)
    .map((kind) => PROBLEM_PERMISSIONS[kind])
    .filter((name) => mayHere(name, place, roles));
}

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
