import { shanghaiDateOf } from '@app/domain';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { components } from '../../api/schema';
import { keepCampaign } from '../../app/keep-campaign';
import { api } from '../../client';
import { Board } from '../../parts/board';
import { Loaded } from '../../parts/loaded';
import { PageHead } from '../../parts/page-head';
import { RunLink } from '../../parts/run-link';
import { useDates } from '../../words/dates';
import { usePublicationState } from './state';

const route = getRouteApi('/office/publications/$id');

/** A list as it was published, and by which paper it was recognised. */
export function Publication() {
  const { t } = useTranslation('publications');
  const { id } = route.useParams();
  const query = api.useQuery('get', '/api/v1/publications/{id}', { params: { path: { id } } });
  const year = query.data?.year;
  return (
    <>
      <PageHead title={year ? t('list', { year }) : t('title')} note={query.data && <Standing list={query.data} />}>
        <Link to="/publications" search={keepCampaign}>
          {t('back')}
        </Link>
      </PageHead>
      <Loaded query={query} rows={8}>
        {({ lines, names }) => (
          <Board label={t('published')} heads={[t('no'), t('branch')]}>
            {lines.map(({ branchId, runId }, index) => (
              <tr key={branchId}>
                <td className="number">{index + 1}</td>
                <th scope="row">
                  {runId ? (
                    <RunLink kind="branch-runs" id={runId}>
                      {names[branchId]?.name}
                    </RunLink>
                  ) : (
                    names[branchId]?.name
                  )}
                </th>
              </tr>
            ))}
          </Board>
        )}
      </Loaded>
    </>
  );
}

function Standing({ list }: { readonly list: components['schemas']['PublishedList'] }) {
  const { t } = useTranslation('publications');
  const { date } = useDates();
  const stateOf = usePublicationState();
  const dates = { from: date(shanghaiDateOf(list.openedAt)), to: date(list.endsOn) };
  return <>{t('standing', { count: list.branches, ...dates, state: stateOf(list) })}</>;
}
