import { useNavigate } from '@tanstack/react-router';
import { Select } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCampaignId } from './campaign';

interface CampaignChoiceProps {
  readonly items: readonly { readonly id: string; readonly name: string }[];
}

/** Of several campaigns that which the pages speak of. */
export function CampaignChoice({ items }: CampaignChoiceProps) {
  const { t } = useTranslation('app');
  const navigate = useNavigate();
  const id = useCampaignId();
  return (
    <Select
      aria-label={t('campaign')}
      variant="filled"
      value={id}
      options={items.map(({ id: value, name }) => ({ value, label: name }))}
      onChange={(campaign: string) => void navigate({ to: '.', search: (before) => ({ ...before, campaign }) })}
    />
  );
}
