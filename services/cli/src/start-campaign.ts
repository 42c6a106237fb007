import type { Client } from '@temporalio/client';
import type { CampaignSetting, Instant } from '@app/domain';
import { CAMPAIGN_WORKFLOW, campaignWorkflowId, type RunStart } from '@app/contracts';
import { startProcess } from '@app/engine';

/** Starts the campaign's workflow; one that runs is left alone, one that ended is not started again. Answers its id. */
export async function startCampaign(
  client: Client,
  { setting, foundedAt }: { readonly setting: CampaignSetting; readonly foundedAt: Instant },
): Promise<string> {
  const workflowId = campaignWorkflowId(setting.campaignKey);
  const start: RunStart<CampaignSetting> = { setting, openedAt: foundedAt };
  const labels = { campaign: setting.campaignKey };
  await startProcess(client, { workflow: CAMPAIGN_WORKFLOW, workflowId, start, labels });
  return workflowId;
}
