import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../app/root-route';

export const organisationPlanRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/organisation-plans/$id',
  component: lazyRouteComponent(() => import('./organisation-plan'), 'OrganisationPlanPage'),
});
