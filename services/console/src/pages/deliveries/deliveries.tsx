import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ListPage } from '../../parts/list/list-page';
import { DELIVERIES } from './deliveries.list';

const route = getRouteApi('/office/deliveries');

/** 送达台账: what has left the building by mail, what waits, and what could not be delivered and why. */
export function Deliveries() {
  const { t } = useTranslation('deliveries');
  return <ListPage list={DELIVERIES} title={t('title')} search={route.useSearch()} />;
}
