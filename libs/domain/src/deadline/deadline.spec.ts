import {
  dueRungs,
  fireRungs,
  isOpen,
  meetTogether,
  missRungs,
  nextDailyRemindersAt,
  nextRungAt,
  planDeadline,
} from './deadline';
import { lightAt } from './light';
import { type RungDefinition } from '../programme/programme';
import { calendar, ladder, meet, openedAt, rung, survey, twoReadings } from '../../../../test/support/deadline-cases';

const PART = {
  early: { submittedAt: '2020-05-12T02:00:00.000Z' },
  inTime: { submittedAt: '2020-05-30T02:00:00.000Z' },
  late: { submittedAt: '2020-06-02T02:00:00.000Z' },
  entered: {
    submittedAt: '2020-06-05T02:00:00.000Z',
    happenedAt: '2020-05-29',
    lateEntry: { paperDate: '2020-05-29', recordedAt: '2020-06-05T02:00:00.000Z' },
  },
} as const;

const refusal = (code: string) => expect.objectContaining({ code });

describe('planning', () => {
  it('gives every rung its instant in workdays about the Sunday as written', () => {
    expect(survey.rungs.map(({ rung: name, at, skipped }) => [name, at, skipped])).toEqual([
      ['-30', '2020-04-17T00:30:00.000Z', false],
      ['-7', '2020-05-21T00:30:00.000Z', false],
      ['-1', '2020-05-29T00:30:00.000Z', false],
      ['+1', '2020-06-01T01:00:00.000Z', false],
      ['+3', '2020-06-03T01:00:00.000Z', false],
      ['+7', '2020-06-09T01:00:00.000Z', false],
      ['+15', '2020-06-19T01:00:00.000Z', false],
    ]);
    expect(survey).toMatchObject({
      generation: 1,
      nearAt: '2020-05-21T00:30:00.000Z',
      dueAt: '2020-05-31T16:00:00.000Z',
      veryLateAt: '2020-06-09T01:00:00.000Z',
      originalDueAt: '2020-05-31T16:00:00.000Z',
    });
  });

  it('reminds by the earlier reading and escalates by the later', () => {
    expect(twoReadings.nearAt).toBe('2021-01-21T00:30:00.000Z');
    expect(twoReadings.dueAt).toBe('2021-02-28T16:00:00.000Z');
    expect(twoReadings.rungs.find(({ rung: name }) => name === '-1')?.at).toBe('2021-01-29T00:30:00.000Z');
    expect(twoReadings.rungs.find(({ rung: name }) => name === '+1')?.at).toBe('2021-03-01T01:00:00.000Z');
  });

  it.each([
    ['2020-05-21T00:29:59.999Z', ['-30']],
    ['2020-05-21T00:30:00.000Z', ['-30', '-7']],
    ['2020-06-30T00:00:00.000Z', ['-30', '-7', '-1', '+1', '+3', '+7', '+15']],
  ])('opened at %s skips %j', (at, skipped) => {
    const plan = {
      id: 'd',
      kind: 'survey',
      body: 'organisation',
      remindByDate: '2020-05-31',
      dueDate: '2020-05-31',
      ladder,
    } as const;
    const late = planDeadline({ ...plan, openedAt: at }, calendar);
    expect(late.rungs.filter((each) => each.skipped).map((each) => each.rung)).toEqual(skipped);
  });

  it.each<[string, string, string, string, readonly RungDefinition[]]>([
    ['invalid-input', 'readings in the wrong order', '2021-02-28', '2021-01-31', ladder],
    ['invalid-input', 'a date that does not exist', '2021-02-28', '2021-02-30', ladder],
    ['programme-invalid', 'the same day twice', '2021-02-26', '2021-02-26', [...ladder, rung(1, 'escalate', 'yellow')]],
    ['programme-invalid', 'red before due', '2021-02-26', '2021-02-26', [rung(-1, 'escalate', 'red')]],
  ])('refuses (%s) %s', (code, _name, remindByDate, dueDate, rungs) => {
    const plan = { id: 'd', kind: 'survey', body: 'branch', openedAt, remindByDate, dueDate, ladder: rungs } as const;
    expect(() => planDeadline(plan, calendar)).toThrow(refusal(code));
  });

  it('a ladder without colours never comes near nor very late', () => {
    const plain = planDeadline(
      {
        id: 'd',
        kind: 'registration',
        body: 'committee',
        openedAt,
        remindByDate: '2020-05-29',
        dueDate: '2020-05-29',
        ladder: [],
      },
      calendar,
    );
    expect(plain).toMatchObject({ nearAt: null, veryLateAt: null, rungs: [] });
    expect(nextRungAt(plain)).toBeNull();
    expect(lightAt(plain, '2022-01-01T00:00:00.000Z')).toBe('late');
  });
});

