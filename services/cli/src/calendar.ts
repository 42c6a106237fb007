import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { type CalendarNotice, calendarWarnings, noticeNumber } from '@app/domain';
import {
  applyNotice,
  reminderKeepers,
  keepersToWake,
  namedDays,
  previewNotice,
  previewReplans,
  replanDeadlines,
  SEED_LIBRARY,
  seedCalendar,
} from '@app/persistence';
import { readNoticeFile } from './calendar-file';
import { printPreview, type Preview, warningLines } from './calendar-report';
import { type Context, transaction } from './context';
import { civilDate } from './options';
import { both, Refused, WrongUsage } from './say';
import { type Format, printJson, printOutcome, withFormat } from './table';
import { wakeKeepers } from './wake-keepers';

/** `calendar seed`, `calendar check <csv>`, `calendar import <csv> --notice [--dated] [--apply]`. */
export function calendarCommand(parent: Command, context: Context): void {
  const noun = parent.command('calendar').description('工作日历 / the workday calendar');
  withFormat(noun.command('seed'))
    .description('装入已公布的放假安排 / load the published notices')
    .action((format: Format) => seed(context, format));
  withFormat(noun.command('check <csv>'))
    .description('检查放假安排文件：日期,类型（休/班/平）,节日；不需要运行系统 / check a file; needs no running system')
    .action((csv: string, format: Format) => check(context, csv, format));
  withFormat(noun.command('import <csv>'))
    .description(
      '按文号装入放假安排：先列出哪些日期和时限会变，加 --apply 才生效 / take in a notice: shows what changes, --apply does it',
    )
    .requiredOption('--notice <number>', '通知文号，如 国办发明电〔2020〕1号 / number of the notice')
    .option('--dated <date>', '通知日期 / date of the notice', civilDate)
    .option('--apply', '生效，并重排未办结的时限 / apply, and plan open deadlines anew')
    .action((csv: string, options: ImportOptions) => importNotice(context, csv, options));
}

interface ImportOptions extends Format {
  readonly notice: string;
  readonly dated?: string;
  readonly apply?: boolean;
}

async function seed(context: Context, format: Format): Promise<void> {
  const years = await transaction(context, (m) => seedCalendar(m, context.clock.now()));
  const { asleep } = await planAnew(context, SEED_LIBRARY);
  const sentence =
    years.length > 0
      ? both(`已装入 ${years.join('、')} 年放假安排`, `loaded the notices of ${years.join(', ')}`)
      : both('放假安排此前已装入', 'the notices were loaded before');
  printOutcome(context, { sentence, value: { years } }, format);
  refuseAsleep(asleep);
}

async function check(context: Context, csv: string, format: Format): Promise<void> {
  const days = await readNoticeFile(context, csv, format);
  const warnings = calendarWarnings(days);
  if (format.json) return printJson(context, { days: days.length, faults: [], warnings });
  context.err(warningLines(csv, warnings));
  context.out(
    `${both(`${days.length} 天，没有错误，${warnings.length} 处提醒`, `${days.length} days, no fault, ${warnings.length} warning(s)`)}\n`,
  );
}

async function importNotice(context: Context, csv: string, options: ImportOptions): Promise<void> {
  const number = noticeNumber(options.notice);
  if (number === null) {
    throw new WrongUsage(
      both('文号为空、过长或含有控制字符', 'the number is empty, too long or has control characters'),
    );
  }
  const placed = await readNoticeFile(context, csv, options);
  const notice: CalendarNotice = { number, dated: options.dated ?? null, days: placed };
  const { manager } = await context.dataSource();
  const warnings = calendarWarnings(placed, await namedDays(manager));
  const { before, after, ...changes } = await previewNotice(manager, notice);
  const campaigns = await previewReplans(manager, { before, after }, context.clock.now());
  const preview: Preview = { notice, warnings, changes, before, after, campaigns };
  if (!options.apply) return printPreview(context, preview, { ...options, csv });
  const applied = await transaction(context, (m) =>
    applyNotice(m, notice, { at: context.clock.now(), account: userInfo().username }),
  );
  const isNew = applied.changes.length > 0;
  const done = await planAnew(context, number);
  printPreview(context, { ...preview, applied: { isNew, ...done } }, { ...options, csv });
  refuseAsleep(done.asleep);
}

function refuseAsleep(asleep: readonly string[]): void {
  if (asleep.length === 0) return;
  throw new Refused(
    both(
      `放假安排已生效，但有 ${asleep.length} 个时限值守没有唤醒（${asleep[0]}）：请在流程引擎恢复后重复本命令`,
      `applied, but ${asleep.length} keeper(s) could not be woken: repeat the command once the engine answers`,
    ),
  );
}

/**
 * Plans open deadlines anew and wakes the keepers whose next instant moved and those that make the daily reminders; repeated, it
 * goes on where it was broken off, and wakes whom the first time may not have reached.
 */
async function planAnew(
  context: Context,
  notice: string,
): Promise<{ readonly replanned: Readonly<Record<string, number>>; readonly asleep: readonly string[] }> {
  const dataSource = await context.dataSource();
  const act = { notice, writtenAt: context.clock.now() };
  const replanned = await replanDeadlines(dataSource, act);
  const keepers = await keepersToWake(dataSource.manager, act.writtenAt);
  const all = new Set([...keepers, ...(await reminderKeepers(dataSource.manager))]);
  return { replanned: Object.fromEntries(replanned), asleep: await wakeKeepers(context, [...all]) };
}
