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

/** What is said besides the faults: where all of them stand in the files themselves, what only should be seen. */
export interface Besides {
  readonly remarksFolder?: string | undefined;
  readonly warnings?: readonly PlacedFault[];
  readonly notes?: readonly PlacedFault[];
}

/** More of one kind than this are counted, not printed. */
const SHOWN_OF_A_KIND = 10;

/** Prints the faults by kind as `file:line:column`, the first ten of each, then refuses; returns where there is none. */
export function refuseFaults(
  context: Context,
  faults: readonly PlacedFault[],
  { json, remarksFolder, warnings = [], notes = [] }: Format & Besides,
): void {
  if (faults.length === 0) return;
  if (json) printJson(context, { faults, warnings, notes, ...(remarksFolder !== undefined && { remarksFolder }) });
  else context.err([...linesByKind([...notes, ...warnings]), ...linesByKind(faults)].join(''));
  const count = faults.length;
  const where = remarksFolder === undefined ? '' : remarksAt(remarksFolder);
  throw new Refused(`${both(`有 ${count} 处错误，什么也没有存`, `${count} fault(s); nothing was stored`)}${where}`);
}

/** Prints what refuses nothing but should be seen. */
export function printSeen(context: Context, { warnings = [], notes = [], remarksFolder }: Besides): void {
  const lines = linesByKind([...notes, ...warnings]);
  if (lines.length > 0)
    context.err(`${lines.join('')}${remarksFolder === undefined ? '' : `${remarksAt(remarksFolder).trimStart()}\n`}`);
}

/** One line for each, kinds together in the order in which they first stand; beyond ten of a kind only their number. */
function linesByKind(faults: readonly PlacedFault[]): string[] {
  const kinds = new Map<string, PlacedFault[]>();
  for (const fault of faults) {
    const kind = JSON.stringify([fault.file, typeof fault.column === 'number' ? '' : fault.column, fault.code]);
    const before = kinds.get(kind);
    if (before) before.push(fault);
    else kinds.set(kind, [fault]);
  }
  return [...kinds.values()].flatMap((kind) => {
    const more = kind.length - SHOWN_OF_A_KIND;
    const [{ file, code }] = kind as [PlacedFault];
    const rest = more > 0 ? [`  ${both(`${file} 同类还有 ${more} 处`, `${more} more of this kind`)} [${code}]\n`] : [];
    return [...kind.slice(0, SHOWN_OF_A_KIND).map(lineOf), ...rest];
  });
}

function lineOf({ file, line, column, message, code }: PlacedFault): string {
  return `${[file, line, column].filter((part) => part !== '').join(':')}: ${message} [${code}]\n`;
}

function remarksAt(folder: string): string {
  const zh = `带“检查备注”列的副本在 ${folder}`;
  return `\n${both(zh, `copies with a remark column: ${folder}`)}`;
}
