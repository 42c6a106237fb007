import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { rootRoute } from '../../app/root-route';

/** For whoever holds a code, without an account. The code may stand behind `#`, which no browser sends to a server. */
export const voteRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/vote',
  component: lazyRouteComponent(() => import('./vote'), 'Vote'),
});
