import type { WorkdayCalendar } from '../calendar/calendar';
import { instantOf, msOf } from '../time/time';
import { afterTry, checkMailAddress, leavesAt, restAfter } from './delivery';

const calendar: WorkdayCalendar = {
  knownFrom: '2020-01-01',
  knownUntil: '2020-12-31',
  days: {
    '2020-10-01': 'holiday',
    '2020-10-02': 'holiday',
    '2020-10-05': 'holiday',
    '2020-10-06': 'holiday',
    '2020-10-07': 'holiday',
    '2020-10-08': 'holiday',
    '2020-10-10': 'workday',
  },
};

const shanghai = (time: string) => instantOf(Date.parse(`${time}:00+08:00`));

it.each([
  ['the reminders of a morning leave in the same one', '2020-09-29T08:30', '2020-09-29T09:00'],
  ['on the very instant', '2020-09-29T09:00', '2020-09-29T09:00'],
  ['what comes later leaves the next working day', '2020-09-29T09:01', '2020-09-30T09:00'],
  ['nothing leaves in National Day week', '2020-09-30T17:00', '2020-10-09T09:00'],
  ['a Saturday that is worked is a working day', '2020-10-09T17:00', '2020-10-10T09:00'],
  ['a weekend is none', '2020-10-16T17:00', '2020-10-19T09:00'],
  ['beyond the notices Monday to Friday are', '2031-10-03T17:00', '2031-10-06T09:00'],
])('a digest: %s', (_, at, leaves) => {
  expect(leavesAt({ at: shanghai(at), urgent: false }, calendar)).toBe(shanghai(leaves));
});

it('an escalation leaves at once, also on a holiday', () => {
  const at = shanghai('2020-10-02T23:00');
  expect(leavesAt({ at, urgent: true }, calendar)).toBe(at);
});

describe('after a try', () => {
  const madeAt = shanghai('2020-09-29T09:00');
  const after = (minutes: number) => instantOf(msOf(madeAt) + minutes * 60_000);
  const state = (outcome: Parameters<typeof afterTry>[0], putOff = 0, now = madeAt) =>
    afterTry(outcome, { putOff, madeAt, now });

  it('what was taken or refused is over', () => {
    expect(state('sent')).toEqual({ state: 'sent', nextTryAt: null });
    expect(state('refused')).toEqual({ state: 'given-up', nextTryAt: null });
  });

  it.each([
    [0, 1],
    [1, 5],
    [2, 15],
    [3, 60],
    [4, 180],
    [5, 360],
    [19, 360],
  ])('put off %d times before: again after %d minutes', (putOff, minutes) => {
    expect(state('put-off', putOff)).toEqual({ state: 'waiting', nextTryAt: after(minutes) });
  });

  it('who puts off for five days is given up; a server that does not answer, never', () => {
    const fiveDays = after(5 * 24 * 60);
    expect(state('put-off', 20, after(5 * 24 * 60 - 1)).state).toBe('waiting');
    expect(state('put-off', 20, fiveDays).state).toBe('given-up');
    expect(state('unreachable', 0, after(60 * 24 * 60)).state).toBe('waiting');
  });

  it('a server is left alone for longer and longer, a quarter of an hour at most', () => {
    expect([1, 2, 3, 6, 7, 1000].map(restAfter)).toEqual([15_000, 30_000, 60_000, 480_000, 900_000, 900_000]);
  });
});

it.each(['zhang.san@suzhou.gov.cn', 'a+b@x-y.example', `${'x'.repeat(64)}@office.example`])('takes %s', (address) => {
  expect(() => checkMailAddress(address)).not.toThrow();
});

it.each([
  '',
  'a',
  '@b.example',
  'a@',
  'a@b',
  'a..b@c.example',
  '.a@c.example',
  'a@-c.example',
  'a@c.example ',
  'a@b@c.example',
  '张@c.example',
  'a@c.example\r\nBcc: d@e.example',
])('refuses %j', (address) => {
  expect(() => checkMailAddress(address)).toThrow('邮箱地址无效');
});
