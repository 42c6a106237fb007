import { UNOPENED_BRANCH_RUN } from '../branch-run/branch-run';
import { type ConcludedBranch, type ConclusionList, gatherConclusions, toldByLists } from './conclusions';

const at = '2020-11-10T02:00:00.000Z';
type Given = Partial<Omit<ConcludedBranch, 'state'>> & { readonly state?: Partial<ConcludedBranch['state']> };

function branch({ state, ...own }: Given): ConcludedBranch {
  return { branchId: 'b', mode: 'attain', ...own, state: { ...UNOPENED_BRANCH_RUN, step: 'building', ...state } };
}

function gather(...given: readonly Given[]) {
  return gatherConclusions({ year: 2020, organisationId: 'o' }, given.map(branch));
}

describe('gatherConclusions', () => {
  const passed = { step: 'listing', result: 'passed', concludedAt: at, superiorScore: 9600 } as const;
  const failed = { step: 'rectifying', result: 'failed', concludedAt: at, superiorScore: 9000 } as const;
  const later = '2020-11-20T02:00:00.000Z';
  const carried = { ...passed, concludedAt: null } as const;
  const line = [{ branchId: 'b', score: 9600 }];

  it.each<[string, Given, object]>([
    ['lists a pass', { state: passed }, { passed: line }],
    ['lists a pass again that is not decided on', { state: { ...passed, step: 'deciding' } }, { passed: line }],
    ['lists no pass that is decided on', { state: { ...passed, step: 'filing' } }, {}],
    ['lists no branch that has left', { state: { ...passed, disposition: 'excluded' } }, {}],
    ['lists a failure by its score', { state: failed }, { failed: [{ branchId: 'b', score: 9000 }] }],
    [
      'lists a review, which is no failure',
      { mode: 'review', state: { step: 'reviewed', review: 'questioned', concludedAt: at } },
      { reviewed: [{ branchId: 'b', result: 'questioned' }] },
    ],
    [
      'lists a pass of the round before that was handed on',
      {
        state: { ...carried, superiorScore: null },
        before: 'passed-awaiting',
        carriedPass: { year: 2019, score: 9600 },
      },
      { passed: [{ branchId: 'b', score: null, carriedPass: { year: 2019, score: 9600 } }] },
    ],
    [
      'lists a failure that no list has told',
      { state: { ...failed, concludedAt: later }, told: at },
      { failed: [{ branchId: 'b', score: 9000 }] },
    ],
    ['lists no failure once more', { state: failed, told: at }, {}],
    ['lists no pass as a failure that the party group struck', { state: { ...failed, result: null }, told: at }, {}],
    [
      'lists no review once more',
      { mode: 'review', state: { step: 'reviewed', review: 'upheld', concludedAt: at }, told: at },
      {},
    ],
    ['lists no pass on which the round before still decides', { state: carried, before: null }, {}],
    ['lists no pass that the round before recognised', { state: carried, before: 'recognised' }, {}],
    ['lists a pass of its own year whatever was before', { state: passed, before: 'carried-failed' }, { passed: line }],
  ])('%s', (_name, given, lists) => {
    expect(gather(given).body).toEqual({
      year: 2020,
      organisationId: 'o',
      passed: [],
      failed: [],
      reviewed: [],
      ...lists,
    });
  });

  it.each<[string, Given, boolean]>([
    ['planned and not assessed', { planned: 'this-year' }, true],
    ['planned otherwise than it was told', { planned: 'next-year', state: { target: 'this-year' } }, false],
    ['told its target while no plan names it', { state: { target: 'this-year' } }, true],
    ['planned and failed', { planned: 'this-year', state: { result: 'failed', concludedAt: at } }, false],
    ['planned with a pass of the round before', { planned: 'this-year', state: carried }, false],
    ['not planned', {}, false],
    ['to be reviewed', { mode: 'review' }, true],
    ['reviewed', { mode: 'review', state: { review: 'upheld' } }, false],
    ['kept up', { mode: 'maintain', planned: 'this-year' }, false],
    ['gone', { planned: 'this-year', state: { disposition: 'excluded' } }, false],
  ])('a branch that is %s waits for a conclusion: %#', (_name, given, isPending) => {
    expect(gather(given).pending).toEqual(isPending ? ['b'] : []);
  });

  it('keeps the order of the branches', () => {
    const { body, pending } = gather(
      { branchId: '1', state: passed },
      { branchId: '2', planned: 'this-year' },
      { branchId: '3', state: passed },
      { branchId: '4', planned: 'this-year' },
    );
    expect([body.passed.map(({ branchId }) => branchId), pending]).toEqual([
      ['1', '3'],
      ['2', '4'],
    ]);
  });
});

describe('toldByLists', () => {
  const NONE: ConclusionList = { year: 2020, organisationId: 'o', passed: [], failed: [], reviewed: [] };
  const [passed, failed, reviewed] = [
    [{ branchId: '1', score: 9600 }],
    [{ branchId: '2', score: 9000 }],
    [{ branchId: '3', result: 'upheld' }],
  ];
  const later = '2020-11-20T02:00:00.000Z';

  it('is the last list that is dealt with, not the one that waits for its decision', () => {
    const first = { at, isDecided: true, body: { ...NONE, passed, failed, reviewed } };
    const waiting = { at: later, isDecided: false, body: { ...NONE, passed, failed } };
    const whole = { 1: at, 2: at, 3: at };
    expect(Object.fromEntries(toldByLists([first, waiting]))).toEqual(whole);
    for (const lists of [
      [first, { ...waiting, isDecided: true }],
      [{ ...waiting, isDecided: true }, first],
    ]) {
      expect(Object.fromEntries(toldByLists(lists))).toEqual({ ...whole, 1: later, 2: later });
    }
  });

  it('is also a list without a pass, on which nobody decides', () => {
    expect(Object.fromEntries(toldByLists([{ at, isDecided: false, body: { ...NONE, failed } }]))).toEqual({ 2: at });
  });
});
