import fc from 'fast-check';
import type { WorkdayCalendar } from './calendar';
import { addDays, startOfDayInShanghai } from './civil-date';
import {
  dueRungs,
  fireRungs,
  isOpen,
  meetDeadline,
  moveDeadline,
  nextRungAt,
  pauseDeadline,
  planDeadline,
  resumeDeadline,
  voidDeadline,
  type Deadline,
} from './deadline';
import { lightAt } from './light';
import type { RungDefinition } from './programme';
import { instantOf, msOf } from './time';

const calendar: WorkdayCalendar = {
  knownFrom: '2020-01-01',
  knownUntil: '2022-12-31',
  days: {
    '2020-04-26': 'workday',
    '2020-05-01': 'holiday',
    '2020-05-04': 'holiday',
    '2020-05-05': 'holiday',
    '2020-05-09': 'workday',
  },
};
const rung = (offset: number, kind: RungDefinition['kind'], colour: RungDefinition['colour']): RungDefinition => ({
  offset,
  kind,
  to: kind === 'remind' ? ['holder'] : ['owing-office', 'superior-office'],
  colour,
});
const ladder = [
  rung(-30, 'remind', 'none'),
  rung(-7, 'remind', 'blue'),
  rung(-1, 'remind', 'blue'),
  rung(1, 'escalate', 'yellow'),
  rung(3, 'escalate', 'yellow'),
  rung(7, 'escalate', 'red'),
  rung(15, 'escalate', 'none'),
];
const openedAt = '2020-04-17T00:00:00.000Z';
const survey = planDeadline(
  {
    id: 'd1',
    kind: 'survey',
    body: 'organisation',
    openedAt,
    remindByDate: '2020-05-31',
    dueDate: '2020-05-31',
    ladder,
  },
  calendar,
);
const twoReadings = planDeadline(
  {
    id: 'd2',
    kind: 'branch-plan',
    body: 'branch',
    openedAt: '2020-12-31T16:00:00.000Z',
    remindByDate: '2021-01-31',
    dueDate: '2021-02-28',
    ladder,
  },
  calendar,
);
const meet = (
  deadline: Deadline,
  submittedAt: string,
  happenedAt?: string,
  paperDate?: string,
  recordedAt = submittedAt,
) =>
  meetDeadline(
    deadline,
    {
      submittedAt,
      ...(happenedAt === undefined ? {} : { happenedAt }),
      ...(paperDate === undefined ? {} : { lateEntry: { paperDate, recordedAt } }),
    },
    calendar,
    10,
  );
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
    ['calendar-unknown', 'a rung beyond the calendar', '2022-12-30', '2022-12-30', ladder],
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
    ['happened a day after', '2020-06-05T02:00:00.000Z', '2020-06-01', '2020-05-31', 'late', 'met-late'],
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
      '2020-05-31',
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

describe('moving', () => {
  const later = { remindByDate: '2020-06-30', dueDate: '2020-06-30' };

  it('starts a generation with rungs of its own, those before the move skipped', () => {
    const fired = fireRungs(survey, ['-30', '-7'], '2020-05-21T00:30:00.000Z');
    const moved = moveDeadline(fired, { ...later, movedAt: '2020-05-28T02:00:00.000Z' }, calendar);
    expect(moved).toMatchObject({
      generation: 2,
      dueDate: '2020-06-30',
      breachedAt: null,
      originalDueAt: survey.dueAt,
    });
    expect(moved.rungs.filter((each) => each.skipped).map((each) => each.rung)).toEqual(['-30']);
    expect(moved.rungs.every((each) => each.firedAt === null)).toBe(true);
    expect(lightAt(moved, '2020-06-10T00:00:00.000Z')).toBe('on-track');
    expect(meet(moved, '2020-06-10T00:00:00.000Z').metHow).toBe('in-time');
  });

  it('a date already passed can never be met in time again', () => {
    const moved = moveDeadline(survey, { ...later, movedAt: survey.dueAt }, calendar);
    const again = moveDeadline(moved, { ...later, movedAt: '2020-07-10T02:00:00.000Z' }, calendar);
    expect([moved.breachedAt, again.breachedAt]).toEqual([survey.dueAt, survey.dueAt]);
    const met = meet(moved, '2020-06-10T00:00:00.000Z');
    expect(met.metHow).toBe('late');
    expect(lightAt(met, '2020-06-10T00:00:00.000Z')).toBe('met-late');
    expect(meet(moved, '2020-06-10T00:00:00.000Z', '2020-06-05', '2020-05-29').metHow).toBe('late');
    const proven = meet(moved, '2020-06-10T00:00:00.000Z', '2020-05-29', '2020-05-29');
    expect(lightAt(proven, '2020-06-10T00:00:00.000Z')).toBe('met-entered-late');
  });
});

