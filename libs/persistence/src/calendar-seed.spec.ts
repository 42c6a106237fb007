import { addWorkdays, isWorkday, type CalendarDayKind, type WorkdayCalendar } from '@app/domain';
import { chinaCalendarSeed, chinaWorkdays } from './calendar-seed';

const seed = chinaCalendarSeed();
const calendar: WorkdayCalendar = {
  knownFrom: seed.knownFrom,
  knownUntil: seed.knownUntil,
  days: Object.fromEntries(seed.days.map(({ date, kind }): [string, CalendarDayKind] => [date, kind])),
};

describe('the published calendar', () => {
  it.each([
    ['2020-01-19', true, 'Sunday before Spring Festival, made up'],
    ['2020-01-23', true, 'Thursday before the eve'],
    ['2020-01-24', false, '除夕'],
    ['2020-01-31', false, 'the extension of 2020'],
    ['2020-02-02', false, 'the last day of the extension'],
    ['2020-02-03', true, 'Monday, first day at work'],
    ['2020-05-01', false, 'Labour Day'],
    ['2020-05-09', true, 'Saturday make-up workday'],
    ['2020-05-29', true, 'Friday before the survey date'],
    ['2020-05-31', false, 'Sunday, the survey date'],
    ['2020-06-30', true, 'Tuesday, the plan date'],
    ['2020-10-01', false, '国庆、中秋'],
    ['2020-11-30', true, 'Monday, the assessment date'],
    ['2021-01-31', false, 'Sunday, the literal reading of 2021年2月前'],
    ['2021-02-07', true, 'Sunday make-up workday'],
    ['2022-01-30', true, 'Sunday make-up workday'],
    ['2022-01-31', false, '除夕'],
    ['2022-02-28', true, 'Monday, the later reading of 2022年2月前'],
    ['2022-07-31', false, 'Sunday, the assessment date'],
  ])('%s works: %s (%s)', (date, expected) => {
    expect(isWorkday(date, calendar)).toBe(expected);
  });

  it.each([
    ['2020-05-31', -1, '2020-05-29'],
    ['2020-05-31', 1, '2020-06-01'],
    ['2022-01-31', -1, '2022-01-30'],
    ['2022-01-31', 1, '2022-02-07'],
    ['2020-05-10', -1, '2020-05-09'],
  ])('counts %s %i workdays to %s', (date, n, expected) => {
    expect(addWorkdays(date, n, calendar)).toBe(expected);
  });

  it('refuses a year without a notice by its number', () => {
    expect(() => addWorkdays('2026-12-31', 1, calendar)).toThrow(
      expect.objectContaining({ code: 'calendar-unknown', details: expect.objectContaining({ year: 2027 }) }),
    );
  });
});

describe('chinaWorkdays', () => {
  it('holds each date once, in order, with its Chinese name and source', () => {
    const days = chinaWorkdays();
    const dates = days.map(({ date }) => date);
    expect(dates).toEqual([...new Set(dates)].sort());
    expect(days[0]?.date).toBe('2019-01-01');
    expect(days.find(({ date }) => date === '2022-01-30')).toEqual({
      date: '2022-01-30',
      kind: 'workday',
      name: '春节',
      source: expect.stringContaining('chinese-days'),
    });
  });

  it('has days off in every year it claims to know', () => {
    for (let year = 2019; year <= 2026; year += 1) {
      expect(chinaWorkdays(year, year).filter(({ kind }) => kind === 'holiday').length).toBeGreaterThanOrEqual(11);
    }
  });

  it('names only make-up days on weekends, so no notice contradicts the week twice', () => {
    const weekdayOf = (date: string) => new Date(`${date}T00:00:00.000Z`).getUTCDay();
    const odd = chinaWorkdays().filter(({ date, kind }) => kind === 'workday' && ![0, 6].includes(weekdayOf(date)));
    expect(odd).toEqual([]);
  });
});
