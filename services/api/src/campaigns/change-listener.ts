import type { Response } from 'express';
import type { Instant } from '@app/domain';
import type { StreamSubject } from '@app/persistence';
import { placeOf } from '../process/places';
import type { Speaker } from '../edge/speaker';
import type { ChangeEvent } from './changes.dto';

/** What of the campaign changed, by kind and id, at which programme time, as it goes over the wire. */
export function messageOf(
  event: ChangeEvent,
  now: Instant,
  changes: readonly Pick<StreamSubject, 'kind' | 'id'>[] = [],
): string {
  return `event: ${event}\ndata: ${JSON.stringify({ now, changes })}\n\n`;
}

/** Who takes nothing in for so long that this much is unsent is cut off; he comes back to where he was. */
const UNSENT_BYTES = 256 * 1024;

/** One stream of server-sent events, and the offices that it may tell. Until it is opened it keeps what there is to tell. */
export class ChangeListener {
  private held: string[] | null = [];
  /** Whoever holds the same ones may be told the same. */
  readonly offices: string;

  constructor(
    readonly speaker: Speaker,
    private readonly response: Response,
  ) {
    this.offices = JSON.stringify(speaker.offices);
  }

  get session(): string {
    return this.speaker.identity.tokenHash;
  }

  sees(subject: StreamSubject): boolean {
    return this.speaker.officesSeeing(placeOf({ ...subject, organisationKind: null })).length > 0; // reading asks no superior
  }

  /** Begins the answer with what `first` sends; then comes what was kept. */
  open(first: () => void): void {
    this.response.writeHead(200, {
      'content-type': 'text/event-stream; charset=utf-8',
      'cache-control': 'no-store',
      'x-accel-buffering': 'no',
    });
    const held = this.held ?? [];
    this.held = null;
    first();
    for (const text of held) this.write(text);
  }

  /** A message, null of none. `position`: from where it is told again should it break off after this. */
  send(message: string | null, position?: number): void {
    if (message !== null) this.write(position === undefined ? message : `id: ${position}\n${message}`);
  }

  /** A sign of life that says nothing. */
  breathe(): void {
    this.write(':\n\n');
  }

  end(): void {
    this.response.end();
  }

  private write(text: string): void {
    if (this.held) {
      this.held.push(text);
      return;
    }
    if (this.response.writableEnded || this.response.destroyed) return;
    this.response.write(text);
    if (this.response.writableLength > UNSENT_BYTES) this.response.destroy();
  }
}
