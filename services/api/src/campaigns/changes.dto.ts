import { z } from 'zod';
import { DomainError, RUN_KINDS } from '@app/domain';
import { instant } from '../edge/attribution.dto';

/**
 * `ready`: from here on every change is told; what was read before may be old. `changed`: read these anew. `reset`: too much
 * changed, read everything anew. `time`: a sign of life with the programme time.
 */
const CHANGE_EVENTS = ['ready', 'changed', 'reset', 'time'] as const;

export type ChangeEvent = (typeof CHANGE_EVENTS)[number];

/** The data of every event of the stream; its id is the position in the log that `Last-Event-ID` names. */
export const changesDto = z
  .object({
    now: instant,
    changes: z.array(z.object({ kind: z.enum([...RUN_KINDS, 'problem']), id: z.string() })),
  })
  .meta({ id: 'Changes', description: `event: ${CHANGE_EVENTS.join(' | ')}` });

/** Where the stream broke off; null of one that begins. */
export function positionOf(header: string | undefined): number | null {
  if (header === undefined || header === '') return null;
  if (!/^\d{1,15}$/.test(header)) {
    throw new DomainError('invalid-input', '续接的位置无效', { pointer: '/header/last-event-id' });
  }
  return Number(header);
}
