import { DashboardOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';

export const systemRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/system',
  component: lazyRouteComponent(() => import('./system'), 'SystemPage'),
});

export const systemPage: Page = { to: '/system', words: 'system', icon: DashboardOutlined, permission: 'readSystem' };
