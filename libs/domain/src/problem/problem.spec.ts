import fc from 'fast-check';
import {
  changedSince,
  decideProblem,
  evolveProblem,
  ownersIn,
  PROBLEM_TRANSITIONS,
  problemCommands,
  problemDeadlineOrders,
  type Problem,
  type ProblemCommand,
  type ProblemMoment,
} from './problem';

const PLAN = { kind: 'plan', measure: '按月召开', ownerId: 'owner', dueDate: '2020-09-30' } as const;
const COMMANDS: Readonly<Record<ProblemCommand['kind'], ProblemCommand>> = {
  enter: {
    kind: 'enter',
    id: 'p1',
    branchId: 'b1',
    openedYear: 2020,
    dimension: 'D2',
    indicator: 'D2.1',
    source: 'survey',
    description: '支委会缺两次',
    mandatory: true,
  },
  plan: PLAN,
  close: { kind: 'close', verifierId: 'verifier', remark: '', closedAt: '2020-09-20T01:00:00.000Z' },
  'send-back': { kind: 'send-back', verifierId: 'verifier', remark: '记录不全' },
  raise: { kind: 'raise', reason: '缺活动场所' },
  answer: { kind: 'answer', answer: '已协调会议室' },
};
/** 1 July in Shanghai. */
const MOMENT = {
  at: '2020-06-30T17:00:00.000Z',
  office: 'branch-secretary',
  lastYear: 2022,
  dissolvedOn: null,
  owners: ['owner'],
  ownerOfBranch: true,
  planHandedOver: false,
} as const;
const KINDS = Object.keys(COMMANDS) as ProblemCommand['kind'][];

