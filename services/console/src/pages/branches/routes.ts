import { ApartmentOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';
import { searchOf } from '../../parts/list/list';
import { BRANCH_RUNS } from './branch-runs.list';
import { BRANCHES } from './branches.list';

export const branchRunsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/branch-runs',
  validateSearch: searchOf(BRANCH_RUNS),
  component: lazyRouteComponent(() => import('./branch-runs'), 'BranchRuns'),
});

export const branchRunsPage: Page = {
  to: '/branch-runs',
  words: 'branches',
  icon: ApartmentOutlined,
  permission: 'readBranchRuns',
};

export const branchesRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/branches',
  validateSearch: searchOf(BRANCHES),
  component: lazyRouteComponent(() => import('./branches'), 'Branches'),
});
