import { createRootRoute, createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router';
import { z } from 'zod';
import { Problem } from '../problem';
import { holdsChosen, meQuery } from './me';
import { PageFault } from './page-fault';
import { NoSuchPage } from './no-such-page';
import { forgetOffice } from './preferences';
import { queryClient } from './query-client';

export const rootRoute = createRootRoute({
  component: Outlet,
  errorComponent: PageFault,
  notFoundComponent: NoSuchPage,
});

/** Parent of every page that needs a session: asks for it first, and draws the frame around it. */
export const officeRoute = createRoute({
  getParentRoute: () => rootRoute,
  id: 'office',
  validateSearch: z.object({ campaign: z.string().optional().catch(undefined) }),
  beforeLoad: async ({ location }) => {
    try {
      const me = await queryClient.ensureQueryData(meQuery);
      if (!holdsChosen(me)) forgetOffice();
    } catch (error) {
      if (!(error instanceof Problem && error.isSessionEnd)) throw error;
      redirect({ to: '/sign-in', search: { back: location.href }, throw: true });
    }
  },
  component: lazyRouteComponent(() => import('./shell'), 'Shell'),
});
