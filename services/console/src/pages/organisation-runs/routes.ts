import { BRANCH_STEPS } from '@app/domain';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { officeRoute } from '../../app/root-route';
import { runSearch } from '../../parts/zooms';

/** `step`: of the branches shown. */
const organisationRunSearch = runSearch.extend({
  step: z.enum(BRANCH_STEPS).optional().catch(undefined),
});

export const organisationRunRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/organisation-runs/$id',
  validateSearch: organisationRunSearch,
  component: lazyRouteComponent(() => import('./organisation-run'), 'OrganisationRun'),
});
