import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ListPage } from '../../parts/list/list-page';
import { LATE_ENTRIES } from './late-entries.list';

const route = getRouteApi('/office/late-entries');

/** 补录: what was entered later than it happened, and declared so. */
export function LateEntries() {
  const { t } = useTranslation('late-entries');
  return <ListPage list={LATE_ENTRIES} title={t('title')} search={route.useSearch()} />;
}
