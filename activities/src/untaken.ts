import type { EntityManager } from 'typeorm';
import { messageOf, type TellOrder } from '@app/contracts';
import type { PendingEffect } from '@app/domain';
import { findKept, findRunsOfRechecks, idOf, runIdsOf, SpotCheckEntity } from '@app/persistence';
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
  const keepers = new Set<string>();
  const addressed: (readonly Addressed[] | 'untaken' | 'taken')[] = [];
  const recheckIds = pending.flatMap(({ effect }) => (effect.tell === 'branch' ? [effect.refs.recheckId] : []));
  const rechecked = await findRunsOfRechecks(m, recheckIds);
  for (const one of pending) {
    const { effect } = one;
    const order: TellOrder = { ...one, sourceRunId, sourceWorkflowId: '' };
    if (effect.tell === 'keeper') {
      addressed.push(keepers.has(effect.refs.workflowId) ? 'taken' : 'untaken');
      keepers.add(effect.refs.workflowId);
    } else if (effect.tell === 'start-round') {
      const operationKey = idOf(sourceRunId, one.operationKey, 'runs-started');
      const [started] = await findKept(m, [{ runId: sourceRunId, operationKey }]);
      addressed.push(started ? 'taken' : 'untaken');
    } else if (effect.tell === 'start-spot-check') {
      const check = await m.findOneBy(SpotCheckEntity, { id: effect.refs.spotCheckId });
      addressed.push(check && check.version > 0 ? 'taken' : 'untaken');
    } else if (effect.tell === 'branch') {
      const workflowId = rechecked.get(effect.refs.recheckId);
      addressed.push(workflowId ? [{ workflowId, messageId: messageIdFor(workflowId, order) }] : []);
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
    return [{ workflowId: order.effect.refs.workflowId, messageId: messageOf(order).messageId }];
  }
  try {
    return await recipientsOf(m, order);
  } catch (error) {
    if (error instanceof UnknownNews || error instanceof NotOpenYet) return 'untaken';
    throw error;
  }
}

const keyOf = ({ workflowId, messageId }: Addressed) => `${workflowId} ${messageId}`;

async function takenIn(m: EntityManager, messages: readonly Addressed[]): Promise<Set<string>> {
  const ids = await runIdsOf(m, [...new Set(messages.map(({ workflowId }) => workflowId))]);
  const operations = messages.flatMap((message) => {
    const runId = ids.get(message.workflowId);
    return runId === undefined ? [] : [{ ...message, runId, operationKey: message.messageId }];
  });
  return new Set((await findKept(m, operations)).map(keyOf));
}
