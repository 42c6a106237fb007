import { CalendarOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';

export const roundsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/rounds',
  component: lazyRouteComponent(() => import('./rounds'), 'Rounds'),
});

export const closingRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/rounds/$id/close',
  component: lazyRouteComponent(() => import('./closing'), 'Closing'),
});

export const roundsPage: Page = { to: '/rounds', words: 'rounds', icon: CalendarOutlined, permission: 'readRounds' };
