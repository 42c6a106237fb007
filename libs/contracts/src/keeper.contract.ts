import { defineSignal } from '@temporalio/workflow';
import type { Instant } from '@app/domain';

/** Start input of a keeper: one per organisation, one for the committee. */
export interface KeeperStart {
  readonly campaignId: string;
  readonly campaignKey: string;
  readonly keeperId: string;
  /** The committee's keeper also has the digests made each workday. */
  readonly digests: boolean;
  /** Carried over continue-as-new. */
  readonly firings?: number;
}

/** What a keeper's local write answers. `sleepMs`: real milliseconds to the next instant; `held`: wait for the clock. */
export interface KeeperAnswer {
  readonly fired: number;
  readonly next: { readonly at: Instant; readonly sleepMs: number } | 'held' | null;
  /** News for organisation runs that follow from an expiry. */
  readonly news: readonly {
    readonly workflowId: string;
    readonly messageId: string;
    readonly receivedAt: Instant;
    readonly news: unknown;
  }[];
}

/** A change brought an earlier instant, or a met deadline has a slip to close: look at the rows again. */
export const wakeKeeper = defineSignal('wakeKeeper');

/** The programme clock goes on. */
export const clockReleased = defineSignal('clockReleased');
