import { foldCode } from '../code-fold';
import { DomainError } from '../errors';
import type { CivilDate } from '../time/time';

/** The number of a paper (文号) with which a body decided before, and of which date that paper is. */
export interface UsedNumber {
  readonly number: string;
  readonly on: CivilDate;
  readonly year: number;
}

/**
 * A body gives each of its papers a number of its own: one paper may decide on several lists of a day, but what bears the same
 * number and another date is another paper, so one of the two was mistyped. It is refused, since a recorded decision is not
 * mended afterwards. Other bodies number for themselves: between them nothing follows from equal numbers.
 */
export function checkPaperNumber(
  { number, on }: Omit<UsedNumber, 'year'>,
  pointer: string,
  used: readonly UsedNumber[],
): void {
  const other = used.find((known) => isSameNumber(known.number, number) && known.on !== on);
  if (!other) return;
  const message = `文号 ${other.number} 已用于 ${other.year} 年度 ${other.on} 的决定，请核对文号和日期`;
  throw new DomainError('already-exists', message, { pointer, year: other.year, on: other.on });
}

/** Brackets, dots and blanks are typed in many ways (〔2020〕1号, [2020] 1号). */
function isSameNumber(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => foldCode(text).replace(/[^\p{L}\p{N}]+/gu, '-'));
  return first === second;
}
