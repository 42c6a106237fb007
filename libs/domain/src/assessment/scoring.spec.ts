import fc from 'fast-check';
import type { ScoreSheet } from '../programme/programme';
import { checkSheet, formatPoints, LONGEST_REASON, scoreSheet, type FilledSheet } from './scoring';

const SHEET = sheetOf('full-marks');
const EMPTY: FilledSheet = { deductions: [], notApplicable: [] };

describe('checkSheet', () => {
  const deduction = { indicator: 'A.1', rule: 1, times: 2, reason: '缺两次' };
  const cases: [string, FilledSheet, string[]][] = [
    ['a sheet with nothing typed', EMPTY, []],
    ['an honest deduction', { ...EMPTY, deductions: [deduction] }, []],
    [
      'an unknown indicator',
      deducting({ ...deduction, indicator: 'Z' }),
      ['/deductions/0/indicator unknown-indicator'],
    ],
    ['a rule beyond the list', deducting({ ...deduction, rule: 9 }), ['/deductions/0/rule unknown-rule']],
    ['a negative rule', deducting({ ...deduction, rule: -1 }), ['/deductions/0/rule unknown-rule']],
    ['no time at all', deducting({ ...deduction, times: 0 }), ['/deductions/0/times times-below-one']],
    ['half a time', deducting({ ...deduction, times: 1.5 }), ['/deductions/0/times times-below-one']],
    ['a once rule twice', deducting({ ...deduction, rule: 0 }), ['/deductions/0/times once-only']],
    [
      'thirty times a rule that is spent after a few',
      deducting({ ...deduction, times: 30 }),
      ['/deductions/0/times times-beyond-cap'],
    ],
    ['a deduction off the step', deducting({ ...deduction, rule: 2, times: 1 }), ['/deductions/0/times off-step']],
    ['no reason', deducting({ ...deduction, reason: ' 　' }), ['/deductions/0/reason reason-empty']],
    [
      'a long reason',
      deducting({ ...deduction, reason: '长'.repeat(LONGEST_REASON + 1) }),
      ['/deductions/0/reason too-long'],
    ],
    ['the same rule twice', { ...EMPTY, deductions: [deduction, deduction] }, ['/deductions/1 duplicate']],
    ['an unknown N/A', excusing('Z'), ['/notApplicable/0/indicator unknown-indicator']],
    ['an N/A of what always applies', excusing('B.2'), ['/notApplicable/0/indicator always-applicable']],
    ['an N/A twice', excusing('A.1', 'A.1'), ['/notApplicable/1 duplicate']],
    [
      'everything N/A',
      excusing('A.1', 'A.2', 'B.1', 'B.2'),
      ['/notApplicable/3/indicator always-applicable', '/notApplicable nothing-assessed'],
    ],
    [
      'deducted and N/A',
      { ...excusing('A.1'), deductions: [deduction] },
      ['/notApplicable/0/indicator deducted-and-not-applicable'],
    ],
    [
      'N/A without reason',
      { ...EMPTY, notApplicable: [{ indicator: 'A.1', reason: '' }] },
      ['/notApplicable/0/reason reason-empty'],
    ],
    ['dimensions and indicators confirmed', { ...EMPTY, confirmed: ['A', 'B.1'] }, []],
    ['an unknown one confirmed', { ...EMPTY, confirmed: ['A', 'Z'] }, ['/confirmed/1 unknown-indicator']],
    ['a long remark', { ...EMPTY, remark: '长'.repeat(2001) }, ['/remark too-long']],
  ];
  it.each(cases)('%s', (_name, filled, expected) => {
    expect(checkSheet(SHEET, filled).map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(expected);
  });
});

describe('scoreSheet', () => {
  it('opens at full marks', () => {
    expect(scoreSheet(SHEET, EMPTY)).toMatchObject({ total: 1000, lost: [] });
  });

  it('stops at the cap of a rule, and says that it did', () => {
    const { total, lost } = scoreSheet(SHEET, deducting({ indicator: 'A.1', rule: 1, times: 9, reason: '多次' }));
    expect(total).toBe(850);
    expect(lost).toMatchObject([{ points: 150, limited: true, when: '缺一次' }]);
  });

  it('stops at zero for an indicator', () => {
    const filled = deducting(
      { indicator: 'A.1', rule: 0, times: 1, reason: '未开展' },
      { indicator: 'A.1', rule: 1, times: 3, reason: '缺三次' },
    );
    const { indicators, dimensions, lost } = scoreSheet(SHEET, filled);
    expect(indicators[0]).toEqual({ id: 'A.1', points: 300, score: 0, notApplicable: false });
    expect(dimensions[0]).toEqual({ id: 'A', points: 500, score: 200 });
    expect(lost.map(({ points }) => points)).toEqual([200, 100]);
  });

  it('gives an N/A its full marks, or leaves it out and rounds half up', () => {
    const filled = { ...excusing('A.2'), deductions: [{ indicator: 'B.1', rule: 0, times: 1, reason: '缺' }] };
    expect(scoreSheet(SHEET, filled).total).toBe(950);
    const renormalised = scoreSheet(sheetOf('renormalise'), filled);
    expect(renormalised.total).toBe(938); // 750 of 800 → 937.5
    expect(renormalised.dimensions[0]).toEqual({ id: 'A', points: 300, score: 300 });
    expect(scoreSheet(sheetOf('renormalise'), excusing('A.1', 'A.2', 'B.1')).total).toBe(0);
  });

  it("lets a branch's own N/A earn nothing until its superior's sheet says the same", () => {
    const filled = excusing('A.2', 'B.1');
    const [all, some, none] = [['A.2', 'B.1'], ['B.1'], []].map((confirmed) =>
      scoreSheet(SHEET, filled, { confirmed }),
    );
    expect([all, some, none].map((score) => score?.total)).toEqual([1000, 800, 300]);
    expect(none?.indicators[1]).toEqual({ id: 'A.2', points: 200, score: 0, notApplicable: false });
    expect(scoreSheet(sheetOf('renormalise'), filled, { confirmed: ['B.1'] }).total).toBe(600); // 300 of 500
    expect(scoreSheet(SHEET, filled)).toEqual(all);
  });

  const indicator = fc.constantFrom('A.1', 'A.2', 'B.1');
  const deduction = fc.record({
    indicator,
    rule: fc.nat(3),
    times: fc.integer({ min: 1, max: 20 }),
    reason: fc.constant('因'),
  });
  const filled = fc.record({
    deductions: fc.array(deduction, { maxLength: 8 }),
    notApplicable: fc.uniqueArray(fc.record({ indicator, reason: fc.constant('因') }), {
      selector: (n) => n.indicator,
    }),
  });

  it('never leaves the range of any part, and adds up', () => {
    fc.assert(
      fc.property(filled, fc.constantFrom('full-marks' as const, 'renormalise' as const), (given, policy) => {
        const { total, dimensions, indicators, lost } = scoreSheet(sheetOf(policy), given);
        const sum = (rows: readonly { score: number }[]) => rows.reduce((all, { score }) => all + score, 0);
        for (const { points, score } of [...dimensions, ...indicators]) {
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(points);
        }
        expect(sum(dimensions)).toBe(sum(indicators));
        const full = indicators.reduce((all, { points }) => all + points, 0);
        expect(full - lost.reduce((all, { points }) => all + points, 0)).toBe(sum(indicators));
        expect(Number.isInteger(total) && total >= 0 && total <= 1000).toBe(true);
        if (policy === 'full-marks') expect(total).toBe(sum(indicators));
      }),
    );
  });

  it('never rises by one more deduction', () => {
    fc.assert(
      fc.property(
        filled,
        deduction,
        fc.constantFrom('full-marks' as const, 'renormalise' as const),
        (given, more, policy) => {
          const with_ = { ...given, deductions: [...given.deductions, more] };
          const sheet = sheetOf(policy);
          expect(scoreSheet(sheet, with_).total).toBeLessThanOrEqual(scoreSheet(sheet, given).total);
        },
      ),
    );
  });
});

describe('formatPoints', () => {
  it.each([
    [9450, '94.50'],
    [10_000, '100.00'],
    [5, '0.05'],
    [0, '0.00'],
    [-50, '-0.50'],
    [-0, '0.00'],
  ])('%d is %s', (points, text) => expect(formatPoints(points)).toBe(text));
});

function sheetOf(notApplicable: ScoreSheet['notApplicable']): ScoreSheet {
  const always = (id: string, points: number) => ({ id, name: id, points, criterion: '', evidence: [], basis: [] });
  const indicator = (id: string, points: number) => ({ ...always(id, points), notApplicableWhen: '无此情形' });
  const once = { when: '未开展', points: 200, unit: 'once' as const };
  const each = { when: '缺一次', points: 50, unit: 'per-occurrence' as const, cap: 150 };
  return {
    id: 'sheet',
    version: '1',
    name: '示例',
    disclaimer: '示例评估表',
    totalPoints: 1000,
    scoreStep: 50,
    notApplicable,
    dimensions: [
      {
        id: 'A',
        name: 'A',
        nameEn: 'A',
        points: 500,
        indicators: [
          { ...indicator('A.1', 300), deductions: [once, each, { ...each, points: 30 }] },
          { ...indicator('A.2', 200), deductions: [each] },
        ],
      },
      {
        id: 'B',
        name: 'B',
        nameEn: 'B',
        points: 500,
        indicators: [
          { ...indicator('B.1', 500), deductions: [{ ...each, cap: 50 }] },
          { ...always('B.2', 0), deductions: [] },
        ],
      },
    ],
    vetoes: [],
    ballot: { questions: [], questionsEn: [], scale: [], smallestGroup: 5 },
  };
}

function deducting(...deductions: FilledSheet['deductions']): FilledSheet {
  return { deductions, notApplicable: [] };
}

function excusing(...indicators: string[]): FilledSheet {
  return { deductions: [], notApplicable: indicators.map((indicator) => ({ indicator, reason: '无此情形' })) };
}
