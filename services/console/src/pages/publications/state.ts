import { shanghaiDateOf } from '@app/domain';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useCampaign } from '../../app/campaign';

/** How far a published list is, by the programme's day. */
export function usePublicationState() {
  const { t } = useTranslation('publications');
  const { data: campaign } = useCampaign();
  const today = campaign && shanghaiDateOf(campaign.clock.now);
  return ({ endsOn, recognised }: Pick<components['schemas']['Publication'], 'endsOn' | 'recognised'>) =>
    recognised ? t('recognised') : today && today > endsOn ? t('over') : t('running');
}
