import { type BranchRunSetting, UNOPENED_BRANCH_RUN } from './branch-run';
import { closeBallot } from './branch-run.ballot';
import type { BranchRunLookup } from './branch-run.command';

type Box = NonNullable<BranchRunLookup['ballot']>;

describe('closing a ballot on paper (苏委工〔2020〕6号 三.4)', () => {
  const close = (box: Partial<Box>, actor = 'second') =>
    closeBallot({
      setting: {} as BranchRunSetting,
      state: { ...UNOPENED_BRANCH_RUN, step: 'balloting', ballotBoxId: 'box' },
      input: { ballotBoxId: 'box' },
      attribution: { actor, office: 'organisation-officer', receivedAt: '2020-11-20T02:00:00.000Z' },
      lookup: {
        ballot: { ballotBoxId: 'box', mode: 'paper', tally: {} as Box['tally'], countsAgree: false, ...NOBODY, ...box },
      },
    });
  const NOBODY = { firstCounter: null, secondCounter: null };
  const BOTH = { firstCounter: 'first', secondCounter: 'second' };

  it.each<[string, Partial<Box>]>([
    ['第一计票人尚未录入计票结果', {}],
    ['第二计票人尚未录入计票结果', { firstCounter: 'first' }],
    ['两次计票结果不一致', BOTH],
  ])('is refused: %s', (message, box) => {
    expect(() => close(box)).toThrow(expect.objectContaining({ code: 'ballot-numbers-impossible', message }));
  });

  it('takes another person than the first counter, and both counts that agree', () => {
    expect(() => close({ ...BOTH, countsAgree: true }, 'first')).toThrow('计票结果须由录入人以外的人确认');
    expect(close({ ...BOTH, countsAgree: true }).events).toMatchObject([
      { payload: { counters: ['first', 'second'] } },
    ]);
  });
});
