import { patched, workflowInfo } from '@temporalio/workflow';
import type { KeeperStart, RunStart } from '@app/contracts';

/**
 * Nearly every command of a working day meets a run that is not in the worker's memory and has to be replayed first, so what
 * there is to replay is kept short (docs/decisions/0034): a phase, and of a long one so many local writes.
 */
const RIPE_WRITES = 8;

/** The engine refuses further commands after 2,000 in one execution and further events after 51,200; a task may take ten seconds. */
const WORN_WRITES = 250;

/** An execution that follows another within a second is held back by the engine until that second is over. */
const LEAST_AGE_MS = 1000;

/** Whether the engine would hold back an execution that followed now; by the time of the history, which a replay repeats. */
function isYoung(): boolean {
  // eslint-disable-next-line no-restricted-syntax -- in a workflow it is the time of the history
  return Date.now() - workflowInfo().startTime.getTime() < LEAST_AGE_MS;
}

/** After how many events a keeper goes on in a new history; one that 0.1.0 started, after a replay of three seconds. */
const [RIPE_KEEPER_EVENTS, WORN_KEEPER_EVENTS] = [30, 2500];

/** Whether a keeper should go on in a new history now. */
export function isKeeperRipe({ histories }: Pick<KeeperStart, 'histories'>): boolean {
  const { continueAsNewSuggested, historyLength } = workflowInfo();
  if (histories === 'short') return continueAsNewSuggested || (historyLength >= RIPE_KEEPER_EVENTS && !isYoung());
  return continueAsNewSuggested || (historyLength >= WORN_KEEPER_EVENTS && patched('2026-12-worn-keeper'));
}

/**
 * How old an execution's history is. Looked at where a message or an answer is in the history: a task whose commands were all
 * refused leaves no trace there, and what was decided in it could not be replayed.
 */
export class Age {
  /**
   * `ripe`: to be gone on from in a new history as soon as nobody waits for an answer and nothing is to be told; `worn`: to
   * be left at once, and commands that come meanwhile are sent away for a moment.
   */
  wear: 'fresh' | 'ripe' | 'worn' = 'fresh';
  private writes = 0;
  private begunIn: string | undefined;
  private readonly isShort: boolean;

  constructor({ histories, resumed }: Pick<RunStart<unknown>, 'histories' | 'resumed'>) {
    this.isShort = histories === 'short';
    this.begunIn = resumed?.left?.phase;
  }

  /** Whether this execution knows the row. */
  get hasWritten(): boolean {
    return this.writes > 0;
  }

  /** After the answer of a local write. `phase`: in which the run stands now. */
  wrote(phase: string): void {
    this.writes += 1;
    this.begunIn ??= phase;
    if (this.isShort && (phase !== this.begunIn || this.writes >= RIPE_WRITES) && !isYoung()) this.wear = 'ripe';
    this.look();
  }

  /** After any message. */
  look(): void {
    if (this.writes >= WORN_WRITES || workflowInfo().continueAsNewSuggested) this.wear = 'worn';
  }
}
