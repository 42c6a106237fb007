import { BODY_WORDS, ROLE_DEFINITIONS } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { type HeldOffice, useMe } from '../../app/me';
import { useCampaign } from '../../app/campaign';
import { useOffice } from '../../app/preferences';
import { PageHead } from '../../parts/page-head';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { Blocked } from './blocked';
import { Notices } from './notices';
import { Tasks } from './tasks';

/** 工作台: what waits for me, the nearest date first; whom the others wait for; what I was told. */
export function Work() {
  const { t } = useTranslation('me');
  const { time } = useDates();
  const { data } = useCampaign();
  const { offices, acting } = useMe();
  const leads = acting.some(({ bodyKind }) => bodyKind !== 'branch');
  return (
    <>
      <PageHead title={t('title')} note={data && t('asOf', { time: time(data.clock.now) })}>
        {offices.length > 1 && <OfficeSwitch offices={offices} />}
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

const ALL = 'all';

/** Whoever holds several offices sees the work of all, or of the one that he acts in. */
function OfficeSwitch({ offices }: { readonly offices: readonly HeldOffice[] }) {
  const { t } = useTranslation('me');
  const say = useWords();
  const [office, choose] = useOffice();
  const cache = useQueryClient();
  const onChange = (chosen: string) => {
    choose(chosen === ALL ? null : chosen);
    void cache.invalidateQueries();
  };
  return (
    <Segmented
      aria-label={t('office')}
      value={office ?? ALL}
      options={[
        { value: ALL, label: t('allOffices') },
        ...offices.map(({ id, role, bodyKind }) => ({
          value: id,
          label: t('officeOf', { role: say(ROLE_DEFINITIONS[role]), body: say(BODY_WORDS[bodyKind]) }),
        })),
      ]}
      onChange={onChange}
    />
  );
}
