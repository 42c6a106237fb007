import { chineseDate, shanghaiDateOf, shanghaiTimeOf } from '../time/civil-date';
import { type Instant, msOf } from '../time/time';
import { type Words, words } from '../words';

/** A keeper needs some seconds; what is written within a minute of its instant is on time. */
const ON_TIME_MS = 60_000;

/**
 * For when a rung was due and when it was written, in programme time; null where both are one to a reader. At the speed of a
 * rehearsal the seconds of a keeper are hours, and after an outage it catches up: nobody shall read a rung as planned late.
 */
export function firingWords({ at, firedAt }: { readonly at: Instant | null; readonly firedAt: Instant }): Words | null {
  if (at === null || msOf(firedAt) - msOf(at) <= ON_TIME_MS) return null;
  return words(
    `应于${chineseTime(at)}，记录于${chineseTime(firedAt)}`,
    `due at ${minuteOf(at)}, written at ${minuteOf(firedAt)}`,
  );
}

function chineseTime(instant: Instant): string {
  return `${chineseDate(shanghaiDateOf(instant))} ${minuteOf(instant).slice(11)}`;
}

function minuteOf(instant: Instant): string {
  return shanghaiTimeOf(instant).slice(0, 16);
}
