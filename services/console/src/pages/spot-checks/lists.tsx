import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import type { components } from '../../api/schema';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';

type SpotCheck = components['schemas']['SpotCheck'];

/** The frozen list, by organisation; read where somebody opens it. */
export function Population({ id }: Pick<SpotCheck, 'id'>) {
  const { t } = useTranslation('spot-checks');
  const [isOpen, setOpen] = useState(false);
  const query = api.useQuery('get', '/api/v1/spot-checks/{id}/draw', { params: { path: { id } } }, { enabled: isOpen });
  return (
    <details onToggle={({ currentTarget }) => setOpen(currentTarget.open)}>
      <summary>{t('freeze.list')}</summary>
      {isOpen && <Loaded query={query}>{(draw) => <Frozen draw={draw} />}</Loaded>}
    </details>
  );
}

function Frozen({ draw: { population, names } }: { readonly draw: components['schemas']['Draw'] }) {
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
                  <li key={branchId}>{names[branchId]?.name}</li>
                ))}
              </ul>
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}

/** Whom the draw took, and why. */
export function Drawn({ check }: { readonly check: SpotCheck }) {
  const { t } = useTranslation('spot-checks');
  const { id, drawn, names, concluded, overturned } = check;
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
      <table className="board">
        <thead>
          <tr>
            <th scope="col">{t('branch')}</th>
            <th scope="col">{t('organisation')}</th>
            <th scope="col">{t('rank')}</th>
            <th scope="col">{t('why')}</th>
          </tr>
        </thead>
        <tbody>
          {drawn.map(({ branchId, organisationId, rank, by }) => (
            <tr key={branchId}>
              <th scope="row">{names[branchId]?.name}</th>
              <td>{names[organisationId]?.name}</td>
              <td className="number">{rank}</td>
              <td>{t(`way.${by}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