describe('meeting', () => {
  it.each([
    ['the last millisecond', '2020-05-31T15:59:59.999Z', undefined, undefined, 'in-time', 'met'],
    ['the due instant itself', '2020-05-31T16:00:00.000Z', undefined, undefined, 'late', 'met-late'],
    ['late without a word', '2020-06-05T02:00:00.000Z', '2020-05-28', undefined, 'late', 'met-late'],
    [
      'late, declared with a paper',
      '2020-06-05T02:00:00.000Z',
      '2020-05-28',
      '2020-05-28',
      'late-entry-timely',
      'met-entered-late',
    ],
    [
      'happened on the date itself',
      '2020-06-05T02:00:00.000Z',
      '2020-05-31',
      '2020-05-31',
      'late-entry-timely',
      'met-entered-late',
    ],
    ['happened a day after', '2020-06-05T02:00:00.000Z', '2020-06-01', '2020-06-01', 'late', 'met-late'],
    ['a paper made afterwards', '2020-06-05T02:00:00.000Z', '2020-05-28', '2020-06-02', 'late', 'met-late'],
    ['tenth workday', '2020-06-11T02:00:00.000Z', '2020-05-28', '2020-05-28', 'late-entry-timely', 'met-entered-late'],
    ['eleventh workday', '2020-06-12T02:00:00.000Z', '2020-05-28', '2020-05-28', 'late', 'met-late'],
    [
      'an instant stated',
      '2020-06-05T02:00:00.000Z',
      '2020-05-31T15:59:59.999Z',
      '2020-05-31',
      'late-entry-timely',
      'met-entered-late',
    ],
    [
      'an instant a moment late',
      '2020-06-05T02:00:00.000Z',
      '2020-05-31T16:00:00.000Z',
      '2020-06-01',
      'late',
      'met-late',
    ],
    ['in time and declared', '2020-05-30T02:00:00.000Z', '2020-05-12', '2020-05-12', 'in-time', 'met'],
  ])('%s', (_name, submittedAt, happenedAt, paperDate, metHow, light) => {
    const met = meet(survey, submittedAt, happenedAt, paperDate);
    expect(met).toMatchObject({ metAt: submittedAt, metHow });
    expect(lightAt(met, submittedAt)).toBe(light);
    expect(lightAt(met, '2022-12-31T00:00:00.000Z')).toBe(light);
    expect(isOpen(met)).toBe(false);
    expect([nextRungAt(met), dueRungs(met, '2022-12-31T00:00:00.000Z')]).toEqual([null, []]);
  });

  it.each([
    ['all in time', [PART.early, PART.inTime], PART.inTime.submittedAt, 'in-time'],
    ['the last entered late in time', [PART.inTime, PART.entered], PART.entered.submittedAt, 'late-entry-timely'],
    ['one late before a late entry', [PART.entered, PART.late, PART.early], PART.entered.submittedAt, 'late'],
    ['the one there is', [PART.late], PART.late.submittedAt, 'late'],
  ] as const)('by several: %s', (_, parts, metAt, metHow) => {
    expect(meetTogether(survey, parts, { calendar, lateEntryWorkdays: 10 })).toMatchObject({ metAt, metHow });
  });

  it('the first meeting stands', () => {
    const met = meet(survey, '2020-05-20T02:00:00.000Z');
    expect(meet(met, '2020-06-20T02:00:00.000Z')).toBe(met);
  });

  it('refuses what has not happened yet', () => {
    expect(() => meet(survey, '2020-05-20T02:00:00.000Z', '2020-05-21')).toThrow(refusal('happened-in-future'));
    expect(() => meet(survey, '2020-06-02T02:00:00.000Z', '2020-05-21', '2020-06-03')).toThrow(
      refusal('happened-in-future'),
    );
    expect(() => meet(survey, '2020-06-02T02:00:00.000Z', '2020-05-32')).toThrow(refusal('invalid-input'));
  });
});

