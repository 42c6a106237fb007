import { BRANCH_RUN } from '../branch-run/branch-run.process';
import { CAMPAIGN } from '../campaign/campaign.process';
import { ORGANISATION_RUN } from '../organisation-run/organisation-run.process';
import { SPOT_CHECK } from '../spot-check/spot-check.process';
import type { Words } from '../words';
import { type Phase, PHASE_TABLE } from './phases';
import type { CommandNameOf, Process } from './process';

/** The kinds of run, each with its definition: a fifth is one folder and one line here. */
const PROCESSES = {
  'branch-run': BRANCH_RUN,
  'organisation-run': ORGANISATION_RUN,
  campaign: CAMPAIGN,
  'spot-check': SPOT_CHECK,
} as const;

export type RunKind = keyof typeof PROCESSES;

/** The bundle of types of a kind of run. */
export type TypesOfRun<K extends RunKind> = {
  [kind in RunKind]: (typeof PROCESSES)[kind] extends Process<infer P> ? P : never;
}[K];

export const RUN_KINDS = Object.keys(PROCESSES) as [RunKind, ...RunKind[]];

/** The one word of a kind, by which its workflow, its ids and its streams are called: `branch` of `branch-run`. */
export function stemOf(kind: string): string {
  return kind.replace(/-run$/, '');
}

/** Whether a word names a kind of run. */
export function isRunKind(word: string): word is RunKind {
  return RUN_KINDS.some((kind) => kind === word);
}

/** The table of a kind's rows: `branch_runs` of `branch-run`. */
export function tableOf(kind: RunKind): string {
  return `${kind.replaceAll('-', '_')}s`;
}

/** A definition, whatever its kind: the one place where the types of a kind are let go. */
export function processOf(kind: RunKind): Process {
  return PROCESSES[kind] as unknown as Process;
}

const ALL = RUN_KINDS.map(processOf);

/** A hand-over of a process: its permission, its Update and its route have one name. */
export type ProcessCommandName = { [K in RunKind]: CommandNameOf<TypesOfRun<K>> }[RunKind];

/** Every command of every kind, with the kind of body that its subject belongs to and the roles that may hold its office. */
export const RUN_COMMANDS = ALL.flatMap(({ commands, offices, scope }) =>
  Object.entries(commands).map(([name, definition]) => ({
    name: name as ProcessCommandName,
    roles: offices[definition.by].roles,
    scope: definition.scope ?? scope,
    words: { zh: definition.zh, en: definition.en },
  })),
);

export const COMMAND_OF_RUN_WORDS: Readonly<Record<string, Words>> = Object.fromEntries(
  RUN_COMMANDS.map(({ name, words }) => [name, words]),
);

/** The steps of every kind of run; where two kinds have a step of one name, it has one meaning and the same words. */
export const STEP_WORDS: Readonly<Record<StepName, Words>> = Object.assign(
  {},
  ...ALL.map(({ steps }) => steps),
) as Record<StepName, Words>;

type StepName = { [K in RunKind]: TypesOfRun<K>['state']['step'] }[RunKind];

/** The events of every kind of run. */
export const RUN_EVENT_WORDS: Readonly<Record<RunEventType, Words>> = Object.assign(
  {},
  ...ALL.map(({ events }) => events),
) as Record<RunEventType, Words>;

export type RunEventType = { [K in RunKind]: TypesOfRun<K>['event']['type'] }[RunKind];

export const PHASE_WORDS: Readonly<Record<Phase, Words>> = Object.fromEntries(
  Object.entries(PHASE_TABLE).map(([phase, { words }]) => [phase, words]),
) as Record<Phase, Words>;

export const PHASES = namesOf(PHASE_TABLE);
export const BRANCH_STEPS = namesOf(BRANCH_RUN.steps);
export const ORGANISATION_STEPS = namesOf(ORGANISATION_RUN.steps);
export const SPOT_CHECK_STEPS = namesOf(SPOT_CHECK.steps);

/** The names of a table, in its order. */
function namesOf<T extends object>(table: T): [keyof T & string, ...(keyof T & string)[]] {
  return Object.keys(table) as [keyof T & string, ...(keyof T & string)[]];
}
