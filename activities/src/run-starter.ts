import { type Client } from '@temporalio/client';
import {
  BRANCH_WORKFLOW,
  CAMPAIGN_ATTRIBUTE,
  KEEPER_QUEUE,
  KEEPER_WORKFLOW,
  type KeeperStart,
  ORGANISATION_ATTRIBUTE,
  ORGANISATION_WORKFLOW,
  PROCESS_QUEUE,
  YEAR_ATTRIBUTE,
} from '@app/contracts';
import type { Instant } from '@app/domain';
import type { RoundRuns } from '@app/persistence';

import type { Cursor } from './heartbeat';

const AT_ONCE = 20;

/** What the stock tools filter runs by. */
export interface RunLabels {
  readonly campaign: string;
  readonly year?: number;
  readonly organisation?: string;
}

/** Starts a workflow under its readable id; one that runs already is used, one that ran is not started again. */
export async function startProcess(
  engine: Client,
  workflow: string,
  workflowId: string,
  start: unknown,
  labels: RunLabels,
): Promise<void> {
  try {
    await engine.workflow.start(workflow, {
      workflowId,
      taskQueue: workflow === KEEPER_WORKFLOW ? KEEPER_QUEUE : PROCESS_QUEUE,
      args: [start],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: 'REJECT_DUPLICATE',
      typedSearchAttributes: [
        { key: CAMPAIGN_ATTRIBUTE, value: labels.campaign },
        ...(labels.year === undefined ? [] : [{ key: YEAR_ATTRIBUTE, value: labels.year }]),
        ...(labels.organisation === undefined ? [] : [{ key: ORGANISATION_ATTRIBUTE, value: labels.organisation }]),
      ],
      staticSummary: workflowId,
    });
  } catch (error) {
    if ((error as Error).name !== 'WorkflowExecutionAlreadyStartedError') throw error;
  }
}

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
      return startProcess(engine, KEEPER_WORKFLOW, workflowId, start, { campaign });
    }),
    ...runs.organisations.map(
      ({ workflowId, setting }) =>
        () =>
          startProcess(engine, ORGANISATION_WORKFLOW, workflowId, { setting, openedAt }, labelsOf(campaign, setting)),
    ),
    ...runs.branches.map(
      ({ workflowId, setting }) =>
        () =>
          startProcess(engine, BRANCH_WORKFLOW, workflowId, { setting, openedAt }, labelsOf(campaign, setting)),
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
