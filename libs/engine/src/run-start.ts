import { type Client, WorkflowExecutionAlreadyStartedError } from '@temporalio/client';
import {
  CAMPAIGN_ATTRIBUTE,
  KEEPER_QUEUE,
  KEEPER_WORKFLOW,
  type KeeperStart,
  ORGANISATION_ATTRIBUTE,
  PROCESS_QUEUE,
  type RunStart,
  workflowTypeOf,
  YEAR_ATTRIBUTE,
} from '@app/contracts';
import type { Instant, Revival } from '@app/domain';
import type { KnownRun } from '@app/persistence';

/** What the stock tools filter runs by. */
export interface RunLabels {
  readonly campaign: string;
  readonly year?: number;
  readonly organisation?: string;
}

/** A workflow to be started under its readable id. */
export interface ProcessStart {
  readonly workflow: string;
  readonly workflowId: string;
  readonly start: object;
  readonly labels: RunLabels;
  /** Whether an id whose last execution has ended may be begun again. */
  readonly again?: boolean;
}

/** Starts a workflow; one that runs already is used; one that ran is started again only where that is asked. */
export async function startProcess(
  engine: Client,
  { workflow, workflowId, start, labels, again = false }: ProcessStart,
): Promise<void> {
  try {
    await engine.workflow.start(workflow, {
      workflowId,
      taskQueue: workflow === KEEPER_WORKFLOW ? KEEPER_QUEUE : PROCESS_QUEUE,
      args: [{ ...start, histories: 'short' }],
      workflowIdConflictPolicy: 'USE_EXISTING',
      workflowIdReusePolicy: again ? 'ALLOW_DUPLICATE' : 'REJECT_DUPLICATE',
      typedSearchAttributes: [
        { key: CAMPAIGN_ATTRIBUTE, value: labels.campaign },
        ...(labels.year === undefined ? [] : [{ key: YEAR_ATTRIBUTE, value: labels.year }]),
        ...(labels.organisation === undefined ? [] : [{ key: ORGANISATION_ATTRIBUTE, value: labels.organisation }]),
      ],
      staticSummary: workflowId,
    });
  } catch (error) {
    if (!(error instanceof WorkflowExecutionAlreadyStartedError)) throw error;
  }
}

/**
 * Starts the workflow of a row: as at first, or with a revival as a new execution that takes its state from the row. A run
 * that was being opened and never started is simply started.
 */
export function startFromRow(
  engine: Client,
  run: KnownRun,
  revived: { readonly at: Instant; readonly revival: Revival } | null,
): Promise<void> {
  const { kind, workflowId, campaignKey, year, organisationCode } = run;
  return startProcess(engine, {
    workflow: workflowOf(kind),
    workflowId,
    start: kind === 'keeper' ? keeperStart(run, revived?.revival) : runStart(run, revived),
    labels: {
      campaign: campaignKey,
      ...(year !== null && { year }),
      ...(organisationCode !== null && { organisation: organisationCode }),
    },
    again: revived !== null,
  });
}

function workflowOf(kind: KnownRun['kind']): string {
  return kind === 'keeper' ? KEEPER_WORKFLOW : workflowTypeOf(kind);
}

function keeperStart({ id, campaignId, campaignKey }: KnownRun, revival: Revival | undefined): KeeperStart {
  return { campaignId, campaignKey, keeperId: id, ...(revival && { revival }) };
}

function runStart({ setting, openedAt }: KnownRun, revived: RunStart<unknown>['resumed'] | null): RunStart<unknown> {
  return { setting, openedAt, ...(revived && { resumed: revived }) };
}
