import type { EntityManager } from 'typeorm';
import type { CatchUpOrder } from '@app/contracts';
import { effectsSince } from '@app/persistence';
import type { Telling } from './recipients';
import { messagesOf, onlyUntaken } from './untaken';

/**
 * What a run was told and has not taken in: it was told while nothing ran, or the engine had the message and the run was
 * ended before it came to it. Read from what every run around it wrote, in the order in which it was said.
 */
export async function missedBy(m: EntityManager, { runId, workflowId }: CatchUpOrder): Promise<Telling[]> {
  const found: Telling[] = [];
  for (const sender of await sendersTo(m, runId, workflowId)) {
    for (const pending of await effectsSince(m, sender.id, 0)) {
      const { tell, refs } = pending.effect;
      if (!TO_RUNS.has(tell) || (tell === 'organisation' && refs.workflowId !== workflowId)) continue;
      if (tell === 'branch' && !sender.rechecks.has(String(refs.recheckId))) continue;
      const messages = await messagesOf(m, { ...pending, sourceRunId: sender.id, sourceWorkflowId: sender.workflowId });
      found.push(...(messages.filter((message) => message.workflowId === workflowId) as Telling[]));
    }
  }
  const missed = await onlyUntaken(m, found);
  return missed.sort((one, other) =>
    one.receivedAt < other.receivedAt ? -1 : Number(one.receivedAt > other.receivedAt),
  );
}

/** The keepers that tell an organisation's run what expired. */
export async function keepersOfRun(m: EntityManager, runId: string): Promise<string[]> {
  const rows = await m.query<{ workflowId: string }[]>(
    `SELECT k.workflow_id AS workflowId FROM organisation_runs r
       JOIN keepers k ON k.campaign_id = r.campaign_id AND k.scope_id IN (r.organisation_id, r.campaign_id) WHERE r.id = ?`,
    [runId],
  );
  return rows.map(({ workflowId }) => workflowId);
}

const TO_RUNS: ReadonlySet<string> = new Set(['branches', 'branch', 'other-rounds', 'organisation', 'organisations']);

interface Sender {
  readonly id: string;
  readonly workflowId: string;
  /** Of a spot check: its rechecks of the receiver's branch. */
  readonly rechecks: ReadonlySet<string>;
}

/** The runs around a run, which may have told it something. */
async function sendersTo(m: EntityManager, runId: string, workflowId: string): Promise<Sender[]> {
  const around = AROUND[workflowId.split(':')[0] ?? ''];
  if (!around) return [];
  const rows = await m.query<{ id: string; workflowId: string }[]>(
    around.join(' UNION ALL '),
    around.map(() => runId),
  );
  const rechecks = await m.query<{ id: string }[]>(
    'SELECT k.id FROM rechecks k JOIN branch_runs r ON r.branch_id = k.branch_id WHERE r.id = ?',
    [runId],
  );
  const own = new Set(rechecks.map(({ id }) => id));
  return rows.map((row) => ({ ...row, rechecks: own }));
}

const sender = (alias: string, join: string, own: string) =>
  `SELECT ${alias}.id, ${alias}.workflow_id AS workflowId FROM ${own} own JOIN ${join} WHERE own.id = ?`;

const AROUND: Readonly<Record<string, readonly string[]>> = {
  branch: [
    sender('o', 'organisation_runs o ON o.organisation_id = own.organisation_id AND o.year = own.year', 'branch_runs'),
    sender('c', 'campaigns c ON c.id = own.campaign_id', 'branch_runs'),
    sender('s', 'spot_checks s ON s.campaign_id = own.campaign_id AND s.year = own.year', 'branch_runs'),
    sender('b', 'branch_runs b ON b.branch_id = own.branch_id AND b.id <> own.id', 'branch_runs'),
  ],
  organisation: [
    sender('b', 'branch_runs b ON b.organisation_id = own.organisation_id AND b.year = own.year', 'organisation_runs'),
    sender('c', 'campaigns c ON c.id = own.campaign_id', 'organisation_runs'),
  ],
};
