import { assessmentRoute } from '../pages/assessments/routes';
import { voteRoute } from '../pages/ballots/routes';
import { branchPlanRoute } from '../pages/branch-plans/routes';
import { branchProblemsRoute } from '../pages/branch-problems/routes';
import { branchRunRoute } from '../pages/branch-runs/routes';
import { branchRunsPage, branchRunsRoute, branchesRoute } from '../pages/branches/routes';
import { campaignsPage, overviewRoute } from '../pages/campaigns/routes';
import { deadlinesPage, deadlinesRoute } from '../pages/deadlines/routes';
import { lateEntriesPage, lateEntriesRoute } from '../pages/late-entries/routes';
import { mePage, workRoute } from '../pages/me/routes';
import { organisationRunRoute } from '../pages/organisation-runs/routes';
import { organisationRunsPage, organisationRunsRoute } from '../pages/organisations/routes';
import { problemListPage, problemListRoute } from '../pages/problem-list/routes';
import { publicationsPage, publicationsRoute } from '../pages/publications/routes';
import { recheckRoute, rechecksPage } from '../pages/rechecks/routes';
import { recognitionsPage, recognitionsRoute } from '../pages/recognitions/routes';
import { refusalsPage, refusalsRoute } from '../pages/refusals/routes';
import { closingRoute, roundsPage, roundsRoute } from '../pages/rounds/routes';
import { signInRoute } from '../pages/sessions/routes';
import { slipsPage, slipsRoute } from '../pages/slips/routes';
import { spotCheckRoute, spotChecksPage, spotChecksRoute } from '../pages/spot-checks/routes';
import { surveyRoute } from '../pages/surveys/routes';
import type { Page } from './page';
import { officeRoute, rootRoute } from './root-route';

/** Every page that has a place in the side navigation and the palette, in its order. */
export const PAGES: readonly Page[] = [
  mePage,
  campaignsPage,
  branchRunsPage,
  organisationRunsPage,
  problemListPage,
  deadlinesPage,
  slipsPage,
  spotChecksPage,
  rechecksPage,
  publicationsPage,
  recognitionsPage,
  roundsPage,
  lateEntriesPage,
  refusalsPage,
];

/** Every address. */
export const routeTree = rootRoute.addChildren([
  signInRoute,
  voteRoute,
  officeRoute.addChildren([
    workRoute,
    overviewRoute,
    spotChecksRoute,
    spotCheckRoute,
    recheckRoute,
    publicationsRoute,
    recognitionsRoute,
    roundsRoute,
    closingRoute,
    branchRunRoute,
    organisationRunRoute,
    surveyRoute,
    branchPlanRoute,
    branchProblemsRoute,
    assessmentRoute,
    branchRunsRoute,
    branchesRoute,
    organisationRunsRoute,
    problemListRoute,
    deadlinesRoute,
    slipsRoute,
    lateEntriesRoute,
    refusalsRoute,
  ]),
]);
