import fc from 'fast-check';
import { calendarOfDays, isWorkday, missingFestivals } from './calendar';
import {
  type CalendarDay,
  type CalendarNotice,
  daysOfNotices,
  type NamedDay,
  type NoticeDayKind,
  noticeChanges,
  noticeNumber,
} from './calendar-notice';
import { NOTICES } from '../../../../test/support/notices';

/** Takes notices in one after the other, as the table does. */
const takeIn = (notices: readonly CalendarNotice[], standing: readonly NamedDay[] = []): NamedDay[] => {
  const days = new Map(standing.map((day) => [day.date, day]));
  for (const notice of notices) {
    for (const { date, after } of noticeChanges(notice, [...days.values()]).changes) {
      days.set(date, { ...after, notice: { number: notice.number, dated: notice.dated } });
    }
  }
  return [...days.values()].sort((one, other) => (one.date < other.date ? -1 : 1));
};
const calendarOf = (days: readonly CalendarDay[]) => calendarOfDays(daysOfNotices(days));
const of = (number: string) => NOTICES.find((notice) => notice.number === number)!;
const ORIGINAL_2020 = of('国办发明电〔2019〕16号');
const EXTENSION = of('国办发明电〔2020〕1号');

describe('days by notice', () => {
  it('a supplementary notice changes its own days and loses no other', () => {
    const before = takeIn([ORIGINAL_2020]);
    const { changes } = noticeChanges(EXTENSION, before);
    expect(changes.map(({ date, before: was, after }) => [date, was?.kind ?? null, after.kind])).toEqual([
      ['2020-01-31', null, 'holiday'],
      ['2020-02-01', 'workday', 'holiday'],
      ['2020-02-02', null, 'holiday'],
    ]);
    const calendar = calendarOf(takeIn([EXTENSION], before));
    expect(['2020-01-31', '2020-02-01', '2020-02-02', '2020-02-03'].map((day) => isWorkday(day, calendar))).toEqual([
      false,
      false,
      false,
      true,
    ]);
    expect(['2020-10-01', '2020-10-08', '2020-10-10'].map((day) => isWorkday(day, calendar))).toEqual([
      false,
      false,
      true,
    ]);
  });

  it('says nothing twice', () => {
    const days = takeIn(NOTICES);
    for (const notice of NOTICES) expect(noticeChanges(notice, days).changes).toEqual([]);
  });

  it('an older notice, taken in later, does not undo the later one', () => {
    const outcome = noticeChanges(ORIGINAL_2020, takeIn(NOTICES));
    expect(outcome.kept.map(({ date, kind, notice }) => [date, kind, notice.number])).toEqual([
      ['2020-02-01', 'holiday', EXTENSION.number],
    ]);
    const undated = { ...ORIGINAL_2020, dated: null };
    expect(noticeChanges(undated, takeIn(NOTICES)).kept).toHaveLength(1);
  });

  it('in whatever order the notices come, the same days stand', () => {
    const standing = JSON.stringify(takeIn(NOTICES).map(({ date, kind }) => [date, kind]));
    fc.assert(
      fc.property(fc.shuffledSubarray([...NOTICES], { minLength: NOTICES.length }), (shuffled) => {
        expect(JSON.stringify(takeIn(shuffled).map(({ date, kind }) => [date, kind]))).toBe(standing);
      }),
      { numRuns: 30 },
    );
  });

  it('a day that the newest notice says again is not undone by one between the two, in whatever order they come', () => {
    const says = (number: string, dated: string, kind: NoticeDayKind): CalendarNotice => ({
      number,
      dated,
      days: [{ date: '2026-03-03', kind, name: '' }],
    });
    const [first, between, newest] = [
      says('样例〔2026〕1号', '2026-01-05', 'holiday'),
      says('样例〔2026〕2号', '2026-02-05', 'ordinary'),
      says('样例〔2026〕3号', '2026-02-25', 'holiday'),
    ] as const;
    for (const order of [
      [first, newest, between],
      [first, between, newest],
      [newest, between, first],
      [between, first, newest],
    ]) {
      expect(takeIn(order)).toMatchObject([{ kind: 'holiday', notice: { number: newest.number } }]);
    }
    expect(noticeChanges(newest, takeIn([first])).changes).toMatchObject([
      { before: { kind: 'holiday' }, after: { kind: 'holiday' } },
    ]);
    expect(noticeChanges(newest, takeIn([first, newest])).changes).toEqual([]);
  });

  it('names days of the year before, which make that year no known one', () => {
    const calendar = calendarOf(takeIn([of('国办发明电〔2018〕15号')]));
    expect(calendar).toMatchObject({ knownFrom: '2019-01-01', knownUntil: '2019-12-31' });
    expect(calendar.days['2018-12-29']).toBe('workday');
  });

  it('a mistake is taken back by a row of its own, or corrected by the same notice', () => {
    const wrong = {
      number: '样例〔2026〕1号',
      dated: null,
      days: [{ date: '2026-03-03', kind: 'holiday', name: '' }],
    } as const;
    const standing = takeIn([wrong]);
    expect(
      noticeChanges({ ...wrong, days: [{ date: '2026-03-04', kind: 'holiday', name: '' }] }, standing),
    ).toMatchObject({
      changes: [{ date: '2026-03-04' }],
      unnamed: [{ date: '2026-03-03' }],
    });
    const back = { ...wrong, days: [{ date: '2026-03-03', kind: 'ordinary', name: '' }] } as const;
    expect(daysOfNotices(takeIn([back], standing))).toEqual({});
    expect(noticeChanges(back, takeIn([back], standing)).changes).toEqual([]);
    expect(noticeChanges(back, []).changes).toEqual([]);
  });

  it('a year is known once all seven festivals are arranged, not with a few days', () => {
    expect(calendarOf(takeIn([EXTENSION]))).toMatchObject({ knownFrom: '9999-12-31', knownUntil: '0000-01-01' });
    expect(missingFestivals(2020, daysOfNotices(EXTENSION.days))).toEqual([
      '元旦',
      '春节',
      '清明节',
      '劳动节',
      '端午节',
      '中秋节',
      '国庆节',
    ]);
    const gap = takeIn(NOTICES.filter(({ dated }) => dated?.slice(0, 4) !== '2021'));
    expect(calendarOf(gap)).toMatchObject({ knownFrom: '2019-01-01', knownUntil: '2021-12-31' });
  });
});

describe('the number of a notice', () => {
  it.each(['国办发明电〔2020〕1号', ' 国办发明电[2020]1号', '国办发明电（２０２０）第1号', '国办发明电 【2020】 1 号'])(
    '%p is one and the same',
    (written) => {
      expect(noticeNumber(written)).toBe('国办发明电〔2020〕1号');
    },
  );

  it.each(['', '  ', '号'.repeat(61), '国办\u202e发', 'a\ud800b', 'a\u0000b'])('%j is none', (written) => {
    expect(noticeNumber(written)).toBeNull();
  });
});
