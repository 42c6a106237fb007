import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { officeRoute } from '../../app/root-route';
import { ZOOMS } from '../../parts/zooms';

/** `zoom`: how near the record is looked at; `do`: the command that is being given. */
export const runSearch = z.object({
  zoom: z.enum(ZOOMS).optional().catch(undefined),
  do: z.string().max(40).optional().catch(undefined),
});

/** The two savings of a paper that are compared, `copy-saving`. */
const versionsSearch = z.object({
  before: z.coerce.string().optional().catch(undefined),
  after: z.coerce.string().optional().catch(undefined),
});

export const paperVersionsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/branch-runs/$id/versions/$kind',
  validateSearch: versionsSearch,
  component: lazyRouteComponent(() => import('./versions'), 'PaperVersions'),
});

export const branchRunRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/branch-runs/$id',
  validateSearch: runSearch,
  component: lazyRouteComponent(() => import('./branch-run'), 'BranchRun'),
});
