import { type BranchRunSetting, type BranchRunState, UNOPENED_BRANCH_RUN } from './branch-run';
import { decideCommand, evolveRun } from '../process/run-rules';
import { countersignAssessment, submitAssessment } from './branch-run.assessment';
import { BRANCH_RUN } from './branch-run.process';
import type { Attribution } from '../process/decision';
import { DomainError } from '../errors';

const setting = { assessBy: '2020-11-30' } as BranchRunSetting;
const state = { ...UNOPENED_BRANCH_RUN, step: 'rectifying' as const, selfScore: 9600, result: 'failed' as const };
const input = { documentId: 'd', digest: 'd' };

describe('applying again after a failure (苏委工〔2020〕6号 三.4)', () => {
  const apply = (receivedAt: string, stated: Partial<Attribution> = {}, change: Partial<BranchRunState> = {}) =>
    submitAssessment({
      setting,
      state: { ...state, ...change },
      input,
      attribution: { actor: 'p', office: 'branch-secretary', receivedAt, ...stated },
    });
  const over = expect.objectContaining({
    code: 'assessment-over',
    message: '本年度评估期限已过，不能再次申报，整改后请在下一年度申报（首次申报逾期的仍予办理，记为逾期）',
    details: { assessBy: '2020-11-30' },
  }) as DomainError;

  it('is taken until the assessment date of the round has ended in Shanghai', () => {
    expect(apply('2020-11-30T15:59:59.999Z').events).toMatchObject([{ type: 'assessment-submitted' }]);
    expect(() => apply('2020-11-30T16:00:00.000Z')).toThrow(over);
  });

  it('counts the day on which it happened only where it is entered late, from a paper and in time', () => {
    const happenedOn = '2020-11-30';
    const lateEntry = { paper: '会议记录', paperDate: '2020-11-30' };
    const at = '2020-12-02T02:00:00.000Z';
    const attribution = { actor: 'p', office: 'branch-secretary' as const, receivedAt: at, happenedOn, lateEntry };
    expect(apply(at, { happenedOn, lateEntry }).events).toHaveLength(1);
    expect(() => apply(at, { happenedOn })).toThrow(over);
    expect(() => apply(at, { happenedOn, lateEntry: { ...lateEntry, paperDate: '2020-12-01' } })).toThrow(over);
    expect(() => submitAssessment({ setting, state, input, attribution, lookup: { enteredInTime: false } })).toThrow(
      over,
    );
  });

  it('does not bind a first application: whoever is late is late', () => {
    expect(apply('2020-12-20T02:00:00.000Z', {}, { step: 'building' }).events).toHaveLength(1);
  });

  it('does not bind an application that was returned: it stays the attempt it was', () => {
    const back = { selfScore: 9600, result: null, attempt: 2 };
    const { events } = apply('2020-12-02T02:00:00.000Z', {}, back);
    expect(events).toMatchObject([{ type: 'assessment-submitted', payload: { attempt: 2 } }]);
    expect(() => apply('2020-12-02T02:00:00.000Z', {}, { ...back, struck: true })).toThrow(over);
  });
});

describe('an application returned for its form', () => {
  const superior = { role: 'organisation-officer', bodyKind: 'organisation', bodyId: 'o' } as const;
  const branch = { ...setting, superior, correctionWorkdays: 5 } as BranchRunSetting;
  const back = (from: BranchRunState, of = branch) => {
    const command = { name: 'returnAssessment', input: { remarksId: 'r', digest: 'd', lines: 1 } } as const;
    const attribution = { actor: 'p', office: 'organisation-officer', receivedAt: '2020-11-25T02:00:00.000Z' } as const;
    const { events } = decideCommand(
      BRANCH_RUN,
      { setting: of, state: { ...from, step: 'ballot-opening' } },
      { command, attribution },
    );
    expect(events).toMatchObject([{ type: 'assessment-returned', payload: { remarksId: 'r' } }]);
    return events.reduce((before, event) => evolveRun(BRANCH_RUN, { setting: of, state: before }, event), from);
  };
  const again = (from: BranchRunState) =>
    submitAssessment({
      setting: branch,
      state: from,
      input,
      attribution: { actor: 'p', office: 'branch-secretary', receivedAt: '2020-12-01T02:00:00.000Z' },
    }).events.reduce((before, event) => evolveRun(BRANCH_RUN, { setting: branch, state: before }, event), from);

  it('goes back to building, however often, while nothing was concluded', () => {
    const first = again({ ...UNOPENED_BRANCH_RUN, step: 'building' });
    const twice = back(again(back(first)));
    expect(twice).toMatchObject({ step: 'building', attempt: 1, concludedAt: null });
    expect(again(twice)).toMatchObject({ step: 'ballot-opening', attempt: 1 });
  });

  it('goes back to rectifying, where it followed a conclusion or a strike', () => {
    expect(back({ ...state, result: null, attempt: 2 })).toMatchObject({ step: 'rectifying' });
    const struck = { ...UNOPENED_BRANCH_RUN, selfScore: 9600, decisionId: 'd' };
    expect(back(struck)).toMatchObject({ step: 'rectifying' });
  });
});

