import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { Nothing } from '../parts/nothing';
import { PageHead } from '../parts/page-head';

/** An address that leads nowhere. */
export function NoSuchPage() {
  const { t } = useTranslation('app');
  return (
    <main className="page" id="main">
      <PageHead title={t('noSuchPage')} />
      <Nothing title={t('noSuchPageText')} />
      <p style={{ textAlign: 'center' }}>
        <Link to="/">{t('toWork')}</Link>
      </p>
    </main>
  );
}
