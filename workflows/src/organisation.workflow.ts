import { continueAsNew } from '@temporalio/workflow';
import { ORGANISATION_NEWS, type RunStart } from '@app/contracts';
import {
  decideOrganisationRun,
  type OrganisationRunCommand,
  type OrganisationRunNews,
  type OrganisationRunSetting,
  type OrganisationRunState,
  STEP_WORDS,
  UNOPENED_ORGANISATION_RUN,
} from '@app/domain';
import { LOCAL_WRITE, writes } from './activity-options';
import { Run } from './run';
import { officeText } from './words';

/**
 * An organisation's year: plan with targets → conclusions of its branches → party group's decision → filing with the
 * committee, which registers it (苏委工〔2020〕6号 三.2, 三.4); open until the round closes.
 */
export async function organisationWorkflow(start: RunStart<OrganisationRunSetting>): Promise<void> {
  const { setting } = start;
  const run = new Run<OrganisationRunState, OrganisationRunCommand, OrganisationRunNews>(
    {
      runId: setting.runId,
      unopened: UNOPENED_ORGANISATION_RUN,
      check: (state, spoken) => decideOrganisationRun(setting, state, spoken),
      news: ORGANISATION_NEWS,
      write: (summary, input) => writes.writeOrganisationRun.executeWithOptions({ ...LOCAL_WRITE, summary }, [input]),
      describe: (state) =>
        `**${STEP_WORDS[state.step].zh}**\n\n待办 waiting on: ${officeText(state.waitingOn)}\n\n自 since: ${state.since}`,
      phase: (state) => PHASE_OF_ORGANISATION_STEP[state.step],
    },
    start,
  );
  run.accept('submitOrganisationPlan', 'returnOrganisationPlan');
  run.accept('submitConclusions');
  run.accept('recordDecision');
  run.accept('sendFiling', 'returnFiling', 'registerFiling');
  await run.open();
  await run.stay(() => run.state.step === 'closed');
  await run.finish();
  if (run.state.step !== 'closed') await continueAsNew<typeof organisationWorkflow>(run.next());
}

const PHASE_OF_ORGANISATION_STEP: Readonly<Record<OrganisationRunState['step'], string>> = {
  opening: 'plan',
  planning: 'plan',
  assessing: 'assessment',
  deciding: 'assessment',
  filing: 'assessment',
  registering: 'assessment',
  registered: 'spot-check',
  closed: 'closed',
};
