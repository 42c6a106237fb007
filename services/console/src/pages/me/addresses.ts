import type { components } from '../../api/schema';

type Kind = components['schemas']['Task']['kind'];

/** Where each kind of work is done. */
const PAGES: Readonly<Partial<Record<Kind, (id: string) => string>>> = {
  'branch-run': (id) => `/branch-runs/${id}`,
  'organisation-run': (id) => `/organisation-runs/${id}`,
  'spot-check': (id) => `/spot-checks/${id}`,
  recheck: () => '/rechecks',
  round: () => '/rounds',
  publication: () => '/publications',
};

/** Where what waits, or was told, is looked at; null for what is no page's. */
export function addressOf(kind: Kind | null, id: string | null): string | null {
  return kind === null || id === null ? null : (PAGES[kind]?.(id) ?? null);
}