describe('a problem', () => {
  it('goes from entry to 销号 by another person', () => {
    expect(after('enter', 'plan', 'close')).toEqual({
      id: 'p1',
      branchId: 'b1',
      openedYear: 2020,
      dimension: 'D2',
      indicator: 'D2.1',
      source: 'survey',
      description: '支委会缺两次',
      mandatory: true,
      measure: '按月召开',
      ownerId: 'owner',
      dueDate: '2020-09-30',
      state: 'closed',
      raisedBecause: null,
      verifierId: 'verifier',
      closedAt: '2020-09-20T01:00:00.000Z',
    });
  });

  it('is reopened without its closing, and keeps its plan', () => {
    const reopened = after('enter', 'plan', 'close', 'send-back');
    expect(reopened).toMatchObject({ state: 'owned', verifierId: null, closedAt: null, measure: '按月召开' });
  });

  it('is raised and comes back to its owner by the answer', () => {
    expect(after('enter', 'plan', 'raise')).toMatchObject({ state: 'raised', raisedBecause: '缺活动场所' });
    expect(after('enter', 'plan', 'raise', 'answer')).toMatchObject({
      state: 'owned',
      raisedBecause: null,
      ownerId: 'owner',
    });
  });

  it('of a dissolved branch is neither entered nor planned, but still closed', () => {
    const moment = { ...MOMENT, dissolvedOn: '2020-06-15' };
    expect(() => decideProblem(null, COMMANDS.enter, moment)).toThrow('已于 2020-06-15 撤销');
    expect(() => decideProblem(after('enter'), COMMANDS.plan, moment)).toThrow('已于 2020-06-15 撤销');
    expect(decideProblem(after('enter', 'plan'), COMMANDS.close, moment)).toHaveLength(1);
  });

  const ways: [string, Problem | null][] = [
    ['none', null],
    ['entered', after('enter')],
    ['owned', after('enter', 'plan')],
    ['raised', after('enter', 'plan', 'raise')],
    ['closed', after('enter', 'plan', 'close')],
  ];
  it.each(ways)('takes in state %s exactly the commands of the table', (_state, problem) => {
    for (const dissolvedOn of [null, '2020-06-15']) {
      const offered = problemCommands(problem?.state ?? null, dissolvedOn !== null);
      for (const kind of KINDS) {
        const decide = () => decideProblem(problem, COMMANDS[kind], { ...MOMENT, dissolvedOn });
        if (offered.includes(kind)) {
          const next = decide().reduce<Problem | null>(evolveProblem, problem);
          expect(next?.state).toBe(PROBLEM_TRANSITIONS[kind].to);
        } else {
          expect(decide).toThrow(expect.objectContaining({ code: 'transition-not-allowed' }));
        }
      }
    }
  });

  it.each<[string, ProblemCommand, string]>([
    ['closing by its owner', { ...COMMANDS.close, verifierId: 'owner' } as ProblemCommand, 'verifier-is-owner'],
    [
      'sending back by its owner',
      { ...COMMANDS['send-back'], verifierId: 'owner' } as ProblemCommand,
      'verifier-is-owner',
    ],
    ['sending back without a word', { ...COMMANDS['send-back'], remark: ' ' } as ProblemCommand, 'invalid-input'],
    ['raising without reason', { kind: 'raise', reason: '' }, 'invalid-input'],
    ['a plan without measure', { ...COMMANDS.plan, measure: '' } as ProblemCommand, 'invalid-input'],
    [
      'a plan for a day that does not exist',
      { ...COMMANDS.plan, dueDate: '2020-02-30' } as ProblemCommand,
      'invalid-input',
    ],
  ])('refuses %s', (_name, command, code) => {
    expect(() => decideProblem(after('enter', 'plan'), command, MOMENT)).toThrow(expect.objectContaining({ code }));
  });

  it('is owed by its owner from its plan to 销号, and again when it is sent back', () => {
    const orders = (problem: Problem, kind: ProblemCommand['kind']) =>
      decideProblem(problem, COMMANDS[kind], MOMENT).flatMap((event) => problemDeadlineOrders(problem, event));
    const dates = { remindByDate: '2020-09-30', dueDate: '2020-09-30' };
    const owed = { action: 'open', kind: 'problem', body: 'owner', ...dates };
    expect(orders(after('enter'), 'plan')).toEqual([owed]);
    expect(orders(after('enter', 'plan'), 'close')).toMatchObject([{ action: 'meet', kind: 'problem' }]);
    expect(orders(after('enter', 'plan', 'close'), 'send-back')).toEqual([owed]);
    for (const kind of ['send-back', 'raise'] as const) expect(orders(after('enter', 'plan'), kind)).toEqual([]);
  });

  it('refuses an entry without description, and an event before its entry', () => {
    const empty = { ...COMMANDS.enter, description: ' ' } as ProblemCommand;
    expect(() => decideProblem(null, empty, MOMENT)).toThrow(expect.objectContaining({ code: 'invalid-input' }));
    const event = { type: 'problem-raised', payload: { reason: 'x' } } as const;
    expect(() => evolveProblem(null, event)).toThrow(expect.objectContaining({ code: 'internal' }));
  });

  it('never is closed without another verifier, nor owned without measure, owner and date', () => {
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...KINDS), { maxLength: 20 }), (kinds) => {
        const problem = kinds.reduce<Problem | null>(
          (now, kind) =>
            problemCommands(now?.state ?? null, false).includes(kind)
              ? decideProblem(now, COMMANDS[kind], MOMENT).reduce<Problem | null>(evolveProblem, now)
              : now,
          null,
        );
        if (problem === null) return;
        expect(problem.state === 'closed').toBe(problem.closedAt !== null);
        if (problem.state === 'closed') expect(problem.verifierId).not.toBe(problem.ownerId);
        const planned = problem.measure !== null && problem.ownerId !== null && problem.dueDate !== null;
        expect(planned).toBe(problem.state !== 'entered');
      }),
    );
  });
});

function after(...kinds: ProblemCommand['kind'][]): Problem {
  return kinds.reduce<Problem | null>(
    (problem, kind) => decideProblem(problem, COMMANDS[kind], MOMENT).reduce<Problem | null>(evolveProblem, problem),
    null,
  ) as Problem;
}