describe('a ballot that is repeated (三.4: 党员群众测评)', () => {
  it('is opened again before the assessors sign, in a new box whose tally replaces the first', () => {
    const superior = { role: 'organisation-officer', bodyKind: 'organisation', bodyId: 'o' } as const;
    const branch = { ...setting, superior } as BranchRunSetting;
    const voted = { ...UNOPENED_BRANCH_RUN, step: 'assessing' as const, selfScore: 9600, ballotBoxId: 'first' };
    const attribution = {
      actor: 'p',
      office: 'organisation-officer' as const,
      receivedAt: '2020-10-23T02:00:00.000Z',
    };
    const command = {
      name: 'openBallot',
      input: { ballotBoxId: 'second', mode: 'online' },
    } as const;
    const { events } = decideCommand(BRANCH_RUN, { setting: branch, state: voted }, { command, attribution });
    const after = events.reduce(
      (before, event) => evolveRun(BRANCH_RUN, { setting: branch, state: before }, event),
      voted as typeof UNOPENED_BRANCH_RUN,
    );
    expect(after).toMatchObject({ step: 'balloting', ballotBoxId: 'second' });
    expect(() =>
      decideCommand(
        BRANCH_RUN,
        { setting: branch, state: { ...voted, step: 'countersigning' } },
        { command, attribution },
      ),
    ).toThrow(expect.objectContaining({ code: 'wrong-step' }) as DomainError);
    const close = (ballotBoxId: string) =>
      decideCommand(
        BRANCH_RUN,
        { setting: branch, state: after },
        { command: { name: 'closeBallot', input: { ballotBoxId } }, attribution },
      );
    expect(() => close('first')).toThrow(expect.objectContaining({ code: 'ballot-closed' }) as DomainError);
    expect(close('second').events).toEqual([]);
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
    const opening = { openedAt: '2020-11-19T02:00:00.000Z', unconfirmed: [] };
    const known = { signedScore, opening };
    const attribution = { actor: 'second', office: 'assessor', receivedAt: '2020-11-20T02:00:00.000Z' } as const;
    const { events } = countersignAssessment({
      setting: passing,
      state: countersigned,
      input,
      attribution,
      lookup: known,
    });
    expect(events).toMatchObject([
      { type: 'assessment-concluded', payload: { score: signedScore, result, assessor: 'second' } },
    ]);
  });
});

describe('nobody of the branch judges it (苏委工〔2020〕6号 三.4)', () => {
  const judging = Object.entries(BRANCH_RUN.commands).filter(([, { assesses }]) => assesses);

  it.each(judging)('%s', (_, { decide }) => {
    const signed = { documentId: 'd', digest: 'd' };
    const attribution = { actor: 'q', office: 'assessor', receivedAt: '2020-11-20T02:00:00.000Z' } as const;
    const document = { digest: 'd', frozen: false, author: 'a', faults: [] };
    const judge = (actorOfBranch: boolean) =>
      decide({
        setting: setting,
        state: { ...UNOPENED_BRANCH_RUN, signed },
        input: { ...signed, differences: 0, result: 'upheld' } as never,
        attribution,
        lookup: { document, actorOfBranch, opening: { openedAt: attribution.receivedAt, unconfirmed: [] } },
      });
    expect(judge(false).events).toHaveLength(1);
    expect(() => judge(true)).toThrow(expect.objectContaining({ code: 'own-branch' }) as DomainError);
  });
});
