import type { EntityManager } from 'typeorm';
import { type CatchUpOrder, messageOf, type NewsMessage, type TellOrder } from '@app/contracts';
import { type EffectOrder, HEARD_BY, type ToldStem } from '@app/domain';
import { effectsNaming, findBranchWithRechecks, findSenders } from '@app/persistence';
import { messageIdFor, recipientsOf, UnknownNews } from './recipients';
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
  const [stem] = workflowId.split(':');
  const messages: (Addressed & NewsMessage<unknown>)[] = [];
  const unknown: TellOrder[] = [];
  if (!isTold(stem)) return { messages, unknown };
  const tells = tellsTo(stem);
  const { branchId, recheckIds } = await findBranchWithRechecks(m, runId);
  const senders = await findSenders(m, stem, runId);
  const said = await effectsNaming(m, [...senders.keys()], [...tells, workflowId, ...recheckIds]);
  const mayBeFor = (effect: EffectOrder) =>
    tells.includes(effect.tell) ||
    (effect.tell === 'organisation' && effect.refs.workflowId === workflowId) ||
    (effect.tell === 'branch' && recheckIds.includes(effect.refs.recheckId));
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
        ...(isNamed(order)
          ? [{ workflowId, ...messageOf(order) }]
          : await recipientsOf(m, order, { workflowId, branchId })),
      );
    } catch (error) {
      if (!(error instanceof UnknownNews)) throw error;
      unknown.push(order);
    }
  }
  messages.sort((one, other) => (one.receivedAt < other.receivedAt ? -1 : Number(one.receivedAt > other.receivedAt)));
  return { messages, unknown };
}

/** Whether the effect itself names the run that it is for. */
function isNamed({ effect }: TellOrder): boolean {
  return effect.tell === 'organisation';
}

/** What is for more than the one run that it names. */
function tellsTo(stem: ToldStem): readonly EffectOrder['tell'][] {
  return (Object.keys(HEARD_BY) as EffectOrder['tell'][]).filter((tell) => {
    const heard = HEARD_BY[tell];
    return heard?.stem === stem && !heard.isNamed;
  });
}

function isTold(stem: string | undefined): stem is ToldStem {
  return Object.values(HEARD_BY).some((heard) => heard?.stem === stem);
}
