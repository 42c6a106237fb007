import type { Command } from 'commander';
import { checkRoster, type Roster, ROSTER_LAYOUT } from '@app/domain';
import { rosterCounts } from '@app/persistence';
import { loadRoster } from '@app/platform';
import type { Context } from './context';
import { type PlacedFault, refuseFaults } from './faults';
import { both } from './say';
import { type Format, printOutcome, withFormat } from './table';

/** `roster check <folder>`. */
export function rosterCommand(parent: Command, context: Context): void {
  const noun = parent.command('roster').description('名册 / rosters');
  withFormat(noun.command('check <folder>'))
    .description('检查名册的五个表 / check the five files of a roster')
    .action(async (folder: string, format: Format) => {
      const roster = await readRoster(context, folder, format);
      const counts = rosterCounts(roster);
      const sentence = both(
        `名册没有错误：党建片 ${counts.areas}，党组织 ${counts.organisations}，党支部 ${counts.branches}，人员 ${counts.people}，岗位 ${counts.offices}`,
        `no fault: ${counts.organisations} organisations, ${counts.branches} branches, ${counts.people} people`,
      );
      printOutcome(context, sentence, { counts, faults: [] }, format);
    });
}

/** The roster of a folder, or its faults printed and a refusal. */
export async function readRoster(context: Context, folder: string, format: Format): Promise<Roster> {
  const { tables, faults } = await loadRoster(folder, ROSTER_LAYOUT);
  refuseFaults(context, faults.map(placed), format);
  const checked = checkRoster(tables);
  refuseFaults(context, checked.faults.map(placed), format);
  return checked.roster as Roster;
}

/** The fault at the file and heading a user sees. */
function placed(fault: {
  readonly file: keyof typeof ROSTER_LAYOUT;
  readonly line: number;
  readonly column: string;
  readonly code: string;
  readonly message: string;
}): PlacedFault {
  const heading = ROSTER_LAYOUT[fault.file].find(({ name }) => name === fault.column)?.zh ?? fault.column;
  return { ...fault, file: `${fault.file}.csv`, column: heading };
}
