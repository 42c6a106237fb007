import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ListPage } from '../../parts/list/list-page';
import { BRANCHES } from './branches.list';

const route = getRouteApi('/office/branches');

/** 支部名册: the branches of the roster; those behind a count of the goal. */
export function Branches() {
  const { t } = useTranslation('branches');
  return <ListPage list={BRANCHES} title={t('roster')} search={route.useSearch()} />;
}
