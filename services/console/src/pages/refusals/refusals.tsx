import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ListPage } from '../../parts/list/list-page';
import { REFUSALS } from './refusals.list';

const route = getRouteApi('/office/refusals');

/** 未予办理: every command that was refused, who asked and why not. */
export function Refusals() {
  const { t } = useTranslation('refusals');
  return <ListPage list={REFUSALS} title={t('title')} search={route.useSearch()} />;
}
