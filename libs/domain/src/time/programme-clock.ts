import { DomainError } from '../errors';
import { instantOf, msOf, type Instant } from './time';

/** A rehearsal's time runs on this long after the last heartbeat, so that no outage makes anyone late. */
export const HEARTBEAT_GRACE_MS = 250;

/** So far ahead a rehearsal is let run at most: a year mistyped would make everybody late, and no clock goes back. */
const LONGEST_RUN_MS = 5 * 366 * 86_400_000;

/** The clock row of a campaign: it may stand, it is never pushed forward. */
export interface ProgrammeClock {
  /** Real instant at which programme time was `anchorProgramme`. */
  readonly anchorReal: Instant;
  /** Programme instant. */
  readonly anchorProgramme: Instant;
  /** Programme milliseconds for each real millisecond; 1 in a real campaign. */
  readonly rate: number;
  /** Programme instant at which the clock was held; null while it runs. */
  readonly heldSince: Instant | null;
  /** Programme instant at which the clock stops by itself, exactly; null when it runs on. */
  readonly holdsAt: Instant | null;
  /** Real instant of the starter's last sign of life; only a rehearsal needs it. */
  readonly heartbeatAt: Instant | null;
  readonly rehearsal: boolean;
}

/** Programme time at the real instant `realNow`; a rehearsal that never had a heartbeat stands at its anchor. */
export function programmeNow(clock: ProgrammeClock, realNow: Instant): Instant {
  if (clock.heldSince !== null) return clock.heldSince;
  const elapsed = Math.max(0, liveUntilMs(clock, realNow) - msOf(clock.anchorReal));
  const computed = instantOf(msOf(clock.anchorProgramme) + Math.floor(elapsed * clock.rate));
  return clock.holdsAt !== null && computed > clock.holdsAt ? clock.holdsAt : computed;
}

/** Whether the clock stands: held, or stopped by itself at `holdsAt`. */
export function isStanding(clock: ProgrammeClock, realNow: Instant): boolean {
  return clock.heldSince !== null || (clock.holdsAt !== null && programmeNow(clock, realNow) >= clock.holdsAt);
}

/** Holds a rehearsal's clock where it is; holding twice changes nothing. */
export function hold(clock: ProgrammeClock, realNow: Instant): ProgrammeClock {
  refuseUnlessRehearsal(clock);
  return clock.heldSince !== null ? clock : { ...clock, heldSince: programmeNow(clock, realNow) };
}

/**
 * Lets a standing clock go on from the very instant at which it stands, to `until` (programme instant). Without it a hold
 * alone is lifted and the clock keeps its stop; that it runs on without one is never meant.
 * Re-anchoring there is the same as moving anchorReal on by the length of the hold, without its rounding.
 */
export function release(clock: ProgrammeClock, realNow: Instant, until?: Instant): ProgrammeClock {
  refuseUnlessRehearsal(clock);
  if (!isStanding(clock, realNow)) throw new DomainError('clock-not-held', '方案时钟未停', {});
  const now = programmeNow(clock, realNow);
  const holdsAt = until ?? (clock.heldSince === null ? null : clock.holdsAt);
  if (holdsAt === null) throw new DomainError('invalid-input', '请写明时钟走到何时停下', { pointer: '/until', now });
  if (holdsAt < now) {
    throw new DomainError('invalid-input', '停钟时刻早于当前方案时间', { pointer: '/until', until: holdsAt, now });
  }
  if (msOf(holdsAt) - msOf(now) > LONGEST_RUN_MS) {
    throw new DomainError('invalid-input', '停钟时刻超过当前方案时间五年', { pointer: '/until', until: holdsAt, now });
  }
  return { ...clock, anchorReal: realNow, anchorProgramme: now, heldSince: null, holdsAt };
}

/** The starter's sign of life: a silence longer than the grace moves anchorReal on by the excess, so time goes on where it stood. */
export function beat(clock: ProgrammeClock, realNow: Instant): ProgrammeClock {
  const silence = Math.max(0, msOf(realNow) - Math.max(liveUntilMs(clock, realNow), msOf(clock.anchorReal)));
  return { ...clock, anchorReal: instantOf(msOf(clock.anchorReal) + silence), heartbeatAt: realNow };
}

/**
 * Real milliseconds to sleep before `instant` (programme) is reached, 0 when it is; `held` when the clock stands or will
 * stop before it. During an outage of the starter the answer is at least the grace, so that a keeper does not spin.
 */
export function realDelayUntil(clock: ProgrammeClock, realNow: Instant, instant: Instant): number | 'held' {
  if (programmeNow(clock, realNow) >= instant) return 0;
  if (clock.heldSince !== null || (clock.holdsAt !== null && instant > clock.holdsAt)) return 'held';
  const target = msOf(instant) - msOf(clock.anchorProgramme);
  let needed = Math.ceil(target / clock.rate);
  while (Math.floor(needed * clock.rate) < target) needed += 1;
  const liveUntil = liveUntilMs(clock, realNow);
  const delay = msOf(clock.anchorReal) + needed - liveUntil;
  return liveUntil < msOf(realNow) ? Math.max(delay, HEARTBEAT_GRACE_MS) : delay;
}

/** The real instant up to which time counts: now, or the end of the grace after the last heartbeat. */
function liveUntilMs(clock: ProgrammeClock, realNow: Instant): number {
  if (!clock.rehearsal) return msOf(realNow);
  if (clock.heartbeatAt === null) return Math.min(msOf(realNow), msOf(clock.anchorReal));
  return Math.min(msOf(realNow), msOf(clock.heartbeatAt) + HEARTBEAT_GRACE_MS);
}

function refuseUnlessRehearsal(clock: ProgrammeClock): void {
  if (!clock.rehearsal) throw new DomainError('not-rehearsal', '只有演练可以停钟', {});
}
