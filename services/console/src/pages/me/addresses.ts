import type { PermissionName, ProcessCommandName } from '@app/domain';
import type { components } from '../../api/schema';

type Task = components['schemas']['Task'];
/** What a task or a notice can be about. */
type Told = Task['kind'] | NonNullable<components['schemas']['Notice']['kind']>;

/** The pages of what is done elsewhere than with the thing that waits. */
const PAGE_OF_ACTION: Readonly<Partial<Record<PermissionName, string>>> = {
  orderSpotCheck: '/spot-checks',
  openPublication: '/publications',
  recordRecognition: '/recognitions',
  concludeRecheck: '/rechecks',
} satisfies Partial<Record<ProcessCommandName, string>>;

/** Where a thing of each kind is looked at; a round's and a publication's work is found by its action. */
const PAGE_OF_KIND: Readonly<Partial<Record<Told, string>>> = {
  'branch-run': '/branch-runs',
  'organisation-run': '/organisation-runs',
  'spot-check': '/spot-checks',
  slip: '/slips',
};

/** Where what waits, or was told, is looked at; null for what is no page's. */
export function addressOf(kind: Told | null, id: string | null): string | null {
  const page = kind && PAGE_OF_KIND[kind];
  return page && id !== null ? `${page}/${id}` : null;
}

/** Where a task is done. */
export function placeOf({ kind, id, runId, action }: Pick<Task, 'kind' | 'id' | 'runId' | 'action'>): string | null {
  if (kind === 'recheck') return '/rechecks';
  if (kind === 'problem') return runId && `/branch-problems/${runId}`;
  return (action && PAGE_OF_ACTION[action.name as PermissionName]) ?? addressOf(kind, id);
}
