import { turnsOf } from '../branch-run/branch-run';
import { roadFrom, stepsAfter, staysOf } from './course';
import { processOf, RUN_KINDS } from './processes';

const branch = processOf('branch-run');

describe('the road ahead', () => {
  it('is the year of a branch that is to attain the standard, as the circular has it', () => {
    expect(roadFrom(branch, 'opening')).toEqual([
      'survey-opening',
      'survey-writing',
      'survey-confirming',
      'target-waiting',
      'plan-writing',
      'plan-approving',
      'building',
      'ballot-opening',
      'balloting',
      'assessing',
      'countersigning',
      'listing',
      'deciding',
      'filing',
      'registering',
      'draw-waiting',
      'rechecking',
      'publication-waiting',
      'published',
      'recognised',
      'closed',
    ]);
  });

  it('turns where the mode of the year does', () => {
    expect(roadFrom(branch, 'plan-writing', { 'plan-approving': 'maintaining' })).toEqual([
      'plan-approving',
      'maintaining',
      'closed',
    ]);
    expect(roadFrom(branch, 'plan-approving', { 'plan-approving': 'review-writing' })).toEqual([
      'review-writing',
      'review-confirming',
      'reviewed',
      'closed',
    ]);
  });

  it('leads whoever rectifies through another assessment', () => {
    expect(roadFrom(branch, 'rectifying').slice(0, 5)).toEqual([
      'ballot-opening',
      'balloting',
      'assessing',
      'countersigning',
      'listing',
    ]);
  });

  it('is an organisation’s year', () => {
    expect(roadFrom(processOf('organisation-run'), 'opening')).toEqual([
      'planning',
      'assessing',
      'deciding',
      'filing',
      'registering',
      'registered',
      'closed',
    ]);
    expect(roadFrom(processOf('organisation-run'), 'registered')).toEqual(['closed']);
  });

  it.each(RUN_KINDS)('ends for a %s, from every step', (kind) => {
    const process = processOf(kind);
    for (const step of Object.keys(process.steps)) {
      const road = roadFrom(process, step);
      expect(new Set(road).size).toBe(road.length);
      if (process.last !== null && step !== process.last) expect(road.at(-1)).toBe(process.last);
    }
  });
});

describe('what comes next', () => {
  const year = { mode: 'attain', target: 'this-year', isBalloted: false } as const;

  it.each([
    ['the first application', 'building', year, ['ballot-opening']],
    ['an application that came back after the ballot', 'building', { ...year, isBalloted: true }, ['assessing']],
    ['another application after a failure', 'rectifying', { ...year, isBalloted: true }, ['assessing']],
    ['one that was struck before any ballot of the year', 'rectifying', year, ['ballot-opening']],
    ['the sheet of a second attempt', 'assessing', { ...year, isBalloted: true }, ['countersigning']],
    ['a survey of whoever has no target', 'survey-confirming', { ...year, target: null }, ['target-waiting']],
    ['a survey of whoever has one', 'survey-confirming', year, ['plan-writing']],
    ['the plan of a review', 'plan-approving', { ...year, mode: 'review' }, ['review-writing']],
    ['what only the second assessor tells', 'countersigning', year, ['listing', 'rectifying', 'assessing']],
    ['a pass to be listed', 'listing', year, ['deciding']],
    ['what only the party group tells', 'deciding', year, ['filing', 'rectifying']],
    ['a filing before the committee', 'registering', year, ['draw-waiting']],
    ['what only the draw tells', 'draw-waiting', year, ['rechecking', 'publication-waiting']],
    ['what only the recheck tells', 'rechecking', year, ['publication-waiting', 'rectifying']],
    ['a year that is recognised', 'recognised', year, ['closed']],
    ['a year that is over', 'closed', year, []],
  ] as const)('is told of %s', (_, from, run, next) => {
    expect(stepsAfter(branch, from, turnsOf(run))).toEqual(next);
  });

  it.each([
    ['assessing', ['deciding']],
    ['deciding', ['filing', 'assessing']],
    ['registering', ['registered']],
  ])('is told of an organisation at %s', (from, next) => {
    expect(stepsAfter(processOf('organisation-run'), from)).toEqual(next);
  });
});

it('tells from the record where a run has stood, a step that came back as often as it did', () => {
  const at = (day: number) => `2020-05-0${day}T02:00:00.000Z`;
  const events = [
    { type: 'branch-run-opened', payload: { at: at(1), step: 'survey-opening', result: null } },
    { type: 'survey-opened', payload: { at: at(2), imported: 0 } },
    { type: 'run-revived', payload: { at: at(2) } },
    { type: 'survey-submitted', payload: { at: at(3), problems: 1 } },
    { type: 'survey-returned', payload: { at: at(4) } },
    { type: 'survey-submitted', payload: { at: at(5), problems: 1 } },
    { type: 'survey-confirmed', payload: { at: at(6), step: 'target-waiting', surveyClass: 'middle' } },
    { type: 'target-set', payload: { at: at(7), target: 'this-year' } },
  ];
  expect(staysOf(branch, events)).toEqual([
    { step: 'survey-opening', since: at(1) },
    { step: 'survey-writing', since: at(2) },
    { step: 'survey-confirming', since: at(3) },
    { step: 'survey-writing', since: at(4) },
    { step: 'survey-confirming', since: at(5) },
    { step: 'target-waiting', since: at(6) },
    { step: 'plan-writing', since: at(7) },
  ]);
});
