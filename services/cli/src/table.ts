import type { Command } from 'commander';
import { shanghaiTimeOf, widthOf, ZONE } from '@app/domain';
import { CSV_MARK, csvRecords } from '@app/platform';
import type { Context } from './context';
import { WrongUsage, both } from './say';

/** A column of a printed table: an instant is shown as it is read in Shanghai, a code by its word; CSV has the code beside it. */
export interface Column<R> {
  readonly key: keyof R & string;
  readonly zh: string;
  readonly isInstant?: true;
  readonly words?: Readonly<Record<string, { readonly zh: string }>>;
}

export interface Format {
  readonly json?: boolean;
  readonly csv?: boolean;
}

/** Gives a command `--json`, and `--csv` where it prints a table. */
export function withFormat(command: Command, { csv = false } = {}): Command {
  command.option('--json', '输出 JSON / print JSON');
  return csv ? command.option('--csv', '输出 CSV（UTF-8） / print CSV') : command;
}

/** Prints rows as a table for people, as CSV with Chinese headings, or as a JSON array. */
export function printTable<R extends object>(
  context: Context,
  { rows, columns }: { readonly rows: readonly R[]; readonly columns: readonly Column<R>[] },
  { json, csv }: Format,
): void {
  if (json && csv) throw new WrongUsage(both('--json 与 --csv 只能选一个', 'choose one of --json and --csv'));
  if (json) return printJson(context, rows);
  const shown = csv ? columns.flatMap(withCode) : columns;
  const cells = rows.map((row) => shown.map((column) => cellOf(row, column)));
  const heading = shown.map(({ zh, isInstant }) => (isInstant ? `${zh}（${ZONE}）` : zh));
  if (csv) return context.out(CSV_MARK + csvRecords([heading, ...cells]));
  if (rows.length === 0) return context.out(`${both('没有', 'none')}\n`);
  const widths = heading.map((word, index) =>
    Math.max(...[word, ...cells.map((row) => row[index] ?? '')].map(widthOf)),
  );
  const line = (row: readonly string[]) =>
    row
      .map((cell, index) => cell + ' '.repeat((widths[index] ?? 0) - widthOf(cell)))
      .join('  ')
      .trimEnd();
  context.out(`${[heading, ...cells].map(line).join('\n')}\n`);
}

/** Prints one value as JSON. */
export function printJson(context: Context, value: unknown): void {
  context.out(`${JSON.stringify(value, null, 2)}\n`);
}

/** Prints an outcome: one sentence for people, or the value as JSON. */
export function printOutcome(
  context: Context,
  { sentence, value }: { readonly sentence: string; readonly value: unknown },
  { json }: Format,
): void {
  if (json) printJson(context, value);
  else context.out(`${sentence}\n`);
}

function withCode<R>(column: Column<R>): Column<R>[] {
  const { key, zh, words } = column;
  return words ? [column, { key, zh: `${zh}代码` }] : [column];
}

function cellOf<R extends object>(row: R, { key, isInstant, words }: Column<R>): string {
  const value = row[key];
  if (typeof value !== 'string') return textOf(value);
  return isInstant ? shanghaiTimeOf(value) : (words?.[value]?.zh ?? value);
}

function textOf(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'boolean') return value ? '是' : '否';
  if (Array.isArray(value)) return value.join('、');
  return typeof value === 'string' ? value : JSON.stringify(value);
}
