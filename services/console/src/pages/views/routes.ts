import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { officeRoute } from '../../app/root-route';

export const viewRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/views/$id',
  component: lazyRouteComponent(() => import('./view'), 'OpenView'),
});
