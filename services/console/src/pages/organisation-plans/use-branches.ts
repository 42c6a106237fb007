import { useQuery } from '@tanstack/react-query';
import type { components } from '../../api/schema';
import { client } from '../../client';

export type PlannedBranch = components['schemas']['BranchRunLine'];

/** The branches that are to attain the standard this year, all pages of them, in the order of their codes. */
export function useBranches(run: components['schemas']['OrganisationRun'] | undefined) {
  const { organisationId, year } = run ?? { organisationId: '', year: 0 };
  return useQuery({
    queryKey: ['get', '/api/v1/branch-runs', 'whole', organisationId, year],
    queryFn: () => readAll(organisationId, year),
    enabled: run !== undefined,
  });
}

async function readAll(organisationId: string, year: number): Promise<readonly PlannedBranch[]> {
  const lines: PlannedBranch[] = [];
  let cursor: string | undefined;
  do {
    const query = {
      organisationId,
      year,
      mode: 'attain' as const,
      sort: 'code' as const,
      limit: 200,
      ...(cursor && { cursor }),
    };
    const { data } = await client.GET('/api/v1/branch-runs', { params: { query } });
    lines.push(...(data?.items ?? []));
    cursor = data?.nextCursor ?? undefined;
  } while (cursor !== undefined);
  return lines.filter(({ step }) => step !== 'closed');
}
