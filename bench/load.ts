import { setTimeout as pause } from 'node:timers/promises';

/** Sends at fixed times whatever the answers take (open loop); latency counts from the planned instant. Answers ms each. */
export async function openLoop(sends: readonly (() => Promise<unknown>)[], perSecond: number): Promise<number[]> {
  const begun = performance.now();
  return Promise.all(
    sends.map(async (send, at) => {
      const planned = begun + (at * 1000) / perSecond;
      await pause(Math.max(0, planned - performance.now()));
      await send();
      return performance.now() - planned;
    }),
  );
}

/** Sends one after the other in so many lanes (closed loop). Answers how many a second. */
export async function closedLoop(sends: readonly (() => Promise<unknown>)[], lanes: number): Promise<number> {
  const waiting = [...sends];
  const begun = performance.now();
  const lane = async () => {
    for (let send = waiting.shift(); send; send = waiting.shift()) await send();
  };
  await Promise.all(Array.from({ length: lanes }, lane));
  return (sends.length * 1000) / (performance.now() - begun);
}

/** Asks again until it holds, for at most ten minutes. */
export async function until(holds: () => Promise<boolean>, what: string): Promise<void> {
  const begun = performance.now();
  while (!(await holds())) {
    if (performance.now() - begun > 600_000) throw new Error(`never came true: ${what}`);
    await pause(50);
  }
}
