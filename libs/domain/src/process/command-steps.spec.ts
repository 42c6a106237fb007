import { type BranchRunSetting, officeAt, UNOPENED_BRANCH_RUN } from '../branch-run/branch-run';
import { type BranchStep, PHASE_OF_STEP } from '../branch-run/branch-run.terms';
import type { BranchRunCommand, BranchRunCommandName } from '../branch-run/branch-run.command';
import { BRANCH_COMMAND_STEPS, decideBranchRun, officesFor } from '../branch-run/branch-run.decide';
import { type CampaignSetting, type RoundState, UNOPENED_CAMPAIGN } from '../campaign/campaign';
import type { CampaignCommand, CampaignCommandName } from '../campaign/campaign.command';
import { CAMPAIGN_COMMAND_ROUNDS, decideCampaign } from '../campaign/campaign.decide';
import type { Spoken } from './decision';
import { DomainError, type ErrorCode } from '../errors';
import {
  type OrganisationRunSetting,
  type OrganisationStep,
  organisationOfficeAt,
  UNOPENED_ORGANISATION_RUN,
} from '../organisation-run/organisation-run';
import type { OrganisationRunCommand, OrganisationRunCommandName } from '../organisation-run/organisation-run.command';
import {
  decideOrganisationRun,
  ORGANISATION_COMMAND_STEPS,
  organisationOfficesFor,
} from '../organisation-run/organisation-run.decide';
import { type Role, ROLES } from '../office/roles';
import {
  SPOT_CHECK_COMMAND_STEPS,
  type SpotCheckCommand,
  type SpotCheckCommandName,
  spotCheckOfficesFor,
  type SpotCheckSetting,
  type SpotCheckStep,
  UNOPENED_SPOT_CHECK,
} from '../spot-check/spot-check';
import { decideSpotCheck } from '../spot-check/spot-check.decide';
import { triedCommand } from './tried-command';

/** What a run answers to a command that comes at a step where the table has no room for it. */
const OUT_OF_STEP: readonly ErrorCode[] = [
  'wrong-step',
  'run-opening',
  'run-closed',
  'round-not-open',
  'round-already-open',
];

const AT = '2020-09-01T02:00:00.000Z';
const superior = { role: 'organisation-officer', bodyKind: 'organisation', bodyId: 'o' } as const;
const COMMON = {
  campaignId: 'c',
  campaignKey: 'c',
  programmeVersion: '1',
  rehearsal: false,
  year: 2020,
  runId: 'r',
  organisationId: 'o',
  organisationCode: 'JG01',
  keeperWorkflowId: 'k',
  superior,
  correctionWorkdays: 5,
};
const BRANCH: BranchRunSetting = {
  ...COMMON,
  branchId: 'b',
  organisationWorkflowId: 'ow',
  mode: 'attain',
  hasSurvey: true,
  passedBefore: false,
  lostPassPlanWorkdays: 20,
  passMark: 9500,
  assessBy: '2020-11-30',
  planDeadline: null,
};
const ORGANISATION: OrganisationRunSetting = { ...COMMON, registrationWorkdays: 10, deadlines: [] };
const SPOT_CHECK: SpotCheckSetting = {
  ...COMMON,
  spotCheckId: 's',
  no: 1,
  passMark: 9500,
  ratio: 1000,
  perOrganisationAtLeast: 1,
};
const CAMPAIGN: CampaignSetting = { ...COMMON, years: [2020, 2021], publicationWorkdays: 5 };

