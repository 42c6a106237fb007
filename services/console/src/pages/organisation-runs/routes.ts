import { BRANCH_STEPS } from '@app/domain';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { officeRoute } from '../../app/root-route';
import { ZOOMS } from '../../parts/zooms';

/** `zoom`: how near the record is looked at; `do`: the command that is being given; `step`: of the branches shown. */
const organisationRunSearch = z.object({
  zoom: z.enum(ZOOMS).optional().catch(undefined),
  do: z.string().max(40).optional().catch(undefined),
  step: z.enum(BRANCH_STEPS).optional().catch(undefined),
});

export const organisationRunRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/organisation-runs/$id',
  validateSearch: organisationRunSearch,
  component: lazyRouteComponent(() => import('./organisation-run'), 'OrganisationRun'),
});
