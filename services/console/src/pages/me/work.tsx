import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { useCampaign } from '../../app/campaign';
import { useMe } from '../../app/me';
import { useOfficeChoice } from '../../app/office-choice';
import { PageHead } from '../../parts/page-head';
import { useDates } from '../../words/dates';
import { Blocked } from './blocked';
import { Notices } from './notices';
import { Tasks } from './tasks';

/** 工作台: what waits for me, the nearest date first; whom the others wait for; what I was told. */
export function Work() {
  const { t } = useTranslation('me');
  const { time } = useDates();
  const { data } = useCampaign();
  const { acting } = useMe();
  const choice = useOfficeChoice();
  const leads = acting.some(({ bodyKind }) => bodyKind !== 'branch');
  return (
    <>
      <PageHead title={t('title')} note={data && t('asOf', { time: time(data.clock.now) })}>
        {choice && (
          <Segmented
            aria-label={choice.label}
            value={choice.chosen}
            options={choice.options}
            onChange={choice.choose}
          />
        )}
      </PageHead>
      <div className="columns">
        <div>
          <Tasks />
          {leads && <Blocked />}
        </div>
        <Notices />
      </div>
    </>
  );
}
