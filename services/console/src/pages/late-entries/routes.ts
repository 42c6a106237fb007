import { HistoryOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';
import { searchOf } from '../../parts/list/list';
import { LATE_ENTRIES } from './late-entries.list';

export const lateEntriesRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/late-entries',
  validateSearch: searchOf(LATE_ENTRIES),
  component: lazyRouteComponent(() => import('./late-entries'), 'LateEntries'),
});

export const lateEntriesPage: Page = {
  to: '/late-entries',
  words: 'late-entries',
  icon: HistoryOutlined,
  permission: 'readLateEntries',
};
