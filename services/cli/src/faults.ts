import type { Context } from './context';
import { Refused, both } from './say';
import { type Format, printJson } from './table';

/** A fault of a file where an editor shows it; `column` is a number, or a column's heading. */
export interface PlacedFault {
  readonly file: string;
  readonly line: number;
  readonly column: number | string;
  readonly code: string;
  readonly message: string;
}

/** Prints every fault as `file:line:column`, then refuses; returns where there is none. */
export function refuseFaults(context: Context, faults: readonly PlacedFault[], { json }: Format): void {
  if (faults.length === 0) return;
  if (json) printJson(context, { faults });
  else {
    const line = ({ file, line: row, column, message, code }: PlacedFault) =>
      `${[file, row, column].filter((part) => part !== '').join(':')}: ${message} [${code}]\n`;
    context.err(faults.map(line).join(''));
  }
  const count = faults.length;
  throw new Refused(both(`有 ${count} 处错误，什么也没有存`, `${count} fault(s); nothing was stored`));
}
