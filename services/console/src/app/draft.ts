import { hashKey } from '@tanstack/react-query';
import { Problem } from '../problem';

/** A draft as the API answers it. */
export interface SavedDraft<B> {
  readonly version: number;
  readonly etag: string;
  readonly digest: string;
  /** Nobody: as it was opened. */
  readonly authorId: string | null;
  readonly savedAt: string;
  readonly frozenAt: string | null;
  readonly body: B;
}

/** The part of `localStorage` that is needed. */
type CopyStore = Pick<Storage, 'getItem' | 'setItem' | 'removeItem'>;

/** What is typed and not on the server yet, and over which version it was typed. */
interface Copy<B> {
  readonly body: B;
  readonly etag: string;
}

interface DraftParts<B> {
  /** Whose draft of what: where its copy lies in this browser. */
  readonly place: string;
  readonly store: CopyStore;
  readonly save: (body: B, etag: string) => Promise<SavedDraft<B>>;
  /** The newest version, asked for when a save meets another's. */
  readonly read: () => Promise<SavedDraft<B>>;
}

export interface DraftView<B> {
  readonly body: B;
  readonly saved: SavedDraft<B>;
  /** `waiting`: typed, to be saved in a moment; `away`: kept in this browser until the server answers. */
  readonly state: 'saved' | 'waiting' | 'saving' | 'away' | 'refused' | 'conflict';
  /** Why it was refused. */
  readonly error: unknown;
  /** What another saved in the meantime, where both texts wait for a choice. */
  readonly theirs: SavedDraft<B> | null;
}

/** After the last key; short enough that nobody waits for it. */
const QUIET_MS = 800;
/** A save that takes longer is said to be away: the client goes on trying below. */
const PATIENCE_MS = 4000;
const RETRY_MS = 5000;

/**
 * A draft that saves itself. Whatever is typed lies in this browser at once and until the server has it, so neither a reload,
 * nor the end of a session, nor an API that is away loses it; over another's version it saves nothing before somebody chose.
 */
export class Draft<B> {
  private view: DraftView<B>;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private running: Promise<void> | null = null;

  constructor(
    private readonly parts: DraftParts<B>,
    saved: SavedDraft<B>,
  ) {
    this.view = { body: saved.body, saved, state: 'saved', error: null, theirs: null };
    this.restore(saved);
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  };

  readonly current = (): DraftView<B> => this.view;

  readonly type = (body: B): void => {
    const { saved, theirs } = this.view;
    this.keep(body, saved.etag);
    if (theirs) return this.show({ body });
    this.show({ body, state: 'waiting', error: null });
    this.saveIn(QUIET_MS);
  };

  /** What a refresh of the page brought; it replaces nothing that was typed. */
  seen(saved: SavedDraft<B>): void {
    if (this.view.state === 'saved' && saved.version > this.view.saved.version) this.show({ saved, body: saved.body });
    else if (this.view.state === 'saved' && saved.frozenAt !== this.view.saved.frozenAt) this.show({ saved });
  }

  /** Saves now what is not saved yet; the saved version, or null where it could not be. */
  async settle(): Promise<SavedDraft<B> | null> {
    clearTimeout(this.timer);
    await this.running;
    if (this.view.state !== 'saved') await this.save();
    return this.view.state === 'saved' ? this.view.saved : null;
  }

  /** Tries again what is away. */
  readonly retry = (): void => {
    if (this.view.state === 'away') this.saveIn(0);
  };

  /** Mine goes over what another saved. */
  readonly keepMine = (): void => {
    const { theirs, body } = this.view;
    if (!theirs) return;
    this.keep(body, theirs.etag);
    this.show({ saved: theirs, theirs: null, state: 'waiting' });
    this.saveIn(0);
  };

  readonly takeTheirs = (): void => {
    const { theirs } = this.view;
    if (theirs) this.arrived(theirs, { sent: this.view.body, shown: theirs.body });
  };

  /** Goes on with what an earlier page left. */
  start(): void {
    if (this.view.state === 'waiting') this.saveIn(0);
  }

  stop(): void {
    clearTimeout(this.timer);
    if (this.view.state === 'waiting') void this.save();
  }

  private restore(saved: SavedDraft<B>): void {
    const { store, place } = this.parts;
    const kept = store.getItem(place);
    if (kept === null) return;
    const copy = JSON.parse(kept) as Copy<B>;
    if (saved.frozenAt !== null || isSame(copy.body, saved.body)) return store.removeItem(place);
    if (copy.etag !== saved.etag) return this.show({ body: copy.body, state: 'conflict', theirs: saved });
    this.show({ body: copy.body, state: 'waiting' });
  }

  private saveIn(ms: number): void {
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.save(), ms);
  }

  /** One save at a time; what is typed meanwhile is saved after it. */
  private save(): Promise<void> {
    this.running ??= this.saveOnce().finally(() => (this.running = null));
    return this.running;
  }

  private async saveOnce(): Promise<void> {
    const { body, saved, theirs } = this.view;
    if (theirs) return;
    this.show({ state: 'saving', error: null });
    const late = setTimeout(() => this.show({ state: 'away' }), PATIENCE_MS);
    try {
      this.arrived(await this.parts.save(body, saved.etag), { sent: body, shown: body });
    } catch (error) {
      await this.failed(error);
    } finally {
      clearTimeout(late);
    }
  }

  /** What was typed stays as it was typed: the server trims. */
  private arrived(saved: SavedDraft<B>, { sent, shown }: { readonly sent: B; readonly shown: B }): void {
    if (isSame(this.view.body, sent)) {
      this.parts.store.removeItem(this.parts.place);
      return this.show({ saved, body: shown, state: 'saved', error: null, theirs: null });
    }
    this.keep(this.view.body, saved.etag);
    this.show({ saved, state: 'waiting', error: null });
    this.saveIn(QUIET_MS);
  }

  private async failed(error: unknown): Promise<void> {
    const problem = error instanceof Problem ? error : null;
    if (problem?.code === 'precondition-failed') return this.meet();
    if (problem && !problem.isUnsettled && !problem.isSessionEnd) return this.show({ state: 'refused', error });
    this.show({ state: 'away', error });
    if (!problem?.isSessionEnd) this.saveIn(RETRY_MS);
  }

  /** Another saved in between: where he wrote the same, nothing is to be chosen. */
  private async meet(): Promise<void> {
    try {
      const theirs = await this.parts.read();
      if (isSame(theirs.body, this.view.body))
        return this.arrived(theirs, { sent: theirs.body, shown: this.view.body });
      this.show({ state: 'conflict', theirs });
    } catch (error) {
      this.show({ state: 'away', error });
      this.saveIn(RETRY_MS);
    }
  }

  private keep(body: B, etag: string): void {
    this.parts.store.setItem(this.parts.place, JSON.stringify({ body, etag } satisfies Copy<B>));
  }

  private show(changed: Partial<DraftView<B>>): void {
    this.view = { ...this.view, ...changed };
    for (const listener of this.listeners) listener();
  }
}

function isSame(one: unknown, other: unknown): boolean {
  return hashKey([one]) === hashKey([other]);
}
