import { z } from 'zod';
import type { InputFault } from '@app/domain';
import { isDatabaseAway } from '@app/persistence';
import { unknownOutcome } from '../edge/outage';
import { type Problem, type Reader, refusalIn, toProblem } from '../edge/problem';
import { runAnswerDto } from './run-answer.dto';

/** The most items of one batch; each is a command of its own. */
const LARGEST_BATCH = 200;

const AT_ONCE = 8;

/** A refusal as it stands in a batch. */
const problemDto = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    code: z.string(),
    requestId: z.string(),
    errors: z.array(z.object({ pointer: z.string(), code: z.string(), message: z.string() })).optional(),
    details: z.record(z.string(), z.unknown()).optional(),
  })
  .meta({ id: 'Problem' });

/** One outcome per item, in the order of the items. */
export const batchAnswerDto = z
  .object({
    items: z.array(z.object({ id: z.string(), answer: runAnswerDto.optional(), problem: problemDto.optional() })),
  })
  .meta({ id: 'BatchAnswer' });

export interface BatchAnswer<A> {
  readonly items: readonly { readonly id: string; readonly answer?: A; readonly problem?: Problem }[];
}

/** The body of a batch of such items, none twice: `by` is the field that names what an item is about. */
export function batchOf<T extends z.ZodObject>(item: T, by: keyof z.output<T> & string, id: string) {
  const items = z
    .array(item)
    .min(1)
    .max(LARGEST_BATCH)
    .superRefine((all, context) => {
      const named = all.map((line) => line[by]);
      for (const [at, name] of named.entries()) {
        const first = named.indexOf(name);
        if (first === at) continue;
        const message = `与第 ${first + 1} 项重复，同一事项一次只能办理一项`;
        context.addIssue({ code: 'custom', params: { code: 'duplicate' }, path: [at, by], message });
      }
    });
  return z.strictObject({ items }).meta({ id });
}

/** How each item is named and done, and who reads what became of it. */
interface Batched<T, A> {
  readonly idOf: (item: T) => string;
  readonly reader: Reader;
  readonly work: (item: T) => Promise<A>;
}

/** Does each item by itself, a few at once; a refusal of one is its outcome and touches no other. */
export async function inBatch<T, A>(
  items: readonly T[],
  { idOf, reader, work }: Batched<T, A>,
): Promise<BatchAnswer<A>> {
  const outcomes: { id: string; answer?: A; problem?: Problem }[] = items.map((item) => ({ id: idOf(item) }));
  const waiting = [...items.entries()];
  const worker = async () => {
    for (let next = waiting.shift(); next; next = waiting.shift()) {
      const [at, item] = next;
      outcomes[at] = { id: idOf(item), ...(await outcomeOf(() => work(item), { at: `/items/${at}`, reader })) };
    }
  };
  await Promise.all(Array.from({ length: Math.min(AT_ONCE, items.length) }, worker));
  return { items: outcomes };
}

async function outcomeOf<A>(
  work: () => Promise<A>,
  { at, reader }: { readonly at: string; readonly reader: Reader },
): Promise<{ answer: A } | { problem: Problem }> {
  try {
    return { answer: await work() };
  } catch (error) {
    const refusal = isDatabaseAway(error) ? unknownOutcome() : refusalIn(error);
    if (!refusal) throw error;
    const { errors, ...problem } = toProblem(refusal, reader);
    return { problem: errors ? { ...problem, errors: errors.map((fault) => within(at, fault)) } : problem };
  }
}

/** A fault of one item as it stands in the batch; the id that a single command has in its path is a field there. */
function within(at: string, fault: InputFault): InputFault {
  return { ...fault, pointer: `${at}${fault.pointer.replace(/^\/path\//, '/')}` };
}
