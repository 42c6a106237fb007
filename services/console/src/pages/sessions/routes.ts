import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { rootRoute } from '../../app/root-route';

/** An address of this console; one of another site (`//elsewhere`, `https:`) leads to the first page. */
const back = z
  .string()
  .regex(/^\/(?![/\\])/)
  .optional()
  .catch(undefined);

export const signInRoute = createRoute({
  getParentRoute: () => rootRoute,
  path: '/sign-in',
  validateSearch: z.object({ back }),
  component: lazyRouteComponent(() => import('./sign-in'), 'SignIn'),
});
