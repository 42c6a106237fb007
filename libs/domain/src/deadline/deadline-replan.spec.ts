import fc from 'fast-check';
import { calendarOfDays, lastWorkdayOf, type WorkdayCalendar } from '../calendar/calendar';
import { daysOfNotices } from '../calendar/calendar-notice';
import { addDays } from '../time/civil-date';
import { dueRungs, fireRungs, meetDeadline, nextRungAt, planDeadline, voidDeadline, type Deadline } from './deadline';
import { replanDeadline } from './deadline-replan';
import { lightAt } from './light';
import { ladder } from '../../../../test/support/deadline-cases';
import { NEXT_YEAR, NOTICES } from '../../../../test/support/notices';

const upTo2026 = calendarOfDays(daysOfNotices(NOTICES.flatMap(({ days }) => days)));
const upTo2027 = calendarOfDays(daysOfNotices([...NOTICES, NEXT_YEAR].flatMap(({ days }) => days)));
/** The days around a date with one of them said otherwise. */
const saidOtherwise = (days: WorkdayCalendar['days'], calendar = upTo2026): WorkdayCalendar => ({
  ...calendar,
  days: { ...calendar.days, ...days },
});

const RETURNED = '2026-12-10T02:00:00.000Z';
const correction = (openedAt: string, workdays = 5, calendar = upTo2026) =>
  planDeadline({ id: 'd', kind: 'correction', body: 'branch', openedAt, workdays, ladder }, calendar);
const dated = (dueDate: string, openedAt: string, calendar = upTo2026) =>
  planDeadline({ id: 'd', kind: 'survey', body: 'branch', openedAt, remindByDate: dueDate, dueDate, ladder }, calendar);
const placesOf = ({ rungs }: Deadline) =>
  rungs.map(({ rung, at, skipped }) => [rung, at?.slice(0, 10) ?? null, skipped]);

describe('before next year’s notice', () => {
  it('places what can be placed: five workdays from 10 December 2026 end on the 17th', () => {
    const deadline = correction(RETURNED);
    expect(deadline).toMatchObject({
      workdays: 5,
      dueDate: '2026-12-17',
      dueAt: '2026-12-17T16:00:00.000Z',
      nearAt: '2026-12-08T00:30:00.000Z',
      veryLateAt: '2026-12-28T01:00:00.000Z',
    });
    expect(placesOf(deadline)).toEqual([
      ['-30', '2026-11-05', true],
      ['-7', '2026-12-08', true],
      ['-1', '2026-12-16', false],
      ['+1', '2026-12-18', false],
      ['+3', '2026-12-22', false],
      ['+7', '2026-12-28', false],
      ['+15', null, false],
    ]);
  });

  it('plans what waited once the notice is there, and moves what the notice moves', () => {
    // 27 December is a make-up workday by the notice of 2027
    const replanned = replanDeadline(correction(RETURNED), '2026-12-11T02:00:00.000Z', upTo2027);
    expect(placesOf(replanned).slice(4)).toEqual([
      ['+3', '2026-12-22', false],
      ['+7', '2026-12-27', false],
      ['+15', '2027-01-07', false],
    ]);
    expect(replanned).toMatchObject({ dueDate: '2026-12-17', veryLateAt: '2026-12-27T01:00:00.000Z', generation: 1 });
    expect(replanDeadline(replanned, '2026-12-12T02:00:00.000Z', upTo2027)).toBe(replanned);
  });

  it('knows no due date where the workdays end in a year without a notice: it is never late, and met in time', () => {
    const deadline = correction('2026-12-29T02:00:00.000Z');
    expect(deadline).toMatchObject({ dueDate: null, remindByDate: null, dueAt: null, nearAt: null, veryLateAt: null });
    expect(deadline.rungs.map(({ at }) => at)).toEqual(ladder.map(() => null));
    expect(nextRungAt(deadline)).toBeNull();
    expect(dueRungs(deadline, '2030-01-01T00:00:00.000Z')).toEqual([]);
    expect(lightAt(deadline, '2030-01-01T00:00:00.000Z')).toBe('on-track');
    const met = meetDeadline(
      deadline,
      { submittedAt: '2027-01-20T02:00:00.000Z' },
      { calendar: upTo2026, lateEntryWorkdays: 10 },
    );
    expect([met.metHow, lightAt(met, '2027-01-20T02:00:00.000Z')]).toEqual(['in-time', 'met']);
  });

  it('places that date by the notice, counted from the opening; nobody is told of what passed before', () => {
    const deadline = correction('2026-12-29T02:00:00.000Z');
    const replanned = replanDeadline(deadline, '2027-01-12T02:00:00.000Z', upTo2027);
    expect(replanned).toMatchObject({ dueDate: '2027-01-06', originalDueAt: '2027-01-06T16:00:00.000Z' });
    expect(placesOf(replanned).slice(2)).toEqual([
      ['-1', '2027-01-05', true],
      ['+1', '2027-01-07', true],
      ['+3', '2027-01-11', true],
      ['+7', '2027-01-15', false],
      ['+15', '2027-01-27', false],
    ]);
    expect(lightAt(replanned, '2027-01-12T02:00:00.000Z')).toBe('late');
  });

  it('a date that is given stands, wherever it lies; its rungs wait', () => {
    const deadline = dated('2027-05-31', '2026-12-20T02:00:00.000Z');
    expect(deadline).toMatchObject({ dueDate: '2027-05-31', dueAt: '2027-05-31T16:00:00.000Z', veryLateAt: null });
    expect(deadline.rungs.every(({ at, skipped }) => at === null && !skipped)).toBe(true);
    const replanned = replanDeadline(deadline, '2026-12-21T02:00:00.000Z', upTo2027);
    expect(JSON.stringify(replanned)).toBe(JSON.stringify(dated('2027-05-31', '2026-12-20T02:00:00.000Z', upTo2027)));
  });

  it('an escalation that waited too long is told at once, a reminder is skipped', () => {
    const deadline = correction(RETURNED);
    const replanned = replanDeadline(deadline, '2027-02-01T02:00:00.000Z', upTo2027);
    expect(placesOf(replanned).at(-1)).toEqual(['+15', '2027-01-07', false]);
    expect(dueRungs(replanned, '2027-02-01T02:00:00.000Z').map(({ rung }) => rung)).toContain('+15');
    const late = replanDeadline(dated('2027-05-31', '2026-12-20T02:00:00.000Z'), '2027-05-20T02:00:00.000Z', upTo2027);
    expect(late.rungs.filter(({ skipped }) => skipped).map(({ rung }) => rung)).toEqual(['-30', '-7']);
  });
});

