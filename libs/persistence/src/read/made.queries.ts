import type { EntityManager } from 'typeorm';
import type { RecordedEvent } from '../record/event-log';
import { select } from './select';

/** What an operation recorded in a stream by an event of this type; null where it recorded none. */
export async function payloadOf<P>(
  m: EntityManager,
  { stream, type, operationKey }: { readonly stream: string; readonly type: string; readonly operationKey: string },
): Promise<P | null> {
  const rows = await select<{ canonical: string }>(
    m,
    'SELECT canonical FROM process_events WHERE stream = ? AND type = ? ORDER BY sequence DESC',
    [stream, type],
  );
  const events = rows.map(({ canonical }) => JSON.parse(canonical) as RecordedEvent);
  return (events.find((event) => event.operationKey === operationKey)?.payload as P | undefined) ?? null;
}
