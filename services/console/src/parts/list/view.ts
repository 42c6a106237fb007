import type { Look, ViewList } from '@app/domain';
import type { components } from '../../api/schema';
import { type Column, type Filter, type ListSearch, searchOf } from './list';

export type View = components['schemas']['View'];

/** The part of a list that a view speaks of. */
export interface Viewed {
  readonly path: `/api/v1/${ViewList}`;
  readonly filters: readonly Filter[];
  readonly columns: readonly Column<never>[];
}

export function viewListOf({ path }: Pick<Viewed, 'path'>): ViewList {
  return path.slice('/api/v1/'.length) as ViewList;
}

/** The address of a list as the view has it. */
export function searchOfView({ id, filters, sort, columns }: Look & Pick<View, 'id'>): ListSearch {
  return { ...filters, sort: sort ?? undefined, columns: columns.join(',') || undefined, view: id };
}

/** What is looked at now, as a view keeps it. */
export function lookOf({ filters, columns }: Pick<Viewed, 'filters' | 'columns'>, search: ListSearch): Look {
  const set = filters.flatMap(({ name }) => (search[name] === undefined ? [] : [[name, search[name]] as const]));
  return {
    filters: Object.fromEntries(set),
    sort: search.sort ?? null,
    columns: (search.columns ?? '').split(',').filter((name) => columns.some((column) => column.name === name)),
  };
}

/** Of a view what the list has: the same check as that of an address. */
export function heldOf(list: Viewed, view: View): Look {
  return lookOf(list, searchOf(list).parse(searchOfView(view)));
}

/** Names of what a view asks for and the list has no more. */
export function leftOutOf(list: Viewed, view: View): { readonly filters: string[]; readonly columns: string[] } {
  const held = heldOf(list, view);
  const isSortGone = view.sort !== null && held.sort === null;
  return {
    filters: Object.keys(view.filters).filter((name) => !(name in held.filters)),
    columns: [
      ...view.columns.filter((name) => !held.columns.includes(name)),
      ...(isSortGone ? [(view.sort ?? '').replace('-', '')] : []),
    ],
  };
}

/** Whether a list is looked at as the view has it. */
export function isAsKept(list: Viewed, view: View, search: ListSearch): boolean {
  return text(lookOf(list, search)) === text(heldOf(list, view));
}

function text({ filters, sort, columns }: Look): string {
  return JSON.stringify([Object.entries(filters).sort(([a], [b]) => (a < b ? -1 : 1)), sort, columns]);
}
