import { BRANCH_RUN } from '../branch-run/branch-run.process';
import type { BranchRunSetting } from '../branch-run/branch-run';
import type { BranchStep } from '../branch-run/branch-run.steps';
import type { Role } from '../office/roles';
import { branchSecretary, committeeOfficer, type NoticeOrder, type OfficeRef } from './decision';
import { handedTo } from './hand-over';
import { officeAt } from './run-rules';

const ORGANISATION: OfficeRef = { role: 'organisation-officer', bodyKind: 'organisation', bodyId: 'g' };
const SECRETARY = branchSecretary('b');
const ASSESSOR: OfficeRef = { role: 'assessor', bodyKind: 'organisation', bodyId: 'g' };

const SETTING = { branchId: 'b', organisationId: 'g', campaignId: 'c', superior: ORGANISATION } as BranchRunSetting;

interface Case {
  readonly from: BranchStep;
  readonly to: BranchStep;
  readonly by: Role | null;
  readonly told?: readonly NoticeOrder[];
  readonly setting?: BranchRunSetting;
}

function handed({ from, to, by, told = [], setting = SETTING }: Case): OfficeRef | null {
  const at = (step: BranchStep) => ({
    step,
    waitingOn: officeAt({ steps: BRANCH_RUN.steps, offices: BRANCH_RUN.offices }, step, setting),
  });
  const attribution = by === null ? null : { office: by };
  return handedTo(BRANCH_RUN, { setting, before: at(from), after: at(to), attribution, told });
}

describe('whom a hand-over tells', () => {
  it.each<[string, Case, OfficeRef | null]>([
    [
      'the office above, of what a branch hands over',
      of('plan-writing', 'plan-approving', 'branch-secretary'),
      ORGANISATION,
    ],
    [
      'the branch, of what the office above decides',
      of('plan-approving', 'building', 'organisation-officer'),
      SECRETARY,
    ],
    ['another office of the same body', of('balloting', 'assessing', 'organisation-officer'), ASSESSOR],
    ['… and back', of('countersigning', 'listing', 'assessor'), ORGANISATION],
    ['nobody where the step stays', of('assessing', 'assessing', 'assessor'), null],
    ['nobody where the office stays', of('assessing', 'countersigning', 'assessor'), null],
    ['nobody whose office has just acted', of('assessing', 'balloting', 'organisation-secretary'), null],
    ['nobody where nobody is waited for', of('plan-approving', 'maintaining', 'organisation-officer'), null],
    ['the branch, of what another run decided', of('target-waiting', 'plan-writing', null), SECRETARY],
    ['nobody above, of what its organisation hands over itself', of('filing', 'registering', null), null],
    [
      'nobody twice',
      {
        ...of('plan-approving', 'plan-writing', 'organisation-officer'),
        told: [{ to: SECRETARY, subject: 'returned' }],
      },
      null,
    ],
    [
      'nobody above a direct branch but the committee',
      {
        ...of('plan-writing', 'plan-approving', 'branch-secretary'),
        setting: { ...SETTING, superior: committeeOfficer('c') },
      },
      committeeOfficer('c'),
    ],
  ])('%s', (_, handOver, to) => {
    expect(handed(handOver)).toEqual(to);
  });
});

function of(from: BranchStep, to: BranchStep, by: Role | null): Case {
  return { from, to, by };
}
