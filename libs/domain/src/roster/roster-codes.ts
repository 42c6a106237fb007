import { foldCode } from '../code-fold';
import { heading, plainCode, quote } from './roster-cell';
import type { RosterFault } from './roster-cell';
import { COMMITTEE_CODE, ROSTER_FILES, ROSTER_LAYOUT } from './roster-layout';
import type { RosterFile, RosterTables } from './roster-layout';

/** What a spreadsheet does to codes that it takes for numbers. */
type Cut = 'scientific' | 'rounded' | 'zeros-lost';

/** Where the codes of a column are defined; an office's body may be of three kinds. */
const TARGETS: Readonly<Partial<Record<RosterFile, Readonly<Record<string, readonly RosterFile[]>>>>> = {
  organisations: { areaCode: ['areas'], parentCode: ['organisations'] },
  branches: { organisationCode: ['organisations'] },
  people: { organisationCode: ['organisations'], branchCode: ['branches'] },
  offices: { bodyCode: ['areas', 'organisations', 'branches'], personCode: ['people'], deputyCode: ['people'] },
};

const SCIENTIFIC = /^\d(?:\.\d+)?E\+\d{1,3}$/i;
/** A spreadsheet keeps fifteen digits of a number and writes zeros for the rest; a number has no zero in front. */
const ROUNDED = /^[1-9]\d{14}0+$/;
const DIGITS = /^\d+$/;
const EXAMPLES = 3;

/** The codes that a spreadsheet destroyed, one fault for each column and each way: what was there cannot be told from what is left. */
export function findCutCodes(tables: RosterTables): RosterFault[] {
  const known = new Map(ROSTER_FILES.map((file) => [file, definedCodes(tables, file)]));
  const cut = new CutColumns();
  for (const file of ROSTER_FILES) {
    const own = known.get(file) as DefinedCodes;
    for (const { code, line } of codesOf(tables, file, 'code')) {
      if (SCIENTIFIC.test(code)) cut.add('scientific', { file, column: 'code' }, { code, line });
      else if (ROUNDED.test(code) && (own.lines.get(foldCode(code))?.length ?? 0) > 1) {
        cut.add('rounded', { file, column: 'code' }, { code, line });
      }
    }
    for (const [column, targets] of Object.entries(TARGETS[file] ?? {})) {
      const among = targets.map((target) => [target, known.get(target) as DefinedCodes] as const);
      for (const entry of codesOf(tables, file, column)) addReference(cut, { file, column, entry, among });
    }
  }
  return cut.faults();
}

interface Column {
  readonly file: RosterFile;
  readonly column: string;
}

interface Entry {
  readonly code: string;
  readonly line: number;
}

/** The codes that a file defines: their lines, and the codes of digits by what is left without leading zeros. */
interface DefinedCodes {
  readonly lines: ReadonlyMap<string, readonly number[]>;
  readonly byDigits: ReadonlyMap<string, Entry>;
}

function codesOf(tables: RosterTables, file: RosterFile, column: string): Entry[] {
  if (!ROSTER_LAYOUT[file].some(({ name }) => name === column)) return [];
  return tables[file].flatMap(({ line, cells }) => {
    const code = plainCode(cells[column] ?? '');
    return code === '' || code === COMMITTEE_CODE ? [] : [{ code, line }];
  });
}

function definedCodes(tables: RosterTables, file: RosterFile): DefinedCodes {
  const lines = new Map<string, number[]>();
  const byDigits = new Map<string, Entry>();
  for (const entry of codesOf(tables, file, 'code')) {
    const folded = foldCode(entry.code);
    const before = lines.get(folded);
    if (before) before.push(entry.line);
    else lines.set(folded, [entry.line]);
    if (DIGITS.test(entry.code)) byDigits.set(withoutZeros(entry.code), entry);
  }
  return { lines, byDigits };
}

/** A reference that resolves was not cut, or cut with what it refers to; one that does not may be short of its zeros, or its target is. */
function addReference(
  cut: CutColumns,
  {
    file,
    column,
    entry,
    among,
  }: Column & {
    readonly entry: Entry;
    readonly among: readonly (readonly [RosterFile, DefinedCodes])[];
  },
): void {
  const { code } = entry;
  if (SCIENTIFIC.test(code)) return cut.add('scientific', { file, column }, entry);
  if (among.some(([, { lines }]) => lines.has(foldCode(code)))) return;
  if (!DIGITS.test(code)) return;
  for (const [target, { byDigits }] of among) {
    const meant = byDigits.get(withoutZeros(code));
    if (!meant) continue;
    if (meant.code.length > code.length) cut.add('zeros-lost', { file, column }, entry);
    else cut.add('zeros-lost', { file: target, column: 'code' }, meant);
    return;
  }
  if (ROUNDED.test(code)) cut.add('rounded', { file, column }, entry);
}

function withoutZeros(digits: string): string {
  return digits.replace(/^0+/, '');
}

/** Collects cut codes by way and column. */
class CutColumns {
  private readonly found = new Map<string, Column & { cut: Cut; entries: Map<number, string> }>();

  add(cut: Cut, { file, column }: Column, { code, line }: Entry): void {
    const key = JSON.stringify([cut, file, column]);
    const entries = this.found.get(key)?.entries ?? new Map<number, string>();
    this.found.set(key, { cut, file, column, entries: entries.set(line, code) });
  }

  faults(): RosterFault[] {
    return [...this.found.values()].map(({ cut, file, column, entries }) => {
      const lines = [...entries.keys()].sort((a, b) => a - b);
      const examples = [...new Set(entries.values())].slice(0, EXAMPLES).map(quote).join('、');
      const message = `${heading(file, column)}列有 ${lines.length} 个编号${WORDS[cut]}（如${examples}），请把这一列设为“文本”格式，从原名册重新粘贴`;
      return { file, line: lines[0] ?? 1, column, code: 'code-cut', message, lines };
    });
  }
}

const WORDS: Readonly<Record<Cut, string>> = {
  scientific: '被表格软件改成了科学计数',
  rounded: '被表格软件从第 16 位起改成了 0',
  'zeros-lost': '丢了前面的 0',
};
