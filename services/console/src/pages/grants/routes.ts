import { SolutionOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';
import { searchOf } from '../../parts/list/list';
import { GRANTS } from './grants.list';

export const grantsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/grants',
  validateSearch: searchOf(GRANTS),
  component: lazyRouteComponent(() => import('./grants'), 'Grants'),
});

export const grantsPage: Page = {
  to: '/grants',
  words: 'grants',
  icon: SolutionOutlined,
  permission: 'readAccounts', // whoever does the business reads them in the roster
};
