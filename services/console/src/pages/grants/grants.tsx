import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ListPage } from '../../parts/list/list-page';
import { GRANTS } from './grants.list';

const route = getRouteApi('/office/grants');

/** 任职: who holds which office, and held it, one by one. */
export function Grants() {
  const { t } = useTranslation('grants');
  return <ListPage list={GRANTS} title={t('title')} search={route.useSearch()} />;
}
