import { isWorkday, type CalendarNotice } from '@app/domain';
import { LocalFounding } from '../../../test/support/founding';
import { TEST_DATABASE_MS } from '../../../test/support/database';
import { NEXT_YEAR, NOTICES } from '../../../test/support/notices';
import { applyNotice, calendarOf, knownYears, namedDays, previewNotice, seedCalendar } from './calendar';
import { readStream } from './event-log';
import { inTransaction } from './transaction';

let founding: LocalFounding;
beforeAll(async () => {
  founding = await LocalFounding.open();
}, TEST_DATABASE_MS);
afterAll(() => founding?.close());

const AT = '2026-12-01T02:00:00.000Z';
const manager = () => founding.dataSource.manager;
const events = () => readStream(manager(), 'calendar');
const take = (notice: CalendarNotice) =>
  inTransaction(founding.dataSource, (m) => applyNotice(m, notice, { at: AT, account: 'clerk' }));

describe('the calendar table', () => {
  it('is filled with the published notices, one event each', async () => {
    expect(knownYears(await calendarOf(manager()))).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect((await events()).map(({ payload }) => (payload as { notice: string }).notice)).toEqual(
      NOTICES.map(({ number }) => number),
    );
    expect((await calendarOf(manager())).sequence).toBe(NOTICES.length);
  });

  it('changes nothing when the notices are loaded again, by the seed or from their texts', async () => {
    const before = await founding.contents();
    expect(await inTransaction(founding.dataSource, (m) => seedCalendar(m, AT))).toEqual([]);
    for (const notice of NOTICES) expect((await take(notice)).changes).toEqual([]);
    expect(await founding.contents()).toEqual(before);
  });

  it('shows what a notice changes, and writes nothing', async () => {
    const contents = await founding.contents();
    const { changes, before, after } = await previewNotice(manager(), NEXT_YEAR);
    expect(changes).toHaveLength(NEXT_YEAR.days.length);
    expect([before.knownUntil, after.knownUntil]).toEqual(['2026-12-31', '2027-12-31']);
    expect(await founding.contents()).toEqual(contents);
  });

  it('takes in a whole notice with the days it names of the year before: one event, whoever says it at once', async () => {
    const both = await Promise.all([take(NEXT_YEAR), take({ ...NEXT_YEAR, days: [...NEXT_YEAR.days].reverse() })]);
    expect(both.map(({ changes }) => changes.length).sort((one, other) => one - other)).toEqual([
      0,
      NEXT_YEAR.days.length,
    ]);
    const calendar = await calendarOf(manager());
    expect(calendar).toMatchObject({ knownUntil: '2027-12-31', sequence: NOTICES.length + 1 });
    expect([isWorkday('2026-12-27', calendar), isWorkday('2027-02-05', calendar)]).toEqual([true, false]);
    expect((await events()).at(-1)).toMatchObject({
      type: 'calendar-notice-applied',
      recordedAt: AT,
      payload: { notice: NEXT_YEAR.number, dated: NEXT_YEAR.dated, account: 'clerk' },
    });
  });

  it('loses no other day to a supplementary notice, and records what each day was', async () => {
    const days = [{ date: '2027-02-13', kind: 'holiday', name: '春节' }] as const;
    const before = await namedDays(manager());
    await take({ number: '国办发明电〔2027〕1号', dated: '2027-01-20', days });
    const after = await namedDays(manager());
    expect(after.filter(({ date }) => date !== '2027-02-13')).toEqual(
      before.filter(({ date }) => date !== '2027-02-13'),
    );
    expect((await events()).at(-1)?.payload).toMatchObject({
      changes: [{ date: '2027-02-13', before: { kind: 'workday' }, after: { kind: 'holiday' } }],
    });
  });

  it('leaves a year unknown that a few days alone speak of', async () => {
    await take({
      number: '样例〔2028〕1号',
      dated: null,
      days: [{ date: '2028-01-03', kind: 'holiday', name: '元旦' }],
    });
    expect((await calendarOf(manager())).knownUntil).toBe('2027-12-31');
  });
});
