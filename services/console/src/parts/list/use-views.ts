import { useCampaignId } from '../../app/campaign';
import { api } from '../../client';
import type { ListSearch } from './list';
import { type View, type Viewed, viewListOf } from './view';

/** The views of a list that the person may open. */
export function useViews(list: Viewed) {
  const campaignId = useCampaignId();
  return api.useQuery('get', '/api/v1/views', {
    params: { query: { campaignId, list: viewListOf(list), limit: 200 } },
  });
}

/** The view that the list was opened as, if any. */
export function useCurrentView(list: Viewed, { view: id }: ListSearch): View | undefined {
  const { data } = api.useQuery(
    'get',
    '/api/v1/views/{id}',
    { params: { path: { id: id ?? '' } } },
    { enabled: id !== undefined },
  );
  return data?.list === viewListOf(list) ? data : undefined;
}
