import { MenuOutlined } from '@ant-design/icons';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useState } from 'react';
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

/** The side navigation; in a narrow window, as 200 % makes one, it opens above the page and closes with the choice. */
export function Navigation() {
  const { t } = useTranslation('app');
  const [isOpen, setOpen] = useState(false);
  return (
    <nav className="shell-nav" aria-label={t('pages')}>
      <Button
        className="nav-switch"
        icon={<MenuOutlined />}
        aria-expanded={isOpen}
        aria-controls="nav-pages"
        onClick={() => setOpen(!isOpen)}
      >
        {t('pages')}
      </Button>
      <div id="nav-pages" className="nav-pages" data-open={isOpen}>
        {useOwnPages().map(({ to, search, icon: Icon, title }) => (
          <Link
            key={to}
            to={to}
            search={(before) => ({ ...keepCampaign(before), ...search })}
            activeOptions={{ exact: to === '/', includeSearch: false }}
            onClick={() => setOpen(false)}
          >
            <Icon aria-hidden />
            {title}
          </Link>
        ))}
      </div>
    </nav>
  );
}