describe('a notice that changes days that are planned', () => {
  const opened = dated('2026-06-30', '2026-05-06T02:00:00.000Z');

  it('moves thresholds and rungs to come, and never the date', () => {
    const closed = saidOtherwise({ '2026-06-29': 'holiday', '2026-07-01': 'holiday' });
    const replanned = replanDeadline(opened, '2026-06-15T02:00:00.000Z', closed);
    const instant = (name: string, { rungs }: Deadline) => rungs.find(({ rung }) => rung === name)?.at;
    expect(instant('-1', opened)).toBe('2026-06-29T00:30:00.000Z');
    expect(instant('-1', replanned)).toBe('2026-06-26T00:30:00.000Z');
    expect(instant('+1', replanned)).toBe('2026-07-02T01:00:00.000Z');
    expect(replanned).toMatchObject({ dueDate: '2026-06-30', dueAt: opened.dueAt, generation: 1 });
    expect(replanned.veryLateAt! > opened.veryLateAt!).toBe(true);
    expect(replanDeadline(replanned, '2026-06-15T02:00:00.000Z', upTo2026)).toEqual(opened);
  });

  it('leaves what has come as it came', () => {
    const now = '2026-07-03T02:00:00.000Z';
    const fired = fireRungs(opened, ['+1', '+3'], now);
    const replanned = replanDeadline(fired, now, saidOtherwise({ '2026-06-29': 'holiday', '2026-07-02': 'holiday' }));
    const before = new Map(fired.rungs.map((rung) => [rung.rung, rung]));
    for (const rung of replanned.rungs.filter(({ rung }) => !['+7', '+15'].includes(rung))) {
      expect(rung).toEqual(before.get(rung.rung));
    }
    expect(replanned.nearAt).toBe(opened.nearAt);
  });

  it('changes nothing that is met or void', () => {
    const closed = saidOtherwise({ '2026-07-01': 'holiday' });
    const met = meetDeadline(
      opened,
      { submittedAt: '2026-06-01T02:00:00.000Z' },
      { calendar: upTo2026, lateEntryWorkdays: 10 },
    );
    const ended = voidDeadline(opened, '2026-06-01T02:00:00.000Z');
    expect(replanDeadline(met, '2026-06-15T02:00:00.000Z', closed)).toBe(met);
    expect(replanDeadline(ended, '2026-06-15T02:00:00.000Z', closed)).toBe(ended);
  });

  it('whatever day changes: idempotent, the date stands, and no rung that was told is told again', () => {
    const somewhere = fc.integer({ min: 0, max: 120 });
    fc.assert(
      fc.property(fc.array(somewhere, { maxLength: 6 }), somewhere, fc.boolean(), (changed, at, works) => {
        const now = `${addDays('2026-05-10', at)}T02:00:00.000Z`;
        const told = dueRungs(opened, now).map(({ rung }) => rung);
        const days = changed.map((day) => [addDays('2026-05-01', day), works ? 'workday' : 'holiday'] as const);
        const calendar = saidOtherwise(Object.fromEntries(days));
        const once = replanDeadline(fireRungs(opened, told, now), now, calendar);
        expect(replanDeadline(once, now, calendar)).toBe(once);
        expect([once.dueDate, once.dueAt, once.generation]).toEqual([opened.dueDate, opened.dueAt, 1]);
        expect(dueRungs(once, '2027-01-01T00:00:00.000Z').filter(({ rung }) => told.includes(rung))).toEqual([]);
      }),
    );
  });
});

describe('the last workday of a date', () => {
  it.each([
    ['2020-05-31', '2020-05-29'],
    ['2022-01-31', '2022-01-30'],
    ['2026-12-31', '2026-12-31'],
    ['2027-01-01', null],
  ])('%s leaves %s', (date, last) => {
    expect(lastWorkdayOf(date, upTo2026)).toBe(last);
  });
});
