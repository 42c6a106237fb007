import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { z } from 'zod';
import { officeRoute } from '../../app/root-route';
import { ACTIONS } from '../../parts/problems/problem-line';

/** Of a branch's year: the id is its run's. */
export const branchProblemsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/branch-problems/$id',
  validateSearch: z.object({
    do: z.enum(ACTIONS).optional().catch(undefined),
    problem: z.string().optional().catch(undefined),
  }),
  component: lazyRouteComponent(() => import('./branch-problems'), 'BranchProblems'),
});

/** Of a branch, whichever its latest year is. */
export const problemsOfBranchRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/branches/$id/problems',
  validateSearch: z.object({ problem: z.string().optional().catch(undefined) }),
  component: lazyRouteComponent(() => import('./problems-of-branch'), 'ProblemsOfBranch'),
});
