import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from './keep-campaign';
import { may, useMe } from './me';
import { PAGES } from './routes';

/** The pages that an office of the person has a use for. */
export function useOwnPages() {
  const { acting } = useMe();
  const own = PAGES.filter(({ permission }) => may(permission, acting));
  const { t } = useTranslation(['app', ...own.map(({ words }) => words)]);
  return own.map((page) => ({ ...page, title: t('title', { ns: page.words }) }));
}

/** The side navigation. */
export function Navigation() {
  const { t } = useTranslation('app');
  return (
    <nav className="shell-nav" aria-label={t('pages')}>
      {useOwnPages().map(({ to, search, icon: Icon, title }) => (
        <Link
          key={to}
          to={to}
          search={(before) => ({ ...keepCampaign(before), ...search })}
          activeOptions={{ exact: to === '/', includeSearch: false }}
        >
          <Icon aria-hidden />
          {title}
        </Link>
      ))}
    </nav>
  );
}
