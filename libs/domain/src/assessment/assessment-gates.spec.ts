import fc from 'fast-check';
import { blockingGates, evaluateGates, warningGates, type GateFacts } from './assessment-gates';
import type { BallotTally } from '../ballot/ballot';
import type { GateDefinition, GateName, Programme } from '../programme/programme';

const DOCUMENT: readonly GateName[] = ['self-application', 'ballot-held', 'superior-score', 'no-falsification'];
const PROPOSED: readonly GateName[] = [
  'two-assessors',
  'participation',
  'satisfaction',
  'mandatory-problems-closed',
  'no-other-veto',
  'publication',
];
const TALLY: BallotTally = {
  eligible: { members: 10, masses: 10 },
  cast: { members: 8, masses: 8 },
  participation: 8000,
  satisfaction: 9000,
  perQuestion: [],
  smallestGroup: 5,
  suppressed: false,
};
const FINE: GateFacts = {
  selfApplied: true,
  ballot: TALLY,
  superiorScore: 9500,
  openFalsification: 0,
  assessors: ['p1', 'p2'],
  openMandatoryProblems: 0,
  openOtherVetoes: 0,
  published: true,
};
const NOTHING: GateFacts = {
  selfApplied: false,
  ballot: null,
  superiorScore: null,
  openFalsification: 1,
  assessors: [],
  openMandatoryProblems: 1,
  openOtherVetoes: 1,
  published: false,
};

describe('evaluateGates', () => {
  it('asks each gate once, in the order of the programme, and passes a branch that has everything', () => {
    const outcomes = evaluateGates(programmeOf(), FINE);
    expect(outcomes.map(({ gate }) => gate)).toEqual([...DOCUMENT, ...PROPOSED]);
    expect(outcomes.every(({ satisfied }) => satisfied)).toBe(true);
  });

  const failing: [GateName, Partial<GateFacts>][] = [
    ['self-application', { selfApplied: false }],
    ['ballot-held', { ballot: { ...TALLY, cast: { members: 0, masses: 0 }, participation: 6000 } }],
    ['superior-score', { superiorScore: 9450 }],
    ['superior-score', { superiorScore: null }],
    ['no-falsification', { openFalsification: 1 }],
    ['two-assessors', { assessors: ['p1'] }],
    ['two-assessors', { assessors: ['p1', 'p1'] }],
    ['participation', { ballot: { ...TALLY, participation: 5999 } }],
    ['satisfaction', { ballot: { ...TALLY, satisfaction: 7999 } }],
    ['satisfaction', { ballot: { ...TALLY, satisfaction: null } }],
    ['mandatory-problems-closed', { openMandatoryProblems: 2 }],
    ['no-other-veto', { openOtherVetoes: 1 }],
    ['publication', { published: false }],
  ];
  it.each(failing)('fails %s, and only that, with %j', (gate, facts) => {
    const failed = evaluateGates(programmeOf(), { ...FINE, ...facts }).filter(({ satisfied }) => !satisfied);
    expect(failed.map((outcome) => outcome.gate)).toEqual([gate]);
  });

  it('lets [D] refuse and [P] warn', () => {
    const outcomes = evaluateGates(programmeOf(), NOTHING);
    expect(blockingGates(outcomes).map(({ gate }) => gate)).toEqual(DOCUMENT);
    expect(warningGates(outcomes).map(({ gate }) => gate)).toEqual(PROPOSED);
  });

  it('lets a [P] gate refuse once a document introduced it', () => {
    const blocking = blockingGates(evaluateGates(programmeOf('苏委工〔2021〕3号'), NOTHING));
    expect(blocking).toHaveLength(DOCUMENT.length + PROPOSED.length);
    expect(blocking.at(-1)?.message).toContain('苏委工〔2021〕3号');
  });

  it('names the mark, the clause and the numbers', () => {
    const score = evaluateGates(programmeOf(), { ...FINE, superiorScore: 9450 })[2];
    expect(score).toEqual({
      gate: 'superior-score',
      mark: 'D',
      clause: '三.4',
      refuses: true,
      satisfied: false,
      numbers: { superiorScore: 9450, passMark: 9500 },
      message: '上级对标评估得分 94.50，达标线 95.00（[D] 文件规定 三.4）',
      messageEn: 'superior score 94.50, pass mark 95.00 ([D] said by the document 三.4)',
    });
  });

  it('asks no floor below the smallest group, and tells no figure', () => {
    const cast = { members: 3, masses: 0 };
    const ballot = { ...TALLY, eligible: cast, cast, participation: 3333, satisfaction: 0, suppressed: true };
    const outcomes = evaluateGates(programmeOf(), { ...FINE, ballot });
    expect(outcomes.every(({ satisfied }) => satisfied)).toBe(true);
    expect(outcomes.find(({ gate }) => gate === 'satisfaction')?.numbers).toEqual({ smallestGroup: 5 });
  });

  it('still asks participation of a large branch in which few took part', () => {
    const ballot = { ...TALLY, cast: { members: 4, masses: 0 }, participation: 2000, suppressed: true };
    const outcome = evaluateGates(programmeOf(), { ...FINE, ballot }).find(({ gate }) => gate === 'participation');
    expect(outcome).toMatchObject({ satisfied: false, numbers: { floor: 6000 } });
    expect(outcome?.message).not.toContain('20.00');
  });

  it('asks a review nothing', () => {
    expect(evaluateGates(programmeOf(), { ...NOTHING, isReview: true })).toEqual([]);
  });

  it('puts each failed gate into exactly one of blocking and warning', () => {
    const facts = fc.record({
      selfApplied: fc.boolean(),
      ballot: fc.constantFrom(null, TALLY, { ...TALLY, participation: 100, satisfaction: null }),
      superiorScore: fc.option(fc.integer({ min: 0, max: 10_000 })),
      openFalsification: fc.nat(1),
      assessors: fc.array(fc.constantFrom('p1', 'p2')),
      openMandatoryProblems: fc.nat(2),
      openOtherVetoes: fc.nat(1),
      published: fc.boolean(),
    });
    fc.assert(
      fc.property(facts, (given) => {
        const outcomes = evaluateGates(programmeOf(), given);
        const failed = outcomes.filter(({ satisfied }) => !satisfied);
        expect(blockingGates(outcomes).length + warningGates(outcomes).length).toBe(failed.length);
        expect(outcomes.find(({ gate }) => gate === 'superior-score')?.satisfied).toBe(
          (given.superiorScore ?? 0) >= 9500,
        );
      }),
    );
  });
});

function programmeOf(introducedBy?: string): Pick<Programme, 'assessment'> {
  const document = DOCUMENT.map((name): GateDefinition => ({ name, source: { mark: 'D', clause: '三.4' } }));
  const floors: Partial<Record<GateName, number>> = { participation: 6000, satisfaction: 8000 };
  const proposed = PROPOSED.map((name): GateDefinition => ({
    name,
    source: { mark: 'P', introducedBy },
    floor: floors[name],
  }));
  const passMarkSource = { mark: 'D', clause: '三.4' } as const;
  return { assessment: { passMark: 9500, passMarkSource, gates: [...document, ...proposed], selfGapAlert: 300 } };
}
