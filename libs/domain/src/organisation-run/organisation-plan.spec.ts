import { checkOrganisationPlan, type OrganisationPlan } from './organisation-plan';

const FRAME = {
  branches: [
    { id: 'b1', code: 'JG01-01', name: '第一党支部' },
    { id: 'b2', code: 'JG01-02', name: '第二党支部' },
  ],
  personIds: ['p1', 'p2'],
  from: '2020-04-17',
  until: '2020-11-30',
};
const DATES = { applyBy: '2020-09-01', ballotBy: '2020-10-01', assessBy: '2020-11-01' };
const PLAN: OrganisationPlan = {
  branches: [
    { branchId: 'b1', target: 'this-year' },
    { branchId: 'b2', target: 'next-year' },
  ],
  responsible: ['p1', 'p2'],
  dates: DATES,
};
const found = (change: Partial<OrganisationPlan>) =>
  checkOrganisationPlan({ ...PLAN, ...change }, FRAME).map(({ pointer, code }) => `${pointer} ${code}`);

describe('the plan of an organisation', () => {
  it.each<[string, Partial<OrganisationPlan>, string[]]>([
    ['nothing wrong', {}, []],
    [
      'a branch of others',
      { branches: [...PLAN.branches, { branchId: 'b9', target: 'this-year' }] },
      ['/branches/2/branchId unknown-branch'],
    ],
    [
      'a branch twice and one not at all',
      { branches: [PLAN.branches[0], PLAN.branches[0]] as OrganisationPlan['branches'] },
      ['/branches/1/branchId planned-twice', '/branches target-missing'],
    ],
    ['a person whom nobody knows', { responsible: ['p1', 'p9'] }, ['/responsible/1 unknown-person']],
    ['a person twice', { responsible: ['p1', 'p1'] }, ['/responsible/1 named-twice']],
    ['nobody responsible', { responsible: [] }, ['/responsible responsible-missing']],
    ['no dates', { dates: null }, ['/dates dates-missing']],
    ['dates of 2031', { dates: { ...DATES, assessBy: '2031-11-01' } }, ['/dates/assessBy date-outside-round']],
    [
      'dates before the round opens',
      { dates: { ...DATES, applyBy: '2020-04-16' } },
      ['/dates/applyBy date-outside-round'],
    ],
    ['dates out of order', { dates: { ...DATES, applyBy: '2020-10-02' } }, ['/dates dates-out-of-order']],
    ['a date that does not exist', { dates: { ...DATES, ballotBy: '2020-09-31' } }, ['/dates/ballotBy not-a-date']],
  ])('%s', (_name, change, expected) => {
    expect(found(change)).toEqual(expected);
  });

  it('names the branch that has no target as officials know it', () => {
    const faults = checkOrganisationPlan({ ...PLAN, branches: PLAN.branches.slice(0, 1) }, FRAME);
    expect(faults.map(({ message }) => message)).toEqual(['第二党支部（JG01-02）没有目标']);
  });
});
