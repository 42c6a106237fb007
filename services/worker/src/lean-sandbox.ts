import { join } from 'node:path';
import threads, { type WorkerOptions } from 'node:worker_threads';

/** The SDK's thread in which workflows run. */
const THREAD = /workflow-worker-thread\.js$/;

/**
 * The sandbox of the workflows without a trace of every promise. The SDK takes a stack of each and looks it up in the source
 * map, so that `temporal workflow stack` can tell where a workflow waits: a third of a replay's processor time
 * (docs/decisions/0034). Our runs say in their details whom they wait for. To be called before the first worker is made.
 */
export function leaveOutTraces(): void {
  const { Worker } = threads;
  class LeanWorker extends Worker {
    constructor(file: string | URL, options?: WorkerOptions) {
      const first = ['--require', join(__dirname, 'sandbox-thread.js')];
      super(file, THREAD.test(String(file)) ? { ...options, execArgv: first } : options);
    }
  }
  Object.assign(threads, { Worker: LeanWorker });
}
