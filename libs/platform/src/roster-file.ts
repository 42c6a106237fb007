import { join } from 'node:path';
import {
  type ReadTable,
  readTableFile,
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
    const read = await readTableFile(join(folder, `${file}.csv`), layout[file]);
    tables[file] = read.rows;
    sheets[file] = { sheet: read.sheet, headingLine: read.headingLine };
    faults.push(...read.faults.map((fault) => ({ file, ...fault })));
    notes.push(...read.notes.map((note) => ({ file, ...note })));
  }
  return { tables, faults, notes, sheets };
}
