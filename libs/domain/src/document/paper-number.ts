import { foldCode } from '../code-fold';
import { DomainError } from '../errors';
import { chineseDate } from '../time/civil-date';
import type { CivilDate } from '../time/time';

/** The number of a paper (文号) with which a body decided before, and of which date that paper is. */
export interface UsedNumber {
  readonly number: string;
  readonly on: CivilDate;
  readonly year: number;
}

/**
 * The number of the paper by which a body decided on the stated day. A body gives each of its papers a number of its own: one
 * paper may decide on several lists of a day, but what bears the same number and another date is another paper, so one of the
 * two was mistyped. It is refused, since a recorded decision is not mended afterwards. Other bodies number for themselves:
 * between them nothing follows from equal numbers. Nor does it between a recognition and a closing: one paper may do both, and
 * the date of a closing's paper is not stated.
 */
export function checkPaperNumber(paper: Omit<UsedNumber, 'year'>, pointer: string, used: readonly UsedNumber[]): void {
  const { number, on } = paper;
  checkNumberForm(number, pointer);
  const year = yearOf(number);
  if (year !== null && year !== on.slice(0, 4)) {
    const message = `文号 ${number} 的年份与决定日期（${chineseDate(on)}）不在同一年，请核对文号和日期`;
    throw new DomainError('invalid-input', message, { pointer });
  }
  checkUnused(paper, pointer, used);
}

/**
 * The number of a paper whose own date is not stated: `on` is the day on which it was recorded. It may be of an earlier year,
 * not of one to come.
 */
export function checkRecordedNumber(
  paper: Omit<UsedNumber, 'year'>,
  pointer: string,
  used: readonly UsedNumber[],
): void {
  checkNumberForm(paper.number, pointer);
  if (Number(yearOf(paper.number)) > Number(paper.on.slice(0, 4))) {
    const message = `文号 ${paper.number} 的年份还没有到（今日为${chineseDate(paper.on)}），请核对文号`;
    throw new DomainError('invalid-input', message, { pointer });
  }
  checkUnused(paper, pointer, used);
}

/** A paper is cited as 机关代字〔年份〕序号, minutes by their year or their count; what names neither cannot be found again. */
export function checkNumberForm(number: string, pointer: string): void {
  const text = number.normalize('NFKC');
  if (CITED.test(text) && (NUMBERED.test(text) || (MINUTES.test(text) && COUNTED.test(text)))) return;
  const message = `“${number}”不是文号：公文写如“党组〔2020〕1号”，会议纪要写如“党组会议纪要2020年第1次”`;
  throw new DomainError('invalid-input', message, { pointer });
}

/** What a number is written with: letters, digits, brackets and marks of a citation, and nothing that a page could take for its own. */
const CITED = /^[\p{L}\p{N}\s〔〕[\]()【】《》“”"'·、,.:;/—–-]+$/u;
const NUMBERED = /[〔[(【]\s*([12]\d{3})\s*[〕\])】](?:.*\D)?0*[1-9]\d*\s*号/u;
const MINUTES = /会议|纪要|记录/u;
const COUNTED = /第\s*(?:0*[1-9]\d*|[一二三四五六七八九十百][〇零一二三四五六七八九十百]*)\s*[次期号]|[12]\d{3}\s*年/u;

/** The year that a number bears: in its brackets, or minutes as 2020年. */
function yearOf(number: string): string | null {
  const text = number.normalize('NFKC');
  return (NUMBERED.exec(text) ?? /(\d{4})\s*年/u.exec(text))?.[1] ?? null;
}

function checkUnused({ number, on }: Omit<UsedNumber, 'year'>, pointer: string, used: readonly UsedNumber[]): void {
  const other = used.find((known) => isSameNumber(known.number, number) && known.on !== on);
  if (!other) return;
  const message = `文号 ${other.number} 已用于 ${other.year} 年度 ${chineseDate(other.on)}的决定，请核对文号和日期`;
  throw new DomainError('already-exists', message, { pointer, year: other.year, on: other.on });
}

/** Brackets, dots and blanks are typed in many ways (〔2020〕1号, [2020] 1号). */
function isSameNumber(one: string, other: string): boolean {
  const [first, second] = [one, other].map((text) => foldCode(text).replace(/[^\p{L}\p{N}]+/gu, '-'));
  return first === second;
}
