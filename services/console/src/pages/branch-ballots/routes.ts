import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../app/root-route';

/** `id`: of the branch's year, as its problems have it. */
export const branchBallotRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/branch-ballots/$id',
  component: lazyRouteComponent(() => import('./branch-ballot'), 'BranchBallotPage'),
});
