import type { z } from 'zod';
import { type ViewList, VIEW_LIST_NAMES } from '@app/domain';
import type { Route } from '../edge/routes';

/** What each list's own route takes, by which the filters of a view of it are checked. */
export type ListQueries = Readonly<Record<ViewList, z.ZodObject>>;

/** Injection token of `ListQueries`. */
export const LIST_QUERIES = Symbol('ListQueries');

/** The query of every list that can be kept as a view, as its route declares it. */
export function listQueriesOf(routes: readonly Route[]): ListQueries {
  const queries = VIEW_LIST_NAMES.map((list) => {
    const query = routes.find(({ method, path }) => method === 'get' && path === `/${list}`)?.query;
    if (!query) throw new Error(`there is no list ${list}`);
    return [list, query] as const;
  });
  return Object.fromEntries(queries) as ListQueries;
}
