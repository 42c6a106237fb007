import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../app/root-route';

export const assessmentRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/assessments/$id',
  component: lazyRouteComponent(() => import('./assessment'), 'AssessmentPage'),
});
