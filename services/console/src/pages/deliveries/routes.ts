import { MailOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';
import { searchOf } from '../../parts/list/list';
import { DELIVERIES } from './deliveries.list';

export const deliveriesRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/deliveries',
  validateSearch: searchOf(DELIVERIES),
  component: lazyRouteComponent(() => import('./deliveries'), 'Deliveries'),
});

export const deliveriesPage: Page = {
  to: '/deliveries',
  words: 'deliveries',
  icon: MailOutlined,
  permission: 'readDeliveries',
};
