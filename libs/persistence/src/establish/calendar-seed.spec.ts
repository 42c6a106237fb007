import { addDays, addWorkdays, calendarOfDays, daysOfNotices, isWorkday } from '@app/domain';
import { NOTICES } from '../../../../test/support/notices';
import { publishedNotices } from './calendar-seed';

const seed = publishedNotices();
const calendar = calendarOfDays(daysOfNotices(seed.flatMap(({ days }) => days)));

describe('the published calendar', () => {
  it('is the State Council’s notices of 2019 to 2026, each with its own days', () => {
    expect(seed.map(({ number, dated }) => [number, dated])).toEqual(
      NOTICES.map(({ number, dated }) => [number, dated]),
    );
    const replaced = ['2019-05-01', '2020-02-01']; // named twice: the library knows only what was said last
    for (const [index, notice] of seed.entries()) {
      const plain = (days: typeof notice.days) => days.filter(({ date }) => !replaced.includes(date));
      const kinds = (days: typeof notice.days) => plain(days).map(({ date, kind }) => `${date} ${kind}`);
      expect(kinds(notice.days)).toEqual(kinds(NOTICES[index].days));
    }
  });

  it('gives each of its 2,922 days as the notices taken in one after the other do', () => {
    const read = calendarOfDays(daysOfNotices([...NOTICES].flatMap(({ days }) => days)));
    expect([read.knownFrom, read.knownUntil]).toEqual(['2019-01-01', '2026-12-31']);
    expect([calendar.knownFrom, calendar.knownUntil]).toEqual([read.knownFrom, read.knownUntil]);
    let days = 0;
    for (let day = read.knownFrom; day <= read.knownUntil; day = addDays(day, 1)) {
      if (isWorkday(day, calendar) !== isWorkday(day, read)) throw new Error(`${day} differs`);
      days += 1;
    }
    expect(days).toBe(2922);
  });

  it.each([
    [2019, 250],
    [2020, 249],
    [2021, 250],
    [2022, 249],
    [2023, 249],
    [2024, 251],
    [2025, 248],
    [2026, 248],
  ])('%i has %i workdays', (year, expected) => {
    let workdays = 0;
    for (let day = `${year}-01-01`; day <= `${year}-12-31`; day = addDays(day, 1)) {
      if (isWorkday(day, calendar)) workdays += 1;
    }
    expect(workdays).toBe(expected);
  });

  it.each([
    ['2020-01-19', true, 'Sunday before Spring Festival, made up'],
    ['2020-01-23', true, 'Thursday before the eve'],
    ['2020-01-24', false, '除夕'],
    ['2020-01-31', false, 'the extension of 2020'],
    ['2020-02-01', false, 'made up for by the first notice, off by the second'],
    ['2020-02-02', false, 'the last day of the extension'],
    ['2020-02-03', true, 'Monday, first day at work'],
    ['2019-05-03', false, 'Labour Day of 2019, by a second notice'],
    ['2019-05-05', true, 'Sunday, made up'],
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
    ['2022-12-31', false, 'Saturday, named by the notice of 2023'],
  ])('%s works: %s (%s)', (date, expected) => {
    expect(isWorkday(date, calendar)).toBe(expected);
  });

  it.each([
    ['2020-05-31', -1, '2020-05-29'],
    ['2020-05-31', 1, '2020-06-01'],
    ['2022-01-31', -1, '2022-01-30'],
    ['2022-01-31', 1, '2022-02-07'],
    ['2020-05-10', -1, '2020-05-09'],
    ['2026-12-10', 5, '2026-12-17'],
  ])('counts %s %i workdays to %s', (date, n, expected) => {
    expect(addWorkdays(date, n, calendar)).toBe(expected);
  });

  it('refuses a year without a notice by its number', () => {
    expect(() => addWorkdays('2026-12-31', 1, calendar)).toThrow(
      expect.objectContaining({ code: 'calendar-unknown', details: expect.objectContaining({ year: 2027 }) }),
    );
  });
});
