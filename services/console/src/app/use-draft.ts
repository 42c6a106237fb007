import { type QueryKey, useQueryClient } from '@tanstack/react-query';
import { useEffect, useState, useSyncExternalStore } from 'react';
import { Problem } from '../problem';
import { Draft, type DraftView, type SavedDraft } from './draft';
import { useMe } from './me';
import { noteSessionEnd, useSessionEnd } from './session';

/** How a page reads and writes its draft; the version that a save is over goes into If-Match. */
interface DraftDoor<B> {
  readonly id: string;
  readonly queryKey: QueryKey;
  readonly save: (body: B, etag: string) => Promise<SavedDraft<B>>;
  readonly read: () => Promise<SavedDraft<B>>;
}

export interface OpenDraft<B> extends DraftView<B> {
  readonly type: (body: B) => void;
  /** Saves what is not saved yet and answers the digest that a hand-over names, or null where saving was refused. */
  readonly settle: () => Promise<string | null>;
  readonly keepMine: () => void;
  readonly takeTheirs: () => void;
  readonly isFrozen: boolean;
}

/** The draft of a form, begun from what the server has: it saves itself, and nothing typed is lost. */
export function useDraft<B>(saved: SavedDraft<B>, { id, queryKey, save, read }: DraftDoor<B>): OpenDraft<B> {
  const { me } = useMe();
  const queries = useQueryClient();
  const [draft] = useState(() => {
    const noting = async (answer: Promise<SavedDraft<B>>) => {
      try {
        const newer = await answer;
        queries.setQueryData(queryKey, newer);
        return newer;
      } catch (error) {
        if (error instanceof Problem && error.isSessionEnd) noteSessionEnd();
        throw error;
      }
    };
    const place = `duibiao.draft.${me.login}.${id}`;
    const parts = {
      place,
      store: localStorage,
      save: (body: B, etag: string) => noting(save(body, etag)),
      read: () => noting(read()),
    };
    return new Draft(parts, saved);
  });
  const view = useSyncExternalStore(draft.subscribe, draft.current);
  const hasEnded = useSessionEnd();
  useEffect(() => draft.seen(saved), [draft, saved]);
  useEffect(() => {
    if (!hasEnded) draft.retry();
  }, [draft, hasEnded]);
  useEffect(() => {
    draft.start();
    window.addEventListener('online', draft.retry);
    return () => {
      window.removeEventListener('online', draft.retry);
      draft.stop();
    };
  }, [draft]);
  return {
    ...view,
    isFrozen: view.saved.frozenAt !== null,
    type: draft.type,
    settle: async () => (await draft.settle())?.digest ?? null,
    keepMine: draft.keepMine,
    takeTheirs: draft.takeTheirs,
  };
}
