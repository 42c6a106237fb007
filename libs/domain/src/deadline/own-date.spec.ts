import type { DeadlineSurroundings } from '../office/addressee';
import type { Role } from '../office/roles';
import { isOwnDate, type OwnDate, ownDateWords, readingsWords } from './own-date';

const AROUND: DeadlineSurroundings = {
  body: 'branch',
  campaignId: 'campaign',
  organisationId: 'organisation',
  areaId: 'area',
  branchId: 'branch',
  direct: false,
  waitingOn: null,
};

const holds = (role: Role, bodyId: string) => ({ personId: 'somebody', offices: [{ role, bodyId }] });

describe('whose date it is', () => {
  it.each<[string, Partial<DeadlineSurroundings>, Role, string, boolean]>([
    ['a branch’s: its secretary’s', {}, 'branch-secretary', 'branch', true],
    ['a branch’s: no other secretary’s', {}, 'branch-secretary', 'another branch', false],
    ['a branch’s: the officer’s above', {}, 'organisation-officer', 'organisation', true],
    ['a branch’s: no other organisation’s', {}, 'organisation-officer', 'another', false],
    ['a branch’s: not the committee’s', {}, 'committee-officer', 'campaign', false],
    ['a direct branch’s: the committee’s', { direct: true }, 'committee-officer', 'campaign', true],
    ['an organisation’s: its officer’s', { body: 'organisation' }, 'organisation-officer', 'organisation', true],
    ['an organisation’s: its secretary’s', { body: 'organisation' }, 'organisation-secretary', 'organisation', true],
    ['an organisation’s: the committee’s', { body: 'organisation' }, 'committee-officer', 'campaign', true],
    ['an organisation’s: no branch’s', { body: 'organisation' }, 'branch-secretary', 'branch', false],
    [
      'a ballot, which an organisation owes about a branch: its officer’s',
      { body: 'organisation' },
      'organisation-officer',
      'organisation',
      true,
    ],
    ['a ballot: not the branch’s', { body: 'organisation', branchId: 'branch' }, 'branch-secretary', 'branch', false],
    ['the committee’s: its leader’s', { body: 'committee' }, 'committee-leader', 'campaign', true],
    ['the committee’s: no organisation’s', { body: 'committee' }, 'organisation-officer', 'organisation', false],
    ['a problem’s: the secretary’s', { body: 'owner', ownerId: 'owner' }, 'branch-secretary', 'branch', true],
    ['a problem’s: not the office above', { body: 'owner' }, 'organisation-officer', 'organisation', false],
    ['nobody’s who only looks on', {}, 'inspector', 'campaign', false],
  ])('%s', (_, around, role, bodyId, expected) => {
    expect(isOwnDate({ ...AROUND, ...around }, holds(role, bodyId))).toBe(expected);
  });

  it('a problem’s is its owner’s, and once raised the office’s that it waits for', () => {
    const problem: DeadlineSurroundings = { ...AROUND, body: 'owner', ownerId: 'owner' };
    expect(isOwnDate(problem, { personId: 'owner', offices: [] })).toBe(true);
    expect(isOwnDate(problem, { personId: 'another', offices: [] })).toBe(false);
    const waitingOn = { role: 'organisation-officer', bodyKind: 'organisation', bodyId: 'organisation' } as const;
    const raised = { ...problem, ownerId: null, waitingOn };
    expect(isOwnDate(raised, holds('organisation-officer', 'organisation'))).toBe(true);
    expect(isOwnDate(raised, { personId: 'owner', offices: [] })).toBe(false);
  });
});

describe('what an entry says', () => {
  const DATE: OwnDate = {
    kind: 'branch-plan',
    year: 2020,
    body: 'branch',
    dueDate: '2020-06-30',
    remindByDate: '2020-06-30',
    count: 1,
    seenFrom: 'branch',
    seenFromName: null,
  };

  it.each<[Partial<OwnDate>, string, string]>([
    [{}, '支部计划（2020年度）', 'branch plan (2020)'],
    [{ seenFrom: 'organisation', count: 48 }, '支部计划（2020年度）：48个党支部', 'branch plan (2020): 48 branches'],
    [{ seenFrom: 'organisation' }, '支部计划（2020年度）：1个党支部', 'branch plan (2020): 1 branch'],
    [
      { kind: 'filing', body: 'organisation', seenFrom: 'committee', count: 12 },
      '备案（2020年度）：12个机关党组织',
      'filing (2020): 12 organisations',
    ],
    [
      { kind: 'registration', body: 'committee', seenFrom: 'committee', count: 3 },
      '登记备案（2020年度）：3项',
      'registration (2020): 3 of them',
    ],
    [
      { kind: 'ballot', body: 'organisation', seenFrom: 'organisation', count: 3 },
      '测评（2020年度）：3个党支部',
      'ballot (2020): 3 branches',
    ],
    [{ kind: 'problem', body: 'owner', seenFrom: null }, '问题整改（2020年度）', 'problem (2020)'],
    [{ seenFromName: '第一支部' }, '支部计划（2020年度）（第一支部）', 'branch plan (2020) (第一支部)'],
  ])('%j: %s', (change, zh, en) => {
    expect(ownDateWords({ ...DATE, ...change })).toEqual({ zh, en });
  });

  it('says both readings of a date that has two', () => {
    expect(readingsWords('2020-06-30', '2020-06-30')).toBeNull();
    expect(readingsWords('2021-01-31', '2021-02-28')).toEqual({
      zh: '按较严理解2021年1月31日到期，最迟2021年2月28日',
      en: 'due on 2021-01-31 by the stricter reading, on 2021-02-28 at the latest',
    });
  });
});
