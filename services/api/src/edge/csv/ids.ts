import { ID_PATTERN } from '@app/persistence';

/** The ids that stand anywhere in a value, as text or as a key. */
export function idsWithin(value: unknown): string[] {
  if (typeof value === 'string') return ID_PATTERN.test(value) ? [value] : [];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, inner]) => [...idsWithin(key), ...idsWithin(inner)]);
}
