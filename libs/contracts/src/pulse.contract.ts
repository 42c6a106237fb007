import { defineQuery } from '@temporalio/workflow';

/** Answered by whichever worker takes the queue's next task: so it is seen that one polls and finishes what it took. */
export const readPulse = defineQuery<true>('readPulse');
