import type { Command } from 'commander';
import { checkRoster, type Roster, ROSTER_LAYOUT, type RosterFile } from '@app/domain';
import { rosterCounts } from '@app/persistence';
import { loadRoster } from '@app/platform';
import type { Context } from './context';
import { type Besides, type PlacedFault, printSeen, refuseFaults } from './faults';
import { type Remark, writeRemarkSheets } from './remark-sheets';
import { both } from './say';
import { type Format, printOutcome, withFormat } from './table';

/** `roster check <folder>`: needs files and nothing else. */
export function rosterCommand(parent: Command, context: Context): void {
  const noun = parent.command('roster').description('名册 / rosters');
  withFormat(noun.command('check <folder>'))
    .description('检查名册的五个表，不需要系统在运行 / check the five files of a roster; needs no running system')
    .action(async (folder: string, format: Format) => {
      const { roster, besides } = await checkFolder(context, folder, format);
      const counts = rosterCounts(roster);
      const sentence = both(
        `名册没有错误：党建片 ${counts.areas}，党组织 ${counts.organisations}，党支部 ${counts.branches}，人员 ${counts.people}，岗位 ${counts.offices}`,
        `no fault: ${counts.organisations} organisations, ${counts.branches} branches, ${counts.people} people`,
      );
      if (!format.json) printSeen(context, besides);
      printOutcome(context, { sentence, value: { counts, faults: [], ...besides } }, format);
    });
}

/** The roster of a folder, with what should be seen printed; or its faults printed and a refusal. */
export async function readRoster(context: Context, folder: string, format: Format): Promise<Roster> {
  const { roster, besides } = await checkFolder(context, folder, format);
  printSeen(context, besides);
  return roster;
}

async function checkFolder(
  context: Context,
  folder: string,
  format: Format,
): Promise<{ roster: Roster; besides: Besides }> {
  const { tables, faults, notes, sheets } = await loadRoster(folder, ROSTER_LAYOUT);
  const checked = faults.length > 0 ? { roster: null, faults, warnings: [] } : checkRoster(tables);
  const remarks: readonly Remark[] = [...checked.faults, ...checked.warnings];
  const { written, unwritten } = writeRemarkSheets({ home: context.home, folder }, sheets, remarks);
  if (unwritten !== undefined) {
    const zh = `带“检查备注”列的副本未能写入 ${unwritten}`;
    context.err(`${both(zh, `copies with a remark column could not be written: ${unwritten}`)}\n`);
  }
  const besides: Besides = {
    warnings: checked.warnings.map(placed),
    notes: notes.map((note) => placed({ column: '', ...note })),
    remarksFolder: written,
  };
  refuseFaults(context, checked.faults.map(placed), { ...format, ...besides });
  return { roster: checked.roster as Roster, besides };
}

/** The fault at the file and heading a user sees. */
function placed({
  file,
  line,
  column,
  code,
  message,
}: {
  readonly file: RosterFile;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly message: string;
}): PlacedFault {
  const heading = ROSTER_LAYOUT[file].find(({ name }) => name === column)?.zh ?? column;
  return { file: `${file}.csv`, line, column: heading, code, message };
}
