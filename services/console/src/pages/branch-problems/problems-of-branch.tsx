import { getRouteApi, Navigate } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { api } from '../../client';
import { Loaded } from '../../parts/loaded';
import { Nothing } from '../../parts/nothing';

const route = getRouteApi('/office/branches/$id/problems');

/** Goes on to the latest year of a branch: its problems are worked at there, whichever year found them. */
export function ProblemsOfBranch() {
  const { t } = useTranslation('branch-problems');
  const { id: branchId } = route.useParams();
  const query = api.useQuery('get', '/api/v1/branch-runs', { params: { query: { branchId, limit: 200 } } });
  return (
    <Loaded query={query}>
      {({ items }) => {
        const [latest] = [...items].sort((a, b) => b.year - a.year);
        if (!latest) return <Nothing title={t('noYear')} />;
        return <Navigate to="/branch-problems/$id" params={{ id: latest.id }} search={(before) => before} replace />;
      }}
    </Loaded>
  );
}
