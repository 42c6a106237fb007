import { unfitInLine } from '../well-formed';
import { type CalendarDay, daysOfNotices, type NoticeDayKind } from './calendar-notice';
import { addDays, CLERK_DATE_FAULTS, daysBetween, readClerkDate, weekday } from '../time/civil-date';
import type { RosterColumn, RosterRow } from '../roster/roster-layout';
import type { CivilDate } from '../time/time';

/** The columns of a calendar file. */
export const CALENDAR_LAYOUT: readonly RosterColumn[] = [
  { name: 'date', zh: '日期', aliases: [], required: true },
  { name: 'kind', zh: '类型', aliases: ['休班'], required: true },
  { name: 'name', zh: '节日', aliases: ['名称', '说明'], required: false },
];

/** One thing wrong in a calendar file. */
export interface CalendarFault {
  readonly line: number;
  readonly column: string;
  readonly code:
    'bad-date' | 'far-away' | 'unknown-word' | 'too-long' | 'control-character' | 'duplicate' | 'table-empty';
  readonly message: string;
}

/** Something odd that may yet be meant: the file is taken all the same. */
export interface CalendarWarning {
  readonly line: number;
  readonly code: 'workday-in-the-week' | 'holiday-at-the-weekend';
  readonly message: string;
}

/** A day with the line of the file that names it. */
export interface PlacedDay extends CalendarDay {
  readonly line: number;
}

const KINDS: Readonly<Record<string, NoticeDayKind>> = {
  休: 'holiday',
  休假: 'holiday',
  休息: 'holiday',
  放假: 'holiday',
  holiday: 'holiday',
  班: 'workday',
  上班: 'workday',
  补班: 'workday',
  调休上班: 'workday',
  workday: 'workday',
  平: 'ordinary',
  平日: 'ordinary',
  ordinary: 'ordinary',
};
const NAME_LIMIT = 40;
/** One notice arranges a year and the turn of it: whatever lies farther off was mistyped. */
const SPAN_DAYS = 366;
const WEEKDAYS = ['', '一', '二', '三', '四', '五', '六', '日'];

/** Reads the rows of a notice's file; every fault at once, and then no days. */
export function checkCalendarFile(rows: readonly RosterRow[]): {
  readonly days: readonly PlacedDay[];
  readonly faults: readonly CalendarFault[];
} {
  const faults: CalendarFault[] = [];
  const days = rows.map((row) => readDay(row, faults));
  const dated = days.filter(({ date }) => date !== '');
  const seen = new Set<string>();
  for (const { line, date } of dated) {
    if (seen.has(date)) faults.push({ line, column: 'date', code: 'duplicate', message: `${date} 出现两次` });
    seen.add(date);
  }
  const middle = [...seen].sort()[Math.floor(seen.size / 2)] ?? '';
  for (const { line, date } of dated) {
    if (Math.abs(daysBetween(middle, date)) > SPAN_DAYS) {
      const message = `${date} 与本通知的其他日期（${middle} 前后）相差一年以上，请核对年份`;
      faults.push({ line, column: 'date', code: 'far-away', message });
    }
  }
  if (rows.length === 0) faults.push({ line: 1, column: '', code: 'table-empty', message: '没有任何日期' });
  return { days: faults.length > 0 ? [] : days, faults };
}

/**
 * Names what the week says already: a workday from Monday to Friday, and a day off at a weekend that no day off of the
 * week touches. Columns in the wrong order, or a wrong year, look like this. `standing`: the days as they are named now, so
 * that a day that a notice takes back is not odd.
 */
export function calendarWarnings(
  days: readonly PlacedDay[],
  standing: readonly CalendarDay[] = [],
): readonly CalendarWarning[] {
  const before = daysOfNotices(standing);
  const off: Readonly<Record<CivilDate, string>> = { ...before, ...daysOfNotices(days) };
  return days.flatMap(({ line, date, kind }): CalendarWarning[] => {
    const day = `${date} 是星期${WEEKDAYS[weekday(date)]}`;
    if (kind === 'workday' && weekday(date) <= 5 && before[date] !== 'holiday') {
      return [{ line, code: 'workday-in-the-week', message: `${day}，本来就上班，却列为“班”` }];
    }
    if (kind === 'holiday' && weekday(date) > 5 && before[date] !== 'workday' && !touchesDayOff(date, off)) {
      return [
        { line, code: 'holiday-at-the-weekend', message: `${day}，本来就休息，前后又没有放假的日子，却列为“休”` },
      ];
    }
    return [];
  });
}

/** Whether the days off around a weekend day go on into the week. */
function touchesDayOff(date: CivilDate, off: Readonly<Record<CivilDate, string>>): boolean {
  return [-1, 1].some((step) => {
    let day = addDays(date, step);
    while (weekday(day) > 5 && off[day] !== 'workday') day = addDays(day, step);
    return weekday(day) <= 5 && off[day] === 'holiday';
  });
}

function readDay({ line, cells }: RosterRow, faults: CalendarFault[]): PlacedDay {
  const say = (column: string, code: CalendarFault['code'], message: string) =>
    faults.push({ line, column, code, message });
  const written = (cells.date ?? '').trim();
  const read = readClerkDate(written);
  if (read.date === null) {
    const shown = written === '' ? '' : `“${[...written].slice(0, 20).join('')}”：`;
    say('date', 'bad-date', `${shown}${CLERK_DATE_FAULTS[read.fault]}`);
  }
  const word = (cells.kind ?? '').normalize('NFKC').trim().toLowerCase();
  const kind = Object.hasOwn(KINDS, word) ? KINDS[word] : undefined;
  if (!kind) say('kind', 'unknown-word', '类型写“休”、“班”，或收回原先安排的“平”');
  const name = (cells.name ?? '').trim();
  if ([...name].length > NAME_LIMIT) say('name', 'too-long', `说明最多 ${NAME_LIMIT} 字`);
  if (unfitInLine(name)) say('name', 'control-character', '说明含有换行等控制字符或不可见字符');
  return { line, date: read.date ?? '', kind: kind ?? 'holiday', name };
}
