import { COMMAND_WORDS, GOAL_WORDS, shanghaiDateOf } from '@app/domain';
import { useQueryClient } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Button } from 'antd';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import type { components } from '../../api/schema';
import { useCampaign, useCampaignId } from '../../app/campaign';
import { may, useMe } from '../../app/me';
import { useProgramme } from '../../app/programme';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { PageHead } from '../../parts/page-head';
import { ProblemNotice } from '../../parts/problem-notice';
import { StreamLink } from '../../parts/stream-link';
import { paperNumber, useDates } from '../../words/dates';
import { useWords } from '../../words/words';

type Round = components['schemas']['Round'];

/** How soon it is seen that all runs of a round are started. */
const OPENING_MS = 2000;

/** 年度: each with its state and what froze at its end; the committee opens and closes them here. */
export function Rounds() {
  const { t } = useTranslation('rounds');
  const campaignId = useCampaignId();
  const { data: campaign } = useCampaign();
  const query = api.useQuery(
    'get',
    '/api/v1/rounds',
    { params: { query: { campaignId } } },
    {
      enabled: campaignId !== undefined,
      refetchInterval: ({ state }) => state.data?.items.some(({ status }) => status === 'opening') && OPENING_MS,
    },
  );
  return (
    <>
      <PageHead title={t('title')} note={t('about')}>
        {campaign && (
          <StreamLink stream={campaign.workflowId} otherwise={null}>
            {t('record')}
          </StreamLink>
        )}
      </PageHead>
      {campaignId === undefined ? (
        <Nothing title={t('noCampaign')} />
      ) : (
        <>
          <Loaded query={query}>
            {({ items }) => (
              <>
                <Open rounds={items} />
                {items.length === 0 ? <Nothing title={t('none')} text={t('noneText')} /> : <List rounds={items} />}
              </>
            )}
          </Loaded>
        </>
      )}
    </>
  );
}

function List({ rounds }: { readonly rounds: readonly Round[] }) {
  const { t } = useTranslation('rounds');
  const { date } = useDates();
  const { data: campaign } = useCampaign();
  const say = useWords();
  const words = {
    inScope: say(GOAL_WORDS.inScope),
    filed: say(GOAL_WORDS.filed),
    recognised: say(GOAL_WORDS.recognised),
  };
  const mayClose = campaign?.allowedActions.includes('closeRound');
  return (
    <div className="panel wide" role="region" aria-label={t('title')} tabIndex={0}>
      <table className="board unbroken">
        <thead>
          <tr>
            <th scope="col">{t('year')}</th>
            <th scope="col">{t('status')}</th>
            <th scope="col">{t('openedAt')}</th>
            <th scope="col">{t('assessBy')}</th>
            <th scope="col">{t('closedAt')}</th>
            <th scope="col">{t('paper')}</th>
            <th scope="col">{t('figures')}</th>
          </tr>
        </thead>
        <tbody>
          {rounds.map(({ id, year, name, status, openedAt, assessBy, closedAt, documentNumber, figures }) => (
            <tr key={id}>
              <th scope="row">{t('name', { year, name })}</th>
              <td>{t(`state.${status}`)}</td>
              <td>{openedAt && date(shanghaiDateOf(openedAt))}</td>
              <td>{assessBy && date(assessBy)}</td>
              <td>
                {closedAt && date(shanghaiDateOf(closedAt))}
                {status === 'open' && mayClose && (
                  <Link to="/rounds/$id/close" params={{ id }} search={keepCampaign}>
                    {t('close')}
                  </Link>
                )}
              </td>
              <td>{documentNumber && paperNumber(documentNumber)}</td>
              <td>{figures && t('figuresOf', { ...figures, words })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

/** Offers the programme's next year where the office may open it. */
function Open({ rounds }: { readonly rounds: readonly Round[] }) {
  const { t } = useTranslation('rounds');
  const cache = useQueryClient();
  const { data: campaign } = useCampaign();
  const { acting } = useMe();
  const isAllowed = campaign?.allowedActions.includes('openRound') ?? false;
  const { data: programme } = useProgramme();
  const { mutate, error, isPending } = api.useMutation('post', '/api/v1/rounds', {
    onSettled: () => cache.invalidateQueries(),
  });
  const say = useWords();
  const { date } = useDates();
  const next = programme?.rounds.find(({ year }) => rounds.every((round) => round.year !== year));
  if (!next || !campaign || !may('openRound', acting)) return null;
  const { year, opensOn, opens } = next;
  const what = say(COMMAND_WORDS.openRound);
  if (shanghaiDateOf(campaign.clock.now) < opensOn) {
    return <p className="quiet">{t(`opensOn.${opens}`, { what, year, date: date(opensOn) })}</p>;
  }
  if (!isAllowed) return null;
  return (
    <>
      {error && <ProblemNotice error={error} />}
      <p className="actions">
        <Button type="primary" loading={isPending} onClick={() => mutate({ body: { year } })}>
          {t('open', { what, year })}
        </Button>
      </p>
    </>
  );
}
