import { PauseOutlined } from '@ant-design/icons';
import { shanghaiDateOf } from '@app/domain';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { useDates } from '../words/dates';
import { useCampaign, useCampaignId, useCampaigns } from './campaign';
import { useReadLater } from './read-later';

const readChoice = async () => (await import('./campaign-choice')).CampaignChoice;

/** Which campaign, at what programme time; a rehearsal and a clock that stands are marked on every page. */
export function CampaignTime() {
  const { t } = useTranslation('app');
  const { date } = useDates();
  const { data } = useCampaign();
  const id = useCampaignId();
  if (id === undefined) return <span className="campaign-time" />;
  return (
    <span className="campaign-time">
      <CampaignName />
      {data && (
        <>
          <span>
            {t('programmeTime')} <b>{date(shanghaiDateOf(data.clock.now))}</b>
          </span>
          {data.rehearsal && <span className="mark">{t('rehearsal')}</span>}
          {data.clock.standing && (
            <span className="mark mark-held">
              <PauseOutlined /> {t('held')}
            </span>
          )}
        </>
      )}
    </span>
  );
}

/** Its name, or the choice where there is one. */
function CampaignName() {
  const { data } = useCampaigns();
  const [Choice, want] = useReadLater(readChoice);
  const items = data?.items ?? [];
  const isChosen = items.length > 1;
  useEffect(() => {
    if (isChosen) want();
  }, [isChosen, want]);
  return isChosen && Choice ? <Choice items={items} /> : <span className="campaign-name">{items[0]?.name}</span>;
}
