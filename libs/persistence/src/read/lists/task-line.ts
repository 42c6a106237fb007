import {
  type CivilDate,
  COMMAND_WORDS,
  type Instant,
  type Light,
  type OfficeRef,
  type PermissionName,
  RUN_KINDS,
  type RunKind,
  type Words,
} from '@app/domain';

/** A run that waits for an office, a recheck for a second person, a problem for its owner, a slip for who orders or owes, a round or a publication for the committee. */
export type TaskKind = Exclude<RunKind, 'campaign'> | 'recheck' | 'problem' | 'slip' | 'round' | 'publication';

/** What may be on a list of tasks. */
export const TASK_KINDS: readonly TaskKind[] = [
  ...RUN_KINDS.filter((kind) => kind !== 'campaign'),
  'recheck',
  'problem',
  'slip',
  'round',
  'publication',
];

/** What waits for an office of the asker, or a problem that he owns. */
export interface Task {
  readonly kind: TaskKind;
  /** Of the run, the recheck, the problem, the slip, the round or the publication. */
  readonly id: string;
  readonly workflowId: string | null;
  /** Of the branch's latest year, on whose page a problem is worked at; null for every other kind. */
  readonly runId: string | null;
  readonly year: number;
  /** The body it is about. */
  readonly code: string;
  readonly name: string;
  readonly step: string;
  /** The step in words. */
  readonly title: string;
  readonly titleEn: string;
  /** The hand-over that does it; null where it is done by no command, as what the owner of a problem does, or while it is held up. */
  readonly action: Action | null;
  /** What holds it up: so many branches wait to be listed, and these lack the conclusion without which no list goes out. */
  readonly held: { readonly branches: number; readonly lacking: readonly string[] } | null;
  /** Whoever holds the office it waits for is kept away from it by the separation of persons: another must be brought in. */
  readonly isStuck: boolean;
  /** Null for a problem: its dates are its own. */
  readonly since: Instant | null;
  /** Null for an owner who holds no office in the branch. */
  readonly office: OfficeRef | null;
  /** Of the date by which it is needed, for a slip the one that it is about; null where none binds it. */
  readonly light: Light | null;
  readonly dueDate: CivilDate | null;
  /** Negative by the workdays that have passed since. */
  readonly workdaysLeft: number | null;
}

/** A command by its name and in words. */
export interface Action {
  readonly name: PermissionName;
  readonly title: string;
  readonly titleEn: string;
}

export type OfficeOf = OfficeRef & { readonly campaignId: string };

/** Whose tasks are asked for. */
export interface Asker {
  readonly campaignId: string;
  readonly personId: string | null;
  readonly offices: readonly OfficeOf[];
}

/** The longest list of tasks of one kind; who has more works from the list of runs. */
export const LONGEST = 500;

export function toOfficeRef(office: OfficeOf | undefined): OfficeRef | null {
  return office ? { role: office.role, bodyKind: office.bodyKind, bodyId: office.bodyId } : null;
}

/** A step and what is to be done at it, in words. */
export function inWords(step: Words, name: PermissionName | null): Pick<Task, 'title' | 'titleEn' | 'action'> {
  const words = name && COMMAND_WORDS[name];
  return {
    title: step.zh,
    titleEn: step.en,
    action: name && words ? { name, title: words.zh, titleEn: words.en } : null,
  };
}
