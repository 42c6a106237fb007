import { chineseDate } from '../time/civil-date';
import { type DatedEvent, dateOfEvent, statedDateFault, statesDate } from './dated-event';
import { DEADLINE_EVENTS } from '../deadline/deadline-event';
import { checkStatedPast } from './stated-date';

const BEGINNING = { campaignOn: '2020-04-17', roundOn: '2020-05-06' };

const event = (type: string, on: string, more: Partial<DatedEvent> = {}): DatedEvent => ({
  type,
  actor: 'p',
  operationKey: `${type}/${on}`,
  happenedAt: null,
  recordedAt: `${on}T02:00:00.000Z`,
  payload: {},
  ...more,
});

const LISTED = event('conclusions-submitted', '2020-11-20', { happenedAt: '2020-11-18' });
const decided = (decidedOn: string) => event('decision-recorded', '2020-11-25', { payload: { decidedOn } });
const PUBLISHED = event('publication-opened', '2020-12-01', {
  payload: { publicationId: 'one', year: 2020, endsOn: '2020-12-08' },
});
const OTHER = event('publication-opened', '2020-12-15', {
  payload: { publicationId: 'other', year: 2020, endsOn: '2020-12-22' },
});
const recognised = (decidedOn: string, publicationId = 'one') =>
  event('recognition-recorded', '2020-12-31', { payload: { publicationId, decidedOn } });

