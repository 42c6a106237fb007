import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../app/root-route';

export const branchPlanRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/branch-plans/$id',
  component: lazyRouteComponent(() => import('./branch-plan'), 'BranchPlanPage'),
});
