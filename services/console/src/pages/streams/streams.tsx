import { shanghaiDateOf, VERIFICATION_WORDS } from '@app/domain';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import { useCampaignId } from '../../app/campaign';
import { may, useMe } from '../../app/me';
import { api } from '../../client';
import { ListPage } from '../../parts/list/list-page';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { STREAMS } from './streams.list';

const route = getRouteApi('/office/streams');

/** 查阅: the record of whatever is looked for; kind by kind, branches first. */
export function Streams() {
  const { t } = useTranslation('streams');
  return (
    <ListPage list={STREAMS} title={t('title')} search={{ kind: 'branch-run', ...defined(route.useSearch()) }}>
      <LastVerification />
    </ListPage>
  );
}

/** When the record was last verified, and whether it agreed. */
function LastVerification() {
  const { t } = useTranslation('streams');
  const say = useWords();
  const { date } = useDates();
  const { acting } = useMe();
  const campaignId = useCampaignId();
  const { data } = api.useQuery(
    'get',
    '/api/v1/verifications',
    { params: { query: { campaignId, limit: 1 } } },
    { enabled: campaignId !== undefined && may('readVerifications', acting) },
  );
  if (!data) return null;
  const [last] = data.items;
  return (
    <Link to="/verifications" search={keepCampaign}>
      {last
        ? t('verified', { state: say(VERIFICATION_WORDS[last.state]), date: date(shanghaiDateOf(last.startedAt)) })
        : t('neverVerified')}
    </Link>
  );
}

function defined<T extends object>(search: T): T {
  return Object.fromEntries(Object.entries(search).filter(([, value]) => value !== undefined)) as T;
}
