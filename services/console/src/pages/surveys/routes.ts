import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../app/root-route';

export const surveyRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/surveys/$id',
  component: lazyRouteComponent(() => import('./survey'), 'SurveyPage'),
});
