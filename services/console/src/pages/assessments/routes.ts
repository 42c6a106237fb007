import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../app/root-route';

export const assessmentRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/assessments/$id',
  component: lazyRouteComponent(() => import('./assessment'), 'AssessmentPage'),
});

/** A review is the last sheet with what changed since. */
export const reviewRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/reviews/$id',
  component: lazyRouteComponent(() => import('./review'), 'ReviewPage'),
});
