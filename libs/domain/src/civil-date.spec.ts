import fc from 'fast-check';
import {
  addDays,
  atShanghai,
  daysBetween,
  endOfDayInShanghai,
  isCivilDate,
  shanghaiDateOf,
  startOfDayInShanghai,
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
    expect(() => startOfDayInShanghai('2021-02-30')).toThrow(expect.objectContaining({ code: 'invalid-input' }));
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
        const start = startOfDayInShanghai(day);
        expect(shanghaiDateOf(instantOf(Date.parse(start) + ms))).toBe(day);
        expect(endOfDayInShanghai(day)).toBe(startOfDayInShanghai(addDays(day, 1)));
        expect(atShanghai(day, '00:00')).toBe(start);
      }),
    );
  });
});
