import { shanghaiDateOf, STEP_WORDS } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import type { components } from '../../api/schema';
import { useCampaign, useCampaignId } from '../../app/campaign';
import { api } from '../../client';
import { Board } from '../../parts/board';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { useSpotCheckName } from '../../parts/stream-link';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';

const route = getRouteApi('/office/spot-checks');

/** 抽查: every one with where it stands and whom it waits for; the committee orders the next here. */
export function SpotChecks() {
  const { t } = useTranslation('spot-checks');
  const { year } = route.useSearch();
  const navigate = route.useNavigate();
  const campaignId = useCampaignId();
  const { data: campaign } = useCampaign();
  const years = campaign?.rounds.map((round) => round.year) ?? [];
  const query = api.useQuery(
    'get',
    '/api/v1/spot-checks',
    { params: { query: { campaignId, year } } },
    { enabled: campaignId !== undefined },
  );
  return (
    <>
      <PageHead title={t('title')} note={t('about')}>
        {years.length > 1 && (
          <Segmented
            aria-label={t('year')}
            value={year ?? 0}
            options={[
              { value: 0, label: t('allYears') },
              ...years.map((value) => ({ value, label: t('ofYear', { year: value }) })),
            ]}
            onChange={(chosen) => void navigate({ search: (before) => ({ ...before, year: chosen || undefined }) })}
          />
        )}
      </PageHead>
      {campaignId === undefined ? (
        <Nothing title={t('noCampaign')} />
      ) : (
        <>
          <Order />
          <Loaded query={query}>
            {({ items }) =>
              items.length === 0 ? <Nothing title={t('none')} text={t('noneText')} /> : <List items={items} />
            }
          </Loaded>
        </>
      )}
    </>
  );
}

function List({ items }: { readonly items: readonly components['schemas']['SpotCheckLine'][] }) {
  const { t } = useTranslation('spot-checks');
  const say = useWords();
  const nameOf = useSpotCheckName();
  const { date } = useDates();
  return (
    <Board label={t('title')} heads={[t('check'), t('step'), t('since'), t('waitsFor')]}>
      {items.map(({ id, year, no, step, since }) => (
        <tr key={id}>
          <th scope="row">
            <Link to="/spot-checks/$id" params={{ id }} search={keepCampaign}>
              {nameOf({ year, no })}
            </Link>
          </th>
          <td>{say(STEP_WORDS[step])}</td>
          <td>{date(shanghaiDateOf(since))}</td>
          <td>{t(`waits.${step}`)}</td>
        </tr>
      ))}
    </Board>
  );
}

/** Offered where the office may order one now, for each round that is open. */
function Order() {
  const { t } = useTranslation('spot-checks');
  const { data: campaign } = useCampaign();
  const cache = useQueryClient();
  const navigate = route.useNavigate();
  const { mutate, error, isPending, variables } = api.useMutation('post', '/api/v1/spot-checks', {
    onSuccess: async ({ spotCheckId }) => {
      await cache.invalidateQueries({ queryKey: ['get', '/api/v1/spot-checks'] });
      await navigate({ to: '/spot-checks/$id', params: { id: spotCheckId }, search: keepCampaign });
    },
  });
  if (!campaign?.allowedActions.includes('orderSpotCheck')) return null;
  const open = campaign.rounds.filter(({ status }) => status === 'open');
  return (
    <>
      {error && <ProblemNotice error={error} />}
      <p className="actions">
        {open.map(({ year }) => (
          <Button
            key={year}
            type="primary"
            loading={isPending && variables.body.year === year}
            onClick={() => mutate({ body: { year } })}
          >
            {t('order', { year })}
          </Button>
        ))}
      </p>
    </>
  );
}
