import { TemporalFailure } from '@temporalio/workflow';

/** No failure of an activity closes a run: a plain Error fails the task, which is repeated until mended. */
export async function unfailing<T>(work: Promise<T>): Promise<T> {
  try {
    return await work;
  } catch (error) {
    throw error instanceof TemporalFailure ? new Error(`activity failed: ${error.message}`) : error;
  }
}
