import { type Target, TARGET_WORDS, TARGETS } from '@app/domain';
import { parse } from 'csv-parse/sync';

interface NamedBranch {
  readonly id: string;
  readonly code: string;
  readonly name: string;
}

/** Where a block is pasted: the branches in the order of the table, the row that has the focus, the year of the plan. */
interface PasteFrame {
  readonly branches: readonly NamedBranch[];
  readonly from: number;
  readonly year: number;
}

/** A block as it was read: the target of each branch, and the rows that say nothing, as they were pasted. */
export interface PastedTargets {
  readonly targets: ReadonlyMap<string, Target>;
  readonly unread: readonly string[];
}

/**
 * Reads a block of cells of a spreadsheet. Rows that name a branch, by name or code, are that branch's in whatever order they
 * stand; where no row names one, they are filled in from the focused row downwards. A head that says nothing is passed over.
 */
export function readPasted(text: string, { branches, from, year }: PasteFrame): PastedTargets {
  const rows = parse(text, { delimiter: '\t', relax_column_count: true, relax_quotes: true, skip_empty_lines: true })
    .map((cells) => cells.map(folded))
    .filter((cells) => cells.some((cell) => cell !== ''));
  const branchOf = (cells: readonly string[]) => {
    const named = branches.filter(({ code, name }) => cells.includes(folded(code)) || cells.includes(folded(name)));
    return named.length === 1 ? named[0] : undefined;
  };
  const isNamed = rows.some((cells) => branchOf(cells) !== undefined);
  const targets = new Map<string, Target>();
  const unread: string[] = [];
  rows.forEach((cells, at) => {
    const branch = isNamed ? branchOf(cells) : branches[from + at];
    const target = cells.map((cell) => targetOf(cell, year)).find((found) => found !== undefined);
    if (branch && target) targets.set(branch.id, target);
    else if (at > 0 || branch || target) unread.push(cells.filter(Boolean).join(' '));
  });
  return { targets, unread };
}

/** A target as offices write it: its words or their beginning, or the year that is meant. */
function targetOf(cell: string, year: number): Target | undefined {
  const [written] = /^\d{4}(?=\D*$)/.exec(cell) ?? [];
  if (written) return TARGETS[Number(written) - year];
  if (cell.length < SHORTEST) return undefined;
  return TARGETS.find((target) => {
    const { zh, en } = TARGET_WORDS[target];
    return zh.startsWith(cell) || en.startsWith(cell);
  });
}

/** Fewer letters than these tell no target. */
const SHORTEST = 2;

function folded(cell: string): string {
  return cell.normalize('NFKC').trim().toLowerCase();
}