describe('dates that people state', () => {
  it.each<[string, DatedEvent[], DatedEvent, string | null, string | null]>([
    ['a decision on the day of the list', [LISTED], decided('2020-11-18'), null, null],
    ['a decision before the list', [LISTED], decided('2020-11-17'), 'happened-too-early', '2020-11-18'],
    ['a decision before anything', [LISTED], decided('2019-01-02'), 'happened-too-early', '2020-04-17'],
    ['a decision tomorrow', [LISTED], decided('2020-11-26'), 'happened-in-future', null],
    ['a decision of a century', [LISTED], decided('2099-12-31'), 'happened-in-future', null],
    ['a recognition after its publication', [PUBLISHED, OTHER], recognised('2020-12-09'), null, null],
    ['one on the day it opened', [PUBLISHED], recognised('2020-12-01'), 'happened-too-early', '2020-12-01'],
    [
      'one of the other list',
      [PUBLISHED, OTHER],
      recognised('2020-12-09', 'other'),
      'happened-too-early',
      '2020-12-15',
    ],
    [
      'a publication of no day, recognised at once',
      [event('publication-opened', '2020-12-01', { payload: { publicationId: 'one', endsOn: '2020-12-01' } })],
      recognised('2020-12-01'),
      null,
      null,
    ],
  ])('%s', (_, before, dated, code, on) => {
    const fault = statedDateFault(before, dated, { ...BEGINNING, roundOn: null });
    expect(fault?.code ?? null).toBe(code);
    if (fault) expect(fault.pointer).toBe('/decidedOn');
    expect(fault?.basis?.on ?? null).toBe(on);
    if (on) expect(fault?.message).toContain(chineseDate(on));
  });

  const SUBMITTED = event('branch-plan-submitted', '2020-07-06', { happenedAt: '2020-06-20' });
  const approved = (happenedAt: string, more: Partial<DatedEvent> = {}) =>
    event('branch-plan-approved', '2020-07-08', { happenedAt, ...more });

  it.each<[string, DatedEvent[], DatedEvent, string | null]>([
    ['a hand-over counts from when the one before it happened', [SUBMITTED], approved('2020-06-20'), null],
    ['and not before', [SUBMITTED], approved('2020-06-19'), '2020-06-20'],
    ['the first of a year counts from its round', [], approved('2020-05-05'), '2020-05-06'],
    ['nothing is of before the campaign', [], approved('2010-05-29'), '2020-04-17'],
    ['news is no hand-over', [event('target-set', '2020-07-06', { actor: null })], approved('2020-06-01'), null],
    [
      'nor is an event of the same act',
      [{ ...SUBMITTED, operationKey: 'one' }],
      approved('2020-06-01', { operationKey: 'one' }),
      null,
    ],
    [
      'a dissolution rests on no hand-over',
      [SUBMITTED],
      event('branch-dissolved', '2020-07-08', { happenedAt: '2020-06-01' }),
      null,
    ],
    [
      'a recheck rests on its draw, not on the recheck before it',
      [event('draw-revealed', '2020-12-02'), event('recheck-concluded', '2020-12-08')],
      event('recheck-concluded', '2020-12-09', { happenedAt: '2020-12-03' }),
      null,
    ],
    [
      'and not on less',
      [event('draw-revealed', '2020-12-02'), event('recheck-concluded', '2020-12-08')],
      event('recheck-concluded', '2020-12-09', { happenedAt: '2020-12-01' }),
      '2020-12-02',
    ],
    ...(
      [
        ['recheck-overturn-proposed', 'a', '2020-12-03', null],
        ['recheck-overturn-proposed', 'a', '2020-12-01', '2020-12-02'],
        ['recheck-concluded', 'b', '2020-12-03', '2020-12-04'],
        ['recheck-concluded', 'b', '2020-12-04', null],
        ['recheck-overturn-returned', 'b', '2020-12-03', '2020-12-04'],
        ['recheck-overturn-proposed', 'c', '2020-12-05', '2020-12-06'],
        ['recheck-concluded', 'c', '2020-12-06', null],
      ] as const
    ).map(([type, recheckId, happenedAt, on]): [string, DatedEvent[], DatedEvent, string | null] => [
      `${type} of branch ${recheckId} on ${happenedAt} rests on what is of its own recheck`,
      [
        event('draw-revealed', '2020-12-02'),
        event('recheck-overturn-proposed', '2020-12-04', { payload: { recheckId: 'b' } }),
        event('recheck-overturn-proposed', '2020-12-05', { payload: { recheckId: 'c' } }),
        event('recheck-overturn-returned', '2020-12-06', { payload: { recheckId: 'c' } }),
        event('recheck-concluded', '2020-12-08', { payload: { recheckId: 'other' } }),
      ],
      event(type, '2020-12-09', { happenedAt, payload: { recheckId } }),
      on,
    ]),
    [
      'a population is frozen after its seed was committed',
      [event('draw-seed-committed', '2020-12-02', { actor: null })],
      event('draw-population-frozen', '2020-12-03', { happenedAt: '2020-12-01' }),
      '2020-12-02',
    ],
    [
      'a decision does not happen before it is decided',
      [LISTED],
      { ...decided('2020-11-20'), happenedAt: '2020-11-19' },
      '2020-11-20',
    ],
    [
      'a signature is not of before the sheet was opened',
      [],
      event('assessment-signed', '2020-11-20', {
        happenedAt: '2020-11-16',
        payload: { openedAt: '2020-11-20T01:00:00.000Z' },
      }),
      '2020-11-20',
    ],
    [
      'unless it is entered late from a paper',
      [],
      event('assessment-signed', '2020-11-20', {
        happenedAt: '2020-11-16',
        payload: { openedAt: '2020-11-20T01:00:00.000Z', lateEntry: { paper: '评估表', paperDate: '2020-11-16' } },
      }),
      null,
    ],
    [
      'a round is closed after it was opened',
      [event('round-opened', '2020-05-06', { payload: { year: 2020 } })],
      event('round-closed', '2020-12-31', { happenedAt: '2020-05-05', payload: { year: 2020 } }),
      '2020-05-06',
    ],
    [
      'and after the last recognition of its year',
      [event('round-opened', '2020-05-06', { payload: { year: 2020 } }), PUBLISHED, recognised('2020-12-09')],
      event('round-closed', '2020-12-31', { happenedAt: '2020-12-08', payload: { year: 2020 } }),
      '2020-12-09',
    ],
    [
      'not after one of another year',
      [
        event('round-opened', '2021-03-01', { payload: { year: 2021 } }),
        PUBLISHED,
        event('recognition-recorded', '2021-06-30', { payload: { publicationId: 'one', decidedOn: '2021-06-30' } }),
      ],
      event('round-closed', '2021-12-31', { happenedAt: '2021-06-01', payload: { year: 2021 } }),
      null,
    ],
  ])('%s', (_, before, dated, on) => {
    expect(statedDateFault(before, dated, BEGINNING)?.basis?.on ?? null).toBe(on);
  });

  it.each([
    ['publication-opened', {}],
    ['draw-population-frozen', {}],
    ['draw-revealed', {}],
    ['ballot-opened', { mode: 'online' }],
    ['ballot-closed', { counters: ['p'] }],
  ])('%s %j is of the day on which the service does it', (type, payload) => {
    const fault = (happenedAt: string) =>
      statedDateFault([], event(type, '2020-12-02', { happenedAt, payload }), BEGINNING);
    expect(fault('2020-12-02')).toBeNull();
    expect(fault('2020-12-01')).toMatchObject({ code: 'invalid-input', pointer: '/happenedOn' });
  });

  it.each([
    ['ballot-opened', { mode: 'paper' }],
    ['ballot-closed', { counters: ['p', 'q'] }],
  ])('%s %j was on paper, of which the day is stated', (type, payload) => {
    expect(statedDateFault([], event(type, '2020-12-02', { happenedAt: '2020-12-01', payload }), BEGINNING)).toBeNull();
  });

  it('the deadline register says of an act what its own event says, and is not asked', () => {
    for (const type of DEADLINE_EVENTS) {
      const registered = event(type, '2020-07-08', { happenedAt: '2010-01-01' });
      expect([type, statesDate(registered), statedDateFault([], registered, BEGINNING)]).toEqual([type, false, null]);
    }
    expect(statesDate(event('survey-opened', '2020-07-08'))).toBe(false);
  });

  it('an event is of the day that was stated, or of its recording in Shanghai', () => {
    expect(dateOfEvent(decided('2020-11-18'))).toBe('2020-11-18');
    expect(dateOfEvent(SUBMITTED)).toBe('2020-06-20');
    expect(dateOfEvent(event('x', '2020-07-08', { recordedAt: '2020-07-08T16:00:00.000Z' }))).toBe('2020-07-09');
  });

  const LATE = { happenedOn: '2020-05-29', lateEntry: { paperDate: '2020-05-30' } };
  it.each([
    [LATE, null, null],
    [{}, null, null],
    [{ ...LATE, lateEntry: { paperDate: '2020-05-28' } }, '/lateEntry/paperDate', 'happened-too-early'],
    [{ ...LATE, lateEntry: { paperDate: '2020-06-06' } }, '/lateEntry/paperDate', 'happened-in-future'],
    [{ ...LATE, happenedOn: undefined }, '/happenedOn', 'invalid-input'],
    [{ happenedOn: '2020-06-06' }, '/happenedOn', 'happened-in-future'],
    [{ decidedOn: '2020-06-06' }, '/decidedOn', 'happened-in-future'],
  ])('of a late entry and a decision alone: %j', (stated, pointer, code) => {
    const check = () => checkStatedPast(stated, '2020-06-05');
    if (code === null) expect(check).not.toThrow();
    else expect(check).toThrow(expect.objectContaining({ code, details: expect.objectContaining({ pointer }) }));
  });

  it('writes a date that is to come as offices do', () => {
    const message = '决定日期（2020年6月6日）晚于今天（2020年6月5日）';
    expect(() => checkStatedPast({ decidedOn: '2020-06-06' }, '2020-06-05')).toThrow(message);
  });

  it('writes a date that comes before its fact likewise', () => {
    const message = '材料日期（2020年5月28日）早于材料所载事项的日期（2020年5月29日）';
    const stated = { ...LATE, lateEntry: { paperDate: '2020-05-28' } };
    expect(() => checkStatedPast(stated, '2020-06-05')).toThrow(message);
  });
});
