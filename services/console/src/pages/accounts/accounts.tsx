import { getRouteApi } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ListPage } from '../../parts/list/list-page';
import { ACCOUNTS } from './accounts.list';

const route = getRouteApi('/office/accounts');

/** 账号: who has an account, and who is signed in; for the administrators of security and of audit. */
export function Accounts() {
  const { t } = useTranslation('accounts');
  return <ListPage list={ACCOUNTS} title={t('title')} search={route.useSearch()} />;
}
