/** Runs checks so that a record that cannot be read is a fault at its place, never the end of the verification. */
import { type CheckName, DomainError } from '@app/domain';
import { Findings, type Place, placeOf, streamPlace } from './findings';
import type { ReadEvent } from './streams';

/** What is thrown where a row or an event holds something of another shape than it must. */
const OF_A_SHAPE = ['TypeError', 'SyntaxError', 'RangeError'];

/** A stream with what belongs to it. */
interface OfAStream {
  readonly events: readonly ReadEvent[];
}

/** Why something that was tampered with cannot be checked; anything else that was thrown is thrown on. */
function explainUnreadable(error: unknown): string {
  if (error instanceof DomainError) return error.message;
  if (!(error instanceof Error) || !OF_A_SHAPE.includes(error.name)) throw error;
  return `内容不是应有的样子，无法核对（${error.message}）`;
}

/** A fault as text, or why it cannot be found. */
export function reasonOf(find: () => string | null): string | null {
  try {
    return find();
  } catch (error) {
    return explainUnreadable(error);
  }
}

/** A check that cannot read what it looks at is a fault, never the end of the verification. */
export async function guardCheck(
  findings: Findings,
  { check, place }: { readonly check: CheckName; readonly place: Place },
  run: () => Promise<unknown>,
): Promise<void> {
  try {
    await run();
  } catch (error) {
    findings.fault(check, place, explainUnreadable(error));
  }
}

/** The same of many streams: where one cannot be read, each is checked by itself, so that the others are. */
export async function checkEach<T extends OfAStream, R = never>(
  findings: Findings,
  { check, streams }: { readonly check: CheckName; readonly streams: readonly T[] },
  run: (findings: Findings, streams: readonly T[]) => Promise<readonly R[] | void> | void,
): Promise<R[]> {
  const trial = new Findings();
  try {
    const answer = await run(trial, streams);
    findings.take(trial);
    return [...(answer ?? [])];
  } catch (error) {
    const reason = explainUnreadable(error);
    const [only, ...others] = streams;
    if (others.length === 0) {
      const last = only?.events.at(-1);
      findings.take(trial);
      findings.fault(check, last ? placeOf(last) : streamPlace(''), reason);
      return [];
    }
  }
  const answers: R[] = [];
  for (const stream of streams) answers.push(...(await checkEach(findings, { check, streams: [stream] }, run)));
  return answers;
}
