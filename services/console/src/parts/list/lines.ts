import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { components, paths } from '../../api/schema';
import { client } from '../../client';

/** The lists of the API that have a page. */
export type ListPath =
  | '/api/v1/branch-runs'
  | '/api/v1/branches'
  | '/api/v1/organisation-runs'
  | '/api/v1/problems'
  | '/api/v1/deadlines'
  | '/api/v1/slips'
  | '/api/v1/late-entries'
  | '/api/v1/refusals'
  | '/api/v1/accounts'
  | '/api/v1/grants';

export type LineOf<P extends ListPath> =
  paths[P]['get']['responses'][200]['content']['application/json']['items'][number];

/** What the ids in the lines are called. */
export type Names = components['schemas']['Names'];

/** One page of a list. */
interface Lines<P extends ListPath> {
  readonly items: readonly LineOf<P>[];
  readonly nextCursor: string | null;
  readonly names: Names;
}

/** What narrows and orders a list, by the names of the API. */
export type ListQuery = Readonly<Record<string, string | undefined>>;

const PAGE = 100;

/** The lines of a list as far as they are read, and how to read on. */
export function useLines<P extends ListPath>(path: P, query: ListQuery) {
  return useInfiniteQuery({
    queryKey: ['get', path, 'lines', query],
    queryFn: async ({ pageParam: cursor, signal }) => {
      const asked: object = { ...query, limit: PAGE, ...(cursor !== null && { cursor }) };
      const { data } = await client.GET(path as '/api/v1/deadlines', { params: { query: asked }, signal });
      return data as unknown as Lines<P>;
    },
    initialPageParam: null as string | null,
    getNextPageParam: ({ nextCursor }) => nextCursor,
    placeholderData: keepPreviousData,
    staleTime: Infinity, // the stream of changes says when it is old
  });
}

/** The whole list as CSV: these fields of it, in this order. */
export async function readCsv(
  path: ListPath,
  { query, fields }: { readonly query: ListQuery; readonly fields: readonly string[] },
  signal: AbortSignal,
): Promise<Blob> {
  const asked: object = { ...query, format: 'csv', fields: fields.join(',') };
  const { data } = await client.GET(path as '/api/v1/deadlines', {
    params: { query: asked },
    parseAs: 'blob',
    signal,
  });
  return data as unknown as Blob;
}
