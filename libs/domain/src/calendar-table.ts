import type { CalendarDayKind } from './calendar';
import { isCivilDate } from './civil-date';
import type { RosterColumn, RosterRow } from './roster-layout';
import type { CivilDate } from './time';

/** A day that a holiday notice names: a day off, or a make-up workday. */
export interface CalendarDay {
  readonly date: CivilDate;
  readonly kind: CalendarDayKind;
  readonly name: string;
}

/** The holiday notice of one year, whole. */
export interface CalendarYear {
  readonly year: number;
  /** The notice, for example 国办发明电〔2020〕27号. */
  readonly source: string;
  readonly days: readonly CalendarDay[];
}

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
  readonly code: 'bad-date' | 'outside-year' | 'unknown-word' | 'too-long' | 'duplicate' | 'year-empty';
  readonly message: string;
}

const KINDS: Readonly<Record<string, CalendarDayKind>> = {
  休: 'holiday',
  休假: 'holiday',
  放假: 'holiday',
  holiday: 'holiday',
  班: 'workday',
  上班: 'workday',
  调休上班: 'workday',
  workday: 'workday',
};
const NAME_LIMIT = 40;

/** Reads the rows of one year's notice; every fault at once, and then no year. */
export function checkCalendarYear(
  rows: readonly RosterRow[],
  { year, source }: { readonly year: number; readonly source: string },
): { readonly notice: CalendarYear | null; readonly faults: readonly CalendarFault[] } {
  const faults: CalendarFault[] = [];
  const seen = new Set<string>();
  const days = rows.map(({ line, cells }): CalendarDay => {
    const say = (column: string, code: CalendarFault['code'], message: string) =>
      faults.push({ line, column, code, message });
    const date = (cells.date ?? '').trim();
    const kind = KINDS[(cells.kind ?? '').trim()];
    const name = (cells.name ?? '').trim();
    const exists: boolean = isCivilDate(date);
    if (!exists) say('date', 'bad-date', `日期“${date.slice(0, 20)}”不存在，须为 YYYY-MM-DD`);
    else if (Number(date.slice(0, 4)) !== year) say('date', 'outside-year', `${date} 不在 ${year} 年`);
    else if (seen.has(date)) say('date', 'duplicate', `${date} 出现两次`);
    seen.add(date);
    if (!kind) say('kind', 'unknown-word', '类型写“休”或“班”');
    if ([...name].length > NAME_LIMIT) say('name', 'too-long', `说明最多 ${NAME_LIMIT} 字`);
    return { date, kind: kind ?? 'holiday', name };
  });
  if (!days.some(({ kind }) => kind === 'holiday')) {
    faults.push({ line: 1, column: '', code: 'year-empty', message: `没有 ${year} 年的放假日` });
  }
  return faults.length > 0 ? { notice: null, faults } : { notice: { year, source, days }, faults };
}
