import { log, setDefaultSignalHandler, workflowInfo } from '@temporalio/workflow';
import type { Instant } from '@app/domain';
import { LOCAL_WRITE, writes } from './activity-options';

/** So many of one execution are recorded; who sends more fills no table. */
const RECORDED = 50;

/** Signals that nobody knows: recorded by their names and dropped, so that they block no run and become no event. */
export class DroppedSignals {
  private count = 0;

  /** `now`: programme time that the run has reached; null where it knows none. `dropped`: called for each one. */
  constructor(
    private readonly now: () => Instant | null,
    private readonly dropped: () => void = () => undefined,
  ) {}

  /**
   * Last of all handlers: it is given at once whatever waits for a handler that is not set yet, as what was told to a run
   * while it went over into a new history.
   */
  takeTheRest(): void {
    setDefaultSignalHandler((name) => this.drop(name));
  }

  async drop(name: string): Promise<void> {
    const { workflowId, runId } = workflowInfo();
    const no = (this.count += 1);
    log.warn('signal dropped', { signal: name, no });
    this.dropped();
    if (no > RECORDED) return;
    const note = { workflowId, runId, no, at: this.now() };
    await writes.noteDropped.executeWithOptions({ ...LOCAL_WRITE, summary: 'dropped' }, [note]);
  }
}
