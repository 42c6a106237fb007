import { api } from '../client';
import { useMe } from './me';
import { useSearch } from '@tanstack/react-router';

/** The clock of a running rehearsal moves on by itself; what is shown is never older than this. */
const CLOCK_MS = 15_000;

/** The campaign that the pages speak of: the address's, else the person's own; undefined where he has none. */
export function useCampaignId(): string | undefined {
  const { campaign } = useSearch({ strict: false });
  const { me } = useMe();
  return campaign ?? me.campaignId ?? undefined;
}

/** It with its clock. */
export function useCampaign() {
  const id = useCampaignId();
  return api.useQuery(
    'get',
    '/api/v1/campaigns/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined, refetchInterval: CLOCK_MS },
  );
}

/** Those that the person may look at. */
export function useCampaigns() {
  return api.useQuery('get', '/api/v1/campaigns', {}, { staleTime: 60_000 });
}
