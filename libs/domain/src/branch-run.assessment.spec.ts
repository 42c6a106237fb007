import { type BranchRunSetting, UNOPENED_BRANCH_RUN } from './branch-run';
import { conclude, submitAssessment } from './branch-run.assessment';
import { decideBranchRun } from './branch-run.decide';
import { evolveBranchRun } from './branch-run.evolve';
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

describe('a ballot that is repeated (三.4: 党员群众测评)', () => {
  it('is opened again before the assessors sign, in a new box whose tally replaces the first', () => {
    const superior = { role: 'organisation-officer', bodyKind: 'organisation', bodyId: 'o' } as const;
    const branch = { ...setting, superior } as BranchRunSetting;
    const voted = { ...UNOPENED_BRANCH_RUN, step: 'assessing' as const, selfScore: 9600, ballotBoxId: 'first' };
    const spoken = {
      actor: 'p',
      office: 'organisation-officer' as const,
      receivedAt: '2020-10-23T02:00:00.000Z',
    };
    const command = {
      name: 'openBallot',
      input: { ballotBoxId: 'second', mode: 'online', members: 6, masses: 6 },
    } as const;
    const { facts } = decideBranchRun(branch, voted, { command, spoken });
    const after = facts.reduce(
      (state, fact) => evolveBranchRun(branch, state, fact),
      voted as typeof UNOPENED_BRANCH_RUN,
    );
    expect(after).toMatchObject({ step: 'balloting', ballotBoxId: 'second' });
    expect(() => decideBranchRun(branch, { ...voted, step: 'countersigning' }, { command, spoken })).toThrow(
      expect.objectContaining({ code: 'wrong-step' }) as DomainError,
    );
    const close = (ballotBoxId: string) =>
      decideBranchRun(branch, after, { command: { name: 'closeBallot', input: { ballotBoxId } }, spoken });
    expect(() => close('first')).toThrow(expect.objectContaining({ code: 'ballot-closed' }) as DomainError);
    expect(close('second').facts).toEqual([]);
  });
});

describe('the mark of 95 (苏委工〔2020〕6号 三.4)', () => {
  const passing = { passMark: 9500 } as BranchRunSetting;
  const signed = { documentId: 'd', digest: 'd' };
  const countersigned = { ...UNOPENED_BRANCH_RUN, step: 'countersigning' as const, assessors: ['first'], signed };

  it.each([
    [9499, 'failed'],
    [9500, 'passed'],
  ])('takes %i hundredths as %s', (signedScore, result) => {
    const input = { ...signed, differences: 0 };
    const { facts } = conclude(passing, countersigned, input, 'second', '2020-11-20T02:00:00.000Z', { signedScore });
    expect(facts).toMatchObject([
      { type: 'assessment-concluded', payload: { score: signedScore, result, assessor: 'second' } },
    ]);
  });
});
