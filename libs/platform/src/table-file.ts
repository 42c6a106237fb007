import { open } from 'node:fs/promises';
import { CsvError, parse } from 'csv-parse/sync';
import { decodeTable, type TableEncoding } from './table-encoding';
import {
  findHeading,
  hasHeading,
  type Heading,
  type HeadingFault,
  isClosingLine,
  readHeading,
  type SheetLine,
  type TableColumn,
} from './table-heading';

export { REMARK_HEADING, type SheetLine, type TableColumn } from './table-heading';

/** A file larger than this is refused unread. */
export const TABLE_FILE_LIMIT = 20 * 1024 * 1024;

/** A line of a file: `line` counts from 1 with the heading; cells stand under the column's `name`. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export type TableFaultCode =
  | HeadingFault['code']
  | 'file-missing'
  | 'file-too-large'
  | 'file-empty'
  | 'encoding-unknown'
  | 'encoding-mixed'
  | 'encoding-unsure'
  | 'csv-malformed'
  | 'cell-without-column';

/** One thing that keeps a file from being read, at its line. */
export interface TableFault {
  readonly line: number;
  readonly column: string;
  readonly code: TableFaultCode;
  readonly message: string;
}

/** Something the reader did without being told, for the report: another encoding, lines and columns left out. */
export interface TableNote {
  readonly line: number;
  readonly code: 'encoding-read' | 'lines-skipped' | 'columns-skipped';
  readonly message: string;
}

/** A file as read; the rows are only worth checking when there are no faults. */
export interface ReadTable {
  readonly rows: readonly TableRow[];
  readonly faults: readonly TableFault[];
  readonly notes: readonly TableNote[];
  /** Every line that holds anything, as written, also those that were skipped. */
  readonly sheet: readonly SheetLine[];
  /** The line of the heading; 0 where none was found. */
  readonly headingLine: number;
}

/** What separates cells: CSV, the Unicode text of spreadsheets, CSV of other countries. */
const DELIMITERS = [',', '\t', ';'];

/** Reads the bytes of one table, for an upload as for a file: the only place that knows how tables are written. */
export function readTable(bytes: Buffer, columns: readonly TableColumn[]): ReadTable {
  if (bytes.length > TABLE_FILE_LIMIT) return refusedTable('file-too-large');
  const decoded = decodeTable(bytes, (text) => DELIMITERS.some((one) => hasHeading(firstLines(text, one), columns)));
  if ('fault' in decoded) return refusedTable(decoded.fault, decoded.line);
  const { text, encoding } = decoded;
  const delimiter = DELIMITERS.find((one) => hasHeading(firstLines(text, one), columns)) ?? ',';
  const sheet = linesOf(text, delimiter);
  if (!Array.isArray(sheet)) return { ...NOTHING, faults: [sheet] };
  if (sheet.length === 0) return refusedTable('file-empty');
  const at = findHeading(sheet, columns);
  const heading = readHeading(sheet[at], columns);
  const read = { ...NOTHING, sheet, headingLine: heading.line };
  if (heading.faults.length > 0) return { ...read, faults: heading.faults };
  const end = lastDataLine(sheet);
  const data = sheet.slice(at + 1, end);
  if (data.length === 0) return { ...read, ...refusedTable('file-empty'), sheet };
  const notes = notesOf({ encoding, skipped: [...sheet.slice(0, at), ...sheet.slice(end)], heading, sheet });
  return { ...read, notes, ...readRows(data, heading.columns) };
}

/** Reads one table from its file; what is no file or too large is refused before it is read. */
export async function readTableFile(path: string, columns: readonly TableColumn[]): Promise<ReadTable> {
  const bytes = await readBytes(path);
  return Buffer.isBuffer(bytes) ? readTable(bytes, columns) : refusedTable(bytes);
}

