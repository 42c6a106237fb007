import { setImmediate as immediately } from 'node:timers/promises';
import { Inject, Injectable, type OnModuleDestroy } from '@nestjs/common';
import type { Response } from 'express';
import { DataSource } from 'typeorm';
import { DomainError, type Instant, instantOf, msOf } from '@app/domain';
import { type MovedHead, readMovedHeads, readSubjects, type StreamSubject } from '@app/persistence';
import { Clock, type Logger } from '@app/platform';
import { ProgrammeTime } from '../edge/programme-time';
import { Sessions } from '../edge/sessions';
import type { Speaker } from '../edge/speaker';
import { LOGGER } from '../process/run-watch';
import { ChangeListener, messageOf } from './change-listener';

/** How often the log is looked at, and in how many looks everybody is told the time and asked for his session once. */
const LOOK_MS = 1000;
const LOOKS_PER_BEAT = 10;

/** What was appended at an instant is seen when its transaction ends: so far is looked back each time. */
const BACK_MS = 30_000;

/** Of more changes at once nobody hears one by one: he is told to read anew. */
const MOST_CHANGES = 500;

/** So many are told in one go: a command that comes in meanwhile is not kept waiting until all know. */
const AT_ONCE = 25;

const LISTENERS = 1000;
const LISTENERS_PER_SESSION = 6;

/** A campaign that somebody listens to. */
interface Watched {
  readonly listeners: Set<ChangeListener>;
  /** Up to which real time its log was looked at: the position of whoever listens. */
  lookedAt: number;
  /** How far each stream reached that was written to of late. */
  heads: ReadonlyMap<string, number>;
}

/** What there is to tell: null of too many. */
interface News {
  readonly now: Instant;
  readonly subjects: readonly StreamSubject[] | null;
}

/**
 * Tells whoever listens what changed. There is one reader for all: while somebody listens, the heads of the campaign's
 * streams are looked at each second, and each hears of what his offices contain. A change may be told twice; one whose
 * transaction ends later than so far is looked back is heard of with the next of its stream (docs/decisions/0029).
 */
