import { AuditOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';

/** `id`: which verification is looked at; the last one without. */
export const verificationsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/verifications',
  validateSearch: z.object({ id: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./verifications'), 'Verifications'),
});

export const verificationsPage: Page = {
  to: '/verifications',
  words: 'verifications',
  icon: AuditOutlined,
  permission: 'readVerifications',
};
