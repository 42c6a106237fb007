import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import type { CampaignSetting, Instant } from '@app/domain';
import {
  CAMPAIGN_ATTRIBUTE,
  CAMPAIGN_WORKFLOW,
  campaignWorkflowId,
  PROCESS_QUEUE,
  type RunStart,
} from '@app/contracts';

/** Starts the campaign's workflow; one that runs is left alone, one that ended is not started again. Answers its id. */
export async function startCampaign(
  client: Client,
  { setting, foundedAt }: { readonly setting: CampaignSetting; readonly foundedAt: Instant },
): Promise<string> {
  const workflowId = campaignWorkflowId(setting.campaignKey);
  const start: RunStart<CampaignSetting> = { setting, openedAt: foundedAt };
  try {
    await client.workflow.start(CAMPAIGN_WORKFLOW, {
      workflowId,
      taskQueue: PROCESS_QUEUE,
      args: [start],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      typedSearchAttributes: [{ key: CAMPAIGN_ATTRIBUTE, value: setting.campaignKey }],
      staticSummary: `专项工作 ${setting.campaignKey}`,
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
  return workflowId;
}
