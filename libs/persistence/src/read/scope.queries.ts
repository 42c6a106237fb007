import { type Conditions, marks } from './select';

/** What an asker may see: the whole, some areas, organisations with those below them, branches, or several of these. */
export type Scope =
  | { readonly kind: 'all' }
  | { readonly kind: 'area'; readonly ids: readonly string[] }
  | { readonly kind: 'organisations'; readonly ids: readonly string[] }
  | { readonly kind: 'branches'; readonly ids: readonly string[] }
  | { readonly kind: 'any'; readonly of: readonly Scope[] };

/** The columns of a row that say where it stands; null where such rows have no such place. */
export interface ScopeColumns {
  readonly area: string | null;
  readonly organisation: string | null;
  readonly branch: string | null;
}

/** Narrows a list to what the asker may see; a scope that names nothing shows nothing. */
export function addScope(where: Conditions, scope: Scope, columns: ScopeColumns): void {
  const { sql, parameters } = scopeSql(scope, columns);
  if (sql !== 'TRUE') where.add(sql, ...parameters);
}

/** Whether a scope holds so little of a campaign that its rows are better sought one by one than sifted. */
export function isOfFew(scope: Scope): boolean {
  switch (scope.kind) {
    case 'all':
      return false;
    case 'area':
      return scope.ids.length === 0;
    case 'any':
      return scope.of.every(isOfFew);
    default:
      return true;
  }
}

interface Sql {
  readonly sql: string;
  readonly parameters: readonly string[];
}

const NOTHING: Sql = { sql: 'FALSE', parameters: [] };

function scopeSql(scope: Scope, columns: ScopeColumns): Sql {
  switch (scope.kind) {
    case 'all':
      return { sql: 'TRUE', parameters: [] };
    case 'any': {
      const parts = scope.of.map((part) => scopeSql(part, columns));
      if (parts.length === 0) return NOTHING;
      if (parts.some(({ sql }) => sql === 'TRUE')) return { sql: 'TRUE', parameters: [] };
      return {
        sql: `(${parts.map(({ sql }) => sql).join(' OR ')})`,
        parameters: parts.flatMap(({ parameters }) => parameters),
      };
    }
    case 'area':
      return among(columns.area, scope.ids);
    case 'branches':
      return among(columns.branch, scope.ids);
    case 'organisations':
      if (columns.organisation === null || scope.ids.length === 0) return NOTHING;
      return {
        sql: `${columns.organisation} IN (SELECT s.id FROM organisations s WHERE s.id IN (${marks(scope.ids)})
                OR s.parent_id IN (${marks(scope.ids)}))`,
        parameters: [...scope.ids, ...scope.ids],
      };
  }
}

function among(column: string | null, ids: readonly string[]): Sql {
  if (column === null || ids.length === 0) return NOTHING;
  return { sql: `${column} IN (${marks(ids)})`, parameters: ids };
}
