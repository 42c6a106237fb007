import { stringify } from 'csv-stringify/sync';

/** What one cell says; null is an empty cell. */
export type CsvCell = string | number | null;

/** Stands before the first record, so that spreadsheets read UTF-8. */
export const CSV_MARK = '\uFEFF';

/**
 * Records by RFC 4180, one row each whatever is in it, for API and command line alike: what any reader could take for the
 * end of a cell is quoted, a lone line break or another reader's delimiter too, and no line begins as a formula (`asText`).
 */
export function csvRecords(rows: readonly (readonly CsvCell[])[]): string {
  const cells = rows.map((row) => row.map((cell) => (typeof cell === 'string' ? asText(cell) : String(cell ?? ''))));
  return stringify(cells, { quoted_match: ENDING, quoted_empty: true, record_delimiter: 'windows' });
}

const ENDING = /[",;|'\p{Cc}\p{Cf}\p{Zl}\p{Zp}]|^\s|\s$/u;

/**
 * A text that no spreadsheet computes: an apostrophe stands before each line that would begin as a formula, blanks, invisible
 * characters and apostrophes before its sign overlooked. Whoever takes one apostrophe from each such line has the text again.
 */
export function asText(text: string): string {
  return text.replace(FORMULA, "$1'$2");
}

/** The signs of a formula in every width and height they are written in. */
const SIGNS = '=+\\-@＝＋－＠﹦﹢﹣﹫⁼⁺⁻₌₊₋−⩴⩵⩶';

const BREAKS = '\\n\\v\\f\\r\\u0085\\u2028\\u2029';

const FORMULA = new RegExp(`(^|[${BREAKS}])('*(?:(?![${BREAKS}])[\\s\\p{Cc}\\p{Cf}'])*)(?=[${SIGNS}])`, 'gu');
