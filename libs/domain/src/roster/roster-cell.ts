import { CLERK_DATE_FAULTS, readClerkDate } from '../time/civil-date';
import { unfitInLine } from '../well-formed';
import { privateUseIn, sayPrivateUse } from './private-use';
import { ROSTER_LAYOUT } from './roster-layout';
import type { RosterFile, RosterRow } from './roster-layout';
import type { CivilDate } from '../time/time';

export type RosterFaultCode =
  | 'missing'
  | 'too-long'
  | 'control-character'
  | 'private-use'
  | 'formula'
  | 'bad-code'
  | 'code-cut'
  | 'bad-date'
  | 'bad-number'
  | 'serial-read'
  | 'variation-selector'
  | 'unknown-word'
  | 'duplicate'
  | 'unknown-reference'
  | 'parent-not-allowed'
  | 'direct-branch-count'
  | 'organisation-without-branch'
  | 'branch-elsewhere'
  | 'not-a-member'
  | 'office-body-mismatch'
  | 'deputy-is-holder'
  | 'roles-excluded'
  | 'office-vacant'
  | 'two-officers-needed'
  | 'too-few-assessors'
  | 'too-many-rows'
  | 'table-empty';

/** One thing wrong at one place; `column` is the column's name in code, `line` counts from 1 with the heading. */
export interface RosterFault {
  readonly file: RosterFile;
  readonly line: number;
  readonly column: string;
  readonly code: RosterFaultCode;
  readonly message: string;
  /** All lines meant, where one fault stands for a whole column. */
  readonly lines?: readonly number[];
}

/** Where a check notes what refuses a roster, and what only should be seen. */
export interface RosterReport {
  readonly faults: RosterFault[];
  readonly warnings: RosterFault[];
}

/** Longest name, in characters as people count them. */
const NAME_LIMIT = 120;
const COUNT_LIMIT = 10_000;
const CODE = /^[\p{L}\p{N}][\p{L}\p{N}._-]{0,39}$/u;
/** No branch is older than the party. */
const EARLIEST = '1921-07-01';
const VARIATION = /\p{Variation_Selector}/u;
const FORMULA = /^[=+@\-＝＋＠－]/u;

/** Blanks as people meant them: none around, one between words, none inside a Chinese name, also full-width ones (张 三 is 张三). */
export function tidyBlanks(text: string): string {
  return text
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(/(?<=\p{Script=Han}) (?=\p{Script=Han})/gu, '');
}

/** Reads the cells of one row, tidies them and names every fault; what cannot be read comes back empty. */
export class RowReader {
  constructor(
    readonly file: RosterFile,
    readonly row: RosterRow,
    private readonly report: RosterReport,
  ) {}

  /** Records a fault of this row at one column. */
  say(column: string, code: RosterFaultCode, message: string): void {
    this.report.faults.push({ file: this.file, line: this.row.line, column, code, message });
  }

  /** Records something to be seen that refuses nothing. */
  warn(column: string, code: RosterFaultCode, message: string): void {
    this.report.warnings.push({ file: this.file, line: this.row.line, column, code, message });
  }

  /** A name that people read. */
  name(column: string): string {
    const text = this.text(column, true);
    if (text === '') return '';
    if (FORMULA.test(text)) {
      this.say(column, 'formula', `${heading(this.file, column)}不能以 = + - @ 开头（会被表格软件当作公式）`);
      return '';
    }
    const length = [...text].length;
    if (length > NAME_LIMIT) {
      this.say(column, 'too-long', `${heading(this.file, column)}有 ${length} 个字，最多 ${NAME_LIMIT} 个`);
      return '';
    }
    if (VARIATION.test(text)) {
      this.warn(
        column,
        'variation-selector',
        `${heading(this.file, column)}${quote(text)}含有看不见的异体字选择符，按原样保留`,
      );
    }
    return text;
  }

  /** A code that other rows refer to, full-width letters and digits read as the usual ones. */
  code(column: string, required = true): string {
    const text = plainCode(this.text(column, required));
    if (text === '' || CODE.test(text)) return text;
    this.say(column, 'bad-code', `${heading(this.file, column)}只能用文字、数字和 . _ -，最多 40 个字：${quote(text)}`);
    return '';
  }

  /** A date as clerks and spreadsheets write it, never guessed (`readClerkDate`). */
  date(column: string): CivilDate {
    const text = this.text(column, true);
    if (text === '') return '';
    const read = readClerkDate(text);
    const about = `${heading(this.file, column)}${quote(text)}`;
    if (read.date === null) {
      this.say(column, 'bad-date', `${about}${CLERK_DATE_FAULTS[read.fault]}`);
      return '';
    }
    if (read.date < EARLIEST) {
      this.say(column, 'bad-date', `${about}早于 ${EARLIEST}`);
      return '';
    }
    if (read.serial) this.warn(column, 'serial-read', `${text} → ${read.date}`);
    return read.date;
  }

  /** A whole number from 0. */
  count(column: string): number {
    const text = this.text(column, true).normalize('NFKC');
    if (text === '') return 0;
    const value = /^\d{1,9}(?:\.0+)?$/.test(text) ? Number(text) : Number.NaN;
    if (value >= 0 && value <= COUNT_LIMIT) return value;
    this.say(column, 'bad-number', `${heading(this.file, column)}应为 0 到 ${COUNT_LIMIT} 的整数：${quote(text)}`);
    return 0;
  }

  /** One of the words of a closed list. */
  word<T extends string>(column: string, words: Readonly<Record<T, readonly string[]>>): T | undefined {
    const text = this.text(column, true);
    if (text === '') return undefined;
    const asked = text.normalize('NFKC').toLowerCase();
    const entries = Object.entries(words) as [T, readonly string[]][];
    const found = entries.find(([, spellings]) =>
      spellings.some((word) => word.normalize('NFKC').toLowerCase() === asked),
    );
    if (found) return found[0];
    const known = entries.map(([, spellings]) => spellings[0]).join('、');
    this.say(column, 'unknown-word', `${heading(this.file, column)}${quote(text)}不认识，可用：${known}`);
    return undefined;
  }

  private text(column: string, required: boolean): string {
    const raw = (this.row.cells[column] ?? '').trim();
    if (raw === '') {
      if (required) this.say(column, 'missing', `缺少${heading(this.file, column)}`);
      return '';
    }
    const unfit = unfitInLine(raw);
    if (unfit) {
      const said = `${heading(this.file, column)}含有换行等控制字符或不可见字符（${unfit.point}）`;
      this.say(column, 'control-character', said);
      return '';
    }
    const privateUse = privateUseIn(raw);
    if (privateUse) {
      this.say(column, 'private-use', `${heading(this.file, column)}${quote(raw)}${sayPrivateUse(privateUse)}`);
      return '';
    }
    return tidyBlanks(raw);
  }
}

/** A code without what a spreadsheet wraps it in to keep its zeros (="001", '001, '="001"), letters and digits in their usual width. */
export function plainCode(text: string): string {
  const bare = text.normalize('NFKC').trim().replace(/^'/, '');
  return /^="([^"]*)"$/.exec(bare)?.[1]?.trim() ?? bare;
}

/** The Chinese heading of a column, as messages call it. */
export function heading(file: RosterFile, column: string): string {
  return ROSTER_LAYOUT[file].find(({ name }) => name === column)?.zh ?? column;
}

/** A value as it is shown in a message: cut, in quotation marks. */
export function quote(text: string): string {
  const characters = [...text];
  return `“${characters.length > 40 ? `${characters.slice(0, 40).join('')}…` : text}”`;
}
