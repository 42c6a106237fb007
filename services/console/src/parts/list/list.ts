import { type ListColumn, type ListFilter, VIEW_LISTS, type ViewList, type Words } from '@app/domain';
import type { ReactNode } from 'react';
import { z } from 'zod';
import type { useDates } from '../../words/dates';
import type { useWords } from '../../words/words';
import type { LineOf, ListPath, Names } from './lines';

/** A list with a page: its lines come from `path`, and its address in the console is the same without `/api/v1`. */
export interface List<P extends ListPath = ListPath> {
  readonly path: P;
  readonly columns: readonly Column<LineOf<P>>[];
  readonly filters: readonly Filter[];
}

/** What a cell is written with. */
export interface Writing {
  readonly names: Names;
  readonly say: ReturnType<typeof useWords>;
  readonly dates: ReturnType<typeof useDates>;
  readonly flag: (is: boolean) => string;
  readonly workdays: (left: number) => string;
}

/** What a column shows of a line, and how. */
export interface Cell<L> {
  /** What it shows of a line, by the names of the API: these are exported. */
  readonly fields: readonly string[];
  readonly cell: (line: L, writing: Writing) => ReactNode;
  /** Shown where somebody chose it. */
  readonly isExtra?: true;
  readonly isNumber?: true;
  /** Orders of the API by this column. */
  readonly sort?: { readonly up?: string; readonly down?: string };
}

/** A column by its name: its heading is `column.<name>`, and so it stands in the address. */
export type Column<L> = Cell<L> & { readonly name: string };

/** How a list is narrowed, labelled `filter.<label>`, or by the filter's name. */
export type FilterField = { readonly label?: string; readonly isRare?: true } & (
  | { readonly kind: 'search' | 'year' | 'organisation' | 'area' | 'branch' | 'flag' }
  | { readonly kind: 'choice'; readonly words: Readonly<Record<string, Words>> }
);

/** A filter by its name: a parameter of the API. */
export type Filter = FilterField & { readonly name: string };

type PathOf<L extends ViewList> = `/api/v1/${L}`;

/** How each filter and column that the domain gives a list is shown. */
interface Showing<L extends ViewList> {
  readonly filters: { readonly [N in ListFilter<L>]: FilterField };
  readonly columns: { readonly [N in ListColumn<L>]: Cell<LineOf<PathOf<L>>> };
}

/** The list with this name, its filters and columns in the order of the domain. */
export function listOf<L extends ViewList>(list: L, { filters, columns }: Showing<L>): List<PathOf<L>> {
  const has: { readonly filters: readonly ListFilter<L>[]; readonly columns: readonly ListColumn<L>[] } =
    VIEW_LISTS[list];
  return {
    path: `/api/v1/${list}`,
    filters: has.filters.map((name) => {
      const field: FilterField = filters[name];
      return { name, ...field };
    }),
    columns: has.columns.map((name) => ({ name, ...columns[name] })),
  };
}

/** What of the address a list is shown by; `view` is the one that it was opened as. */
export type ListSearch = Readonly<Record<string, string | undefined>>;

/** The address of a list: its filters, the order, the columns; what makes no sense is left out. */
export function searchOf({ filters, columns }: Pick<List, 'filters'> & { readonly columns: readonly Column<never>[] }) {
  const text = z.coerce.string().optional().catch(undefined);
  const oneOf = (codes: readonly string[]) => z.coerce.string().pipe(z.enum(codes)).optional().catch(undefined);
  const sorts = columns.flatMap(({ sort }) => Object.values(sort ?? {}));
  return z.object({
    ...Object.fromEntries(
      filters.map((filter) => [filter.name, filter.kind === 'choice' ? oneOf(Object.keys(filter.words)) : text]),
    ),
    columns: text,
    view: text,
    ...(sorts.length > 0 && { sort: oneOf(sorts) }),
  }) as z.ZodType<ListSearch>;
}

/** The columns that an address asks for, in its order; the list's own where it asks for none. */
export function columnsShown<L>(columns: readonly Column<L>[], asked: string | undefined): readonly Column<L>[] {
  const chosen = (asked ?? '').split(',').flatMap((name) => columns.find((column) => column.name === name) ?? []);
  return chosen.length > 0 ? [...new Set(chosen)] : columns.filter(({ isExtra }) => !isExtra);
}
