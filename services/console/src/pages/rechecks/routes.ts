import { FileSearchOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';

/** `spotCheck`: whose rechecks; those of all without. */
const search = z.object({ spotCheck: z.string().optional().catch(undefined) });

export const recheckRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/rechecks',
  validateSearch: search,
  component: lazyRouteComponent(() => import('./rechecks'), 'Rechecks'),
});

export const rechecksPage: Page = {
  to: '/rechecks',
  words: 'rechecks',
  icon: FileSearchOutlined,
  permission: 'readRechecks',
};
