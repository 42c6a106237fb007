import { shanghaiDateOf, STEP_WORDS } from '@app/domain';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { useCampaignId } from '../../app/campaign';
import { keepCampaign } from '../../app/keep-campaign';
import { may, useMe } from '../../app/me';
import { api } from '../../client';
import { AwaitedDate } from '../../parts/awaited';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';
import { useOfficeName } from '../../parts/office-name';
import { RunLink } from '../../parts/run-link';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';

type Line = components['schemas']['BranchRunLine'];

/** What waits for others than me, the list that the count is of. */
const OTHERS = { waits: 'others', sort: 'since' } as const;

/** So many lines tell an officer where to begin. */
const SHOWN = 8;

/** Those that have waited longest. */
const MOST = 200;

/** Whom the branches below wait for, other than me: the latest first, then the nearest date. */
export function Blocked() {
  const { t } = useTranslation('me');
  const say = useWords();
  const officeName = useOfficeName();
  const { day } = useDates();
  const { acting } = useMe();
  const campaignId = useCampaignId();
  const reads = may('readBranchRuns', acting);
  const query = api.useQuery(
    'get',
    '/api/v1/branch-runs',
    { params: { query: { campaignId, ...OTHERS, limit: MOST } } },
    { enabled: reads && campaignId !== undefined },
  );
  if (!reads) return null;
  return (
    <section aria-labelledby="blocked" className="blocked">
      <h2 id="blocked">{t('blocked')}</h2>
      <Loaded query={query}>
        {({ items, names, nextCursor }) => {
          const others = [...items].sort((a, b) => dueOf(a).localeCompare(dueOf(b)) || a.since.localeCompare(b.since));
          return others.length === 0 ? (
            <Nothing good title={t('noBlocked')} />
          ) : (
            <div className="panel wide" role="region" aria-labelledby="blocked" tabIndex={0}>
              <table className="board">
                <thead>
                  <tr>
                    <th scope="col">{t('branch')}</th>
                    <th scope="col">{t('waitsFor')}</th>
                    <th scope="col">{t('byWhen')}</th>
                  </tr>
                </thead>
                <tbody>
                  {others.slice(0, SHOWN).map((line) => (
                    <tr key={line.id}>
                      <th scope="row">
                        <RunLink kind="branch-runs" id={line.id}>
                          {line.branchName}
                        </RunLink>
                      </th>
                      <td>
                        {line.waitingOn && officeName(line.waitingOn, names)}
                        <div className="quiet">
                          {t('stepSince', { step: say(STEP_WORDS[line.step]), date: day(shanghaiDateOf(line.since)) })}
                        </div>
                      </td>
                      <td>
                        <AwaitedDate awaited={line.awaited} />
                      </td>
                    </tr>
                  ))}
                </tbody>
              </table>
              {others.length > SHOWN && (
                <p className="wide-foot quiet">
                  {t('blockedPart', { shown: SHOWN, of: `${others.length}${nextCursor === null ? '' : '+'}` })}{' '}
                  <Link to="/branch-runs" search={(before: object) => ({ ...keepCampaign(before), ...OTHERS })}>
                    {t('blockedAll')}
                  </Link>
                </p>
              )}
            </div>
          );
        }}
      </Loaded>
    </section>
  );
}

function dueOf({ awaited }: Line): string {
  return awaited?.dueDate ?? '9999';
}
