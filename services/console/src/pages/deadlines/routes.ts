import { ClockCircleOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';
import { searchOf } from '../../parts/list/list';
import { DEADLINES } from './deadlines.list';

export const deadlinesRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/deadlines',
  validateSearch: searchOf(DEADLINES),
  component: lazyRouteComponent(() => import('./deadlines'), 'Deadlines'),
});

export const deadlinesPage: Page = {
  to: '/deadlines',
  search: { open: 'true' },
  words: 'deadlines',
  icon: ClockCircleOutlined,
  permission: 'readDeadlines',
};
