import type { Words } from '@app/domain';
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

export interface Column<L> {
  /** Its heading is `column.<name>`; so it stands in the address. */
  readonly name: string;
  /** What it shows of a line, by the names of the API: these are exported. */
  readonly fields: readonly string[];
  readonly cell: (line: L, writing: Writing) => ReactNode;
  /** Shown where somebody chose it. */
  readonly isExtra?: true;
  readonly isNumber?: true;
  /** Orders of the API by this column. */
  readonly sort?: { readonly up?: string; readonly down?: string };
}

/** What a list can be narrowed by: a parameter of the API, labelled `filter.<label>`, or by its name. */
export type Filter = { readonly name: string; readonly label?: string; readonly isRare?: true } & (
  | { readonly kind: 'search' | 'year' | 'organisation' | 'area' | 'branch' | 'flag' }
  | { readonly kind: 'choice'; readonly words: Readonly<Record<string, Words>> }
);

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
