import { type ClosingBranch, countDispositions, dispositionOf, gatherDispositions } from './dispositions';

const BRANCH: ClosingBranch = {
  branchId: 'b',
  runId: 'r',
  step: 'building',
  target: null,
  result: null,
  disposition: null,
  isAssessed: false,
  isRecognised: false,
};

const passed = { result: 'passed', target: 'this-year', isAssessed: true } as const;

describe('dispositionOf', () => {
  it.each<[Partial<ClosingBranch>, string]>([
    [{ ...passed, isRecognised: true }, 'recognised'],
    [{ isRecognised: true }, 'recognised'],
    [passed, 'passed-awaiting'],
    [{ ...passed, result: 'overturned' }, 'carried-failed'],
    [{ ...passed, result: 'failed' }, 'carried-failed'],
    [{ target: 'this-year' }, 'carried-failed'],
    [{ isAssessed: true }, 'carried-failed'],
    [{ target: 'next-year' }, 'carried-unplanned'],
    [{}, 'carried-unplanned'],
    [{ disposition: 'excluded', isRecognised: true }, 'excluded'],
  ])('%j is %s', (given, expected) => expect(dispositionOf({ ...BRANCH, ...given })).toBe(expected));
});

describe('gatherDispositions', () => {
  const { body, pending } = gatherDispositions(2020, [
    { ...BRANCH, branchId: '1', runId: 'r1' },
    { ...BRANCH, ...passed, branchId: '2', runId: 'r2', step: 'published' },
    { ...BRANCH, branchId: '3', runId: 'r3' },
  ]);

  it('lists every branch once, in its order', () => {
    expect(body).toEqual({
      year: 2020,
      branches: [
        { branchId: '1', runId: 'r1', disposition: 'carried-unplanned' },
        { branchId: '2', runId: 'r2', disposition: 'passed-awaiting' },
        { branchId: '3', runId: 'r3', disposition: 'carried-unplanned' },
      ],
    });
    expect(countDispositions(body)).toEqual({ 'carried-unplanned': 2, 'passed-awaiting': 1 });
  });

  it('names the branches between two steps of the committee', () => expect(pending).toEqual(['2']));
});
