/** A column as the caller knows it; headings may be `name`, `zh` or an alias. */
export interface TableColumn {
  readonly name: string;
  readonly zh: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
}

/** The cells of one line as written, with the line on which they begin. */
export interface SheetLine {
  readonly line: number;
  readonly cells: readonly string[];
}

/** What each cell of a heading is: a column's name, a column that a sheet has for itself, or unknown. */
export interface Heading {
  readonly line: number;
  /** By position: the column's name; null where the column is the sheet's own; undefined where it has no heading. */
  readonly columns: readonly (string | null | undefined)[];
  readonly faults: readonly HeadingFault[];
}

export interface HeadingFault {
  readonly line: number;
  readonly column: string;
  readonly code: 'column-unknown' | 'column-twice' | 'column-missing';
  readonly message: string;
}

/** The column in which a checked copy of a sheet carries what is wrong with each line. */
export const REMARK_HEADING = '检查备注';

/** Columns that a clerk's sheet has for itself; they are said and left out. */
const SHEET_COLUMNS = ['序号', '行号', 'no', 'no.', '备注', '备考', REMARK_HEADING];

/** A title, a line with the unit and the date, an empty line: the heading stands within this many lines that hold anything. */
const LINES_BEFORE_DATA = 10;

/** Where the heading stands among the first lines: the first with all required columns, else the one with most, else the first. */
export function findHeading(lines: readonly SheetLine[], columns: readonly TableColumn[]): number {
  let best = 0;
  let most = 1;
  for (const [index, { cells }] of lines.slice(0, LINES_BEFORE_DATA).entries()) {
    const known = new Set(cells.map((cell) => columnOf(cell, columns)?.name));
    known.delete(undefined);
    if (columns.every(({ name, required }) => !required || known.has(name))) return index;
    if (known.size > most) [best, most] = [index, known.size];
  }
  return best;
}

/** Whether any of the first lines has two known headings, or the only one there is. */
export function hasHeading(lines: readonly SheetLine[], columns: readonly TableColumn[]): boolean {
  const enough = Math.min(2, columns.length);
  return lines
    .slice(0, LINES_BEFORE_DATA)
    .some(({ cells }) => cells.filter((cell) => columnOf(cell, columns) !== undefined).length >= enough);
}

/** Reads a heading; a column that nobody knows, that stands twice or that is missing is a fault. */
export function readHeading({ cells, line }: SheetLine, columns: readonly TableColumn[]): Heading {
  const faults: HeadingFault[] = [];
  const taken = new Set<string>();
  const found = cells.map((cell) => {
    if (plain(cell) === '') return undefined;
    const column = columnOf(cell, columns);
    const shown = cell.trim().slice(0, 40);
    if (!column) {
      if (isSheetColumn(cell)) return null;
      const known = columns.map(({ zh }) => zh).join('、');
      faults.push({ line, column: shown, code: 'column-unknown', message: `列“${shown}”不认识，可用：${known}` });
    } else if (taken.has(column.name)) {
      faults.push({ line, column: column.name, code: 'column-twice', message: `列“${column.zh}”出现两次` });
    } else {
      taken.add(column.name);
    }
    return column?.name;
  });
  for (const { name, zh, required } of columns) {
    if (!required || taken.has(name)) continue;
    faults.push({ line, column: name, code: 'column-missing', message: `缺少列“${zh}”` });
  }
  return { line, columns: found, faults };
}

/** Whether a line below the data closes the sheet: a sum, a note, who filled it in. */
export function isClosingLine({ cells }: SheetLine): boolean {
  const first = cells.map(plain).find((cell) => cell !== '') ?? '';
  return (
    /^(合计|总计|小计|共计)([^\p{L}]|$)/u.test(first) ||
    /^(注|备注|说明|填表说明|填表人|制表人|审核人|经办人|负责人|单位负责人|联系人|联系电话|填报人|填报单位|填报日期|填报时间)(\(.*?\))?[:：]/u.test(
      first,
    )
  );
}

function columnOf(cell: string, columns: readonly TableColumn[]): TableColumn | undefined {
  const asked = plain(cell);
  if (asked === '') return undefined;
  return columns.find(({ name, zh, aliases }) => [name, zh, ...aliases].some((word) => plain(word) === asked));
}

function isSheetColumn(cell: string): boolean {
  return SHEET_COLUMNS.includes(plain(cell));
}

/** A heading as it is compared: width of letters, blanks and case do not matter. */
function plain(heading: string): string {
  return heading.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}
