import type { DocumentKind } from '@app/domain';
import { useQueries } from '@tanstack/react-query';
import type { components } from '../../api/schema';
import { api } from '../../client';

/** One saving of a paper: which copy, which saving of it. */
export interface Version {
  /** `copy-saving`, as it stands in the address. */
  readonly key: string;
  readonly no: number;
  readonly version: number;
  readonly savedAt: string;
  readonly authorId: string | null;
  readonly body: unknown;
  /** It was handed over as it stands here. */
  readonly isHandedOver: boolean;
}

/** The resources whose papers keep each saving. */
const RESOURCES: Partial<Record<DocumentKind, string>> = {
  survey: 'surveys',
  'self-assessment': 'assessments',
  'superior-assessment': 'assessments',
  review: 'reviews',
};

const MOST = 200;

/** All savings of all copies of a paper, the latest first; a branch's plan is kept as it was handed over. */
export function useVersions(kind: DocumentKind, papers: readonly components['schemas']['DocumentLine'][]) {
  const resource = RESOURCES[kind];
  const saved = useQueries({
    queries: (resource ? papers : []).map(({ id }) =>
      api.queryOptions('get', `/api/v1/${resource}/{id}/versions` as '/api/v1/surveys/{id}/versions', {
        params: { path: { id }, query: { limit: MOST } },
      }),
    ),
  });
  const plans = useQueries({
    queries: (kind === 'branch-plan' ? papers : []).map(({ id }) =>
      api.queryOptions('get', '/api/v1/branch-plans/{id}', { params: { path: { id } } }),
    ),
  });
  const versionOf = (at: number, of: Omit<Version, 'key' | 'no' | 'isHandedOver'>): Version => {
    const { no = 0, version, frozenAt = null } = papers[at] ?? {};
    return { ...of, key: `${no}-${of.version}`, no, isHandedOver: frozenAt !== null && of.version === version };
  };
  const found = [
    ...saved.map(({ data }, at) => data?.items.map((item) => versionOf(at, item))),
    ...plans.map(({ data }, at) => data && [versionOf(at, data)]),
  ];
  const names = Object.assign({}, ...saved.map(({ data }) => data?.names)) as components['schemas']['Names'];
  return {
    error: [...saved, ...plans].find(({ error }) => error)?.error ?? null,
    refetch: () => Promise.all([...saved, ...plans].map(({ refetch }) => refetch())),
    data: found.every((one) => one !== undefined)
      ? { versions: found.flat().sort((a, b) => b.no - a.no || b.version - a.version), names }
      : undefined,
  };
}
