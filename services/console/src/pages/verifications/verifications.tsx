import { COMMAND_WORDS, VERIFICATION_WAY_WORDS } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import type { components } from '../../api/schema';
import { useCampaignId } from '../../app/campaign';
import { may, useMe } from '../../app/me';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { Section } from '../../parts/section';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { StateMark } from './state-mark';
import { VerificationView } from './verification';

type Lines = components['schemas']['VerificationPage'];

const route = getRouteApi('/office/verifications');

const SHOWN = 20;

/** How soon it is seen how far a verification came. */
const WATCH_MS = 1000;

/** 核验: whether the record agrees with itself, when that was last looked into, and by whom; looked into anew here. */
export function Verifications() {
  const { t } = useTranslation('verifications');
  const { id } = route.useSearch();
  const campaignId = useCampaignId();
  const query = api.useQuery(
    'get',
    '/api/v1/verifications',
    { params: { query: { campaignId, limit: SHOWN } } },
    {
      enabled: campaignId !== undefined,
      refetchInterval: ({ state }) => state.data?.items[0]?.state === 'running' && WATCH_MS,
    },
  );
  return (
    <>
      <PageHead title={t('title')} note={t('about')}>
        {campaignId !== undefined && query.data && <Begin campaignId={campaignId} lines={query.data} />}
      </PageHead>
      {campaignId === undefined ? (
        <Nothing title={t('noCampaign')} />
      ) : (
        <Loaded query={query}>
          {(lines) => {
            const shown = lines.items.find((line) => line.id === id) ?? lines.items[0];
            return shown ? (
              <>
                <VerificationView key={shown.id} id={id ?? shown.id} />
                <Earlier lines={lines} />
              </>
            ) : (
              <Nothing title={t('none')} text={t('noneText')} />
            );
          }}
        </Loaded>
      )}
    </>
  );
}

function Begin({ campaignId, lines }: { readonly campaignId: string; readonly lines: Lines }) {
  const { t } = useTranslation('verifications');
  const say = useWords();
  const { acting } = useMe();
  const cache = useQueryClient();
  const navigate = route.useNavigate();
  const { mutate, error, isPending } = api.useMutation('post', '/api/v1/verifications', {
    onSuccess: () => navigate({ search: keepCampaign }),
    onSettled: () => cache.invalidateQueries({ queryKey: ['get', '/api/v1/verifications'] }),
  });
  if (!may('beginVerification', acting)) return null;
  const isRunning = lines.items[0]?.state === 'running';
  return (
    <>
      {error && <ProblemNotice error={error} />}
      <Button type="primary" loading={isPending} disabled={isRunning} onClick={() => mutate({ body: { campaignId } })}>
        {say(COMMAND_WORDS.beginVerification)}
      </Button>
      {isRunning && <span className="quiet">{t('oneAtOnce')}</span>}
    </>
  );
}

function Earlier({ lines: { items, names } }: { readonly lines: Lines }) {
  const { t } = useTranslation('verifications');
  const say = useWords();
  const { time } = useDates();
  return (
    <Section title={t('all')} wide>
      <table className="board">
        <thead>
          <tr>
            <th scope="col">{t('startedAt')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('faults')}</th>
            <th scope="col">{t('events')}</th>
            <th scope="col">{t('by')}</th>
            <th scope="col">{t('way')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map(({ id, startedAt, state, faults, eventsChecked, startedBy, way }) => (
            <tr key={id}>
              <th scope="row">
                <Link to="/verifications" search={({ campaign }) => ({ campaign, id })}>
                  {time(startedAt)}
                </Link>
              </th>
              <td>
                <StateMark state={state} />
              </td>
              <td className="number">{faults ?? '—'}</td>
              <td className="number">{eventsChecked}</td>
              <td>{(startedBy && names[startedBy]?.name) ?? t('operator')}</td>
              <td>{say(VERIFICATION_WAY_WORDS[way])}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </Section>
  );
}
