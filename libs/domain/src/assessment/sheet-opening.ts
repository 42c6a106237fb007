import { DomainError } from '../errors';
import type { ScoreSheet } from '../programme/programme';
import type { Instant } from '../time/time';
import type { FilledSheet } from './scoring';

/** That a person opened one version of a sheet, and which indicators of it he has not confirmed yet. */
export interface SheetOpening {
  readonly openedAt: Instant;
  readonly unconfirmed: readonly string[];
}

/**
 * A sheet is signed only by one who opened this very version and confirmed each of its indicators, singly or by dimension:
 * an untouched sheet is no sheet. Throws `sheet-unopened` or `sheet-unconfirmed` with the indicators.
 */
export function checkOpening(lookup: { readonly opening?: SheetOpening | null } | undefined): void {
  if (!lookup) return;
  const { opening } = lookup;
  if (!opening) throw new DomainError('sheet-unopened', '须先打开这一版评估表，再签署', { pointer: '/digest' });
  if (opening.unconfirmed.length > 0) {
    throw new DomainError('sheet-unconfirmed', `尚有 ${opening.unconfirmed.length} 项指标未经确认`, {
      pointer: '/confirmed',
      indicators: opening.unconfirmed,
    });
  }
}

/** When the signer opened what he signs, as the event of his signature keeps it. */
export function openedAtOf(lookup: { readonly opening?: SheetOpening | null } | undefined): { openedAt?: Instant } {
  return lookup?.opening ? { openedAt: lookup.opening.openedAt } : {};
}

/** The indicators that are named neither by their own id nor by that of their dimension. */
export function unconfirmedIndicators(
  sheet: Pick<ScoreSheet, 'dimensions'>,
  confirmed: readonly string[] = [],
): string[] {
  const named = new Set(confirmed);
  return sheet.dimensions.flatMap((dimension) =>
    named.has(dimension.id) ? [] : dimension.indicators.map(({ id }) => id).filter((id) => !named.has(id)),
  );
}

/** Nothing of it is typed or confirmed: full marks that nobody gave, of which nothing is said. */
export function isUntouched({ confirmed = [], deductions, notApplicable }: FilledSheet): boolean {
  return confirmed.length + deductions.length + notApplicable.length === 0;
}
