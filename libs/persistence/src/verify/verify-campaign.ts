/** The verifier: everything that is checked of one campaign, in its order. */
import type { DataSource } from 'typeorm';
import type { CheckName, Verification } from '@app/domain';
import { campaignStream } from '../record/ids';
import { campaignOf } from '../establish/campaign';
import { checkChain, checkHeads } from './chain';
import { checkStreams, RUN_ENTITIES } from './checks-by-kind';
import { Findings, streamPlace } from './findings';
import { checkUnrecordedRows } from './folded-rows';
import { guardCheck } from './guarded-checks';
import { checkRecordedHeads } from './recorded-heads';
import { checkNotices } from './rung-notices';
import { checkStraySlips } from './rung-slips';
import { checkRunning, type ReadStatus } from './running-workflows';
import { readSnapshot } from './snapshot';
import { readStreams } from './streams';
import { checkNews } from './untold-news';
import { checkWorkflows, type ReadWorkflow } from './workflow-states';

/** What the verifier asks the engine of a workflow: what it holds, and whether it runs. */
export interface EngineReader {
  readonly state: ReadWorkflow;
  readonly status: ReadStatus;
}

/** What a verification asks, and who goes along with it. */
export interface Verifying extends EngineReader {
  /** Told after each part of the record with the streams of it; what it throws ends the verification. */
  readonly onPart?: (streams: readonly { readonly events: readonly unknown[] }[]) => Promise<void>;
}

/**
 * Chains, rows against the fold of their events, lists, persons, what the keepers owed, and draws on one snapshot of the
 * database (REPEATABLE READ, so that a living system is seen at one moment), then whether all news has been taken in, then
 * what the workflows hold and whether they run. Reads the record page by page of its primary key; of a broken chain
 * nothing further is asked. `not-found` for an unknown campaign.
 */
export async function verifyCampaign(
  dataSource: DataSource,
  { state, status, onPart }: Verifying,
  campaignKey: string,
): Promise<Verification> {
  const { campaignId } = await campaignOf(dataSource.manager, campaignKey);
  const stream = campaignStream(campaignKey);
  const findings = new Findings();
  const guard = (check: CheckName, run: () => Promise<void>) =>
    guardCheck(findings, { check, place: streamPlace(stream) }, run);
  await dataSource.transaction('REPEATABLE READ', async (m) => {
    const snapshot = await readSnapshot(m, campaignId);
    const { broken, calendars } = snapshot;
    for await (const streams of readStreams(m, campaignId)) {
      const whole = streams.filter((one) => checkChain(findings, one));
      for (const one of streams) if (!whole.includes(one)) broken.add(one.stream);
      await checkStreams(snapshot, findings, whole);
      await onPart?.(streams);
    }
    await guard('calendar', () => calendars.check(m, findings));
    await guard('chains', () => checkHeads(m, findings, campaignId));
    await guard('chains', () => checkRecordedHeads(m, findings, { campaignId, stream, broken }));
    await guard('rows', () => checkUnrecordedRows(m, findings, { campaignId, entities: RUN_ENTITIES }));
    await guard('notices', () => checkNotices(m, findings, campaignId));
    await guard('slips', () => checkStraySlips(m, findings, campaignId));
  });
  const campaign = { id: campaignId, workflowId: stream };
  await guard('news', () => checkNews(dataSource, findings, campaign));
  await guard('workflows', () =>
    checkWorkflows(dataSource, findings, { readWorkflow: state, entities: RUN_ENTITIES, campaignId }),
  );
  await guard('running', () => checkRunning(dataSource, findings, { readStatus: status, campaign }));
  return findings.verification();
}
