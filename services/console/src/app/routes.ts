import { accountsPage, accountsRoute } from '../pages/accounts/routes';
import { assessmentRoute, reviewRoute } from '../pages/assessments/routes';
import { voteRoute } from '../pages/ballots/routes';
import { branchBallotRoute } from '../pages/branch-ballots/routes';
import { branchPlanRoute } from '../pages/branch-plans/routes';
import { branchProblemsRoute, problemsOfBranchRoute } from '../pages/branch-problems/routes';
import { branchRunRoute, paperVersionsRoute } from '../pages/branch-runs/routes';
import { branchRunsPage, branchRunsRoute, branchesRoute } from '../pages/branches/routes';
import { campaignsPage, overviewRoute } from '../pages/campaigns/routes';
import { deadlinesPage, deadlinesRoute } from '../pages/deadlines/routes';
import { deliveriesPage, deliveriesRoute } from '../pages/deliveries/routes';
import { grantsPage, grantsRoute } from '../pages/grants/routes';
import { lateEntriesPage, lateEntriesRoute } from '../pages/late-entries/routes';
import { mePage, workRoute } from '../pages/me/routes';
import { organisationPlanRoute } from '../pages/organisation-plans/routes';
import { organisationRunRoute } from '../pages/organisation-runs/routes';
import { organisationRunsPage, organisationRunsRoute } from '../pages/organisations/routes';
import { problemListPage, problemListRoute } from '../pages/problem-list/routes';
import { programmePage, programmeRoute } from '../pages/programmes/routes';
import { publicationRoute, publicationsPage, publicationsRoute } from '../pages/publications/routes';
import { recheckRoute, rechecksPage } from '../pages/rechecks/routes';
import { recognitionsPage, recognitionsRoute } from '../pages/recognitions/routes';
import { refusalsPage, refusalsRoute } from '../pages/refusals/routes';
import { rosterPage, rosterRoute } from '../pages/roster/routes';
import { closingRoute, roundsPage, roundsRoute } from '../pages/rounds/routes';
import { signInRoute } from '../pages/sessions/routes';
import { slipRoute, slipsPage, slipsRoute } from '../pages/slips/routes';
import { spotCheckRoute, spotChecksPage, spotChecksRoute } from '../pages/spot-checks/routes';
import { streamRoute, streamsPage, streamsRoute } from '../pages/streams/routes';
import { surveyRoute } from '../pages/surveys/routes';
import { systemPage, systemRoute } from '../pages/system/routes';
import { verificationsPage, verificationsRoute } from '../pages/verifications/routes';
import { viewRoute } from '../pages/views/routes';
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
  streamsPage,
  verificationsPage,
  programmePage,
  rosterPage,
  grantsPage,
  systemPage,
  deliveriesPage,
  accountsPage,
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
    publicationRoute,
    recognitionsRoute,
    roundsRoute,
    closingRoute,
    branchRunRoute,
    paperVersionsRoute,
    organisationRunRoute,
    organisationPlanRoute,
    surveyRoute,
    branchBallotRoute,
    branchPlanRoute,
    branchProblemsRoute,
    problemsOfBranchRoute,
    assessmentRoute,
    reviewRoute,
    branchRunsRoute,
    branchesRoute,
    organisationRunsRoute,
    problemListRoute,
    deadlinesRoute,
    slipsRoute,
    slipRoute,
    lateEntriesRoute,
    refusalsRoute,
    streamsRoute,
    streamRoute,
    verificationsRoute,
    viewRoute,
    programmeRoute,
    rosterRoute,
    grantsRoute,
    systemRoute,
    deliveriesRoute,
    accountsRoute,
  ]),
]);