describe('daily reminders', () => {
  it.each([
    ['the next day', '2020-05-06T02:00:00.000Z', '2020-05-07T00:30:00.000Z'],
    ['one a day, though made before 08:30', '2020-05-06T00:00:00.000Z', '2020-05-07T00:30:00.000Z'],
    ['a day that has begun in Shanghai only', '2020-05-06T16:30:00.000Z', '2020-05-08T00:30:00.000Z'],
    ['over a weekend', '2020-05-22T00:30:00.000Z', '2020-05-25T00:30:00.000Z'],
    ['on a Saturday of make-up work', '2020-05-08T00:30:00.000Z', '2020-05-09T00:30:00.000Z'],
  ])('%s', (_, last, next) => {
    expect(nextDailyRemindersAt(last, calendar)).toBe(next);
  });
});

describe('firing', () => {
  it('never early, in order, each once', () => {
    expect(dueRungs(survey, '2020-06-01T00:59:59.999Z', 'escalate')).toEqual([]);
    expect(dueRungs(survey, '2020-06-01T01:00:00.000Z', 'escalate').map((each) => each.rung)).toEqual(['+1']);
    const afterOutage = dueRungs(survey, '2020-06-10T00:00:00.000Z').map((each) => each.rung);
    expect(afterOutage).toEqual(['-30', '-7', '-1', '+1', '+3', '+7']);
    const fired = fireRungs(survey, afterOutage, '2020-06-10T00:00:00.000Z');
    expect(dueRungs(fired, '2020-06-10T00:00:00.000Z')).toEqual([]);
    expect(nextRungAt(fired)).toBe('2020-06-19T01:00:00.000Z');
    expect(fireRungs(fired, ['+1'], '2020-06-11T00:00:00.000Z')).toEqual(fired);
    expect(nextRungAt(fireRungs(fired, ['+15'], '2020-06-19T01:00:00.000Z'))).toBeNull();
  });

  it('missed are the escalations whose instant came before the end and that nobody fired', () => {
    const fired = fireRungs(survey, ['+1'], '2020-06-01T01:00:00.000Z');
    const missed = (at: string) => missRungs(fired, at).rungs.flatMap((each) => (each.missed ? [each.rung] : []));
    expect(missed('2020-06-03T00:59:59.999Z')).toEqual([]);
    expect(missed('2020-06-03T01:00:00.000Z')).toEqual(['+3']);
    expect(missed('2020-06-10T00:00:00.000Z')).toEqual(['+3', '+7']);
    const ended = missRungs(fired, '2020-06-10T00:00:00.000Z');
    expect(missRungs(ended, '2020-06-10T00:00:00.000Z')).toEqual(ended);
    expect(dueRungs(ended, '2020-06-10T00:00:00.000Z', 'escalate')).toEqual([]);
  });

  it('tells reminders from escalations', () => {
    expect(nextRungAt(survey)).toBe('2020-04-17T00:30:00.000Z');
    expect(nextRungAt(survey, 'escalate')).toBe('2020-06-01T01:00:00.000Z');
  });
});
