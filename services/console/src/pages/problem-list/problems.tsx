import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ListPage } from '../../parts/list/list-page';
import { PROBLEMS } from './problems.list';

const route = getRouteApi('/office/problems');

/** 问题清单: every line of the register, who puts it right, by when. */
export function ProblemList() {
  const { t } = useTranslation('problem-list');
  return <ListPage list={PROBLEMS} title={t('title')} search={route.useSearch()} />;
}
