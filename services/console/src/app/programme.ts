import type { Programme } from '@app/domain';
import { api } from '../client';
import { useCampaign } from './campaign';

/** The programme that the campaign carries out: its rules for previews, its words for what they name. It never changes. */
export function useProgramme() {
  const { data: campaign } = useCampaign();
  const version = campaign?.programmeVersion;
  const query = api.useQuery(
    'get',
    '/api/v1/programmes/{version}',
    { params: { path: { version: version ?? '' } } },
    { enabled: version !== undefined, staleTime: Infinity },
  );
  return { ...query, data: query.data?.programme as Programme | undefined };
}
