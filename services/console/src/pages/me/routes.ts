import { CarryOutOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';

export const workRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/',
  component: lazyRouteComponent(() => import('./work'), 'Work'),
});

export const mePage: Page = { to: '/', words: 'me', icon: CarryOutOutlined, permission: 'readMe' };
