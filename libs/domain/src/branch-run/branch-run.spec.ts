import { outcomeOf } from './branch-run';

describe('what came of an assessment', () => {
  it.each([
    [null, null, null],
    ['passed', 'upheld', 'passed'],
    ['passed', 'not-drawn', 'passed'],
    ['failed', null, 'failed'],
    ['failed', 'overturned', 'overturned'],
  ] as const)('a result %s with the recheck %s is %s', (result, recheck, outcome) => {
    expect(outcomeOf({ result, recheck })).toBe(outcome);
  });
});
