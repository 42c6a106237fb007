import { type BranchRunSetting, UNOPENED_BRANCH_RUN } from './branch-run';
import { submitAssessment } from './branch-run.assessment';
import { DomainError } from './errors';

const setting = { assessBy: '2020-11-30' } as BranchRunSetting;
const state = { ...UNOPENED_BRANCH_RUN, step: 'rectifying' as const, selfScore: 9600, result: 'failed' as const };
const input = { documentId: 'd', digest: 'd' };

describe('applying again after a failure (苏委工〔2020〕6号 三.4)', () => {
  const apply = (receivedAt: string, happenedOn?: string, step: 'rectifying' | 'building' = 'rectifying') =>
    submitAssessment(
      setting,
      { ...state, step },
      { input, spoken: { actor: 'p', office: 'branch-secretary', receivedAt, ...(happenedOn && { happenedOn }) } },
    );

  it('is taken until the assessment date of the round has ended in Shanghai', () => {
    expect(apply('2020-11-30T15:59:59.999Z').facts).toMatchObject([{ type: 'assessment-submitted' }]);
    expect(() => apply('2020-11-30T16:00:00.000Z')).toThrow(
      expect.objectContaining({ code: 'assessment-over', details: { assessBy: '2020-11-30' } }) as DomainError,
    );
  });

  it('counts the day on which it happened, where it is entered late', () => {
    expect(apply('2020-12-02T02:00:00.000Z', '2020-11-30').facts).toHaveLength(1);
  });

  it('does not bind a first application: whoever is late is late', () => {
    expect(apply('2020-12-20T02:00:00.000Z', undefined, 'building').facts).toHaveLength(1);
  });
});
