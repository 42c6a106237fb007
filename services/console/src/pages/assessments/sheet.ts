import type { components } from '../../api/schema';

export type Assessment = components['schemas']['Assessment'];
export type SheetBody = components['schemas']['SheetBody'];
export type Deduction = SheetBody['deductions'][number];

export type Review = components['schemas']['Review'];
export type ReviewBody = components['schemas']['ReviewBody'];
export type Change = ReviewBody['changes'][number];

/** A deduction that is typed and not recorded yet. */
export const NOTHING_TYPED = { rule: null as number | null, times: 1, reason: '' };

/** Its form, and the place where it is kept. */
export const formOf = (sheetId: string, indicator: string) => `deduct.${sheetId}.${indicator}`;

/** The body with a deduction more. */
export function deducted(body: SheetBody, deduction: Deduction): SheetBody {
  return { ...body, deductions: [...body.deductions, deduction] };
}

/** The body with other deductions, each changed or left out as `change` says. */
export function withDeductions(body: SheetBody, change: (deduction: Deduction) => Deduction | null): SheetBody {
  return { ...body, deductions: body.deductions.flatMap((deduction) => change(deduction) ?? []) };
}

/** The body with or without a dimension that its author has looked at. */
export function confirming(body: SheetBody, dimension: string, isConfirmed: boolean): SheetBody {
  const others = (body.confirmed ?? []).filter((id) => id !== dimension);
  return { ...body, confirmed: isConfirmed ? [...others, dimension] : others };
}

/** The body in which an indicator does not apply for this reason; without one it does. */
export function excused(body: SheetBody, indicator: string, reason: string | null): SheetBody {
  const others = body.notApplicable.filter((entry) => entry.indicator !== indicator);
  return { ...body, notApplicable: reason === null ? others : [...others, { indicator, reason }] };
}
