import { carriedPassWords, COMMAND_WORDS, formatPoints, shanghaiDateOf, STEP_WORDS, VERDICT_WORDS } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { Alert, App, Button, Segmented } from 'antd';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useCampaign, useCampaignId } from '../../app/campaign';
import { keepCampaign } from '../../app/keep-campaign';
import { api } from '../../client';
import { Board } from '../../parts/board';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { RunLink } from '../../parts/run-link';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';
import { usePublicationState } from './state';

type Publication = components['schemas']['Publication'];

const route = getRouteApi('/office/publications');

/** 公示: what was and is published, and for the committee what could be published now. */
export function Publications() {
  const { t } = useTranslation('publications');
  const campaignId = useCampaignId();
  const { data: campaign } = useCampaign();
  const query = api.useQuery(
    'get',
    '/api/v1/publications',
    { params: { query: { campaignId } } },
    { enabled: campaignId !== undefined },
  );
  return (
    <>
      <PageHead title={t('title')} note={t('about')} />
      {campaignId === undefined ? (
        <Nothing title={t('noCampaign')} />
      ) : (
        <>
          <Loaded query={query}>
            {({ items }) =>
              items.length === 0 ? <Nothing title={t('none')} text={t('noneText')} /> : <List items={items} />
            }
          </Loaded>
          {campaign?.allowedActions.includes('openPublication') && <Next campaignId={campaignId} />}
        </>
      )}
    </>
  );
}

function List({ items }: { readonly items: readonly Publication[] }) {
  const { t } = useTranslation('publications');
  const { date } = useDates();
  const stateOf = usePublicationState();
  return (
    <Board label={t('title')} heads={[t('round'), t('branches'), t('openedAt'), t('endsOn'), t('state')]}>
      {items.map((publication) => (
        <tr key={publication.id}>
          <th scope="row">{t('ofYear', { year: publication.year })}</th>
          <td>
            <Link className="count" to="/publications/$id" params={{ id: publication.id }} search={keepCampaign}>
              {publication.branches}
            </Link>
          </td>
          <td>{date(shanghaiDateOf(publication.openedAt))}</td>
          <td>{date(publication.endsOn)}</td>
          <td>{stateOf(publication)}</td>
        </tr>
      ))}
    </Board>
  );
}

/** The list as it would be frozen now, read before it is published. */
function Next({ campaignId }: { readonly campaignId: string }) {
  const { t } = useTranslation('publications');
  const say = useWords();
  const { date } = useDates();
  const cache = useQueryClient();
  const navigate = route.useNavigate();
  const { data: campaign } = useCampaign();
  const { year: asked } = route.useSearch();
  const years = campaign?.rounds.filter(({ status }) => status === 'open').map((round) => round.year) ?? [];
  const year = asked ?? years.at(-1) ?? 0;
  const query = api.useQuery(
    'get',
    '/api/v1/publications/next',
    { params: { query: { campaignId, year } } },
    { enabled: years.includes(year) },
  );
  const { mutate, error, data, isPending } = api.useMutation('post', '/api/v1/publications', {
    onSettled: () => cache.invalidateQueries(),
  });
  const { modal } = App.useApp();
  const ask = (digest: string, count: number) =>
    void modal.confirm({
      title: t('open', { count }),
      content: t('openSure'),
      okText: say(COMMAND_WORDS.openPublication),
      autoFocusButton: 'cancel',
      onOk: () => mutate({ body: { year, digest } }),
    });
  return (
    <section aria-labelledby="next">
      <h2 id="next">{t('next')}</h2>
      {years.length > 1 && (
        <Segmented
          aria-label={t('round')}
          value={year}
          options={years.map((value) => ({ value, label: t('ofYear', { year: value }) }))}
          onChange={(chosen) => void navigate({ search: (before) => ({ ...before, year: chosen }) })}
        />
      )}
      {error && <ProblemNotice error={error} />}
      {data && <Alert type="success" showIcon role="status" title={t('opened', { date: date(data.endsOn) })} />}
      <Loaded query={query}>
        {({ body: { branches }, digest, names, waiting }) => (
          <>
            {waiting
              .filter(({ count }) => count > 0)
              .map(({ step, count }) => (
                <p key={step} className="quiet">
                  {t('notYet', { count, step: say(STEP_WORDS[step]) })}
                </p>
              ))}
            {branches.length === 0 ? (
              <Nothing title={t('noneNext')} text={t('noneNextText')} />
            ) : (
              <>
                <Branches branches={branches} names={names} />
                <Button type="primary" loading={isPending} onClick={() => ask(digest, branches.length)}>
                  {t('open', { count: branches.length })}
                </Button>
              </>
            )}
          </>
        )}
      </Loaded>
    </section>
  );
}

function Branches({
  branches,
  names,
}: Pick<components['schemas']['NextPublication'], 'names'> & {
  readonly branches: components['schemas']['NextPublication']['body']['branches'];
}) {
  const { t } = useTranslation('publications');
  const say = useWords();
  return (
    <Board label={t('next')} heads={[t('branch'), t('score'), t('recheck')]}>
      {branches.map(({ runId, branchId, score, carriedPass, recheck }) => (
        <tr key={runId}>
          <th scope="row">
            <RunLink kind="branch-runs" id={runId}>
              {names[branchId]?.name}
            </RunLink>
          </th>
          <td className="number">
            {carriedPass ? say(carriedPassWords(carriedPass)) : score !== null && formatPoints(score)}
          </td>
          <td>{say(VERDICT_WORDS[recheck as keyof typeof VERDICT_WORDS])}</td>
        </tr>
      ))}
    </Board>
  );
}
