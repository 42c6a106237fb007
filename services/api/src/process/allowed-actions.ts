import {
  ASSESSING_COMMANDS,
  BRANCH_COMMAND_STEPS,
  type BranchRunCommand,
  type BranchRunCommandName,
  type BranchRunSetting,
  type BranchRunState,
  CAMPAIGN_COMMAND_ROUNDS,
  type CampaignCommand,
  type CampaignCommandName,
  type CampaignSetting,
  type CampaignState,
  decideBranchRun,
  decideCampaign,
  decideOrganisationRun,
  decideSpotCheck,
  ORGANISATION_COMMAND_STEPS,
  type OrganisationRunCommand,
  type OrganisationRunCommandName,
  type OrganisationRunSetting,
  type OrganisationRunState,
  type PermissionName,
  PERMISSIONS,
  type Place,
  problemCommands,
  type ProblemState,
  type ProcessCommandName,
  RECHECK_COMMANDS,
  type Spoken,
  SPOT_CHECK_COMMAND_STEPS,
  type SpotCheckCommand,
  type SpotCheckCommandName,
  type SpotCheckSetting,
  type SpotCheckState,
  triedCommand,
} from '@app/domain';
import type { FoundRun, RunTable } from './places';
import type { Speaker } from '../edge/speaker';

/**
 * What the speaker may do next with a run: each command is tried by its own rule, nothing is done. To assess is not
 * offered to whom the branch is his own; what is about one drawn branch is offered with its recheck.
 */
export function allowedActions(speaker: Speaker, table: RunTable, run: FoundRun): ProcessCommandName[] {
  const offices = speaker.officesAt(run.place);
  const tries = (name: ProcessCommandName): boolean =>
    offices.some(({ role }) => {
      if (!PERMISSIONS[name].roles.includes(role)) return false;
      const spoken: Spoken = { actor: speaker.identity.actor, office: role, receivedAt: run.since };
      try {
        tryCommand(table, run, name, spoken);
        return true;
      } catch {
        return false;
      }
    });
  const own = table === 'branch_runs' && speaker.isOfBranch(run.branchId) ? ASSESSING : NONE;
  return COMMANDS[table].filter((name) => !own.includes(name) && tries(name));
}

/** What the speaker may do next with a line of the problem register. */
export function allowedProblemActions(speaker: Speaker, place: Place, state: ProblemState): PermissionName[] {
  const roles = speaker.officesAt(place).map(({ role }) => role);
  return problemCommands(state)
    .map((kind) => PROBLEM_PERMISSIONS[kind])
    .filter((name) => PERMISSIONS[name].roles.some((role) => roles.includes(role)));
}

const PROBLEM_PERMISSIONS = {
  enter: 'enterProblem',
  plan: 'planProblem',
  close: 'closeProblem',
  'send-back': 'sendBackProblem',
  raise: 'raiseProblem',
  answer: 'answerProblem',
} as const;

const COMMANDS: Readonly<Record<RunTable, readonly ProcessCommandName[]>> = {
  branch_runs: Object.keys(BRANCH_COMMAND_STEPS) as ProcessCommandName[],
  organisation_runs: Object.keys(ORGANISATION_COMMAND_STEPS) as ProcessCommandName[],
  campaigns: Object.keys(CAMPAIGN_COMMAND_ROUNDS) as ProcessCommandName[],
  spot_checks: (Object.keys(SPOT_CHECK_COMMAND_STEPS) as SpotCheckCommandName[]).filter(
    (name) => !RECHECK_COMMANDS.includes(name),
  ),
};

const ASSESSING: readonly ProcessCommandName[] = ASSESSING_COMMANDS;
const NONE: readonly ProcessCommandName[] = [];

function tryCommand(table: RunTable, { setting, state }: FoundRun, name: ProcessCommandName, spoken: Spoken): void {
  switch (table) {
    case 'branch_runs': {
      const branch = state as BranchRunState;
      const input = { ...branch.signed, struck: [], recusals: [], differences: 0 };
      const command = triedCommand<BranchRunCommand>(name as BranchRunCommandName, input);
      decideBranchRun(setting as BranchRunSetting, branch, { command, spoken });
      return;
    }
    case 'organisation_runs': {
      const input = { struck: [], recusals: [] };
      const command = triedCommand<OrganisationRunCommand>(name as OrganisationRunCommandName, input);
      decideOrganisationRun(setting as OrganisationRunSetting, state as OrganisationRunState, { command, spoken });
      return;
    }
    case 'campaigns':
      tryCampaign(setting as CampaignSetting, state as CampaignState, name, spoken);
      return;
    case 'spot_checks': {
      const command = triedCommand<SpotCheckCommand>(name as SpotCheckCommandName);
      decideSpotCheck(setting as SpotCheckSetting, state as SpotCheckState, { command, spoken });
    }
  }
}

/** A campaign's command is possible when it is for one of its years or publications. */
function tryCampaign(setting: CampaignSetting, state: CampaignState, name: ProcessCommandName, spoken: Spoken): void {
  const inputs = [
    ...setting.years.map((year) => ({ year })),
    ...state.publications.map(({ id }) => ({ publicationId: id })),
  ];
  let refusal = new Error('nothing to do it for');
  for (const input of inputs) {
    if ('publicationId' in input !== (name === 'recordRecognition')) continue;
    try {
      const command = triedCommand<CampaignCommand>(name as CampaignCommandName, input);
      decideCampaign(setting, state, { command, spoken });
      return;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}
