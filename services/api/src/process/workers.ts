import { Injectable } from '@nestjs/common';
import { PROCESS_QUEUE } from '@app/contracts';
import { Engine } from '../edge/engine';

/** A worker that finished something this recently is taken to live. */
const FRESH_MS = 3000;

/** One asking of a worker whether it lives, and how often: a dead one's poll may have caught the first. */
const PULSE_MS = 1000;
const TRIES = 2;

/** Whether somebody works on the commands: seen by what gets finished, and asked where nothing was for a while. */
@Injectable()
export class Workers {
  private finishedAt = -Infinity;
  private asking: Promise<boolean> | undefined;

  constructor(private readonly engine: Engine) {}

  /** A worker has just finished something. */
  noteFinished(): void {
    this.finishedAt = performance.now();
  }

  /** Whether the engine answers and no worker does; asked by many at once, it asks once. */
  async areAway(): Promise<boolean> {
    if (performance.now() - this.finishedAt < FRESH_MS) return false;
    this.asking ??= this.ask().finally(() => {
      this.asking = undefined;
    });
    return !(await this.asking);
  }

  private async ask(): Promise<boolean> {
    for (let left = TRIES; left > 0; left -= 1) {
      const [answers, finishes] = await Promise.all([
        this.engine.answers(PULSE_MS),
        this.engine.finishesTasks(PROCESS_QUEUE, PULSE_MS),
      ]);
      if (finishes) this.noteFinished();
      if (finishes || !answers) return true;
    }
    return false;
  }
}