describe('pausing', () => {
  const pausedAt = '2020-05-25T00:00:00.000Z';
  const resumedAt = '2020-06-04T00:00:00.000Z';
  const paused = pauseDeadline(survey, pausedAt);

  it('asks for nothing while paused', () => {
    expect(lightAt(paused, '2020-07-01T00:00:00.000Z')).toBe('paused');
    expect(lightAt(paused, '2020-05-24T23:59:59.999Z')).toBe('near');
    expect([nextRungAt(paused), dueRungs(paused, '2020-07-01T00:00:00.000Z')]).toEqual([null, []]);
  });

  it('moves on what was still to come, by the length of the pause', () => {
    const resumed = resumeDeadline(paused, resumedAt);
    expect(resumed).toMatchObject({
      pausedAt: null,
      generation: 1,
      nearAt: survey.nearAt,
      dueAt: '2020-06-10T16:00:00.000Z',
      veryLateAt: '2020-06-19T01:00:00.000Z',
      dueDate: '2020-06-10',
      originalDueAt: survey.dueAt,
    });
    expect(resumed.rungs.map((each) => each.at).slice(1, 4)).toEqual([
      '2020-05-21T00:30:00.000Z',
      '2020-06-08T00:30:00.000Z',
      '2020-06-11T01:00:00.000Z',
    ]);
  });

  it('does not make good what was late before', () => {
    const late = resumeDeadline(pauseDeadline(survey, '2020-06-02T00:00:00.000Z'), '2020-06-20T00:00:00.000Z');
    expect(late.dueAt).toBe(survey.dueAt);
    expect(lightAt(late, '2020-06-20T00:00:00.000Z')).toBe('late');
    expect(meet(late, '2020-06-20T00:00:00.000Z').metHow).toBe('late');
  });

  it('ends with the work done, which is in time when the clock stood', () => {
    const met = meet(paused, '2020-06-15T00:00:00.000Z');
    expect([met.pausedAt, met.metHow, lightAt(met, '2020-06-15T00:00:00.000Z')]).toEqual([null, 'in-time', 'met']);
  });
});

