import { placeWorkday, type WorkdayCalendar } from '../calendar/calendar';
import { assertCivilDate, atShanghai, endOfDayInShanghai } from '../time/civil-date';
import { DomainError } from '../errors';
import type { RungDefinition } from '../programme/programme';
import type { CivilDate, Instant } from '../time/time';

/** Reminders leave at the daily reminder's own instant, escalations at nine; both in Shanghai. */
export const RUNG_TIME = { remind: '08:30', escalate: '09:00' } as const;

/** A rung of the ladder with its instant; fired, skipped or missed once per generation. */
export interface PlannedRung extends RungDefinition {
  /** The rung's name in keys and records: its offset with sign, `-7` or `+3`. */
  readonly rung: string;
  /** Null while no holiday notice tells its day: it waits for one and is placed then. */
  readonly at: Instant | null;
  /** At or before the opening (or the move): recorded, never told. */
  readonly skipped: boolean;
  readonly firedAt: Instant | null;
  /** Its instant came, and the deadline ended before a keeper looked: it was late all the same, and nobody was told. */
  readonly missed: boolean;
}

/** The dates a plan hangs on: both null while no notice tells on which day the last of so many workdays falls. */
export interface PlanDates {
  readonly remindByDate: CivilDate | null;
  readonly dueDate: CivilDate | null;
}

/** The instants that follow from the dates, the ladder and the calendar. */
export interface PlannedInstants {
  readonly nearAt: Instant | null;
  readonly dueAt: Instant | null;
  readonly veryLateAt: Instant | null;
  readonly rungs: readonly PlannedRung[];
}

/** Plans what can be placed by the notices that are loaded; rungs at or before `from` are skipped, unplaced ones wait. */
export function planInstants(
  { remindByDate, dueDate, ladder }: PlanDates & { readonly ladder: readonly RungDefinition[] },
  from: Instant,
  calendar: WorkdayCalendar,
): PlannedInstants {
  if (remindByDate !== null) assertCivilDate(remindByDate);
  if (dueDate !== null) assertCivilDate(dueDate);
  if (remindByDate !== null && dueDate !== null && remindByDate > dueDate) {
    throw new DomainError('invalid-input', '提醒日期晚于到期日期', { remindByDate, dueDate });
  }
  const placed = (rung: RungDefinition, anchor: CivilDate | null) => placeRung(rung, anchor, calendar);
  const rungs = ladder
    .map((rung): PlannedRung => {
      const at = placed(rung, rung.kind === 'remind' ? remindByDate : dueDate);
      const skipped = at !== null && at <= from;
      return { ...toDefinition(rung), rung: rungName(rung.offset), at, skipped, firedAt: null, missed: false };
    })
    .sort(inOrder);
  if (new Set(rungs.map((rung) => rung.rung)).size < rungs.length) {
    throw new DomainError('programme-invalid', '催办阶梯中同一天数出现两次', {
      offsets: ladder.map((rung) => rung.offset),
    });
  }
  const dueAt = dueDate === null ? null : endOfDayInShanghai(dueDate);
  const blue = ladder.filter((rung) => rung.colour === 'blue').map((rung) => placed(rung, remindByDate));
  const veryLateAt = earliest(rungs.filter((rung) => rung.colour === 'red').map((rung) => rung.at));
  if (veryLateAt !== null && dueAt !== null && veryLateAt < dueAt) {
    throw new DomainError('programme-invalid', '红色级须在到期之后', { dueAt, veryLateAt });
  }
  return { nearAt: earliest(blue), dueAt, veryLateAt, rungs };
}

/** The date after so many workdays, for both readings. */
export function placeDates(from: CivilDate, workdays: number, calendar: WorkdayCalendar): PlanDates {
  const dueDate = placeWorkday(from, workdays, calendar);
  return { remindByDate: dueDate, dueDate };
}

/** Whether a rung is still to be acted on: neither skipped nor fired nor missed. */
export function isPending(rung: PlannedRung): boolean {
  return !rung.skipped && !rung.missed && rung.firedAt === null;
}

/** What the programme says of a planned rung. */
export function toDefinition(rung: RungDefinition): RungDefinition {
  const { offset, kind, to, colour, slip, bulletin } = rung;
  return {
    offset,
    kind,
    to,
    colour,
    ...(slip === undefined ? {} : { slip }),
    ...(bulletin === undefined ? {} : { bulletin }),
  };
}

/** The earliest of those that are known. */
export function earliest(instants: readonly (Instant | null)[]): Instant | null {
  return instants.reduce<Instant | null>(
    (least, at) => (at !== null && (least === null || at < least) ? at : least),
    null,
  );
}

/** By instant, those that wait for a notice last. */
export function inOrder(left: PlannedRung, right: PlannedRung): number {
  if (left.at === right.at) return left.offset - right.offset;
  if (left.at === null || right.at === null) return left.at === null ? 1 : -1;
  return left.at < right.at ? -1 : 1;
}

/** Whether an instant is known and has been reached. */
export function hasCome(instant: Instant | null, now: Instant): boolean {
  return instant !== null && instant <= now;
}

function placeRung(rung: RungDefinition, anchor: CivilDate | null, calendar: WorkdayCalendar): Instant | null {
  const day = anchor === null ? null : placeWorkday(anchor, rung.offset, calendar);
  return day === null ? null : atShanghai(day, RUNG_TIME[rung.kind]);
}

function rungName(offset: number): string {
  return offset > 0 ? `+${offset}` : String(offset);
}
