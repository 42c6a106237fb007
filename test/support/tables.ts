import { parse } from 'csv-parse/sync';

/** A row of a table, by the headings. */
export type Row = Readonly<Record<string, string>>;

/** Rows as a strict reader finds them; a row with more or fewer cells than the heading is a fault. */
export const rowsOf = (text: string) =>
  parse(text, { bom: true, columns: true, record_delimiter: '\r\n', relax_quotes: false }) as unknown as Row[];
