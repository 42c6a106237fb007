import type { EntityManager } from 'typeorm';
import { messageOf, type TellOrder } from '@app/contracts';
import type { PendingEffect } from '@app/domain';
import { idOf, runIdsOf, SpotCheckEntity } from '@app/persistence';
import { messageIdFor, NotOpenYet, recipientsOf, UnknownNews } from './recipients';

/** A message and the run that it is for. */
export interface Addressed {
  readonly workflowId: string;
  readonly messageId: string;
}

/**
 * Of what a run asked to be told, that which its receivers have not taken in: every message that a run takes in is kept
 * under its id. A keeper looks at its rows, so that it is woken once.
 */
export async function untakenOf(
  m: EntityManager,
  sourceRunId: string,
  pending: readonly PendingEffect[],
): Promise<PendingEffect[]> {
  if (pending.length === 0) return [];
  const keepers = new Set<unknown>();
  const addressed: (readonly Addressed[] | 'untaken' | 'taken')[] = [];
  const rechecked = await branchesOfRechecks(m, pending);
  for (const one of pending) {
    const { tell, refs } = one.effect;
    const order: TellOrder = { ...one, sourceRunId, sourceWorkflowId: '' };
    if (tell === 'keeper') {
      addressed.push(keepers.has(refs.workflowId) ? 'taken' : 'untaken');
      keepers.add(refs.workflowId);
    } else if (tell === 'start-round') {
      const started = await isKept(m, sourceRunId, idOf(sourceRunId, one.operationKey, 'runs-started'));
      addressed.push(started ? 'taken' : 'untaken');
    } else if (tell === 'start-spot-check') {
      const check = await m.findOneBy(SpotCheckEntity, { id: String(refs.spotCheckId) });
      addressed.push(check && check.version > 0 ? 'taken' : 'untaken');
    } else if (tell === 'branch') {
      addressed.push(
        (rechecked.get(String(refs.recheckId)) ?? []).map((workflowId) => ({
          workflowId,
          messageId: messageIdFor(workflowId, order),
        })),
      );
    } else addressed.push(await addressedBy(m, order));
  }
  const lists = addressed.map((each) => (typeof each === 'string' ? [] : each));
  const taken = await takenIn(m, lists.flat());
  return pending.filter((_, at) => {
    const one = addressed[at];
    if (typeof one === 'string') return one === 'untaken';
    return !(one ?? []).every((message) => taken.has(keyOf(message)));
  });
}

/** Of some messages, those that their receivers have not taken in. */
export async function onlyUntaken<T extends Addressed>(m: EntityManager, messages: readonly T[]): Promise<T[]> {
  const taken = await takenIn(m, messages);
  return messages.filter((message) => !taken.has(keyOf(message)));
}

/** Whom an effect is for; who cannot be told yet, and what nobody knows, the errand finds out. */
async function addressedBy(m: EntityManager, order: TellOrder): Promise<readonly Addressed[] | 'untaken'> {
  if (order.effect.tell === 'organisation') {
    return [{ workflowId: String(order.effect.refs.workflowId), messageId: messageOf(order).messageId }];
  }
  try {
    return await recipientsOf(m, order);
  } catch (error) {
    if (error instanceof UnknownNews || error instanceof NotOpenYet) return 'untaken';
    throw error;
  }
}

const keyOf = ({ workflowId, messageId }: Addressed) => `${workflowId} ${messageId}`;

const CHUNK = 200;

async function takenIn(m: EntityManager, messages: readonly Addressed[]): Promise<Set<string>> {
  const ids = await runIdsOf(m, [...new Set(messages.map(({ workflowId }) => workflowId))]);
  const known = messages.filter(({ workflowId }) => ids.has(workflowId));
  const kept = new Set<string>();
  for (let from = 0; from < known.length; from += CHUNK) {
    const part = known.slice(from, from + CHUNK);
    const rows = await m.query<{ runId: string; operationKey: string }[]>(
      `SELECT run_id AS runId, operation_key AS operationKey FROM run_operations
        WHERE ${part.map(() => '(run_id = ? AND operation_key = ?)').join(' OR ')}`,
      part.flatMap(({ workflowId, messageId }) => [ids.get(workflowId), messageId]),
    );
    for (const { runId, operationKey } of rows) kept.add(`${runId} ${operationKey}`);
  }
  return new Set(
    known
      .filter(({ workflowId, messageId }) => kept.has(`${ids.get(workflowId) ?? ''} ${messageId}`))
      .map((message) => keyOf(message)),
  );
}

async function isKept(m: EntityManager, runId: string, operationKey: string): Promise<boolean> {
  const rows = await m.query<unknown[]>('SELECT 1 FROM run_operations WHERE run_id = ? AND operation_key = ?', [
    runId,
    operationKey,
  ]);
  return rows.length > 0;
}

/** By recheck the run of its branch in the round of the check: a check has thousands, so all in one go. */
async function branchesOfRechecks(
  m: EntityManager,
  pending: readonly PendingEffect[],
): Promise<Map<string, readonly string[]>> {
  const ids = pending
    .filter(({ effect }) => effect.tell === 'branch')
    .map(({ effect }) => String(effect.refs.recheckId));
  if (ids.length === 0) return new Map();
  const rows = await m.query<{ id: string; workflowId: string }[]>(
    `SELECT k.id, r.workflow_id AS workflowId FROM rechecks k JOIN spot_checks s ON s.id = k.spot_check_id
       JOIN branch_runs r ON r.branch_id = k.branch_id AND r.year = s.year WHERE k.id IN (${ids.map(() => '?').join(', ')})`,
    ids,
  );
  return new Map(rows.map(({ id, workflowId }) => [id, [workflowId]]));
}
