import { BankOutlined } from '@ant-design/icons';
import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import type { Page } from '../../app/page';
import { officeRoute } from '../../app/root-route';
import { searchOf } from '../../parts/list/list';
import { ORGANISATION_RUNS } from './organisation-runs.list';

export const organisationRunsRoute = createRoute({
  getParentRoute: () => officeRoute,
  path: '/organisation-runs',
  validateSearch: searchOf(ORGANISATION_RUNS),
  component: lazyRouteComponent(() => import('./organisation-runs'), 'OrganisationRuns'),
});

export const organisationRunsPage: Page = {
  to: '/organisation-runs',
  words: 'organisations',
  icon: BankOutlined,
  permission: 'readOrganisationRuns',
};
