import { open } from 'node:fs/promises';
import { join } from 'node:path';
import {
  type ReadTable,
  readTable,
  refusedTable,
  TABLE_FILE_LIMIT,
  type TableColumn,
  type TableFault,
  type TableNote,
  type TableRow,
} from './table-file';

/** A fault of one file of a roster. */
export interface FileFault<F extends string = string> extends TableFault {
  readonly file: F;
}

/** The raw rows of every file of the layout; only worth checking when there are no faults. */
export interface LoadedTables<F extends string> {
  readonly tables: Record<F, readonly TableRow[]>;
  readonly faults: readonly FileFault<F>[];
  readonly notes: readonly (TableNote & { readonly file: F })[];
  /** Each file as it was read, for a copy with remarks. */
  readonly sheets: Record<F, Pick<ReadTable, 'sheet' | 'headingLine'>>;
}

/** Reads `<file>.csv` for every file of the layout (in domain: `ROSTER_LAYOUT`) and names all faults at once. */
export async function loadRoster<F extends string>(
  folder: string,
  layout: Readonly<Record<F, readonly TableColumn[]>>,
): Promise<LoadedTables<F>> {
  const tables = {} as Record<F, readonly TableRow[]>;
  const sheets = {} as LoadedTables<F>['sheets'];
  const faults: FileFault<F>[] = [];
  const notes: (TableNote & { file: F })[] = [];
  for (const file of Object.keys(layout) as F[]) {
    const bytes = await readBytes(join(folder, `${file}.csv`));
    const read = Buffer.isBuffer(bytes) ? readTable(bytes, layout[file]) : refusedTable(bytes);
    tables[file] = read.rows;
    sheets[file] = { sheet: read.sheet, headingLine: read.headingLine };
    faults.push(...read.faults.map((fault) => ({ file, ...fault })));
    notes.push(...read.notes.map((note) => ({ file, ...note })));
  }
  return { tables, faults, notes, sheets };
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
