import { createHash } from 'node:crypto';
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { basename, join, resolve } from 'node:path';
import type { RosterFile } from '@app/domain';
import { CSV_MARK, csvRecords, type LoadedTables, REMARK_HEADING } from '@app/platform';

/** A remark on lines of one file of a roster. */
export interface Remark {
  readonly file: RosterFile;
  readonly line: number;
  readonly message: string;
  /** All lines meant, where one remark stands for a whole column. */
  readonly lines?: readonly number[];
}

/**
 * Copies of the files that have remarks, each line as it was read with what is wrong with it in one more column; answers
 * their folder, in the private folder `home`, or why they could not be written. A copy can be put right and read again. Only
 * the last check of a folder is kept; folders of one name in different places have different copies.
 */
export function writeRemarkSheets(
  { home, folder }: { readonly home: string; readonly folder: string },
  sheets: LoadedTables<RosterFile>['sheets'],
  remarks: readonly Remark[],
): { readonly written?: string; readonly unwritten?: string } {
  const path = resolve(folder);
  const place = createHash('sha256').update(path).digest('hex').slice(0, 6);
  const target = join(resolve(home), 'roster-check', `${basename(path)}-${place}`);
  try {
    return writeSheets(target, sheets, remarks) ? { written: target } : {};
  } catch (error) {
    return { unwritten: `${target}: ${(error as NodeJS.ErrnoException).code ?? String(error)}` };
  }
}

/** False where no file has a remark. */
function writeSheets(target: string, sheets: LoadedTables<RosterFile>['sheets'], remarks: readonly Remark[]): boolean {
  rmSync(target, { recursive: true, force: true });
  const files = (Object.keys(sheets) as RosterFile[]).filter(
    (file) => sheets[file].sheet.length > 0 && remarks.some((remark) => remark.file === file),
  );
  if (files.length === 0) return false;
  mkdirSync(target, { recursive: true, mode: 0o700 });
  for (const file of files) {
    const text = sheetWithRemarks(
      sheets[file],
      remarks.filter((remark) => remark.file === file),
    );
    writeFileSync(join(target, `${file}.csv`), text, { mode: 0o600 });
  }
  return true;
}

function sheetWithRemarks(
  { sheet, headingLine }: LoadedTables<RosterFile>['sheets'][RosterFile],
  remarks: readonly Remark[],
): string {
  const byLine = new Map<number, string[]>();
  const known = new Set(sheet.map(({ line }) => line));
  for (const { line, lines = [line], message } of remarks) {
    for (const meant of lines) {
      const at = known.has(meant) ? meant : (sheet[0]?.line ?? 1);
      byLine.set(at, [...(byLine.get(at) ?? []), message]);
    }
  }
  const width = Math.max(...sheet.map(({ cells }) => cells.length));
  const rows = sheet.map(({ line, cells }) => {
    const said = byLine.get(line) ?? [];
    const remark = line === headingLine ? [REMARK_HEADING, ...said] : said;
    return [...cells, ...Array<string>(width - cells.length).fill(''), remark.join('；')];
  });
  return CSV_MARK + csvRecords(rows);
}
