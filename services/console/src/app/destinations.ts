import { useDeferredValue } from 'react';
import { api } from '../client';
import { useDates } from '../words/dates';
import { may, useMe } from './me';
import { useCampaign, useCampaignId } from './campaign';

/** Where a branch or an organisation that was looked for is shown. */
export interface Destination {
  readonly value: string;
  readonly label: string;
  readonly to: string;
  readonly search: Readonly<Record<string, string>>;
}

const FOUND = 8;
const LEAST = 2;

/** The branches and organisations whose code begins with what is typed, or whose name holds it. */
export function useBodies(typed: string): { readonly branches: Destination[]; readonly organisations: Destination[] } {
  const { acting } = useMe();
  const campaignId = useCampaignId();
  const { inBrackets } = useDates();
  const year = useCampaign().data?.rounds.at(-1)?.year;
  const q = useDeferredValue(typed.trim());
  const query = { campaignId, q, limit: FOUND };
  const isAsked = campaignId !== undefined && q.length >= LEAST;
  const branches = api.useQuery(
    'get',
    '/api/v1/branches',
    { params: { query } },
    { enabled: isAsked && may('readBranches', acting) },
  );
  const organisations = api.useQuery(
    'get',
    '/api/v1/organisations',
    { params: { query } },
    { enabled: isAsked && may('readOrganisations', acting) },
  );
  const labelled = ({ code, name }: { readonly code: string; readonly name: string }) => `${name}${inBrackets(code)}`;
  return {
    branches: (branches.data?.items ?? []).map((branch) => ({
      value: branch.id,
      label: labelled(branch),
      to: '/branch-runs',
      search: { branchId: branch.id },
    })),
    organisations: (organisations.data?.items ?? []).map((organisation) => ({
      value: organisation.id,
      label: labelled(organisation),
      to: '/branch-runs',
      search: { organisationId: organisation.id, ...(year !== undefined && { year: String(year) }) },
    })),
  };
}
