import { TeamOutlined } from '@ant-design/icons';
import { isCivilDate } from '@app/domain';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';

const text = z.coerce.string().optional().catch(undefined);

export const rosterRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/roster',
  validateSearch: z.object({
    asOf: z.string().refine(isCivilDate).optional().catch(undefined),
    q: text,
    organisationId: text,
    branchId: text,
  }),
  component: lazyRouteComponent(() => import('./roster'), 'Roster'),
});

export const rosterPage: Page = { to: '/roster', words: 'roster', icon: TeamOutlined, permission: 'readOrganisations' };
