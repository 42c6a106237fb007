import fc from 'fast-check';
import {
  addDays,
  atShanghai,
  daysBetween,
  endOfDayInShanghai,
  isCivilDate,
  readClerkDate,
  shanghaiDateOf,
  weekday,
} from './civil-date';
import { instantOf } from './time';

const date = fc
  .integer({
    min: Date.parse('1992-01-01T00:00:00.000Z') / 86_400_000,
    max: Date.parse('2099-12-31T00:00:00.000Z') / 86_400_000,
  })
  .map((day) => instantOf(day * 86_400_000).slice(0, 10));

describe('civil dates', () => {
  it.each([
    ['2020-02-29', true],
    ['2021-02-29', false],
    ['2020-04-31', false],
    ['2020-13-01', false],
    ['2020-00-10', false],
    ['2020-6-30', false],
    ['20200630', false],
    ['2020-06-30T00:00:00.000Z', false],
    ['', false],
    [20200630, false],
    [null, false],
  ])('%p is a date: %p', (value, expected) => {
    expect(isCivilDate(value)).toBe(expected);
  });

  it.each([
    ['2020-02-28', 1, '2020-02-29'],
    ['2020-03-01', -1, '2020-02-29'],
    ['2020-12-31', 1, '2021-01-01'],
    ['2020-05-31', 0, '2020-05-31'],
    ['2021-03-14', 1, '2021-03-15'],
    ['2021-11-07', 1, '2021-11-08'],
  ])('%s and %i days is %s', (from, days, expected) => {
    expect(addDays(from, days)).toBe(expected);
  });

  it.each([
    ['1969-12-31', 3],
    ['1970-01-01', 4],
    ['2020-05-31', 7],
    ['2020-06-01', 1],
    ['2022-01-30', 7],
    ['2022-07-31', 7],
  ])('%s is ISO weekday %i', (day, expected) => {
    expect(weekday(day)).toBe(expected);
  });

  it('refuses to count from a date that does not exist', () => {
    expect(() => addDays('2021-02-30', 1)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    expect(() => endOfDayInShanghai('2021-02-30')).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('adding days is undone by the difference, and moves the weekday along', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: -2000, max: 2000 }), (from, days) => {
        const to = addDays(from, days);
        expect(daysBetween(from, to)).toBe(days);
        expect(addDays(to, -days)).toBe(from);
        expect((((weekday(to) - weekday(from) - days) % 7) + 7) % 7).toBe(0);
      }),
    );
  });
});

describe('a date as a clerk writes it', () => {
  it.each([
    ['2017-11-28', '2017-11-28'],
    ['2017/11/28', '2017-11-28'],
    ['2026/1/1', '2026-01-01'],
    ['2017.11.28', '2017-11-28'],
    ['2017.11.28.', '2017-11-28'],
    ['2017年11月28日', '2017-11-28'],
    ['2017 年 11 月 8 日', '2017-11-08'],
    ['2017年11月28号', '2017-11-28'],
    ['20171128', '2017-11-28'],
    ['２０１７．１１．２８', '2017-11-28'],
    ['2016/10/10 0:00', '2016-10-10'],
    ['2016/10/10 00:00:00', '2016-10-10'],
    ['2016-10-10T00:00:00', '2016-10-10'],
    [' 2017-11-28\t', '2017-11-28'],
    ['2020-02-29', '2020-02-29'],
  ])('%p is %s', (written, date) => {
    expect(readClerkDate(written)).toEqual({ date, serial: false });
  });

  it.each([
    ['43067', '2017-11-28'],
    ['43067.5', '2017-11-28'],
    ['35831', '1998-02-05'],
    ['46023', '2026-01-01'],
  ])('the day number %s of a spreadsheet is %s', (written, date) => {
    expect(readClerkDate(written)).toEqual({ date, serial: true });
  });

  it.each([
    ['', 'missing'],
    [' 　', 'missing'],
    ['2019', 'day-missing'],
    ['2019年', 'day-missing'],
    ['2019.11', 'day-missing'],
    ['2019/11', 'day-missing'],
    ['201911', 'day-missing'],
    ['2014年3月', 'day-missing'],
    ['2021-02-29', 'no-such-date'],
    ['20210230', 'no-such-date'],
    ['2020年13月1日', 'no-such-date'],
    ['0000-00-00', 'no-such-date'],
    ['201913', 'not-a-date'],
    ['28/11/2017', 'not-a-date'],
    ['17.11.28', 'not-a-date'],
    ['2017-11/28', 'not-a-date'],
    ['2017-11-28前', 'not-a-date'],
    ['1.1E+17', 'not-a-date'],
    ['2017112', 'not-a-date'],
    ['国庆节', 'not-a-date'],
  ])('%p says none: %s', (written, fault) => {
    expect(readClerkDate(written)).toEqual({ date: null, fault });
  });

  it('reads every date in every way of writing it, and back', () => {
    fc.assert(
      fc.property(date, (day) => {
        const [year, month, dayOfMonth] = day.split('-').map(Number);
        for (const written of [
          day,
          day.replaceAll('-', ''),
          `${year}/${month}/${dayOfMonth}`,
          `${year}.${month}.${dayOfMonth}`,
          `${year}年${month}月${dayOfMonth}日`,
          String(daysBetween('1899-12-30', day)),
        ]) {
          expect(readClerkDate(written).date).toBe(day);
        }
      }),
    );
  });
});

describe('Shanghai time', () => {
  it.each([
    ['2020-05-31T15:59:59.999Z', '2020-05-31'],
    ['2020-05-31T16:00:00.000Z', '2020-06-01'],
    ['2021-12-31T16:00:00.000Z', '2022-01-01'],
    ['2020-03-08T10:00:00.000Z', '2020-03-08'],
  ])('%s is %s', (instant, day) => {
    expect(shanghaiDateOf(instant)).toBe(day);
  });

  it.each([
    ['2020-06-01', '09:00', '2020-06-01T01:00:00.000Z'],
    ['2020-06-01', '08:30', '2020-06-01T00:30:00.000Z'],
    ['2020-06-01', '00:00', '2020-05-31T16:00:00.000Z'],
    ['2020-01-01', '07:59', '2019-12-31T23:59:00.000Z'],
  ])('%s at %s is %s', (day, time, expected) => {
    expect(atShanghai(day, time)).toBe(expected);
  });

  it.each(['24:00', '9:00', '09:60', '09:00:00', ''])('refuses the time %p', (time) => {
    expect(() => atShanghai('2020-06-01', time)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('a day is [start, end) and every time in it has its date', () => {
    fc.assert(
      fc.property(date, fc.integer({ min: 0, max: 86_400_000 - 1 }), (day, ms) => {
        const start = atShanghai(day, '00:00');
        expect(shanghaiDateOf(instantOf(Date.parse(start) + ms))).toBe(day);
        expect(endOfDayInShanghai(day)).toBe(atShanghai(addDays(day, 1), '00:00'));
      }),
    );
  });
});
