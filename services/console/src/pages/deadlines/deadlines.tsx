import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ListPage } from '../../parts/list/list-page';
import { DEADLINES } from './deadlines.list';

const route = getRouteApi('/office/deadlines');

/** 督办: what is due, of whom, by when, in the order in which offices read it. */
export function Deadlines() {
  const { t } = useTranslation('deadlines');
  return <ListPage list={DEADLINES} title={t('title')} search={route.useSearch()} />;
}