async function readBytes(path: string): Promise<Buffer | 'file-missing' | 'file-too-large'> {
  const handle = await open(path, 'r').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT' || error.code === 'ENOTDIR') return undefined;
    throw new Error(`cannot read ${path}`, { cause: error });
  });
  if (!handle) return 'file-missing';
  try {
    const status = await handle.stat();
    if (!status.isFile()) return 'file-missing';
    if (status.size > TABLE_FILE_LIMIT) return 'file-too-large';
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

/** A file that cannot be read at all. */
export function refusedTable(
  code: Exclude<TableFaultCode, HeadingFault['code'] | 'csv-malformed' | 'cell-without-column'>,
  line = 1,
): ReadTable {
  const saveAgain = '请在表格软件中另存为“CSV UTF-8”';
  const messages = {
    'file-missing': '缺少该文件',
    'file-too-large': `文件超过 ${TABLE_FILE_LIMIT / 1024 / 1024} MiB`,
    'file-empty': '文件没有数据',
    'encoding-unknown': `认不出文件的编码（UTF-8、UTF-16、GB18030/GBK 都不合），或没有认识的列名，${saveAgain}`,
    'encoding-mixed': `文件中混有 UTF-8 和 GB18030（GBK）两种编码，这一行与其余各行不同，${saveAgain}`,
    'encoding-unsure': `无法确定文件是 UTF-8 还是 GB18030（GBK），${saveAgain}`,
  };
  return { ...NOTHING, faults: [{ line, column: '', code, message: messages[code] }] };
}

const NOTHING: ReadTable = { rows: [], faults: [], notes: [], sheet: [], headingLine: 0 };

function parseLines(text: string, delimiter: string, to?: number): SheetLine[] {
  const options = { info: true, relax_column_count: true, max_record_size: 1024 * 1024, delimiter };
  const records = parse(text, { ...options, ...(to !== undefined && { to }) }) as unknown as {
    record: string[];
    info: { lines: number };
  }[];
  return records
    .map(({ record, info }) => ({ cells: record, line: info.lines - linesWithin(record) }))
    .filter(({ cells }) => cells.some((cell) => cell.trim() !== ''));
}

/** The first lines, enough to find a heading; none where they are no table. */
function firstLines(text: string, delimiter: string): SheetLine[] {
  try {
    return parseLines(text, delimiter, 30);
  } catch {
    return [];
  }
}

/** The records that hold anything, each with the line on which it begins. */
function linesOf(text: string, delimiter: string): SheetLine[] | TableFault {
  try {
    return parseLines(text, delimiter);
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return { line, column: '', code: 'csv-malformed', message: `CSV 格式有误（引号未配对或一行过长）：${error.code}` };
  }
}

function linesWithin(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);
}

/** Where the data ends: the closing lines below it are none. */
function lastDataLine(sheet: readonly SheetLine[]): number {
  let end = sheet.length;
  while (end > 0 && isClosingLine(sheet[end - 1])) end -= 1;
  return end;
}

function readRows(
  lines: readonly SheetLine[],
  columns: Heading['columns'],
): { rows: TableRow[]; faults: TableFault[] } {
  const faults: TableFault[] = [];
  const rows = lines.map(({ cells: written, line }) => {
    const cells: Record<string, string> = {};
    written.forEach((cell, index) => {
      const column = columns[index];
      if (typeof column === 'string') cells[column] = cell;
      else if (column === undefined && cell.trim() !== '') {
        faults.push({ line, column: '', code: 'cell-without-column', message: `第 ${index + 1} 格没有列名` });
      }
    });
    return { line, cells };
  });
  return { rows, faults };
}

function notesOf({
  encoding,
  skipped,
  heading,
  sheet,
}: {
  readonly encoding: TableEncoding;
  readonly skipped: readonly SheetLine[];
  readonly heading: Heading;
  readonly sheet: readonly SheetLine[];
}): TableNote[] {
  const notes: TableNote[] = [];
  if (encoding !== 'UTF-8') {
    const name = encoding === 'GB18030' ? 'GB18030（含 GBK、GB2312）' : encoding;
    notes.push({ line: 1, code: 'encoding-read', message: `文件按 ${name} 编码读取` });
  }
  for (const { line, cells } of skipped) {
    const text = cells.map((cell) => cell.trim()).filter((cell) => cell !== '');
    const shown = [...text.join(' ')].slice(0, 60).join('');
    notes.push({ line, code: 'lines-skipped', message: `不是数据，已略过：“${shown}”` });
  }
  const cells = sheet.find(({ line }) => line === heading.line)?.cells ?? [];
  const names = cells.filter((_, index) => heading.columns[index] === null).map((cell) => `“${cell.trim()}”`);
  if (names.length > 0) {
    notes.push({ line: heading.line, code: 'columns-skipped', message: `不读取的列：${names.join('、')}` });
  }
  return notes;
}
