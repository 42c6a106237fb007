import type { PermissionName, ProcessCommandName } from '@app/domain';
import type { components } from '../../api/schema';
import { problemsAddress } from '../../parts/problems/problems-address';

type Task = components['schemas']['Task'];
type Notice = components['schemas']['Notice'];
/** What a task or a notice can be about. */
type Kind = Task['kind'] | NonNullable<Notice['kind']>;

/** The pages of what is done elsewhere than with the thing that waits. */
const PAGE_OF_ACTION: Readonly<Partial<Record<PermissionName, string>>> = {
  orderSpotCheck: '/spot-checks',
  openPublication: '/publications',
  recordRecognition: '/recognitions',
  concludeRecheck: '/rechecks',
} satisfies Partial<Record<ProcessCommandName, string>>;

/** Where a thing of each kind is looked at; a round's and a publication's work is found by its action. */
const PAGE_OF_KIND: Readonly<Partial<Record<Kind, string>>> = {
  'branch-run': '/branch-runs',
  'organisation-run': '/organisation-runs',
  'spot-check': '/spot-checks',
  slip: '/slips',
};

/** Where what was told is looked at; null for what is about nothing that has a page. */
export function addressOf({ kind, runId, branchId }: Pick<Notice, 'kind' | 'runId' | 'branchId'>): string | null {
  if (kind === null || runId === null) return null;
  if (kind === 'problem') return branchId && problemsAddress(branchId);
  return `${PAGE_OF_KIND[kind]}/${runId}`;
}

/** Where a task is done. */
export function placeOf({ kind, id, runId, action }: Pick<Task, 'kind' | 'id' | 'runId' | 'action'>): string | null {
  if (kind === 'recheck') return '/rechecks';
  if (kind === 'problem') return runId && `/branch-problems/${runId}`;
  const page = PAGE_OF_KIND[kind];
  return (action && PAGE_OF_ACTION[action.name as PermissionName]) ?? (page ? `${page}/${id}` : null);
}
