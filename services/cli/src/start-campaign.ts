import type { Client } from '@temporalio/client';
import type { CampaignSetting, Instant } from '@app/domain';
import { campaignWorkflowId, type RunStart, workflowTypeOf } from '@app/contracts';
import { startProcess } from '@app/engine';

/** Starts the campaign's workflow; one that runs is left alone, one that ended is not started again. Answers its id. */
export async function startCampaign(
  client: Client,
  { setting, establishedAt }: { readonly setting: CampaignSetting; readonly establishedAt: Instant },
): Promise<string> {
  const workflowId = campaignWorkflowId(setting.campaignKey);
  const start: RunStart<CampaignSetting> = { setting, openedAt: establishedAt };
  const labels = { campaign: setting.campaignKey };
  await startProcess(client, { workflow: workflowTypeOf('campaign'), workflowId, start, labels });
  return workflowId;
}
