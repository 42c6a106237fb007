import { api } from '../client';
import { useMe } from './me';
import { useSearch } from '@tanstack/react-router';

/** The campaign that the pages speak of: the address's, else the person's own; undefined where he has none. */
export function useCampaignId(): string | undefined {
  const { campaign } = useSearch({ strict: false });
  const { me } = useMe();
  return campaign ?? me.campaignId ?? undefined;
}

/** It with its clock, which the stream of changes keeps going. */
export function useCampaign() {
  const id = useCampaignId();
  return api.useQuery(
    'get',
    '/api/v1/campaigns/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined },
  );
}

/** Those that the person may look at. */
export function useCampaigns() {
  return api.useQuery('get', '/api/v1/campaigns', {}, { staleTime: 60_000 });
}
