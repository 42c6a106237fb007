import { getRouteApi, useRouter } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { forgetOffice } from '../../app/preferences';
import { queryClient } from '../../app/query-client';
import { noteSessionBegun } from '../../app/session';
import { LanguageSwitch, ThemeSwitch } from '../../app/switches';
import { PageHead } from '../../parts/page-head';
import { SignInForm } from './sign-in-form';

const route = getRouteApi('/sign-in');

/** 登录: the way in; goes on to the address that was asked for. */
export function SignIn() {
  const { t } = useTranslation('sessions');
  const { back = '/' } = route.useSearch();
  const router = useRouter();
  const enter = () => {
    queryClient.clear(); // nothing of whoever sat here before
    forgetOffice();
    noteSessionBegun();
    router.history.push(back);
  };
  return (
    <div className="sign-in">
      <main id="main" className="sign-in-card">
        <img src="/mark.svg" alt="" width="44" height="44" />
        <PageHead title={t('title')} note={t('about')} />
        <SignInForm onDone={enter} />
      </main>
      <footer className="sign-in-foot">
        <LanguageSwitch />
        <ThemeSwitch />
      </footer>
    </div>
  );
}
