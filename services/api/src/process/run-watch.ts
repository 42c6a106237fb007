import { Inject, Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { type DeadRun, notRunning } from '@app/engine';
import { msOf } from '@app/domain';
import { countKeepersPast } from '@app/persistence';
import { Clock, type Logger } from '@app/platform';
import { Engine } from '../edge/engine';

/** How many open runs and keepers do not run, and how many keepers run whose instant has passed. */
export interface RunCounts {
  readonly runs: number;
  readonly keepers: number;
  readonly keepersPast: number;
}

/** What was seen at one look: the counts, and which runs and keepers do not run. */
export interface Seen {
  readonly counts: RunCounts;
  readonly dead: readonly DeadRun[];
}

export type { DeadRun };

/** What was seen this long ago is still said; asked later, it is looked again, and waited for at most `WAIT_MS`. */
const FRESH_MS = 15_000;
const WAIT_MS = 1500;

/** The log, as what is provided to the edge. */
export const LOGGER = Symbol('logger');

/** Whether everything that should run runs: looked at when asked, seldom, and never for long. */
@Injectable()
export class RunWatch {
  private seen: (Seen & { readonly at: number }) | null = null;
  private looking: Promise<void> | null = null;
  /** What kept it from looking since it could last. */
  private readonly faults = new Set<string>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly engine: Engine,
    private readonly clock: Clock,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {}

  /** The counts as they were seen last; null where they could not be had yet. Never throws. */
  async read(): Promise<RunCounts | null> {
    return (await this.look())?.counts ?? null;
  }

  /** All that was seen last. Never throws. */
  async look(): Promise<Seen | null> {
    if (this.seen === null || this.now() - this.seen.at > FRESH_MS) {
      this.looking ??= this.lookNow().finally(() => (this.looking = null));
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, WAIT_MS)));
      await Promise.race([this.looking, late]);
      clearTimeout(timer);
    }
    return this.seen;
  }

  private async lookNow(): Promise<void> {
    try {
      const { manager } = this.dataSource;
      const dead = await notRunning(manager, await this.engine.client());
      const keepers = dead.filter(({ run }) => run.kind === 'keeper').length;
      const keepersPast = await countKeepersPast(manager);
      this.seen = { at: this.now(), counts: { runs: dead.length - keepers, keepers, keepersPast }, dead };
      this.faults.clear();
    } catch (error) {
      this.seen = null; // readiness says by itself that database or engine is away
      this.warnOnce(error);
    }
  }

  private warnOnce(error: unknown): void {
    const { name, code, message } = error as Error & { readonly code?: unknown };
    const kind = `${name} ${typeof code === 'string' || typeof code === 'number' ? code : message}`;
    if (this.faults.has(kind)) return;
    this.faults.add(kind);
    this.logger.warn({ err: error }, 'it could not be seen which runs do not run');
  }

  private now(): number {
    return msOf(this.clock.now());
  }
}