describe('who answers for a problem', () => {
  const change = (moment: Partial<ProblemMoment>, ownerId = 'another') =>
    decideProblem(after('enter', 'plan'), { ...PLAN, ownerId }, { ...MOMENT, ...moment });

  it('belongs to the branch', () => {
    const refusal = { code: 'invalid-input', details: { pointer: '/ownerId' } };
    expect(() => change({ ownerOfBranch: false })).toThrow(expect.objectContaining(refusal));
    expect(change({ ownerOfBranch: false }, 'owner')).toHaveLength(1);
  });

  it('is replaced by the office above alone once the plan was handed over', () => {
    const refusal = { code: 'forbidden', details: { pointer: '/ownerId' } };
    expect(() => change({ planHandedOver: true })).toThrow(expect.objectContaining(refusal));
    expect(change({ planHandedOver: true }, 'owner')).toHaveLength(1);
    expect(change({ planHandedOver: true, office: 'organisation-officer' })).toHaveLength(1);
    expect(change({})).toHaveLength(1);
  });

  it('never verifies it, though another answers for it now', () => {
    const problem = { ...after('enter', 'plan'), ownerId: 'another' };
    const owners = ownersIn([{ type: 'problem-planned', payload: PLAN }, ...change({})]);
    expect(owners).toEqual(['owner', 'another']);
    for (const kind of ['close', 'send-back'] as const) {
      const command = { ...COMMANDS[kind], verifierId: 'owner' } as ProblemCommand;
      const refusal = { code: 'verifier-is-owner' };
      expect(() => decideProblem(problem, command, { ...MOMENT, owners })).toThrow(expect.objectContaining(refusal));
    }
  });
});

describe('the date of a measure', () => {
  const due =
    (dueDate: string, stood: string | null = null) =>
    () =>
      decideProblem({ ...after('enter', 'plan'), dueDate: stood }, { ...PLAN, dueDate }, MOMENT);

  it.each(['2020-07-01', '2020-07-02', '2022-12-31'])(
    '%s is taken: from the day of planning in Shanghai on',
    (date) => {
      expect(due(date)).not.toThrow();
    },
  );

  it.each(['2020-06-30', '2019-01-01', '2023-01-01', '2031-12-31'])('%s is refused with its pointer', (date) => {
    expect(due(date)).toThrow(
      expect.objectContaining({
        code: 'invalid-input',
        details: { pointer: '/dueDate', from: '2020-07-01', until: '2022-12-31' },
      }),
    );
  });

  it('that passed may stand where only the measure or its owner changes', () => {
    expect(due('2020-06-30', '2020-06-30')).not.toThrow();
    expect(due('2020-06-29', '2020-06-30')).toThrow();
  });

  it('is of this year where the last is over and its round is not', () => {
    const plan = (dueDate: string) => () =>
      decideProblem(after('enter'), { ...PLAN, dueDate }, { ...MOMENT, at: '2023-01-10T02:00:00.000Z' });
    expect(plan('2023-03-31')).not.toThrow();
    expect(plan('2024-01-01')).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });

  it('is a date that exists', () => {
    expect(due('2020-02-30')).toThrow(expect.objectContaining({ code: 'invalid-input' }));
  });
});

describe('changedSince', () => {
  const line = { id: 'p', measure: '整改', ownerId: 'o', dueDate: '2020-09-30' };
  it.each([
    ['as it was', [line], []],
    ['another measure', [{ ...line, measure: '不整改' }], ['p']],
    ['another date', [{ ...line, dueDate: '2022-12-31' }], ['p']],
    ['another owner', [{ ...line, ownerId: 'q' }], ['p']],
    ['entered since, unplanned', [line, { id: 'n', measure: null, ownerId: null, dueDate: null }], ['n']],
    ['closed since', [], []],
  ])('%s', (_, register, changed) => {
    expect(changedSince([line], register)).toEqual(changed);
  });
});
