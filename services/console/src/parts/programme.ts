import type { Programme } from '@app/domain';
import { useCampaign } from '../app/campaign';
import { useLanguage } from '../app/preferences';
import { api } from '../client';

/** The rules of the campaign as they were published, its score sheet among them. */
export function useProgramme(): Programme | undefined {
  const { data: campaign } = useCampaign();
  const { data } = api.useQuery(
    'get',
    '/api/v1/programmes/{version}',
    { params: { path: { version: campaign?.programmeVersion ?? '' } } },
    { enabled: campaign !== undefined, staleTime: Infinity },
  );
  return data?.programme as Programme | undefined;
}

/** What a dimension of the score sheet is called. */
export function useDimensionName(): (id: string) => string {
  const programme = useProgramme();
  const [language] = useLanguage();
  return (id) => {
    const found = programme?.scoreSheet.dimensions.find((dimension) => dimension.id === id);
    return (language === 'zh' ? found?.name : found?.nameEn) ?? '';
  };
}
