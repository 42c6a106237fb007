import type { DataSource } from 'typeorm';
import { isWorkday, type CalendarNotice } from '@app/domain';
import { LocalEstablishing } from '../../../../test/support/establishing';
import { testDatabase, TEST_DATABASE_MS } from '../../../../test/support/database';
import { eventually } from '../../../../test/support/eventually';
import { NEXT_YEAR, NOTICES } from '../../../../test/support/notices';
import {
  applyNotice,
  calendarOf,
  knownYears,
  namedDays,
  type NoticePayload,
  previewNotice,
  seedCalendar,
} from './calendar';
import { readStream } from '../record/event-log';
import { inTransaction } from '../database/transaction';

let established: LocalEstablishing;
beforeAll(async () => {
  established = await LocalEstablishing.open();
}, TEST_DATABASE_MS);
afterAll(() => established?.close());

const AT = '2026-12-01T02:00:00.000Z';
const manager = () => established.dataSource.manager;
const events = () => readStream(manager(), 'calendar');
const take = (notice: CalendarNotice) =>
  inTransaction(established.dataSource, (m) => applyNotice(m, notice, { at: AT, account: 'clerk' }));

describe('the calendar table', () => {
  it('is filled with the published notices, one event each', async () => {
    expect(knownYears(await calendarOf(manager()))).toEqual([2019, 2020, 2021, 2022, 2023, 2024, 2025, 2026]);
    expect((await events()).map(({ payload }) => (payload as { notice: string }).notice)).toEqual(
      NOTICES.map(({ number }) => number),
    );
    expect((await calendarOf(manager())).sequence).toBe(NOTICES.length);
  });

  it('changes nothing when the notices are loaded again, by the seed or from their texts', async () => {
    const before = await established.contents();
    expect(await inTransaction(established.dataSource, (m) => seedCalendar(m, AT))).toEqual([]);
    for (const notice of NOTICES) expect((await take(notice)).changes).toEqual([]);
    expect(await established.contents()).toEqual(before);
  });

  it('shows what a notice changes, and writes nothing', async () => {
    const contents = await established.contents();
    const { changes, before, after } = await previewNotice(manager(), NEXT_YEAR);
    expect(changes).toHaveLength(NEXT_YEAR.days.length);
    expect([before.knownUntil, after.knownUntil]).toEqual(['2026-12-31', '2027-12-31']);
    expect(await established.contents()).toEqual(contents);
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

describe('an empty calendar', () => {
  it('takes in its first two notices one after the other, though they come at once', async () => {
    const { dataSource, close } = await opened();
    const apply = (number: string, kind: 'holiday' | 'workday') => {
      const notice = { number, dated: null, days: [{ date: '2027-01-01', kind, name: '' }] };
      return inTransaction(dataSource, (m) => applyNotice(m, notice, { at: AT }));
    };
    try {
      // a day without a notice, so that both come as far as writing it
      await dataSource.query("INSERT INTO calendar_days VALUES ('2027-01-01', 'ordinary', '', '样例', NULL)");
      let notices: Promise<unknown> = Promise.resolve();
      await inTransaction(dataSource, async (m) => {
        await m.query('SELECT 1 FROM calendar_days FOR UPDATE');
        notices = Promise.all([apply('样例一', 'holiday'), apply('样例二', 'workday')]);
        await eventually(async () => (await waiting(dataSource)) === 2, 'both wait');
      });
      await notices;
      const events = await readStream(dataSource.manager, 'calendar');
      const [first, second] = events.flatMap(({ payload }) => (payload as NoticePayload).changes);
      expect([first?.before?.kind, second?.before]).toEqual(['ordinary', first?.after]);
    } finally {
      await close();
    }
  });

  const opened = async () => {
    const database = await testDatabase();
    return { dataSource: database.dataSource, close: () => database.close() };
  };
  /** Statements of others on what a notice writes. */
  const waiting = async (dataSource: DataSource) => {
    const [row] = await dataSource.query<[{ n: string }]>(
      `SELECT COUNT(*) AS n FROM information_schema.processlist WHERE db = DATABASE() AND id <> CONNECTION_ID()
        AND command = 'Query' AND (info LIKE '%INTO stream_heads%' OR info LIKE '%FROM stream_heads%' OR info LIKE '%INTO calendar_days%')`,
    );
    return Number(row.n);
  };
});
