import type { BranchRunSetting, BranchRunState } from './branch-run';
import { confirmReview, submitReview } from './branch-run.review';
import type { Attribution } from '../process/decision';

const AT = '2022-05-09T02:00:00.000Z';
const review = { documentId: 'r', digest: 'd' };
const document = { digest: 'd', frozen: false, author: 'p', faults: [], score: 98 };
const opening = { openedAt: AT, unconfirmed: [] };
const setting = { branchId: 'b' } as BranchRunSetting;
const state = {} as BranchRunState;
const attribution = { actor: 'q', receivedAt: AT } as Attribution;

describe('the review of a recognised branch', () => {
  it('can still be opened by its confirmer after the branch handed it over', () => {
    expect(
      submitReview({ setting, state, input: review, attribution, lookup: { document, opening } }).documents,
    ).toEqual([{ action: 'freeze', ...review, half: true }]);
  });

  it.each(['upheld', 'questioned'] as const)('is settled once it is %s', (result) => {
    const lookup = { document: { ...document, frozen: true }, opening, review };
    const { documents } = confirmReview({ setting, state, input: { result }, attribution, lookup });
    expect(documents).toEqual([{ action: 'settle', ...review }]);
  });

  it('is confirmed by nobody who did not open it', () => {
    const lookup = { document, opening: null, review };
    expect(() => confirmReview({ setting, state, input: { result: 'upheld' }, attribution, lookup })).toThrow();
  });
});