describe('every command at every step', () => {
  const steps = Object.keys(PHASE_OF_STEP) as BranchStep[];
  const names = Object.keys(BRANCH_COMMAND_STEPS) as BranchRunCommandName[];
  const branchCode = (name: BranchRunCommandName, step: BranchStep, office: Role) => {
    const state = { ...UNOPENED_BRANCH_RUN, step, waitingOn: officeAt(step, BRANCH) };
    const command = triedCommand<BranchRunCommand>(name, { differences: 0 });
    return codeOf(() => decideBranchRun(BRANCH, state, { command, spoken: spoken(office) }));
  };

  it.each(crossed(names, steps))('branch: %s at %s', (name, step) => {
    const code = branchCode(name, step, officesFor(BRANCH, name)[0]);
    expect(OUT_OF_STEP.includes(code as ErrorCode)).toBe(!BRANCH_COMMAND_STEPS[name].includes(step));
  });

  it.each(names)('branch: %s from every other office is forbidden', (name) => {
    const [step] = BRANCH_COMMAND_STEPS[name];
    const others = ROLES.filter((role) => !officesFor(BRANCH, name).includes(role));
    for (const role of others) expect(branchCode(name, step, role)).toBe('forbidden');
  });

  const organisationSteps: readonly OrganisationStep[] = [
    ...['opening', 'planning', 'assessing', 'deciding'],
    ...['filing', 'registering', 'registered', 'closed'],
  ] as OrganisationStep[];
  const organisationNames = Object.keys(ORGANISATION_COMMAND_STEPS) as OrganisationRunCommandName[];
  const organisationCode = (name: OrganisationRunCommandName, step: OrganisationStep, office: Role) => {
    const state = { ...UNOPENED_ORGANISATION_RUN, step, waitingOn: organisationOfficeAt(step, ORGANISATION) };
    const command = triedCommand<OrganisationRunCommand>(name, { struck: [], recusals: [] });
    return codeOf(() => decideOrganisationRun(ORGANISATION, state, { command, spoken: spoken(office) }));
  };

  it.each(crossed(organisationNames, organisationSteps))('organisation: %s at %s', (name, step) => {
    const code = organisationCode(name, step, organisationOfficesFor(ORGANISATION, name)[0]);
    expect(OUT_OF_STEP.includes(code as ErrorCode)).toBe(!ORGANISATION_COMMAND_STEPS[name].includes(step));
  });

  it.each(organisationNames)('organisation: %s from every other office is forbidden', (name) => {
    const [step] = ORGANISATION_COMMAND_STEPS[name];
    const others = ROLES.filter((role) => !organisationOfficesFor(ORGANISATION, name).includes(role));
    for (const role of others) expect(organisationCode(name, step, role)).toBe('forbidden');
  });

  const spotCheckSteps: readonly SpotCheckStep[] = ['opening', 'ordered', 'frozen', 'inspecting', 'concluded'];
  const spotCheckNames = Object.keys(SPOT_CHECK_COMMAND_STEPS) as SpotCheckCommandName[];
  const spotCheckCode = (name: SpotCheckCommandName, step: SpotCheckStep, office: Role) => {
    const command = triedCommand<SpotCheckCommand>(name);
    return codeOf(() =>
      decideSpotCheck(SPOT_CHECK, { ...UNOPENED_SPOT_CHECK, step }, { command, spoken: spoken(office) }),
    );
  };

  it.each(crossed(spotCheckNames, spotCheckSteps))('spot check: %s at %s', (name, step) => {
    const code = spotCheckCode(name, step, spotCheckOfficesFor(name)[0]);
    expect(OUT_OF_STEP.includes(code as ErrorCode)).toBe(!SPOT_CHECK_COMMAND_STEPS[name].includes(step));
  });

  const rounds: readonly (RoundState['status'] | 'none')[] = ['none', 'opening', 'open', 'closed'];
  const campaignNames = Object.keys(CAMPAIGN_COMMAND_ROUNDS) as CampaignCommandName[];
  const campaignCode = (name: CampaignCommandName, status: RoundState['status'] | 'none', office: Role) => {
    const round = { year: 2020, openedAt: AT, closedAt: null };
    const state = {
      ...UNOPENED_CAMPAIGN,
      step: 'running' as const,
      rounds: status === 'none' ? [] : [{ ...round, status }],
      publications: [{ id: 'p', year: 2020, endsOn: '2020-08-01', recognised: false }],
    };
    const command = triedCommand<CampaignCommand>(name, { year: 2020, publicationId: 'p' });
    return codeOf(() => decideCampaign(CAMPAIGN, state, { command, spoken: spoken(office) }));
  };

  it.each(crossed(campaignNames, rounds))('campaign: %s in a round that is %s', (name, status) => {
    const code = campaignCode(name, status, 'committee-officer');
    expect(OUT_OF_STEP.includes(code as ErrorCode)).toBe(!CAMPAIGN_COMMAND_ROUNDS[name].includes(status));
  });

  it.each(campaignNames)('campaign: %s from every other office is forbidden', (name) => {
    const [status] = CAMPAIGN_COMMAND_ROUNDS[name];
    const others = ROLES.filter((role) => role !== 'committee-officer');
    for (const role of others) expect(campaignCode(name, status as RoundState['status'], role)).toBe('forbidden');
  });
});

function spoken(office: Role): Spoken {
  return { actor: 'p', office, receivedAt: AT };
}

function crossed<A, B>(first: readonly A[], second: readonly B[]): (readonly [A, B])[] {
  return first.flatMap((a) => second.map((b) => [a, b] as const));
}

/** The code with which a rule refuses; undefined where it does not. */
function codeOf(rule: () => unknown): ErrorCode | undefined {
  try {
    rule();
    return undefined;
  } catch (error) {
    if (error instanceof DomainError) return error.code;
    throw error;
  }
}
