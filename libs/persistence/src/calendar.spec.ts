import { isWorkday } from '@app/domain';
import { LocalFounding } from '../../../test/support/founding';
import { TEST_DATABASE_MS } from '../../../test/support/database';
import { calendarOf, importCalendarYear, seedCalendar } from './calendar';
import { chinaCalendarSeed } from './calendar-seed';
import { readStream } from './event-log';
import { inTransaction } from './transaction';

let founding: LocalFounding;
beforeAll(async () => {
  founding = await LocalFounding.open();
}, TEST_DATABASE_MS);
afterAll(() => founding?.close());

const AT = '2020-12-01T02:00:00.000Z';
const seed = chinaCalendarSeed();
const lastYear = Number(seed.knownUntil.slice(0, 4));

const load = (
  year: number,
  days: readonly { date: string; kind: 'holiday' | 'workday'; name: string }[],
  source = '样例通知',
) => inTransaction(founding.dataSource, (m) => importCalendarYear(m, { year, source, days }, AT));

describe('the calendar table', () => {
  it('knows from its first published year to its last', async () => {
    const { knownFrom, knownUntil } = await calendarOf(founding.dataSource.manager);
    expect({ knownFrom, knownUntil }).toEqual({ knownFrom: seed.knownFrom, knownUntil: seed.knownUntil });
    expect(await readStream(founding.dataSource.manager, 'calendar')).toHaveLength(
      lastYear - Number(seed.knownFrom.slice(0, 4)) + 1,
    );
  });

  it('changes nothing when the notices are loaded again', async () => {
    const before = await founding.contents();
    expect(await inTransaction(founding.dataSource, (m) => seedCalendar(m, AT))).toEqual([]);
    expect(await founding.contents()).toEqual(before);
  });

  it('takes in a further year as a whole, in whatever order its days come, and once', async () => {
    const days = [
      { date: `${lastYear + 1}-01-02`, kind: 'holiday' as const, name: '元旦' },
      { date: `${lastYear + 1}-01-01`, kind: 'holiday' as const, name: '元旦' },
    ];
    expect(await load(lastYear + 1, days)).toBe(true);
    expect(await load(lastYear + 1, [...days].reverse())).toBe(false);
    const calendar = await calendarOf(founding.dataSource.manager);
    expect(calendar.knownUntil).toBe(`${lastYear + 1}-12-31`);
    expect(isWorkday(`${lastYear + 1}-01-01`, calendar)).toBe(false);
  });

  it('puts a corrected notice in place of the one before, with an event of its own', async () => {
    const events = (await readStream(founding.dataSource.manager, 'calendar')).length;
    const corrected = [{ date: `${lastYear + 1}-01-03`, kind: 'workday' as const, name: '调休' }];
    expect(await load(lastYear + 1, corrected)).toBe(true);
    const rows = await founding.select('SELECT date, kind FROM calendar_days WHERE date LIKE ?', [`${lastYear + 1}-%`]);
    expect(rows).toEqual([{ date: `${lastYear + 1}-01-03`, kind: 'workday' }]);
    expect(await readStream(founding.dataSource.manager, 'calendar')).toHaveLength(events + 1);
  });

  it('is not known across a missing year', async () => {
    await load(lastYear + 3, [{ date: `${lastYear + 3}-01-01`, kind: 'holiday', name: '元旦' }]);
    const calendar = await calendarOf(founding.dataSource.manager);
    expect(calendar.knownUntil).toBe(`${lastYear + 1}-12-31`);
    expect(() => isWorkday(`${lastYear + 3}-01-01`, calendar)).toThrow(String(lastYear + 3));
  });
});
