import { COMMAND_WORDS, formatPoints, RECHECK_BAR_WORDS, shanghaiDateOf, VERDICT_WORDS } from '@app/domain';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import type { components } from '../../api/schema';
import { useCampaignId } from '../../app/campaign';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { PageHead } from '../../parts/page-head';
import { RunLink } from '../../parts/run-link';
import { useSpotCheckName } from '../../parts/stream-link';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';

type Recheck = components['schemas']['Recheck'];
type Names = components['schemas']['Names'];

const route = getRouteApi('/office/rechecks');

/** More than one spot check draws. */
const LIMIT = 200;

/** 复核: each drawn branch, what was found, and whom it waits for; the rules of who may stand beside. */
export function Rechecks() {
  const { t } = useTranslation('rechecks');
  const { spotCheck } = route.useSearch();
  const campaignId = useCampaignId();
  const query = api.useQuery(
    'get',
    '/api/v1/rechecks',
    { params: { query: { campaignId, spotCheckId: spotCheck, limit: LIMIT } } },
    { enabled: campaignId !== undefined },
  );
  return (
    <>
      <PageHead title={t('title')} note={t('about')}>
        <Link to="/spot-checks" search={keepCampaign}>
          {t('back')}
        </Link>
      </PageHead>
      <aside className="panel" aria-labelledby="rules">
        <h2 id="rules">{t('rules')}</h2>
        <ul>
          <li>{t('ruleBranch')}</li>
          <li>{t('ruleAssessor')}</li>
          <li>{t('ruleTwo')}</li>
        </ul>
      </aside>
      {campaignId === undefined ? (
        <Nothing title={t('noCampaign')} />
      ) : (
        <Loaded query={query}>
          {({ items, names }) =>
            items.length === 0 ? (
              <Nothing title={t('none')} text={t('noneText')} />
            ) : (
              <List items={items} names={names} />
            )
          }
        </Loaded>
      )}
    </>
  );
}

function List({ items, names }: { readonly items: readonly Recheck[]; readonly names: Names }) {
  const { t } = useTranslation('rechecks');
  return (
    <div className="panel wide" role="region" aria-label={t('title')} tabIndex={0}>
      <table className="board">
        <thead>
          <tr>
            <th scope="col">{t('branch')}</th>
            <th scope="col">{t('spotCheck')}</th>
            <th scope="col">{t('state')}</th>
            <th scope="col">{t('score')}</th>
            <th scope="col">{t('who')}</th>
            <th scope="col">{t('waitsFor')}</th>
            <th scope="col">{t('act')}</th>
          </tr>
        </thead>
        <tbody>
          {items.map((recheck) => (
            <Line key={recheck.id} recheck={recheck} names={names} />
          ))}
        </tbody>
      </table>
    </div>
  );
}

function Line({ recheck, names }: { readonly recheck: Recheck; readonly names: Names }) {
  const { t } = useTranslation('rechecks');
  const say = useWords();
  const nameOf = useSpotCheckName();
  const { date, comma } = useDates();
  const {
    branchId,
    branchRunId,
    spotCheckId,
    spotCheckNo,
    year,
    documentId,
    verdict,
    proposedAt,
    score,
    recheckerId,
    confirmerId,
    concludedAt,
    bar,
  } = recheck;
  const [deed] = recheck.allowedActions;
  const branch = names[branchId]?.name ?? '';
  const by = [recheckerId, confirmerId].flatMap((person) => (person && names[person] ? [names[person].name] : []));
  return (
    <tr>
      <th scope="row">
        <RunLink kind="branch-runs" id={branchRunId}>
          {branch}
        </RunLink>
      </th>
      <td>
        <Link to="/spot-checks/$id" params={{ id: spotCheckId }} search={keepCampaign}>
          {nameOf({ year, no: spotCheckNo })}
        </Link>
      </td>
      <td>
        {verdict
          ? say(VERDICT_WORDS[verdict])
          : proposedAt
            ? t('proposed', { date: date(shanghaiDateOf(proposedAt)) })
            : t('open')}
        {verdict && concludedAt && <div className="quiet">{date(shanghaiDateOf(concludedAt))}</div>}
      </td>
      <td className="number">{score !== null && t('points', { points: formatPoints(score) })}</td>
      <td>{by.join(comma)}</td>
      <td>{verdict ? t('nobody') : proposedAt ? t('second') : t('rechecker')}</td>
      <td>
        {documentId && (
          <Link to="/assessments/$id" params={{ id: documentId }} search={keepCampaign}>
            {deed ? say(COMMAND_WORDS[deed]) : t('sheet')}
          </Link>
        )}
        {bar && <div className="quiet">{say(RECHECK_BAR_WORDS[bar])}</div>}
      </td>
    </tr>
  );
}