describe('what is refused in which state', () => {
  const at = '2020-05-25T00:00:00.000Z';
  const move = (deadline: Deadline) =>
    moveDeadline(deadline, { remindByDate: '2020-06-30', dueDate: '2020-06-30', movedAt: at }, calendar);
  const states = {
    met: meet(survey, at),
    void: voidDeadline(survey, at),
    paused: pauseDeadline(survey, at),
    running: survey,
  };
  it.each<[keyof typeof states, string, (deadline: Deadline) => Deadline]>([
    ['met', 'move', move],
    ['met', 'pause', (each) => pauseDeadline(each, at)],
    ['met', 'void', (each) => voidDeadline(each, at)],
    ['void', 'move', move],
    ['void', 'pause', (each) => pauseDeadline(each, at)],
    ['void', 'meet', (each) => meet(each, at)],
    ['void', 'void', (each) => voidDeadline(each, at)],
    ['paused', 'move', move],
    ['paused', 'pause', (each) => pauseDeadline(each, at)],
    ['running', 'resume', (each) => resumeDeadline(each, at)],
  ])('%s: no %s', (state, _name, act) => {
    expect(() => act(states[state])).toThrow(refusal('transition-not-allowed'));
  });

  it('a void one is void whatever else it was', () => {
    expect(lightAt(voidDeadline(states.paused, at), at)).toBe('void');
    expect(lightAt(states.void, '2020-05-24T23:59:59.999Z')).toBe('near');
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

  it('tells reminders from escalations', () => {
    expect(nextRungAt(survey)).toBe('2020-04-17T00:30:00.000Z');
    expect(nextRungAt(survey, 'escalate')).toBe('2020-06-01T01:00:00.000Z');
  });
});

describe('whatever happens to a deadline', () => {
  type Act = { readonly kind: 'fire' | 'pause' | 'resume' | 'move'; readonly hours: number };
  const acts = fc.array(
    fc.record<Act>({
      kind: fc.constantFrom('fire', 'pause', 'resume', 'move'),
      hours: fc.integer({ min: 0, max: 600 }),
    }),
    { maxLength: 12 },
  );
  const play = (list: readonly Act[], watch: (deadline: Deadline, now: string) => void): [Deadline, string] => {
    let deadline = survey;
    let now = openedAt;
    for (const act of list) {
      now = instantOf(msOf(now) + act.hours * 3_600_000);
      if (act.kind === 'fire') {
        watch(deadline, now);
        deadline = fireRungs(
          deadline,
          dueRungs(deadline, now).map((each) => each.rung),
          now,
        );
      } else if (act.kind === 'move' && deadline.pausedAt === null) {
        const dueDate = addDays(now.slice(0, 10), act.hours % 40);
        deadline = moveDeadline(deadline, { remindByDate: dueDate, dueDate, movedAt: now }, calendar);
      } else if (act.kind === 'pause' && deadline.pausedAt === null) deadline = pauseDeadline(deadline, now);
      else if (act.kind === 'resume' && deadline.pausedAt !== null) deadline = resumeDeadline(deadline, now);
    }
    return [deadline, now];
  };

  it('each rung of a generation fires at most once, not early and not skipped', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const seen = new Set<string>();
        play(list, (deadline, now) => {
          for (const each of dueRungs(deadline, now)) {
            const key = `${deadline.generation}/${each.rung}`;
            expect(seen.has(key)).toBe(false);
            expect(each.at <= now && !each.skipped && deadline.pausedAt === null).toBe(true);
            seen.add(key);
          }
        });
      }),
    );
  });

  it('once it has been late it is never met green', () => {
    fc.assert(
      fc.property(acts, fc.integer({ min: 0, max: 600 }), (list, hours) => {
        let wasLate = false;
        const [deadline, last] = play(
          list.flatMap((act) => [
            { kind: 'fire' as const, hours: act.hours },
            { ...act, hours: 0 },
          ]),
          (each, now) => {
            wasLate ||= ['late', 'very-late'].includes(lightAt(each, now));
          },
        );
        const now = instantOf(msOf(last) + hours * 3_600_000);
        if (wasLate) expect(lightAt(meet(deadline, now), now)).toBe('met-late');
      }),
    );
  });

  it('thresholds stay in order and the rungs stay within reach of their date', () => {
    fc.assert(
      fc.property(acts, (list) => {
        const [deadline] = play(list, () => undefined);
        expect(deadline.nearAt! <= deadline.dueAt && deadline.dueAt <= deadline.veryLateAt!).toBe(true);
        for (const each of deadline.rungs.filter(({ kind }) => kind === 'escalate')) {
          expect(each.at >= deadline.dueAt).toBe(true);
        }
        expect(startOfDayInShanghai(deadline.dueDate) < deadline.dueAt).toBe(true);
      }),
    );
  });
});
