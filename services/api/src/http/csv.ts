import { CSV_MARK, type CsvCell, csvRecords } from '@app/platform';

/** Rows as CSV for spreadsheets: UTF-8 with BOM, nested values as JSON. */
export function toCsv(rows: readonly object[]): string {
  const columns = [...new Set(rows.flatMap((row) => Object.keys(row)))];
  const lines = rows.map((row) => columns.map((column) => cellOf((row as Record<string, unknown>)[column])));
  return CSV_MARK + csvRecords([columns, ...lines]);
}

function cellOf(value: unknown): CsvCell {
  if (value === null || value === undefined || typeof value === 'number') return value ?? null;
  return typeof value === 'string' ? value : JSON.stringify(value);
}
