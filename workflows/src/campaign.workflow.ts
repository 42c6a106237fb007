import { continueAsNew } from '@temporalio/workflow';
import { CAMPAIGN_NEWS, type RunStart } from '@app/contracts';
import {
  type CampaignCommand,
  type CampaignNews,
  type CampaignSetting,
  type CampaignState,
  decideCampaign,
  UNOPENED_CAMPAIGN,
} from '@app/domain';
import { LOCAL_WRITE, writes } from './activity-options';
import { Run } from './run';

/**
 * A campaign: opens its rounds in order, orders spot checks, publishes, recognises in batches, closes rounds
 * (苏委工〔2020〕6号 二, 三.4). It outlives every round and goes on in a new history when this one grows long.
 */
export async function campaignWorkflow(start: RunStart<CampaignSetting>): Promise<void> {
  const { setting } = start;
  const run = new Run<CampaignState, CampaignCommand, CampaignNews>(
    {
      runId: setting.campaignId,
      unopened: UNOPENED_CAMPAIGN,
      check: (state, spoken) => decideCampaign(setting, state, spoken),
      news: CAMPAIGN_NEWS,
      write: (summary, input) => writes.writeCampaign.executeWithOptions({ ...LOCAL_WRITE, summary }, [input]),
      describe: (state) =>
        `**专项工作 campaign**\n\n${state.rounds.map(({ year, status }) => `${year}: ${status}`).join(' · ') || '—'}`,
      phase: () => 'campaign',
    },
    start,
  );
  run.accept('openRound', 'closeRound');
  run.accept('orderSpotCheck');
  run.accept('openPublication', 'recordRecognition');
  await run.open();
  await run.stay(() => false);
  await run.finish();
  await continueAsNew<typeof campaignWorkflow>(run.next());
}
