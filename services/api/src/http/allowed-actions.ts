import {
  type BranchRunCommand,
  BRANCH_COMMAND_STEPS,
  type BranchRunSetting,
  type BranchRunState,
  type CampaignCommand,
  CAMPAIGN_COMMAND_ROUNDS,
  type CampaignSetting,
  type CampaignState,
  decideBranchRun,
  decideCampaign,
  decideOrganisationRun,
  decideSpotCheck,
  ORGANISATION_COMMAND_STEPS,
  type OrganisationRunCommand,
  type OrganisationRunSetting,
  type OrganisationRunState,
  PERMISSIONS,
  type PermissionName,
  type Place,
  problemCommands,
  type ProblemState,
  type ProcessCommandName,
  SPOT_CHECK_COMMAND_STEPS,
  type SpotCheckCommand,
  type SpotCheckSetting,
  type SpotCheckState,
  type Spoken,
} from '@app/domain';
import type { FoundRun, RunTable } from './places';
import type { Speaker } from './speaker';

/** What the speaker may do next with a run: each command is tried by its own rule, nothing is done. */
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
  return COMMANDS[table].filter(tries);
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
  spot_checks: Object.keys(SPOT_CHECK_COMMAND_STEPS) as ProcessCommandName[],
};

function tryCommand(table: RunTable, { setting, state }: FoundRun, name: ProcessCommandName, spoken: Spoken): void {
  switch (table) {
    case 'branch_runs': {
      const branch = state as BranchRunState;
      const input = { ...branch.signed, struck: [], recusals: [], differences: 0 };
      decideBranchRun(setting as BranchRunSetting, branch, {
        command: { name, input } as unknown as BranchRunCommand,
        spoken,
      });
      return;
    }
    case 'organisation_runs': {
      const command = { name, input: { struck: [], recusals: [] } } as unknown as OrganisationRunCommand;
      decideOrganisationRun(setting as OrganisationRunSetting, state as OrganisationRunState, { command, spoken });
      return;
    }
    case 'campaigns':
      tryCampaign(setting as CampaignSetting, state as CampaignState, name, spoken);
      return;
    case 'spot_checks': {
      const command = { name, input: {} } as unknown as SpotCheckCommand;
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
      decideCampaign(setting, state, { command: { name, input } as unknown as CampaignCommand, spoken });
      return;
    } catch (error) {
      if (!(error instanceof Error)) throw error;
      refusal = error;
    }
  }
  throw refusal;
}
