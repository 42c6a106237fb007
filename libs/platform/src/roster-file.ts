import { open } from 'node:fs/promises';
import { join } from 'node:path';
import { CsvError, parse } from 'csv-parse/sync';

/** A file larger than this is refused unread. */
export const ROSTER_FILE_LIMIT = 20 * 1024 * 1024;

/** A column as the caller knows it; headings may be `name`, `zh` or an alias. */
export interface TableColumn {
  readonly name: string;
  readonly zh: string;
  readonly aliases: readonly string[];
  readonly required: boolean;
}

/** A line of a file: `line` counts from 1 with the heading; cells stand under the column's `name`. */
export interface TableRow {
  readonly line: number;
  readonly cells: Readonly<Record<string, string>>;
}

export type FileFaultCode =
  | 'file-missing'
  | 'file-too-large'
  | 'file-empty'
  | 'file-not-utf8'
  | 'csv-malformed'
  | 'column-unknown'
  | 'column-twice'
  | 'column-missing'
  | 'cell-without-column';

/** One thing that keeps a file from being read, at its line. */
export interface FileFault<F extends string = string> {
  readonly file: F;
  readonly line: number;
  readonly column: string;
  readonly code: FileFaultCode;
  readonly message: string;
}

/** The raw rows of every file of the layout; only worth checking when there are no faults. */
export interface LoadedTables<F extends string> {
  readonly tables: Record<F, readonly TableRow[]>;
  readonly faults: readonly FileFault<F>[];
}

interface Heading {
  readonly columns: readonly (string | undefined)[];
  readonly faults: readonly Omit<FileFault, 'file'>[];
}

/** Reads `<file>.csv` for every file of the layout (in domain: `ROSTER_LAYOUT`) and names all faults at once. */
export async function loadRoster<F extends string>(
  folder: string,
  layout: Readonly<Record<F, readonly TableColumn[]>>,
): Promise<LoadedTables<F>> {
  const tables = {} as Record<F, readonly TableRow[]>;
  const faults: FileFault<F>[] = [];
  for (const file of Object.keys(layout) as F[]) {
    const bytes = await readBytes(join(folder, `${file}.csv`));
    const read = Buffer.isBuffer(bytes) ? readTable(bytes, layout[file]) : refused(bytes);
    tables[file] = read.rows;
    faults.push(...read.faults.map((fault) => ({ file, ...fault })));
  }
  return { tables, faults };
}

/** Reads the bytes of one CSV file, for an upload as for a file; faults come without the file's name. */
export function readTable(
  bytes: Buffer,
  columns: readonly TableColumn[],
): { rows: readonly TableRow[]; faults: readonly Omit<FileFault, 'file'>[] } {
  if (bytes.length > ROSTER_FILE_LIMIT) return refused('file-too-large');
  const text = textOf(bytes);
  if (text === undefined) return refused('file-not-utf8', firstUnreadableLine(bytes));
  const records = recordsOf(text);
  if (!Array.isArray(records)) return { rows: [], faults: [records] };
  const [first, ...rest] = records;
  if (!first) return refused('file-empty');
  const heading = readHeading(first.record, columns, first.line);
  if (heading.faults.length > 0) return { rows: [], faults: heading.faults };
  if (rest.length === 0) return refused('file-empty');
  return readRows(rest, heading.columns);
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
    if (status.size > ROSTER_FILE_LIMIT) return 'file-too-large';
    return await handle.readFile();
  } finally {
    await handle.close();
  }
}

function refused(
  code: 'file-missing' | 'file-too-large' | 'file-empty' | 'file-not-utf8',
  line = 1,
): { rows: []; faults: Omit<FileFault, 'file'>[] } {
  const messages = {
    'file-missing': '缺少该文件',
    'file-too-large': `文件超过 ${ROSTER_FILE_LIMIT / 1024 / 1024} MiB`,
    'file-empty': '文件没有数据',
    'file-not-utf8': '文件不是 UTF-8 编码，请在表格软件中另存为“CSV UTF-8”',
  };
  return { rows: [], faults: [{ line, column: '', code, message: messages[code] }] };
}

/** The text without its mark and with plain line ends, so that lines count as people see them. */
function textOf(bytes: Uint8Array): string | undefined {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes).replace(/\r\n?/g, '\n');
  } catch {
    return undefined;
  }
}

function firstUnreadableLine(bytes: Buffer): number {
  let line = 1;
  for (let start = 0; start < bytes.length; line += 1) {
    const end = bytes.indexOf(0x0a, start);
    const stop = end < 0 ? bytes.length : end + 1;
    if (textOf(bytes.subarray(start, stop)) === undefined) return line;
    start = stop;
  }
  return 1;
}

interface LinedRecord {
  readonly record: readonly string[];
  readonly line: number;
}

/** The records that hold anything, each with the line on which it begins. */
function recordsOf(text: string): LinedRecord[] | Omit<FileFault, 'file'> {
  try {
    const records = parse(text, { info: true, relax_column_count: true, max_record_size: 1024 * 1024 }) as unknown as {
      record: string[];
      info: { lines: number };
    }[];
    return records
      .map(({ record, info }) => ({ record, line: info.lines - linesWithin(record) }))
      .filter(({ record }) => record.some((cell) => cell.trim() !== ''));
  } catch (error) {
    if (!(error instanceof CsvError)) throw error;
    const line = typeof error.lines === 'number' ? error.lines : 1;
    return { line, column: '', code: 'csv-malformed', message: `CSV 格式有误（引号未配对或一行过长）：${error.code}` };
  }
}

function linesWithin(record: readonly string[]): number {
  return record.reduce((sum, cell) => sum + (cell.split('\n').length - 1), 0);
}

function readHeading(cells: readonly string[], columns: readonly TableColumn[], line: number): Heading {
  const faults: Omit<FileFault, 'file'>[] = [];
  const taken = new Set<string>();
  const found = cells.map((cell) => {
    const asked = plain(cell);
    if (asked === '') return undefined;
    const column = columns.find(({ name, zh, aliases }) =>
      [name, zh, ...aliases].some((word) => plain(word) === asked),
    );
    const shown = cell.trim().slice(0, 40);
    if (!column) {
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
  return { columns: found, faults };
}

function readRows(
  records: readonly LinedRecord[],
  columns: readonly (string | undefined)[],
): { rows: TableRow[]; faults: Omit<FileFault, 'file'>[] } {
  const faults: Omit<FileFault, 'file'>[] = [];
  const rows = records.map(({ record, line }) => {
    const cells: Record<string, string> = {};
    record.forEach((cell, index) => {
      const column = columns[index];
      if (column !== undefined) cells[column] = cell;
      else if (cell.trim() !== '') {
        faults.push({ line, column: '', code: 'cell-without-column', message: `第 ${index + 1} 格没有列名` });
      }
    });
    return { line, cells };
  });
  return { rows, faults };
}

/** A heading as it is compared: width of letters, blanks and case do not matter. */
function plain(heading: string): string {
  return heading.normalize('NFKC').replace(/\s+/gu, '').toLowerCase();
}
