import { calendarWarnings, checkCalendarFile } from './calendar-file';
import { NEXT_YEAR, NOTICES } from '../../../../test/support/notices';

type Cells = readonly [date: string, kind: string, name?: string];
const rows = (...cells: readonly Cells[]) =>
  cells.map(([date, kind, name = ''], index) => ({ line: index + 2, cells: { date, kind, name } }));
const faultsOf = (...cells: readonly Cells[]) => checkCalendarFile(rows(...cells)).faults;
const warningsOf = (...cells: readonly Cells[]) =>
  calendarWarnings(checkCalendarFile(rows(...cells)).days).map(({ line, code }) => [line, code]);

describe('the file of a notice', () => {
  it('is read in whatever way its dates and words are written', () => {
    const { days, faults } = checkCalendarFile(
      rows(
        ['2026/1/1', '休', '元旦'],
        ['2026年1月4日', '补班'],
        ['20260214', 'WORKDAY'],
        ['46068', '放假'],
        ['2026.2.16', '平日'],
      ),
    );
    expect(faults).toEqual([]);
    expect(days.map(({ line, date, kind }) => [line, date, kind])).toEqual([
      [2, '2026-01-01', 'holiday'],
      [3, '2026-01-04', 'workday'],
      [4, '2026-02-14', 'workday'],
      [5, '2026-02-15', 'holiday'],
      [6, '2026-02-16', 'ordinary'],
    ]);
  });

  it.each([
    ['a date that does not exist', ['2032-02-30', '休'], 'bad-date'],
    ['a month without a day', ['2032.2', '休'], 'bad-date'],
    ['no date', ['', '休'], 'bad-date'],
    ['an unknown word', ['2032-01-02', '闲'], 'unknown-word'],
    ['a word that every object has', ['2032-01-02', 'constructor'], 'unknown-word'],
    ['a name that is too long', ['2032-01-02', '休', '元'.repeat(41)], 'too-long'],
    ['a name of two lines', ['2032-01-02', '休', '元\n旦'], 'control-character'],
    ['the same day in another way of writing it', ['2032/1/1', '班'], 'duplicate'],
    ['a year that was mistyped', ['2062-01-02', '休'], 'far-away'],
  ] as const)('names %s with its line', (_, row, code) => {
    const others = rows(['2032-01-01', '休'], row, ['2032-05-01', '休']);
    expect(checkCalendarFile(others).faults.map((fault) => [fault.line, fault.code])).toEqual([[3, code]]);
  });

  it('refuses a file without a day', () => {
    expect(faultsOf().map(({ code }) => code)).toEqual(['table-empty']);
  });
});

describe('what a calendar says against the week', () => {
  it('warns of a Monday 班 beside a Saturday 休', () => {
    expect(warningsOf(['2026-03-07', '休'], ['2026-03-09', '班'])).toEqual([
      [2, 'holiday-at-the-weekend'],
      [3, 'workday-in-the-week'],
    ]);
  });

  it('does not warn of weekends within a holiday, nor of make-up days at weekends', () => {
    for (const { days } of [...NOTICES, NEXT_YEAR]) {
      const alone = days.map((day, index) => ({ ...day, line: index + 2 }));
      const standing = NOTICES.flatMap((notice) => notice.days);
      expect(calendarWarnings(alone, standing)).toEqual([]);
    }
  });

  it('does not warn where a day is taken back from what stands', () => {
    const { days } = checkCalendarFile(rows(['2026-03-03', '班'], ['2026-03-07', '休']));
    const standing = [
      { date: '2026-03-03', kind: 'holiday', name: '' },
      { date: '2026-03-07', kind: 'workday', name: '' },
    ] as const;
    expect(calendarWarnings(days, standing)).toEqual([]);
  });
});
