import { Context } from '@temporalio/activity';
import { DataSource } from 'typeorm';
import { Inject, Injectable } from '@nestjs/common';
import { mailText, msOf, restAfter } from '@app/domain';
import { inTransaction, makeDeliveries, recordTry, takeDelivery } from '@app/persistence';
import type { Clock, MailServer } from '@app/platform';
import { CLOCK } from './clock';

/** Injection token of the mail server and of the console's address, which its mails name. */
export const POST = Symbol('Post');

/** What mails are sent with. */
export interface Post {
  readonly server: Pick<MailServer, 'send'>;
  /** Null where the settings name none. */
  readonly console: string | null;
}

/** How often it is looked what is to be sent, and how long one turn goes on. */
const LOOK_MS = 2000;
const TURN_MS = 10 * 60_000;
/** A sign of life, however long a server takes to answer. */
const BEAT_MS = 5000;

/** What leaves the building: slow, foreign, and nobody waits for it (docs/decisions/0040). */
@Injectable()
export class DeliveryActivities {
  /** What of it workflows call. */
  static readonly ACTIVITIES = ['sendDeliveries'] as const satisfies readonly (keyof DeliveryActivities)[];

  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
    @Inject(POST) private readonly post: Post | null,
  ) {}

  /** One turn: makes and sends what is due, again and again. A server that cannot be reached is left alone for a while, longer each time. */
  async sendDeliveries(): Promise<void> {
    const context = Context.current();
    const { cancellationSignal } = context;
    const beat = setInterval(() => context.heartbeat(), BEAT_MS);
    try {
      await this.goOn(context);
    } finally {
      clearInterval(beat);
    }
    cancellationSignal.throwIfAborted();
  }

  private async goOn(context: Context): Promise<void> {
    const { cancellationSignal } = context;
    const end = this.now() + TURN_MS;
    let failures = 0;
    let restUntil = 0;
    while (this.now() < end && !cancellationSignal.aborted) {
      await inTransaction(this.dataSource, (m) => makeDeliveries(m, this.clock.now()));
      while (this.now() >= restUntil && !cancellationSignal.aborted) {
        const outcome = await this.sendNext();
        if (outcome === null) break;
        failures = outcome === 'unreachable' ? failures + 1 : 0;
        if (failures > 0) restUntil = this.now() + restAfter(failures);
      }
      await context.sleep(LOOK_MS).catch(() => undefined); // ended by the signal that the loop asks for
    }
  }

  private now(): number {
    return msOf(this.clock.now());
  }

  /** Null where nothing is due. Killed after the server took the mail and before that is written, it is sent again, under the same id. */
  private async sendNext() {
    if (!this.post) return null;
    const taken = await inTransaction(this.dataSource, (m) => takeDelivery(m, this.clock.now()));
    if (!taken) return null;
    const { delivery, address, lines } = taken;
    const tried = await this.post.server.send({ id: delivery.id, to: address, ...mailText(lines, this.post.console) });
    await inTransaction(this.dataSource, (m) => recordTry(m, taken, { ...tried, now: this.clock.now() }));
    return tried.outcome;
  }
}
