import { z } from 'zod';
import { isInstant } from '@app/domain';

/** A calendar date that exists. */
export const civilDate = z.iso.date('须为 YYYY-MM-DD 的日期').meta({ description: 'YYYY-MM-DD' });

/** An instant as the service writes them. */
export const instant = z.string().meta({ format: 'date-time', description: 'UTC, with milliseconds' });

/** An instant as a caller gives it: the one way of writing that the service itself has. */
export const givenInstant = z
  .string()
  .refine(isInstant, { error: '须为 YYYY-MM-DDTHH:mm:ss.sssZ 的时刻', params: { code: 'invalid-format' } })
  .meta({ format: 'date-time', description: 'UTC, with milliseconds' });

/** What any hand-over may state: when the event happened, and the dated paper of a late entry (补录). */
export const attributionFields = {
  happenedOn: civilDate.optional(),
  lateEntry: z
    .strictObject({ paper: z.string().trim().min(1).max(200), paperDate: civilDate })
    .meta({ id: 'LateEntry' })
    .optional(),
};

/** What was stated with a hand-over. */
export interface Stated {
  readonly happenedOn?: string | undefined;
  readonly lateEntry?: { readonly paper: string; readonly paperDate: string } | undefined;
}
