import { reviveLostRuns, type RunWorld } from '@app/engine';
import type { Logger } from '@app/platform';

/** How often it is looked whether the engine still knows every run. */
const EVERY_MS = 60_000;

/** A start that met an engine or a database that was not ready is tried again so much later. */
const AGAIN_MS = 5000;

/**
 * At the start of the worker and every minute: what the engine lost altogether is begun again, what never started is started
 * (docs/decisions/0022). Mostly two counts while nothing is missing. Ends with `signal`.
 */
export async function healLostRuns(world: RunWorld, log: Logger, signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    let pause = EVERY_MS;
    try {
      const healed = await reviveLostRuns(world);
      if (healed.revived + healed.started > 0) log.warn(healed, 'runs that the engine did not know were begun again');
    } catch (error) {
      log.warn({ reason: error instanceof Error ? error.message : String(error) }, 'lost runs could not be looked for');
      pause = AGAIN_MS;
    }
    await until(pause, signal);
  }
}

function until(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener(
      'abort',
      () => {
        clearTimeout(timer);
        resolve();
      },
      { once: true },
    );
  });
}
