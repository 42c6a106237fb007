import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { keepCampaign } from '../../app/keep-campaign';
import type { components } from '../../api/schema';

type SpotCheck = components['schemas']['SpotCheck'];

/** The frozen list, by organisation. */
export function Population({ check: { population, names } }: { readonly check: SpotCheck }) {
  const { t } = useTranslation('spot-checks');
  const organisations = [...new Set(population.map(({ organisationId }) => organisationId))];
  return (
    <details>
      <summary>{t('freeze.list')}</summary>
      <table className="board">
        <thead>
          <tr>
            <th scope="col">{t('organisation')}</th>
            <th scope="col">{t('branch')}</th>
          </tr>
        </thead>
        <tbody>
          {organisations.map((id) => (
            <tr key={id}>
              <th scope="row">{names[id]?.name}</th>
              <td>
                <ul className="plain">
                  {population
                    .filter(({ organisationId }) => organisationId === id)
                    .map(({ branchId }) => (
                      <li key={branchId}>{names[branchId]?.name}</li>
                    ))}
                </ul>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </details>
  );
}

/** Whom the draw took, and why. */
export function Drawn({ check }: { readonly check: SpotCheck }) {
  const { t } = useTranslation('spot-checks');
  const { id, drawn, population, names, concluded, overturned } = check;
  const organisationOf = new Map(population.map(({ branchId, organisationId }) => [branchId, organisationId]));
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
          {drawn.map(({ branchId, rank, by }) => (
            <tr key={branchId}>
              <th scope="row">{names[branchId]?.name}</th>
              <td>{names[organisationOf.get(branchId) ?? '']?.name}</td>
              <td className="number">{rank}</td>
              <td>{t(`way.${by}`)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </>
  );
}
