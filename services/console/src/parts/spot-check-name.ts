import { useTranslation } from 'react-i18next';

/** What a spot check is called everywhere: its number runs over the campaign, not the year. */
export function useSpotCheckName() {
  const { t } = useTranslation('parts');
  return ({ year, no }: { readonly year: number | null; readonly no: number | null }) => t('spotCheck', { year, no });
}
