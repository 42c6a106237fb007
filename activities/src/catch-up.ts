import type { EntityManager } from 'typeorm';
import { type CatchUpOrder, messageOf, type NewsMessage, type TellOrder } from '@app/contracts';
import type { EffectOrder } from '@app/domain';
import { effectsNaming } from '@app/persistence';
import { messageIdFor, type Receiver, recipientsOf, UnknownNews } from './recipients';
import { type Addressed, onlyUntaken } from './untaken';

/** What a run is to hear once more. */
export interface Missed {
  readonly messages: readonly (Addressed & NewsMessage<unknown>)[];
  /** Of a topic that this release does not know. */
  readonly unknown: readonly TellOrder[];
}

/**
 * What a run was told and has not taken in: it was told while nothing ran, or the engine had the message and the run was
 * ended before it came to it. Read from what every run around it wrote, in the order in which it was said. Asked of this
 * one receiver, and whom an effect was for only where it has not taken it in: all runs of a round ask at once.
 */
export async function missedBy(m: EntityManager, { runId, workflowId }: CatchUpOrder): Promise<Missed> {
  const kind = KINDS[workflowId.split(':')[0] ?? ''];
  const messages: (Addressed & NewsMessage<unknown>)[] = [];
  const unknown: TellOrder[] = [];
  if (!kind) return { messages, unknown };
  const [receiver, rechecks] = await receiverOf(m, runId, workflowId);
  const senders = await sendersTo(m, kind.senders, runId);
  const said = await effectsNaming(m, [...senders.keys()], [...kind.tells, workflowId, ...rechecks]);
  const mayBeFor = ({ tell, refs }: EffectOrder) =>
    kind.tells.includes(tell) ||
    (tell === 'organisation' && refs.workflowId === workflowId) ||
    (tell === 'branch' && rechecks.includes(String(refs.recheckId)));
  const orders = said
    .filter(({ effect }) => mayBeFor(effect))
    .map((one) => ({ ...one, sourceWorkflowId: senders.get(one.sourceRunId) ?? '', workflowId }))
    .map((order) => ({
      ...order,
      messageId: isNamed(order) ? messageOf(order).messageId : messageIdFor(workflowId, order),
    }));
  for (const order of await onlyUntaken(m, orders)) {
    try {
      messages.push(
        ...(isNamed(order) ? [{ workflowId, ...messageOf(order) }] : await recipientsOf(m, order, receiver)),
      );
    } catch (error) {
      if (!(error instanceof UnknownNews)) throw error;
      unknown.push(order);
    }
  }
  messages.sort((one, other) => (one.receivedAt < other.receivedAt ? -1 : Number(one.receivedAt > other.receivedAt)));
  return { messages, unknown };
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

/** Whether the effect itself names the run that it is for. */
function isNamed({ effect }: TellOrder): boolean {
  return effect.tell === 'organisation';
}

/** The run that asks, and the rechecks of its branch. */
async function receiverOf(m: EntityManager, runId: string, workflowId: string): Promise<[Receiver, string[]]> {
  const rows = await m.query<{ branchId: string; recheckId: string | null }[]>(
    `SELECT r.branch_id AS branchId, k.id AS recheckId FROM branch_runs r
       LEFT JOIN rechecks k ON k.branch_id = r.branch_id WHERE r.id = ?`,
    [runId],
  );
  return [{ workflowId, branchId: rows[0]?.branchId ?? null }, rows.flatMap(({ recheckId }) => recheckId ?? [])];
}

/** The workflow ids of the runs around a run, which may have told it something, by their ids. */
async function sendersTo(m: EntityManager, around: readonly string[], runId: string): Promise<Map<string, string>> {
  const rows = await m.query<{ id: string; workflowId: string }[]>(
    around.join(' UNION ALL '),
    around.map(() => runId),
  );
  return new Map(rows.map(({ id, workflowId }) => [id, workflowId]));
}

const sender = (alias: string, join: string, own: string) =>
  `SELECT ${alias}.id, ${alias}.workflow_id AS workflowId FROM ${own} own JOIN ${join} WHERE own.id = ?`;

/** Of the kinds of runs that others tell something: by whom, and what is for more than the one run that it names. */
const KINDS: Readonly<
  Record<string, { readonly tells: readonly EffectOrder['tell'][]; readonly senders: readonly string[] }>
> = {
  branch: {
    tells: ['branches', 'other-rounds'],
    senders: [
      sender(
        'o',
        'organisation_runs o ON o.organisation_id = own.organisation_id AND o.year = own.year',
        'branch_runs',
      ),
      sender('c', 'campaigns c ON c.id = own.campaign_id', 'branch_runs'),
      sender('s', 'spot_checks s ON s.campaign_id = own.campaign_id AND s.year = own.year', 'branch_runs'),
      sender('b', 'branch_runs b ON b.branch_id = own.branch_id AND b.id <> own.id', 'branch_runs'),
    ],
  },
  organisation: {
    tells: ['organisations'],
    senders: [
      sender(
        'b',
        'branch_runs b ON b.organisation_id = own.organisation_id AND b.year = own.year',
        'organisation_runs',
      ),
      sender('c', 'campaigns c ON c.id = own.campaign_id', 'organisation_runs'),
    ],
  },
};
