import fc from 'fast-check';
import {
  checkPaperCount,
  checkPaperTally,
  publicTally,
  tallyBallots,
  tallyPaper,
  withheldTally,
  type Ballot,
  type PaperTally,
} from './ballot';

const DEFINITION = {
  questions: ['政治功能', '支部班子'],
  questionsEn: ['Political function', 'Branch committee'],
  scale: [
    { code: 'A', name: '满意', nameEn: 'Satisfied', satisfied: true },
    { code: 'B', name: '基本满意', nameEn: 'Mostly satisfied', satisfied: true },
    { code: 'C', name: '不满意', nameEn: 'Not satisfied', satisfied: false },
    { code: 'D', name: '不了解', nameEn: 'Cannot say', satisfied: null },
  ],
  smallestGroup: 5,
};
const FLOORS = { participation: 6000, satisfaction: 8000 };
const PAPER: PaperTally = {
  cast: { members: 4, masses: 2 },
  perQuestion: [{ A: 4, C: 1, D: 1 }, { A: 6 }],
};
const ELIGIBLE = { members: 6, masses: 3 };

describe('tallyBallots', () => {
  it('counts valid votes only, and rounds down', () => {
    const ballots = [...times(3, 'member', 'AA'), ...times(2, 'member', 'BD'), ...times(2, 'mass', 'CD')];
    const tally = tallyBallots(ballots, ELIGIBLE, DEFINITION);
    expect(tally).toMatchObject({
      cast: { members: 5, masses: 2 },
      participation: 7777,
      satisfaction: 8000,
      suppressed: false,
    });
    expect(tally.perQuestion[1]).toEqual({ question: '支部班子', counts: { A: 3, B: 0, C: 0, D: 4 } });
  });

  it('has no satisfaction without a valid vote, and no participation without people', () => {
    expect(tallyBallots(times(5, 'member', 'DD'), ELIGIBLE, DEFINITION).satisfaction).toBeNull();
    expect(tallyBallots([], { members: 0, masses: 0 }, DEFINITION)).toMatchObject({
      participation: 0,
      suppressed: true,
    });
  });

  it.each([
    ['an unknown code', times(1, 'member', 'AX'), 'invalid-input'],
    ['a missing answer', times(1, 'member', 'A'), 'invalid-input'],
    ['more ballots than members', times(7, 'member', 'AA'), 'ballot-numbers-impossible'],
    ['more ballots than masses', times(4, 'mass', 'AA'), 'ballot-numbers-impossible'],
  ])('refuses %s', (_name, ballots, code) => {
    expect(() => tallyBallots(ballots, ELIGIBLE, DEFINITION)).toThrow(expect.objectContaining({ code }));
  });

  const ballot = fc.record({
    group: fc.constantFrom('member' as const, 'mass' as const),
    answers: fc.tuple(fc.constantFrom('A', 'B', 'C', 'D'), fc.constantFrom('A', 'B', 'C', 'D')),
  });

  it('does not depend on the order, and equals the same sheets counted on paper', () => {
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 30 }), (ballots) => {
        const eligible = { members: 30, masses: 30 };
        const tally = tallyBallots(ballots, eligible, DEFINITION);
        expect(tallyBallots([...ballots].reverse(), eligible, DEFINITION)).toEqual(tally);
        const paper = { cast: tally.cast, perQuestion: tally.perQuestion.map(({ counts }) => counts) };
        expect(checkPaperTally({ first: paper, second: paper }, eligible, DEFINITION)).toEqual([]);
        expect(tallyPaper(paper, eligible, DEFINITION)).toEqual(tally);
        for (const { counts } of tally.perQuestion) {
          expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(ballots.length);
        }
      }),
    );
  });

  it('shows no figure below the smallest group', () => {
    fc.assert(
      fc.property(fc.array(ballot, { maxLength: 4 }), (ballots) => {
        const shown = publicTally(tallyBallots(ballots, { members: 9, masses: 9 }, DEFINITION), FLOORS);
        expect(Object.keys(shown).sort()).toEqual(['eligible', 'participationMet', 'satisfactionMet', 'suppressed']);
      }),
    );
  });
});

