import { IdcardOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';
import { searchOf } from '../../parts/list/list';
import { ACCOUNTS } from './accounts.list';

export const accountsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/accounts',
  validateSearch: searchOf(ACCOUNTS),
  component: lazyRouteComponent(() => import('./accounts'), 'Accounts'),
});

export const accountsPage: Page = {
  to: '/accounts',
  words: 'accounts',
  icon: IdcardOutlined,
  permission: 'readAccounts',
};
