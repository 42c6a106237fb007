import { FileTextOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';
import { searchOf } from '../../parts/list/list';
import { commandSearch } from '../../parts/zooms';
import { SLIPS } from './slips.list';

export const slipsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/slips',
  validateSearch: searchOf(SLIPS),
  component: lazyRouteComponent(() => import('./slips'), 'Slips'),
});

export const slipRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/slips/$id',
  validateSearch: commandSearch,
  component: lazyRouteComponent(() => import('./slip'), 'SlipPage'),
});

export const slipsPage: Page = {
  to: '/slips',
  words: 'slips',
  icon: FileTextOutlined,
  permission: 'readSlips',
};
