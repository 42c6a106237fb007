import { ProfileOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';
import { searchOf } from '../../parts/list/list';
import { PROBLEMS } from './problems.list';

export const problemListRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/problems',
  validateSearch: searchOf(PROBLEMS),
  component: lazyRouteComponent(() => import('./problems'), 'ProblemList'),
});

export const problemListPage: Page = {
  to: '/problems',
  words: 'problem-list',
  icon: ProfileOutlined,
  permission: 'readProblems',
};
