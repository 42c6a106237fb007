import { setTimeout as pause } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';

/** So long after a command somebody is taken to be at work still. */
const AT_WORK_MS = 500;

/** So many times as long as a keeper has worked all of them rest, while somebody is at work. */
const REST = 3;

/** Longer no keeper waits: a local write has three seconds in all, and a rung is not held up by whoever works all day. */
const PATIENCE_MS = 1000;

/** How often a keeper that waits looks whether the way is free. */
const LOOK_MS = 20;

/**
 * Whose turn it is within one worker: a command never waits, keepers give way. While commands come in, one keeper acts at a
 * time, and rests are kept between two; when nobody works, all that the worker lets through act at once
 * (docs/decisions/0013). Only when something is done is settled here, never what.
 */
@Injectable()
export class RightOfWay {
  private commands = 0;
  private lastCommand = -Infinity;
  private keepers = 0;
  private rested = -Infinity;

  async command<T>(work: () => Promise<T>): Promise<T> {
    this.commands += 1;
    try {
      return await work();
    } finally {
      this.commands -= 1;
      this.lastCommand = performance.now();
    }
  }

  async keeper<T>(work: () => Promise<T>): Promise<T> {
    const until = performance.now() + PATIENCE_MS;
    while (this.mustWait() && performance.now() < until) await pause(LOOK_MS);
    this.keepers += 1;
    const begun = performance.now();
    try {
      return await work();
    } finally {
      const ended = performance.now();
      this.keepers -= 1;
      this.rested = ended + REST * (ended - begun);
    }
  }

  private mustWait(): boolean {
    return this.somebodyWorks() && (this.keepers > 0 || performance.now() < this.rested);
  }

  private somebodyWorks(): boolean {
    return this.commands > 0 || performance.now() - this.lastCommand < AT_WORK_MS;
  }
}
