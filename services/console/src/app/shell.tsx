import { Outlet, useLocation } from '@tanstack/react-router';
import { Suspense, useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { SessionEnd } from '../pages/sessions/session-end';
import { PageSkeleton } from '../parts/skeleton';
import { AccountMenu } from './account-menu';
import { useChanges } from './changes';
import { CampaignTime } from './campaign-time';
import { TroubleLine } from './trouble-line';
import { LanguageSwitch, ThemeSwitch } from './switches';
import { Navigation } from './navigation';
import { Palette } from './palette';

/** The frame around every page: where one is, at what programme time, who one is, and the ways to go on. */
export function Shell() {
  const { t } = useTranslation('app');
  const main = useRef<HTMLElement>(null);
  useFocusOnNewPage(main);
  useFocusKept(main);
  useChanges();
  return (
    <div className="shell">
      <a className="skip-link" href="#main">
        {t('skip')}
      </a>
      <header className="shell-head">
        <span className="product">
          <img src="/mark.svg" alt="" width="26" height="26" />
          {t('product')}
        </span>
        <CampaignTime />
        <span className="shell-tools">
          <Palette />
          <LanguageSwitch />
          <ThemeSwitch />
          <AccountMenu />
        </span>
      </header>
      <Navigation />
      <main id="main" className="page" tabIndex={-1} ref={main}>
        <Suspense fallback={<PageSkeleton />}>
          <Outlet />
        </Suspense>
      </main>
      <TroubleLine />
      <SessionEnd />
    </div>
  );
}

/** Whoever goes to another page by keyboard or reader stands at its beginning; the first page leaves the focus alone. */
function useFocusOnNewPage(main: { readonly current: HTMLElement | null }): void {
  const { pathname } = useLocation();
  const last = useRef(pathname);
  useEffect(() => {
    if (last.current === pathname) return;
    last.current = pathname;
    main.current?.focus({ preventScroll: true });
  }, [pathname, main]);
}

/** What had the focus went away, as a button does that was pressed: one stands at the page's beginning then, and nowhere else. */
function useFocusKept(main: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    let last: EventTarget | null = null;
    const stand = ({ target }: FocusEvent) => (last = target);
    const leave = () => (last = null);
    const isGone = () => last instanceof HTMLElement && (!last.isConnected || last.matches(':disabled'));
    const observer = new MutationObserver(() => {
      if (document.activeElement === document.body && isGone()) main.current?.focus({ preventScroll: true });
    });
    document.addEventListener('focusin', stand);
    document.addEventListener('pointerdown', leave);
    observer.observe(document.body, { childList: true, subtree: true, attributeFilter: ['disabled'] });
    return () => {
      document.removeEventListener('focusin', stand);
      document.removeEventListener('pointerdown', leave);
      observer.disconnect();
    };
  }, [main]);
}
