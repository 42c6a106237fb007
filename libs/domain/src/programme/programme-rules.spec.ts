import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import fc from 'fast-check';
import { parse } from 'yaml';
import { toProgramme } from './programme-check';
import { deadlineOf, gateRefuses, ladderOf, requiredCount, roundOf, stepsFor } from './programme-rules';

const FOLDER = join(__dirname, '../../../../programmes/suzhou-2020');
const read = (name: string): unknown => parse(readFileSync(join(FOLDER, name), 'utf8'));
const programme = toProgramme({ ...(read('programme.yaml') as object), scoreSheet: read('score-sheet.yaml') });

describe('the circular’s programme', () => {
  test.each([
    [2020, 'survey', 'organisation', '2020-05-31', '2020-05-31'],
    [2020, 'organisation-plan', 'organisation', '2020-06-30', '2020-06-30'],
    [2020, 'branch-plan', 'branch', '2020-06-30', '2020-06-30'],
    [2020, 'assessment', 'organisation', '2020-11-30', '2020-11-30'],
    [2021, 'organisation-plan', 'organisation', '2021-01-31', '2021-02-28'],
    [2021, 'branch-plan', 'branch', '2021-01-31', '2021-02-28'],
    [2021, 'assessment', 'organisation', '2021-11-30', '2021-11-30'],
    [2022, 'organisation-plan', 'organisation', '2022-01-31', '2022-02-28'],
    [2022, 'branch-plan', 'branch', '2022-01-31', '2022-02-28'],
    [2022, 'assessment', 'organisation', '2022-07-31', '2022-07-31'],
  ] as const)('%i %s binds the %s: %s, at the latest %s [D]', (year, kind, body, remindByDate, dueDate) => {
    const deadline = deadlineOf(programme, year, kind);
    expect(deadline).toMatchObject({ body, remindByDate, dueDate, source: { mark: 'D' } });
  });

  test.each([2020, 2021, 2022])(
    'decision and filing of %i are stricter readings of the assessment date [P]',
    (year) => {
      for (const kind of ['decision', 'filing'] as const) {
        const stricter = deadlineOf(programme, year, kind);
        expect(stricter?.dueDate).toBe(deadlineOf(programme, year, 'assessment')?.dueDate);
        expect(stricter?.source.mark).toBe('P');
        expect(stricter?.reading).toContain('较严理解');
      }
    },
  );

  test('the survey is dated once, in 2020', () => {
    expect(deadlineOf(programme, 2021, 'survey')).toBeUndefined();
    expect(programme.deadlines).toHaveLength(16);
  });

  test.each([
    [2020, false, ['survey', 'plan', 'building', 'assessment', 'spot-check']],
    [2021, false, ['plan', 'building', 'assessment', 'spot-check']],
    [2021, true, ['plan', 'building']],
    [2022, false, ['plan', 'building', 'assessment', 'spot-check']],
    [2022, true, ['plan', 'building', 'review']],
  ])('%i, recognised %s: %j', (year, recognised, steps) => {
    expect(stepsFor(programme, year, { recognised })).toEqual(steps);
  });

  const rungs = (ladder: Parameters<typeof ladderOf>[1]) =>
    ladderOf(programme, ladder).map(({ offset, to, colour, slip }) => [offset, to.join(' '), colour, Boolean(slip)]);
  const REMINDED = [
    [-30, 'holder', 'none', false],
    [-7, 'holder', 'blue', false],
    [-1, 'holder', 'blue', false],
  ];

  test.each(['ballot', 'assess'] as const)('%s is owed by the organisation and told to nobody above it', (kind) => {
    expect(rungs({ body: 'organisation', kind })).toEqual([
      ...REMINDED,
      [1, 'owing-office', 'yellow', false],
      [3, 'owing-head', 'yellow', false],
    ]);
  });

  test('apply is owed by the branch and climbs to its organisation, which lays the slip, and no further', () => {
    expect(rungs({ body: 'branch', kind: 'apply' })).toEqual([
      ...REMINDED,
      [1, 'owing-office superior-office', 'yellow', true],
      [3, 'owing-head', 'yellow', false],
    ]);
  });

  test('the survey of a branch is its part of the organisation’s date: it is reminded of, and never escalated', () => {
    expect(rungs({ body: 'branch', kind: 'survey' })).toEqual(REMINDED);
    expect(ladderOf(programme, { body: 'organisation', kind: 'survey' })).toEqual(programme.ladders.organisation);
  });

  test.each([
    ['branch', 'branch-plan'],
    ['organisation', 'assessment'],
    ['organisation', 'correction'],
    ['committee', 'registration'],
  ] as const)('any other date of the %s (%s) has the whole ladder', (body, kind) => {
    expect(ladderOf(programme, { body, kind })).toEqual(programme.ladders[body]);
  });

  test('a year without round is refused', () => {
    expect(() => roundOf(programme, 2023)).toThrow(expect.objectContaining({ code: 'not-found' }));
  });

  test('[D] gates refuse, [P] gates warn until a document introduces them', () => {
    const refusing = programme.assessment.gates.filter(gateRefuses).map((gate) => gate.name);
    expect(refusing).toEqual(['self-application', 'ballot-held', 'superior-score', 'no-falsification']);
    expect(gateRefuses({ name: 'publication', source: { mark: 'P', introducedBy: '苏委工〔2020〕6号' } })).toBe(true);
    expect(gateRefuses({ name: 'publication', source: { mark: 'P', introducedBy: '' } })).toBe(false);
  });
});

describe('requiredCount', () => {
  test.each([
    [8_000, 0, 0],
    [8_000, 1, 1],
    [8_000, 60, 48],
    [8_000, 61, 49],
    [10_000, 61, 61],
    [0, 61, 0],
    [2_000, 5, 1],
    [2_000, 6, 2],
  ])('%i ten-thousandths of %i = %i', (share, inScope, required) => {
    expect(requiredCount(share, inScope)).toBe(required);
  });

  test('is the least number that reaches the share', () => {
    fc.assert(
      fc.property(fc.nat({ max: 10_000 }), fc.nat({ max: 1_000_000 }), (share, inScope) => {
        const required = requiredCount(share, inScope);
        expect(required * 10_000).toBeGreaterThanOrEqual(share * inScope);
        expect((required - 1) * 10_000).toBeLessThan(share * inScope);
      }),
    );
  });
});
