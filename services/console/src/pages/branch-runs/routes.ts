import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { officeRoute } from '../../app/root-route';
import { runSearch } from '../../parts/zooms';

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
