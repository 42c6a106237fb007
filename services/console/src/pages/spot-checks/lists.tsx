import { shanghaiDateOf, VERDICT_WORDS } from '@app/domain';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import { may, useMe } from '../../app/me';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { Board } from '../../parts/board';
import { Loaded } from '../../parts/loaded';
import { QuickLink } from '../../parts/quick-link';
import { RunLink } from '../../parts/run-link';
import { useDates } from '../../words/dates';
import { useWords } from '../../words/words';

type Schemas = components['schemas'];
type SpotCheck = Schemas['SpotCheck'];

/** More than one spot check draws. */
const LIMIT = 200;

/** The frozen list, by organisation; read where somebody opens it. */
export function Population({ check: { id, year, concluded } }: { readonly check: SpotCheck }) {
  const { t } = useTranslation('spot-checks');
  const [isOpen, setOpen] = useState(false);
  const query = api.useQuery('get', '/api/v1/spot-checks/{id}/draw', { params: { path: { id } } }, { enabled: isOpen });
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('freeze.list')}</summary>
      {isOpen && (
        <Loaded query={query}>{(draw) => <Frozen draw={draw} year={year} isOpen={concluded !== null} />}</Loaded>
      )}
    </details>
  );
}

interface FrozenProps {
  readonly draw: Schemas['Draw'];
  readonly year: number;
  /** Whether the reader sees every branch. */
  readonly isOpen: boolean;
}

function Frozen({ draw: { population, names }, year, isOpen }: FrozenProps) {
  const { t } = useTranslation('spot-checks');
  const organisations = new Map<string, string[]>();
  for (const { organisationId, branchId } of population) {
    organisations.set(organisationId, [...(organisations.get(organisationId) ?? []), branchId]);
  }
  return (
    <table className="board">
      <thead>
        <tr>
          <th scope="col">{t('organisation')}</th>
          <th scope="col">{t('branch')}</th>
        </tr>
      </thead>
      <tbody>
        {[...organisations].map(([organisationId, branchIds]) => (
          <tr key={organisationId}>
            <th scope="row">{names[organisationId]?.name}</th>
            <td>
              <ul className="plain">
                {branchIds.map((branchId) => (
                  <li key={branchId}>
                    {isOpen ? (
                      <QuickLink to="/branch-runs" search={{ branchId, year: String(year) }}>
                        {names[branchId]?.name}
                      </QuickLink>
                    ) : (
                      names[branchId]?.name
                    )}
                  </li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whom the draw took, and why; of those that the reader sees, what came of the recheck, by whom and when. */
export function Drawn({ check }: { readonly check: SpotCheck }) {
  const { t } = useTranslation('spot-checks');
  const { acting } = useMe();
  const { id, drawn, names, concluded, overturned } = check;
  const { data } = api.useQuery(
    'get',
    '/api/v1/rechecks',
    { params: { query: { spotCheckId: id, limit: LIMIT } } },
    { enabled: may('readRechecks', acting) },
  );
  const heads = [t('branch'), t('organisation'), t('rank'), t('why'), t('verdict'), t('rechecker'), t('recheck')];
  return (
    <>
      <p>
        <b>{t('drawn.size', { count: drawn.length })}</b>
        {concluded !== null && <> · {t('drawn.progress', { concluded, overturned })}</>}
      </p>
      <p>
        <Link to="/rechecks" search={(before) => ({ ...keepCampaign(before), spotCheck: id })}>
          {t('toRechecks')}
        </Link>
      </p>
      <Board label={t('drawn.title')} heads={heads}>
        {drawn.map(({ recheckId, branchId, organisationId, rank, by }) => {
          const recheck = data?.items.find((one) => one.id === recheckId);
          return (
            <tr key={branchId}>
              <th scope="row">
                {recheck ? (
                  <RunLink kind="branch-runs" id={recheck.branchRunId}>
                    {names[branchId]?.name}
                  </RunLink>
                ) : (
                  names[branchId]?.name
                )}
              </th>
              <td>{names[organisationId]?.name}</td>
              <td className="number">{rank}</td>
              <td>{t(`way.${by}`)}</td>
              {recheck && data ? <Found recheck={recheck} names={data.names} /> : <td colSpan={3} />}
            </tr>
          );
        })}
      </Board>
    </>
  );
}

/** What was found, by whom and when, and the sheet that it was found by. */
function Found({ recheck, names }: { readonly recheck: Schemas['Recheck']; readonly names: Schemas['Names'] }) {
  const { t } = useTranslation('spot-checks');
  const say = useWords();
  const { date, comma } = useDates();
  const { verdict, proposedAt, concludedAt, recheckerId, confirmerId, documentId } = recheck;
  const on = concludedAt ?? proposedAt;
  const by = [recheckerId, confirmerId].flatMap((person) => (person && names[person]?.name) || []);
  return (
    <>
      <td>
        {verdict ? say(VERDICT_WORDS[verdict]) : proposedAt ? t('proposed') : t('open')}
        {on && <div className="quiet">{date(shanghaiDateOf(on))}</div>}
      </td>
      <td>{by.join(comma)}</td>
      <td>{documentId && <QuickLink to={`/assessments/${documentId}`}>{t('sheet')}</QuickLink>}</td>
    </>
  );
}
