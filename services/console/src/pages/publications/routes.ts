import { NotificationOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';

/** `year`: of the round whose list is prepared; the latest open one without. */
const search = z.object({ year: z.number().int().optional().catch(undefined) });

export const publicationsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/publications',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./publications'), 'Publications'),
});

export const publicationRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/publications/$id',
  component: lazyRouteComponent(() => import('./publication'), 'Publication'),
});

export const publicationsPage: Page = {
  to: '/publications',
  words: 'publications',
  icon: NotificationOutlined,
  permission: 'readPublications',
};
