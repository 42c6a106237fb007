import type { ViewList } from '@app/domain';
import { keepPreviousData, useInfiniteQuery } from '@tanstack/react-query';
import type { components, paths } from '../../api/schema';
import { client } from '../../client';

/** The lists of the API that have a page. */
export type ListPath = `/api/v1/${ViewList}`;

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

/** First what is seen at once, then as much as the API gives. */
const FIRST = 50;
const NEXT = 200;

/** Where to read on, with what the ids so far are called: each page adds to it. */
interface Place {
  readonly cursor: string;
  readonly names: Names;
}

/** The lines of a list as far as they are read, and how to read on. */
export function useLines<P extends ListPath>(path: P, query: ListQuery) {
  return useInfiniteQuery({
    queryKey: ['get', path, 'lines', query],
    queryFn: async ({ pageParam: place, signal }) => {
      const asked: object = { ...query, ...(place ? { limit: NEXT, cursor: place.cursor } : { limit: FIRST }) };
      const { data } = await client.GET(path as '/api/v1/deadlines', { params: { query: asked }, signal });
      const page = data as unknown as Lines<P>;
      return { ...page, names: Object.assign(place?.names ?? {}, page.names) };
    },
    initialPageParam: null as Place | null,
    getNextPageParam: ({ nextCursor, names }): Place | null =>
      nextCursor === null ? null : { cursor: nextCursor, names },
    structuralSharing: false, // the names of all pages are one object
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
