import { ExperimentOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';

/** `year`: of the round; all without. */
const listSearch = z.object({ year: z.number().int().optional().catch(undefined) });

export const spotChecksRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/spot-checks',
  validateSearch: listSearch,
  component: lazyRouteComponent(() => import('./spot-checks'), 'SpotChecks'),
});

export const spotCheckRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/spot-checks/$id',
  component: lazyRouteComponent(() => import('./spot-check'), 'SpotCheckPage'),
});

export const spotChecksPage: Page = {
  to: '/spot-checks',
  words: 'spot-checks',
  icon: ExperimentOutlined,
  permission: 'readSpotChecks',
};
