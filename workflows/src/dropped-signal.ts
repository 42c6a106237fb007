import { log, setDefaultSignalHandler, workflowInfo } from '@temporalio/workflow';
import type { Instant } from '@app/domain';
import { LOCAL_WRITE, writes } from './activity-options';

/** So many of one execution are recorded; who sends more fills no table. */
const RECORDED = 50;

/** Signals that nobody knows: recorded by their names and dropped, so that they block no run and become no fact. */
export class DroppedSignals {
  private count = 0;

  /** `now`: programme time that the run has reached; null where it knows none. */
  constructor(private readonly now: () => Instant | null) {
    setDefaultSignalHandler((name) => this.drop(name));
  }

  async drop(name: string): Promise<void> {
    const { workflowId, runId } = workflowInfo();
    const no = (this.count += 1);
    log.warn('signal dropped', { signal: name, no });
    if (no > RECORDED) return;
    const dropped = { workflowId, runId, no, at: this.now() };
    await writes.noteDropped.executeWithOptions({ ...LOCAL_WRITE, summary: 'dropped' }, [dropped]);
  }
}
