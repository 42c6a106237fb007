import type { Programme } from '@app/domain';
import { api } from '../client';
import { useCampaign } from './campaign';
import { useLanguage } from './preferences';

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

/** What the score sheet calls a dimension, in the chosen language. */
export function useDimensionName(): (id: string) => string {
  const { data: programme } = useProgramme();
  const [language] = useLanguage();
  return (id) => {
    const found = programme?.scoreSheet.dimensions.find((dimension) => dimension.id === id);
    return (language === 'zh' ? found?.name : found?.nameEn) ?? '';
  };
}
