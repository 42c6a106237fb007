import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../app/root-route';

/** Of a branch's year: the id is its run's. */
export const branchProblemsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/branch-problems/$id',
  component: lazyRouteComponent(() => import('./branch-problems'), 'BranchProblems'),
});
