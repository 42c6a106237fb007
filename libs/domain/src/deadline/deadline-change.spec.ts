import {
  dueRungs,
  fireRungs,
  moveDeadline,
  nextRungAt,
  pauseDeadline,
  resumeDeadline,
  voidDeadline,
  type Deadline,
} from './deadline';
import { lightAt } from './light';
import { calendar, meet, survey } from '../../../../test/support/deadline-cases';

const refusal = (code: string) => expect.objectContaining({ code });

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
    const moved = moveDeadline(survey, { ...later, movedAt: survey.dueAt! }, calendar);
    const again = moveDeadline(moved, { ...later, movedAt: '2020-07-10T02:00:00.000Z' }, calendar);
    expect([moved.breachedAt, again.breachedAt]).toEqual([survey.dueAt, survey.dueAt]);
    const met = meet(moved, '2020-06-10T00:00:00.000Z');
    expect(met.metHow).toBe('late');
    expect(lightAt(met, '2020-06-10T00:00:00.000Z')).toBe('met-late');
    expect(meet(moved, '2020-06-10T00:00:00.000Z', '2020-06-05', '2020-06-05').metHow).toBe('late');
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
