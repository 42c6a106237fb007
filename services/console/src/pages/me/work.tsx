import { useTranslation } from 'react-i18next';
import { PageHead } from '../../parts/page-head';
import { useCampaign } from '../../app/campaign';
import { useDates } from '../../words/dates';
import { Notices } from './notices';
import { Tasks } from './tasks';

/** 工作台: what waits for me, most urgent first, and what I was told. */
export function Work() {
  const { t } = useTranslation('me');
  const { time } = useDates();
  const { data } = useCampaign();
  return (
    <>
      <PageHead title={t('title')} note={data && t('asOf', { time: time(data.clock.now) })} />
      <div className="columns">
        <Tasks />
        <Notices />
      </div>
    </>
  );
}
