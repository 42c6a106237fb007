import { readFileSync } from 'node:fs';
import { basename } from 'node:path';
import type { Command } from 'commander';
import { CALENDAR_LAYOUT, checkCalendarYear } from '@app/domain';
import { importCalendarYear, seedCalendar } from '@app/persistence';
import { readTable } from '@app/platform';
import { type Context, transaction } from './context';
import { refuseFaults } from './faults';
import { wholeNumber } from './options';
import { both, Refused } from './say';
import { type Format, printOutcome, withFormat } from './table';

/** `calendar seed`, `calendar import <csv> --year --source`. */
export function calendarCommand(parent: Command, context: Context): void {
  const noun = parent.command('calendar').description('工作日历 / the workday calendar');
  withFormat(noun.command('seed'))
    .description('装入已公布的放假安排 / load the published notices')
    .action(async (format: Format) => {
      const years = await transaction(context, (m) => seedCalendar(m, context.clock.now()));
      const sentence =
        years.length > 0
          ? both(`已装入 ${years.join('、')} 年放假安排`, `loaded the notices of ${years.join(', ')}`)
          : both('放假安排此前已装入', 'the notices were loaded before');
      printOutcome(context, sentence, { years }, format);
    });
  withFormat(noun.command('import <csv>'))
    .description('装入一年的放假安排：日期,类型（休/班）,节日 / load the notice of one year')
    .requiredOption('--year <year>', '年份 / the year of the notice', wholeNumber)
    .requiredOption('--source <notice>', '通知文号 / number of the notice')
    .action(async (csv: string, { year, source, ...format }: Format & { year: number; source: string }) => {
      const file = basename(csv);
      const { rows, faults } = readTable(readBytes(csv), CALENDAR_LAYOUT);
      refuseFaults(
        context,
        faults.map((fault) => ({ file, ...fault })),
        format,
      );
      const checked = checkCalendarYear(rows, { year, source });
      refuseFaults(
        context,
        checked.faults.map((fault) => ({ file, ...fault })),
        format,
      );
      const { notice } = checked;
      if (!notice) return;
      const isNew = await transaction(context, (m) => importCalendarYear(m, notice, context.clock.now()));
      const sentence = isNew
        ? both(`已装入 ${year} 年放假安排，${notice.days.length} 天`, `loaded ${year}: ${notice.days.length} days`)
        : both(`${year} 年放假安排没有变化`, `${year} is unchanged`);
      printOutcome(context, sentence, { year, days: notice.days.length, isNew }, format);
    });
}

function readBytes(path: string): Buffer {
  try {
    return readFileSync(path);
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    throw new Refused(both(`无法读取文件 ${path}`, `cannot read the file: ${reason}`));
  }
}
