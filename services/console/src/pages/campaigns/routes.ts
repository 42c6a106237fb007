import { TableOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';

/** `year`: of the round; the latest without. */
const overviewSearch = z.object({ year: z.number().int().optional().catch(undefined) });

export const overviewRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/overview',
  validateSearch: overviewSearch,
  component: lazyRouteComponent(() => import('./overview'), 'Overview'),
});

export const campaignsPage: Page = {
  to: '/overview',
  words: 'campaigns',
  icon: TableOutlined,
  permission: 'readOverview',
};
