import { defineSignal } from '@temporalio/workflow';
import type { Instant, Revival } from '@app/domain';

/** Start input of a keeper: one per organisation, one for the committee. */
export interface KeeperStart {
  readonly campaignId: string;
  readonly campaignKey: string;
  readonly keeperId: string;
  /** Goes on in a new history after some thirty events; keepers that 0.1.0 started say nothing and do not. */
  readonly histories?: 'short';
  /** Carried over continue-as-new. */
  readonly firings?: number;
  /** What the last look of the execution before found is next; absent where somebody has woken it since. */
  readonly next?: KeeperAnswer['next'];
  /** Why the keeper had to be begun again. */
  readonly revival?: Revival;
}

/** What a keeper's local write is asked. */
export interface KeeperLook extends KeeperStart {
  /** Of the execution that was begun again, by which its event is known; only in its first look. */
  readonly revivedAs?: string;
}

/** News that a day has come, or gone by, that has a consequence, to be told to a run. */
export interface KeeperNews {
  readonly workflowId: string;
  readonly messageId: string;
  readonly receivedAt: Instant;
  readonly news: { readonly topic: string; readonly year?: number };
}

/** What a keeper's local write answers. `sleepMs`: real milliseconds to the next instant; `held`: wait for the clock. */
export interface KeeperAnswer {
  /** Rungs fired by this write. */
  readonly fired: number;
  readonly next: { readonly at: Instant; readonly sleepMs: number } | 'held' | null;
  readonly news: readonly KeeperNews[];
  /** The instant for which the committee's keeper has the daily reminders made now; null when none are due. */
  readonly remindersAt: Instant | null;
}

/** What the errand of making daily reminders is asked. */
export interface DailyReminderOrder {
  readonly campaignId: string;
  readonly keeperId: string;
  readonly at: Instant;
}

/** A change brought an earlier instant: look at the rows again. */
export const wakeKeeper = defineSignal('wakeKeeper');

/** The programme clock goes on. */
export const clockReleased = defineSignal('clockReleased');
