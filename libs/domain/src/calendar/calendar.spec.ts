import { getLunarDate } from 'chinese-days';
import fc from 'fast-check';
import {
  addWorkdays,
  calendarOfDays,
  isWithinWorkdays,
  isWorkday,
  missingFestivals,
  workdaysBetween,
  type WorkdayCalendar,
} from './calendar';
import { festivalsOf } from './calendar-festivals';
import { daysOfNotices } from './calendar-notice';
import { addDays, daysBetween } from '../time/civil-date';
import { NEXT_YEAR } from '../../../../test/support/notices';

const calendar: WorkdayCalendar = {
  knownFrom: '2020-01-01',
  knownUntil: '2020-12-31',
  days: {
    '2020-05-01': 'holiday',
    '2020-05-04': 'holiday',
    '2020-05-05': 'holiday',
    '2020-05-09': 'workday',
    '2020-10-01': 'holiday',
    '2020-10-02': 'holiday',
  },
};
const somewhere = fc.integer({ min: 60, max: 290 }).map((days) => addDays('2020-01-01', days));

describe('workdays', () => {
  it.each([
    ['2020-05-08', true],
    ['2020-05-09', true],
    ['2020-05-10', false],
    ['2020-05-04', false],
    ['2020-12-31', true],
    ['2020-01-01', true],
  ])('%s works: %p', (date, expected) => {
    expect(isWorkday(date, calendar)).toBe(expected);
  });

  it.each([
    ['2020-05-31', 0, '2020-05-31'],
    ['2020-05-31', 1, '2020-06-01'],
    ['2020-05-31', 3, '2020-06-03'],
    ['2020-05-31', 7, '2020-06-09'],
    ['2020-05-31', -1, '2020-05-29'],
    ['2020-05-31', -7, '2020-05-21'],
    ['2020-05-29', -1, '2020-05-28'],
    ['2020-04-30', 1, '2020-05-06'],
    ['2020-05-08', 1, '2020-05-09'],
    ['2020-05-10', -1, '2020-05-09'],
  ])('%s and %i workdays is %s', (date, n, expected) => {
    expect(addWorkdays(date, n, calendar)).toBe(expected);
  });

  it.each([
    ['2021-01-01', 0, 2021],
    ['2019-12-31', 1, 2019],
    ['2020-12-31', 1, 2021],
    ['2020-12-20', 30, 2021],
    ['2020-01-01', -1, 2019],
  ])('refuses %s and %i workdays for want of %i', (date, n, year) => {
    expect(() => addWorkdays(date, n, calendar)).toThrow(
      expect.objectContaining({ code: 'calendar-unknown', details: expect.objectContaining({ year }) }),
    );
  });

  it('refuses to count into the unknown and numbers that are not whole', () => {
    const unknown = expect.objectContaining({ code: 'calendar-unknown' });
    expect(() => workdaysBetween('2020-12-01', '2021-01-04', calendar)).toThrow(unknown);
    expect(() => workdaysBetween('2021-01-04', '2021-01-04', calendar)).toThrow(unknown);
    expect(() => addWorkdays('2020-05-01', 1.5, calendar)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('takes no day from the prototype of the record', () => {
    expect(() => isWorkday('constructor', calendar)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('n workdays away lies strictly on that side, is a workday, and is counted back', () => {
    fc.assert(
      fc.property(
        somewhere,
        fc.integer({ min: -30, max: 30 }).filter((n) => n !== 0),
        (date, n) => {
          const reached = addWorkdays(date, n, calendar);
          expect(Math.sign(daysBetween(date, reached))).toBe(Math.sign(n));
          expect(isWorkday(reached, calendar)).toBe(true);
          expect(workdaysBetween(date, reached, calendar)).toBe(n);
          expect(Math.abs(daysBetween(date, reached))).toBeGreaterThanOrEqual(Math.abs(n));
        },
      ),
    );
  });
});

describe('within so many workdays', () => {
  it.each([
    ['2020-12-01', '2020-12-15', 10, true],
    ['2020-12-01', '2020-12-16', 10, false],
    ['2020-12-28', '2021-01-06', 10, true],
    ['2020-12-01', '2021-01-02', 10, false],
    ['2021-01-04', '2021-01-14', 10, true],
  ])('from %s to %s at most %i: %p', (from, to, limit, expected) => {
    expect(isWithinWorkdays({ from, to }, limit, calendar)).toBe(expected);
  });

  it.each([
    ['2020-12-28', '2021-01-08', 10],
    ['2021-01-04', '2021-01-15', 10],
    ['2019-12-31', '2020-01-02', 10],
  ])('from %s to %s at most %i hangs on a notice that is missing', (from, to, limit) => {
    expect(() => isWithinWorkdays({ from, to }, limit, calendar)).toThrow(
      expect.objectContaining({ code: 'calendar-unknown' }),
    );
  });
});

describe('a year that is whole', () => {
  const without = (festival: string) => daysOfNotices(NEXT_YEAR.days.filter(({ name }) => name !== festival));

  it.each(['元旦', '春节', '清明节', '劳动节', '端午节', '中秋节', '国庆节'])(
    'is none while %s is missing',
    (festival) => {
      expect(missingFestivals(2027, without(festival))).toEqual([festival]);
      expect(calendarOfDays(without(festival))).toMatchObject({ knownFrom: '9999-12-31' });
    },
  );

  it('is none that the table of festivals does not reach', () => {
    const every = Object.fromEntries(
      Array.from({ length: 365 }, (_, day) => [addDays('2051-01-01', day), 'holiday'] as const),
    );
    expect(missingFestivals(2051, every)).toEqual(['春节', '清明节', '端午节', '中秋节']);
  });

  it('has its movable festivals where the moon and the sun have them', () => {
    for (let year = 2019; year <= 2050; year += 1) {
      const [, spring, qingming, , dragonBoat, midAutumn] = festivalsOf(year).map(([, day]) => `${year}-${day}`);
      const lunar = [spring, dragonBoat, midAutumn].map((day = '') => {
        const { lunarYear, lunarMon, lunarDay, isLeap } = getLunarDate(day);
        return [lunarYear, lunarMon, lunarDay, isLeap];
      });
      expect(lunar).toEqual([
        [year, 1, 1, false],
        [year, 5, 5, false],
        [year, 8, 15, false],
      ]);
      const sinceCentury = year % 100;
      const solar = Math.floor(sinceCentury * 0.2422 + 4.81) - Math.floor(sinceCentury / 4);
      expect(qingming).toBe(`${year}-04-0${solar}`);
    }
  });
});
