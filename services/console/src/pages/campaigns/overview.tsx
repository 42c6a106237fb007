import { useTranslation } from 'react-i18next';
import { getRouteApi } from '@tanstack/react-router';
import { Segmented } from 'antd';
import { useCampaign, useCampaignId } from '../../app/campaign';
import { api } from '../../client';
import { Problem } from '../../problem';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { PageHead } from '../../parts/page-head';
import { useDates } from '../../words/dates';
import { Board } from './board';
import { Goal } from './goal';
import { GoalTable } from './goal-table';
import { OwnDates } from './own-dates';

const route = getRouteApi('/office/overview');

/** 总览: the goal once for all that the asker sees, organisations × phases, their own dates; each number opens its list. */
export function Overview() {
  const { t } = useTranslation('campaigns');
  const { time } = useDates();
  const { year } = route.useSearch();
  const navigate = route.useNavigate();
  const id = useCampaignId();
  const { data: campaign } = useCampaign();
  const years = campaign?.rounds.map((round) => round.year) ?? [];
  const query = api.useQuery(
    'get',
    '/api/v1/campaigns/{id}/overview',
    { params: { path: { id: id ?? '' }, query: { year } } },
    { enabled: id !== undefined },
  );
  return (
    <>
      <PageHead title={t('title')} note={campaign && t('asOf', { time: time(campaign.clock.now) })}>
        {years.length > 1 && (
          <Segmented
            aria-label={t('round')}
            value={year ?? query.data?.year}
            options={years.map((value) => ({ value, label: t('ofYear', { year: value }) }))}
            onChange={(chosen) => void navigate({ search: (before) => ({ ...before, year: chosen }) })}
          />
        )}
      </PageHead>
      {id === undefined ? (
        <Nothing title={t('noCampaign')} />
      ) : query.error instanceof Problem && query.error.code === 'round-not-open' ? (
        <Nothing title={query.error.detail} />
      ) : (
        <Loaded query={query} rows={10}>
          {(overview) => (
            <>
              <Goal overview={overview} />
              {overview.organisations.length === 0 ? (
                <Nothing title={t('noOrganisations')} />
              ) : (
                <>
                  <Board overview={overview} />
                  <OwnDates overview={overview} />
                  <GoalTable overview={overview} />
                </>
              )}
            </>
          )}
        </Loaded>
      )}
    </>
  );
}
