import { type Client } from '@temporalio/client';
import { KEEPER_WORKFLOW, type KeeperStart, workflowTypeOf } from '@app/contracts';
import type { Instant } from '@app/domain';
import { type RunLabels, startProcess } from '@app/engine';
import type { RoundRuns } from '@app/persistence';

import type { Cursor } from './heartbeat';

const AT_ONCE = 20;

/** Starts keepers, organisations and branches of a round, twenty at a time, with the number done as the cursor. */
export async function startRoundRuns(
  engine: Client,
  runs: RoundRuns,
  {
    campaignId,
    openedAt,
    cursor,
  }: { readonly campaignId: string; readonly openedAt: Instant; readonly cursor: Cursor },
): Promise<void> {
  const { campaignKey: campaign } = runs;
  const starts: (() => Promise<void>)[] = [
    ...runs.keepers.map(({ id, workflowId }) => () => {
      const start: KeeperStart = { campaignId, campaignKey: campaign, keeperId: id };
      return startProcess(engine, { workflow: KEEPER_WORKFLOW, workflowId, start, labels: { campaign } });
    }),
    ...runs.organisations.map(
      ({ workflowId, setting }) =>
        () =>
          startProcess(engine, {
            workflow: workflowTypeOf('organisation-run'),
            workflowId,
            start: { setting, openedAt },
            labels: labelsOf(campaign, setting),
          }),
    ),
    ...runs.branches.map(
      ({ workflowId, setting }) =>
        () =>
          startProcess(engine, {
            workflow: workflowTypeOf('branch-run'),
            workflowId,
            start: { setting, openedAt },
            labels: labelsOf(campaign, setting),
          }),
    ),
  ];
  for (let { from } = cursor; from < starts.length; from += AT_ONCE) {
    await Promise.all(starts.slice(from, from + AT_ONCE).map((start) => start()));
    cursor.reached(Math.min(from + AT_ONCE, starts.length));
  }
}

function labelsOf(campaign: string, setting: { year: number; organisationCode: string }): RunLabels {
  return { campaign, year: setting.year, organisation: setting.organisationCode };
}
