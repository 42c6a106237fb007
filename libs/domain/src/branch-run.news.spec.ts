import { type BranchRunSetting, UNOPENED_BRANCH_RUN } from './branch-run';
import type { BranchRunNews } from './branch-run.command';
import { applyBranchNews } from './branch-run.news';

describe('the verdict of a recheck (苏委工〔2020〕6号 三.4)', () => {
  const setting = { branchId: 'b' } as BranchRunSetting;
  const rechecking = { ...UNOPENED_BRANCH_RUN, step: 'rechecking' as const, recheckId: 'own' };
  const news = (recheckId: string): BranchRunNews => ({
    topic: 'rechecked',
    recheckId,
    verdict: 'overturned',
    score: 9000,
  });
  const take = (recheckId: string) =>
    applyBranchNews(setting, rechecking, {
      messageId: 'm',
      receivedAt: '2020-12-10T02:00:00.000Z',
      news: news(recheckId),
    });

  it('is taken of the recheck that the branch was drawn for, and of no other', () => {
    expect(take('own').facts).toMatchObject([{ type: 'recheck-overturned', payload: { recheckId: 'own' } }]);
    expect(take('other')).toEqual({ facts: [] });
  });
});
