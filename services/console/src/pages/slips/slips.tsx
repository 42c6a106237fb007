import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ListPage } from '../../parts/list/list-page';
import { SLIPS } from './slips.list';

const route = getRouteApi('/office/slips');

/** 督办单: each as it was drafted, of whom and why, the newest first. */
export function Slips() {
  const { t } = useTranslation('slips');
  return <ListPage list={SLIPS} title={t('title')} search={route.useSearch()} />;
}
