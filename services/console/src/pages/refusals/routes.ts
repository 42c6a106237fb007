import { StopOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';
import { searchOf } from '../../parts/list/list';
import { REFUSALS } from './refusals.list';

export const refusalsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/refusals',
  validateSearch: searchOf(REFUSALS),
  component: lazyRouteComponent(() => import('./refusals'), 'Refusals'),
});

export const refusalsPage: Page = {
  to: '/refusals',
  words: 'refusals',
  icon: StopOutlined,
  permission: 'readRefusals',
};
