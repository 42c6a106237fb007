import { type BranchRunSetting, type BranchRunState, UNOPENED_BRANCH_RUN } from './branch-run';
import type { BranchRunNews } from './branch-run.command';
import { evolveRun, hearNews } from '../process/run-rules';
import { BRANCH_RUN } from './branch-run.process';

describe('a target with internal dates (苏委工〔2020〕6号 三.2)', () => {
  const setting = { mode: 'attain' } as BranchRunSetting;
  const dates = { applyBy: '2020-09-30', ballotBy: '2020-10-15', assessBy: '2020-11-15' };
  const told = (state: Partial<BranchRunState>, target: 'this-year' | 'next-year') => {
    const news: BranchRunNews = { topic: 'target-set', target, planId: 'p', dates };
    const message = { receivedAt: '2020-06-20T02:00:00.000Z', news };
    const branch = { setting, state: { ...UNOPENED_BRANCH_RUN, step: 'building' as const, ...state } };
    return hearNews(BRANCH_RUN, branch, message).deadlines;
  };
  const orders = (action: string) => ['apply', 'ballot', 'assess'].map((kind) => ({ action, kind }));

  it('dates applying, ballot and assessing of a branch that has not applied', () => {
    expect(told({}, 'this-year')).toMatchObject(orders('open'));
    expect(told({}, 'this-year')?.map((order) => 'body' in order && order.body)).toEqual([
      'branch',
      'organisation',
      'organisation',
    ]);
    expect(told({ selfScore: 9600 }, 'this-year')).toEqual([]);
  });

  it('dates nothing for a branch that brings a pass along: it could meet none of them', () => {
    expect(told({ step: 'listing', result: 'passed' }, 'this-year')).toEqual([]);
  });

  it('ends the dates of a branch whose target is put off to next year', () => {
    expect(told({ target: 'this-year' }, 'next-year')).toEqual(orders('void'));
    expect(told({ target: null }, 'next-year')).toEqual([]);
  });
});

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
    hearNews(
      BRANCH_RUN,
      { setting, state: rechecking },
      {
        receivedAt: '2020-12-10T02:00:00.000Z',
        news: news(recheckId),
      },
    );

  it('is taken of the recheck that the branch was drawn for, and of no other', () => {
    expect(take('own').events).toMatchObject([{ type: 'recheck-overturned', payload: { recheckId: 'own' } }]);
    expect(take('other')).toEqual({ events: [] });
  });
});

it('a returned filing waits on the organisation again, and a second telling changes nothing', () => {
  const setting = { branchId: 'b' } as BranchRunSetting;
  const told = (step: 'registering' | 'filing') =>
    hearNews(
      BRANCH_RUN,
      { setting, state: { ...UNOPENED_BRANCH_RUN, step } },
      { receivedAt: '2020-11-20T02:00:00.000Z', news: { topic: 'filing-returned', filingId: 'f' } },
    ).events;
  expect(told('registering')).toMatchObject([{ type: 'branch-filing-returned', payload: { filingId: 'f' } }]);
  expect(told('filing')).toEqual([]);
});

describe('a dissolution that was decided in another round', () => {
  const news: BranchRunNews = {
    topic: 'branch-dissolved',
    reasonId: 'r',
    digest: 'd',
    documentNumber: '苏委工〔2020〕撤字1号',
  };
  const take = (step: BranchRunState['step']) =>
    hearNews(
      BRANCH_RUN,
      { setting: { organisationWorkflowId: 'o' } as BranchRunSetting, state: { ...UNOPENED_BRANCH_RUN, step } },
      { receivedAt: '2021-01-10T02:00:00.000Z', news },
    );

  it.each(['plan-writing', 'building', 'rectifying', 'listing'] as const)('ends a year that stands at %s', (step) => {
    expect(take(step)).toMatchObject({ events: [{ type: 'branch-dissolved' }], deadlines: [{ action: 'void-all' }] });
  });

  it.each(['deciding', 'registering', 'rechecking', 'recognised', 'reviewed', 'closed'] as const)(
    'leaves one that stands at %s as it was decided',
    (step) => {
      expect(take(step)).toEqual({ events: [] });
    },
  );
});

describe('a branch that is dissolved', () => {
  it.each([
    ['2020-12-02T02:00:00.000Z', 'recognised'],
    [null, 'excluded'],
  ] as const)('keeps what it had attained: recognised at %s, its year ends as %s', (recognisedAt, disposition) => {
    const state = { ...UNOPENED_BRANCH_RUN, recognisedAt };
    const event = { type: 'branch-dissolved', payload: { at: '2020-12-03T02:00:00.000Z' } } as never;
    expect(evolveRun(BRANCH_RUN, { setting: {} as never, state }, event)).toMatchObject({ disposition });
  });
});