@Injectable()
export class Changes implements OnModuleDestroy {
  private readonly watched = new Map<string, Watched>();
  private timer: NodeJS.Timeout | null = null;
  private looks = 0;
  private isFaulty = false;
  private isEnding = false;

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly time: ProgrammeTime,
    private readonly sessions: Sessions,
    @Inject(LOGGER) private readonly logger: Logger,
  ) {
    sessions.onClose((tokenHash) => this.endOf(({ session }) => session === tokenHash));
  }

  /** Opens a stream: what changed after a position comes first, then that it is ready. Refuses one too many. */
  async listen(
    speaker: Speaker,
    { campaignId, after }: { readonly campaignId: string; readonly after: number | null },
    response: Response,
  ): Promise<void> {
    const listener = new ChangeListener(speaker, response);
    const watched = await this.join(campaignId, listener);
    const { lookedAt } = watched;
    response.once('close', () => watched.listeners.delete(listener));
    if (response.destroyed) watched.listeners.delete(listener);
    const now = await this.time.now(campaignId);
    const missed = after === null ? null : await this.missedSince(campaignId, after);
    if (response.headersSent || response.destroyed) return;
    listener.open(() => {
      if (missed) listener.send(messagesOf(missed)(listener));
      listener.send(messageOf('ready', now), lookedAt);
    });
    if (this.isEnding) listener.end();
  }

  /** Ends every stream, and opens none any more. */
  end(): void {
    this.isEnding = true;
    if (this.timer) clearTimeout(this.timer);
    this.endOf(() => true);
  }

  onModuleDestroy(): void {
    this.end();
  }

  private async join(campaignId: string, listener: ChangeListener): Promise<Watched> {
    const begun = this.watched.get(campaignId) ?? (await this.begin(campaignId));
    const watched = this.watched.get(campaignId) ?? begun;
    this.admit(listener);
    this.watched.set(campaignId, watched);
    watched.listeners.add(listener);
    this.run();
    return watched;
  }

  private admit({ session }: ChangeListener): void {
    if (this.isEnding) throw new DomainError('service-stopping', '服务正在停止，请稍后重试', {});
    const all = this.listeners();
    const own = all.filter((other) => other.session === session);
    if (all.length < LISTENERS && own.length < LISTENERS_PER_SESSION) return;
    throw new DomainError('too-many-requests', '同时打开的页面过多，请关闭一些再试', {});
  }

  private async begin(campaignId: string): Promise<Watched> {
    const lookedAt = this.now();
    return { listeners: new Set(), lookedAt, heads: sequences(await this.movedSince(campaignId, lookedAt)) };
  }

  private run(): void {
    if (this.timer || this.isEnding) return;
    this.timer = setTimeout(() => {
      void this.lookAtAll().finally(() => {
        this.timer = null;
        if (this.watched.size > 0) this.run();
      });
    }, LOOK_MS);
  }

  private async lookAtAll(): Promise<void> {
    this.looks += 1;
    try {
      for (const [campaignId, watched] of this.watched) {
        if (watched.listeners.size === 0) this.watched.delete(campaignId);
        else await this.look(campaignId, watched);
      }
      await this.askForSessions();
      this.isFaulty = false;
    } catch (error) {
      if (!this.isFaulty) this.logger.warn({ err: error }, 'it could not be seen what changed');
      this.isFaulty = true;
      for (const listener of this.listeners()) listener.breathe();
    }
  }

  private async look(campaignId: string, watched: Watched): Promise<void> {
    const lookedAt = this.now();
    const heads = await this.movedSince(campaignId, watched.lookedAt);
    const moved = heads.filter(({ stream, sequence }) => (watched.heads.get(stream) ?? 0) < sequence);
    if (moved.length > 0) {
      const news = await this.newsOf(campaignId, moved);
      const messageTo = messagesOf(news);
      await inTurns(watched.listeners, (listener) => listener.send(messageTo(listener), lookedAt));
    }
    if (this.looks % LOOKS_PER_BEAT === 0) {
      const beat = messageOf('time', await this.time.now(campaignId));
      await inTurns(watched.listeners, (listener) => listener.send(beat, lookedAt));
    }
    watched.heads = sequences(heads);
    watched.lookedAt = lookedAt;
  }

  private async missedSince(campaignId: string, after: number): Promise<News> {
    const since = instantOf(Math.max(0, after - BACK_MS));
    const asked = { campaignId, since, limit: MOST_CHANGES + 1 };
    return this.newsOf(campaignId, await readMovedHeads(this.dataSource.manager, asked));
  }

  private async newsOf(campaignId: string, heads: readonly MovedHead[]): Promise<News> {
    const now = await this.time.now(campaignId);
    const streams = heads.map(({ stream }) => stream);
    const isMany = heads.length > MOST_CHANGES;
    return { now, subjects: isMany ? null : await readSubjects(this.dataSource.manager, streams) };
  }

  private movedSince(campaignId: string, position: number): Promise<MovedHead[]> {
    return readMovedHeads(this.dataSource.manager, { campaignId, since: instantOf(position - BACK_MS) });
  }

  /** Whose session ended, or whose offices changed, is cut off; some are asked with each look. */
  private async askForSessions(): Promise<void> {
    const all = [...new Set(this.listeners().map(({ session }) => session))];
    for (const session of all.filter((_, at) => at % LOOKS_PER_BEAT === this.looks % LOOKS_PER_BEAT)) {
      const now = officesOf(await this.sessions.holderOf(session));
      this.endOf((listener) => listener.session === session && officesOf(listener.speaker.identity) !== now);
    }
  }

  private endOf(isOf: (listener: ChangeListener) => boolean): void {
    for (const listener of this.listeners()) if (isOf(listener)) listener.end();
  }

  private listeners(): ChangeListener[] {
    return [...this.watched.values()].flatMap(({ listeners }) => [...listeners]);
  }

  private now(): number {
    return msOf(this.clock.now());
  }
}

/** What of the news a listener may be told, null of nothing; seen through once for all who hold the same offices. */
function messagesOf({ now, subjects }: News): (listener: ChangeListener) => string | null {
  if (subjects === null) return () => messageOf('reset', now);
  const told = new Map<string, string | null>();
  return (listener) => {
    const known = told.get(listener.offices);
    if (known !== undefined) return known;
    const changes = subjects.filter((subject) => listener.sees(subject)).map(({ kind, id }) => ({ kind, id }));
    const message = changes.length > 0 ? messageOf('changed', now, changes) : null;
    told.set(listener.offices, message);
    return message;
  };
}

async function inTurns(listeners: Iterable<ChangeListener>, tell: (listener: ChangeListener) => void): Promise<void> {
  const all = [...listeners];
  for (let from = 0; from < all.length; from += AT_ONCE) {
    await immediately(); // after what waits to be read
    all.slice(from, from + AT_ONCE).forEach(tell);
  }
}

function sequences(heads: readonly MovedHead[]): Map<string, number> {
  return new Map(heads.map(({ stream, sequence }) => [stream, sequence]));
}

function officesOf(identity: Speaker['identity'] | null): string {
  return JSON.stringify(identity?.offices ?? null);
}