describe('publicTally', () => {
  it('shows the figures from the smallest group on', () => {
    const shown = publicTally(tallyBallots(times(5, 'member', 'AC'), ELIGIBLE, DEFINITION), FLOORS);
    expect(shown).toMatchObject({
      suppressed: false,
      satisfaction: 5000,
      participationMet: false,
      satisfactionMet: false,
    });
  });

  it('still says met or not met below it', () => {
    const shown = publicTally(tallyBallots(times(3, 'member', 'AA'), { members: 3, masses: 0 }, DEFINITION), FLOORS);
    expect(shown).toMatchObject({ suppressed: true, participationMet: true, satisfactionMet: true });
  });

  it.each([
    ['AA', true],
    ['CC', false],
  ])('says so of the kept tally too, whose figures are withheld: %s', (answers, satisfactionMet) => {
    const tally = tallyBallots(times(3, 'member', answers), { members: 3, masses: 0 }, DEFINITION);
    const kept = withheldTally(tally, FLOORS);
    expect(kept).toMatchObject({ satisfaction: null, perQuestion: [] });
    expect(publicTally(kept, FLOORS)).toEqual(publicTally(tally, FLOORS));
    expect(publicTally(kept, FLOORS)).toMatchObject({ satisfactionMet });
  });
});

describe('checkPaperTally', () => {
  it('finds nothing wrong where both counters agree on possible numbers', () => {
    expect(check(PAPER, PAPER)).toEqual([]);
  });

  const cases: [string, PaperTally, string][] = [
    [
      'more members than eligible',
      { ...PAPER, cast: { members: 7, masses: 2 } },
      '/first/cast/members more-than-eligible',
    ],
    ['a negative number of masses', { ...PAPER, cast: { members: 6, masses: -1 } }, '/first/cast/masses not-a-count'],
    ['a question missing', { ...PAPER, perQuestion: [{ A: 1 }] }, '/first/perQuestion question-count'],
    ['more votes than sheets', { ...PAPER, perQuestion: [{ A: 7 }, {}] }, '/first/perQuestion/0 more-than-cast'],
    ['an unknown code', { ...PAPER, perQuestion: [{ 'X/Y': 1 }, {}] }, '/first/perQuestion/0/X~1Y unknown-code'],
    ['half a vote', { ...PAPER, perQuestion: [{ A: 0.5 }, {}] }, '/first/perQuestion/0/A not-a-count'],
  ];
  it.each(cases)('finds %s', (_name, first, expected) => expect(check(first, PAPER)).toEqual([expected]));

  it('says a fault of a first count once, where it stands in it', () => {
    const count = { ...PAPER, cast: { members: 7, masses: 2 } };
    const faults = checkPaperCount(count, ELIGIBLE, DEFINITION);
    expect(faults.map(({ pointer, code }) => `${pointer} ${code}`)).toEqual(['/cast/members more-than-eligible']);
  });

  it('names every place where the counters differ', () => {
    const second: PaperTally = { cast: { members: 4, masses: 3 }, perQuestion: [{ A: 5, D: 1 }, { A: 6 }] };
    expect(check(PAPER, second)).toEqual([
      '/second/cast/masses counters-differ',
      '/second/perQuestion/0/A counters-differ',
      '/second/perQuestion/0/C counters-differ',
    ]);
  });
});

function check(first: PaperTally, second: PaperTally): string[] {
  return checkPaperTally({ first, second }, ELIGIBLE, DEFINITION).map(({ pointer, code }) => `${pointer} ${code}`);
}

function times(count: number, group: Ballot['group'], answers: string): Ballot[] {
  return Array.from({ length: count }, () => ({ group, answers: [...answers] }));
}
