import { conclusionIn } from './conclusion';

const told = (type: string, payload: Readonly<Record<string, unknown>> = {}, day = '12') => ({
  type,
  payload,
  recordedAt: `2020-12-${day}T02:00:00.000Z`,
});
const OPENED = told('branch-run-opened', { result: null });
const PASSED = told('assessment-concluded', { result: 'passed', score: 9900 });
const FAILED = told('assessment-concluded', { result: 'failed', score: 9000 });
const OVERTURNED = told('recheck-overturned', { score: 9400 }, '20');
const STRUCK = told('branch-struck', {}, '21');

describe('the conclusion of a branch by its record', () => {
  it.each([
    ['none before one', [OPENED, told('assessment-submitted')], null],
    ['passed', [OPENED, PASSED], { result: 'passed', score: 9900, fell: null }],
    ['failed', [OPENED, FAILED], { result: 'failed', score: 9000, fell: null }],
    ['upheld', [PASSED, told('recheck-upheld')], { result: 'passed', score: 9900, fell: null }],
    [
      'a pass that the recheck did not uphold stays a pass of its score that fell',
      [PASSED, OVERTURNED],
      { result: 'passed', score: 9900, fell: { by: 'recheck', at: '2020-12-20T02:00:00.000Z' } },
    ],
    [
      'a pass that the party group struck',
      [PASSED, STRUCK],
      { result: 'passed', score: 9900, fell: { by: 'party-group', at: '2020-12-21T02:00:00.000Z' } },
    ],
    [
      'a pass brought along from an earlier round, struck',
      [told('branch-run-opened', { result: 'passed' }), STRUCK],
      { result: 'passed', score: null, fell: { by: 'party-group', at: '2020-12-21T02:00:00.000Z' } },
    ],
    ['none once the branch applied again', [PASSED, OVERTURNED, told('assessment-submitted')], null],
    [
      'none once the pass of the earlier round is lost',
      [told('branch-run-opened', { result: 'passed' }), told('pass-lost')],
      null,
    ],
    ['the later one', [FAILED, told('assessment-submitted'), PASSED], { result: 'passed', score: 9900, fell: null }],
  ])('%s', (_, events, expected) => {
    expect(conclusionIn(events)).toEqual(expected);
  });
});
