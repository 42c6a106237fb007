import { type ChildProcess } from 'node:child_process';
import { rmSync } from 'node:fs';
import { dirname } from 'node:path';
import { lengthOf, linesSince, reasonOf, StepFailure } from '#setup/failure';
import { say, type Text } from './say';
import { pause } from './pause';
import { writePidFile } from './pid-file';
import { untilThereIsRoom } from './room';

/** How one process of the system is started, known to be ready, and ended. */
export interface PartPlan {
  readonly title: Text;
  readonly pidFile: string;
  readonly logFile: string;
  /** A process that does not serve after this is taken for hung. */
  readonly readyWithinMs?: number;
  spawn(): ChildProcess;
  /** Resolves when the part serves; `gone` is aborted when the process ends before that. `again`: it is not the first start. */
  ready(child: ChildProcess, gone: AbortSignal, again: boolean): Promise<void>;
}

/** A process that is kept running: started again, after a pause that grows, whenever it dies. */
export interface Part {
  isUp(): boolean;
  /** Ends the process for good: SIGTERM, after `patienceMs` SIGKILL. */
  stop(): Promise<void>;
}

interface Launch {
  /** Undefined where nothing could be started. */
  readonly child: ChildProcess | undefined;
  readonly gone: Promise<string>;
  readonly ready: Promise<void>;
}

const firstPauseMs = 200;
const longestPauseMs = 5000;
const patienceMs = 20_000;
const longestReadyMs = 180_000;

/** Never throws: what cannot be started, for instance because a disk is full, is gone at once. */
function launch(plan: PartPlan, again: boolean): Launch {
  let child: ChildProcess | undefined;
  try {
    child = plan.spawn();
    if (child.pid !== undefined) writePidFile(plan.pidFile, child.pid);
  } catch (error) {
    child?.on('error', () => undefined).kill('SIGKILL'); // unnoted, it would outlive a killed starter
    return notLaunched(error);
  }
  return launched(plan, child, again);
}

function launched(plan: PartPlan, child: ChildProcess, again: boolean): Launch {
  const ended = new AbortController();
  const gone = new Promise<string>((resolve) => {
    child.once('error', (error) => resolve(error.message));
    child.once('exit', (code, signal) => resolve(signal ?? String(code)));
  }).then((reason) => {
    ended.abort();
    return reason;
  });
  const ready = Promise.race([
    plan.ready(child, ended.signal, again),
    gone.then((reason) => {
      throw new Error(reason);
    }),
    isLate(plan.readyWithinMs ?? longestReadyMs, ended.signal),
  ]);
  ready.catch(() => undefined);
  return { child, gone, ready };
}

/** Rejects when a process that has not ended was waited for so long. */
function isLate(afterMs: number, gone: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const timer = setTimeout(() => reject(new Error(`> ${afterMs / 1000} s`)), afterMs);
    gone.addEventListener('abort', () => clearTimeout(timer), { once: true });
  });
}

function notLaunched(error: unknown): Launch {
  const ready = Promise.reject(error instanceof Error ? error : new Error(String(error)));
  ready.catch(() => undefined);
  return { child: undefined, gone: Promise.resolve(reasonOf(error)), ready };
}

/** Starts a part, waits until it serves, and keeps it running. A first start that fails or is stopped is a `StepFailure`. */
export async function keepRunning(plan: PartPlan, stop?: AbortSignal): Promise<Part> {
  const begin = lengthOf(plan.logFile);
  let current = launch(plan, false);
  try {
    await Promise.race([current.ready, interruption(stop)]);
  } catch (error) {
    await end(current);
    rmSync(plan.pidFile, { force: true });
    throw new StepFailure({
      zh: `${plan.title.zh}没有起来`,
      en: `${plan.title.en} did not start`,
      ended: reasonOf(error),
      lines: linesSince(plan.logFile, begin),
      logFile: plan.logFile,
    });
  }
  let up = true;
  const stopping = new AbortController();
  const watching = watch();

  async function watch(): Promise<void> {
    let pauseMs = firstPauseMs;
    for (;;) {
      const since = performance.now();
      const reason = await current.gone;
      up = false;
      if (stopping.signal.aborted) return;
      if (performance.now() - since > 10_000) pauseMs = firstPauseMs;
      const seconds = pauseMs / 1000;
      say(
        `${plan.title.zh}停了（${reason}，记录在 ${plan.logFile}），${seconds} 秒后重新启动`,
        `${plan.title.en} ended (${reason}; its log is ${plan.logFile}); starting it again in ${seconds} s`,
      );
      await pause(pauseMs, stopping.signal);
      pauseMs = Math.min(pauseMs * 2, longestPauseMs);
      await untilThereIsRoom(dirname(plan.logFile), stopping.signal);
      if (stopping.signal.aborted) return;
      current = launch(plan, true);
      try {
        await current.ready;
        up = true;
        say(`${plan.title.zh}已恢复`, `${plan.title.en} is back`);
      } catch {
        await end(current);
      }
    }
  }

  return {
    isUp: () => up,
    async stop() {
      stopping.abort();
      up = false;
      await end(current);
      await watching;
      rmSync(plan.pidFile, { force: true });
    },
  };
}

/** Rejects when the user stops a start that is under way. */
function interruption(stop?: AbortSignal): Promise<never> {
  return new Promise((_, reject) => {
    const interrupt = (): void => reject(new Error('stopped'));
    if (stop?.aborted) interrupt();
    stop?.addEventListener('abort', interrupt, { once: true });
  });
}

async function end({ child, gone }: Launch): Promise<void> {
  if (!child) return;
  child.kill('SIGTERM');
  const timer = setTimeout(() => child.kill('SIGKILL'), patienceMs);
  await gone;
  clearTimeout(timer);
}

/** Repeats a call until it succeeds; gives up, with its last error, when the signal is aborted or time is up. */
export async function untilItAnswers(call: () => Promise<void>, gone: AbortSignal, limitMs = 120_000): Promise<void> {
  const begun = performance.now();
  for (;;) {
    try {
      return await call();
    } catch (error) {
      if (gone.aborted || performance.now() - begun > limitMs) throw error;
      await pause(50, gone);
    }
  }
}
