import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { api } from '../client';
import { useCampaignId } from './campaign';
import { may, useMe } from './me';

/** Of many changes at once the pages are read anew so often at most. */
const PAUSE_MS = 2000;

/** A stream that the server ended (a session that ended, too many pages) is asked for again after this. */
const AGAIN_MS = 15_000;

/** The server tells the time every quarter of a minute: a stream that says nothing for so long is dead, as after a sleep. */
const SILENCE_MS = 45_000;

/** What is being asked already is not asked twice. */
const KEEP = { cancelRefetch: false } as const;

const EVENTS = ['ready', 'changed', 'reset', 'time'] as const;

/**
 * Keeps what is in sight as the API has it: what changed in the campaign is told by a stream, and with it the programme time.
 * A page that nobody looks at listens to nothing and reads anew once somebody does.
 */
export function useChanges(): void {
  const campaignId = useCampaignId();
  const { offices } = useMe();
  const mayHear = may('readOverview', offices); // an administrator is told nothing of the business
  const cache = useQueryClient();
  useEffect(() => {
    if (campaignId === undefined || !mayHear) return undefined;
    const clockKey = api.queryOptions('get', '/api/v1/campaigns/{id}', {
      params: { path: { id: campaignId } },
    }).queryKey;
    let source: EventSource | null = null;
    let again: number | undefined;
    let pause: number | undefined;
    let silence: number | undefined;
    const refresh = () => {
      // a list that was read over several pages says that it is old, and is not read anew under its reader
      void cache.invalidateQueries({ predicate: ({ state }) => isLong(state.data), refetchType: 'none' });
      void cache.invalidateQueries({ predicate: ({ state }) => !isLong(state.data) }, KEEP);
    };
    const soon = () => {
      pause ??= window.setTimeout(() => {
        pause = undefined;
        refresh();
      }, PAUSE_MS);
    };
    const hear = ({ type, data }: MessageEvent<string>) => {
      expectMore();
      const { now } = JSON.parse(data) as { now: string };
      const known = cache.getQueryData<Clocked>(clockKey);
      if (type !== 'time') soon();
      else if (known && known.clock.standing !== (known.clock.now === now)) {
        void cache.invalidateQueries({ queryKey: clockKey }); // it was held, or let go
      }
      if (known) cache.setQueryData(clockKey, { ...known, clock: { ...known.clock, now } });
    };
    const listen = () => {
      stop();
      if (document.hidden) return;
      source = new EventSource(`/api/v1/campaigns/${campaignId}/changes`);
      for (const event of EVENTS) source.addEventListener(event, hear);
      expectMore();
      source.onerror = () => {
        // the browser comes back by itself; one question shows whether anybody answers
        if (source?.readyState !== EventSource.CLOSED)
          return void cache.invalidateQueries({ queryKey: clockKey }, KEEP);
        again = window.setTimeout(listen, AGAIN_MS);
        refresh();
      };
    };
    const expectMore = () => {
      window.clearTimeout(silence);
      silence = window.setTimeout(listen, SILENCE_MS);
    };
    const stop = () => {
      source?.close();
      window.clearTimeout(again);
      window.clearTimeout(silence);
    };
    listen();
    document.addEventListener('visibilitychange', listen);
    return () => {
      document.removeEventListener('visibilitychange', listen);
      window.clearTimeout(pause);
      stop();
    };
  }, [campaignId, mayHear, cache]);
}

interface Clocked {
  readonly clock: { readonly now: string; readonly standing: boolean };
}

function isLong(data: unknown): boolean {
  const { pages } = (data ?? {}) as { pages?: readonly unknown[] };
  return pages !== undefined && pages.length > 1;
}
