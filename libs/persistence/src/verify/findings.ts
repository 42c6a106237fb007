/** What the checks looked at and what they found, collected and put in the order of the record. */
import {
  type CheckName,
  CHECKS,
  type CivilDate,
  type RecordFault,
  shanghaiDateOf,
  type Verification,
} from '@app/domain';
import { canonicalJson } from '../record/digest';
import type { ReadEvent } from './streams';

/** Where in the record; `date` is the Shanghai date of the event's programme time. */
export interface Place {
  readonly stream: string;
  readonly sequence: number | null;
  readonly date: CivilDate | null;
}

/** Faults of one check that are kept one by one; more are only counted, so that a ruined table stays in memory. */
const KEPT = 200;

/** Collects what the checks looked at and what they found. */
export class Findings {
  private readonly counts = new Map<CheckName, number>();
  private readonly kept: RecordFault[] = [];
  private readonly found = new Map<CheckName, number>();

  /** Counts `n` things as looked at. */
  looked(check: CheckName, n = 1): void {
    this.counts.set(check, (this.counts.get(check) ?? 0) + n);
  }

  fault(check: CheckName, { stream, sequence, date }: Place, message: string): void {
    const found = (this.found.get(check) ?? 0) + 1;
    this.found.set(check, found);
    if (found <= KEPT) this.kept.push({ check, stream, sequence, date, message });
  }

  /** Adds what another looked at and found. */
  take(other: Findings): void {
    for (const [check, n] of other.counts) this.looked(check, n);
    for (const { check, message, ...place } of other.kept) this.fault(check, place, message);
    for (const [check, n] of other.found) {
      const beyond = Math.max(0, n - KEPT);
      if (beyond > 0) this.found.set(check, (this.found.get(check) ?? 0) + beyond);
    }
  }

  verification(): Verification {
    const more = CHECKS.filter((check) => (this.found.get(check) ?? 0) > KEPT).map((check): RecordFault => ({
      check,
      stream: '',
      sequence: null,
      date: null,
      message: `另有 ${(this.found.get(check) ?? 0) - KEPT} 处未逐一列出`,
    }));
    return {
      checks: CHECKS.map((name) => ({ name, count: this.counts.get(name) ?? 0 })),
      faults: [...this.kept.sort(inOrder), ...more],
    };
  }
}

/** The place of an event. */
export function placeOf(event: Pick<ReadEvent, 'stream' | 'sequence' | 'recordedAt'>): Place {
  return { stream: event.stream, sequence: event.sequence, date: shanghaiDateOf(event.recordedAt) };
}

/** A stream as a whole, where no event can be named. */
export function streamPlace(stream: string): Place {
  return { stream, sequence: null, date: null };
}

/** The first name of `expected` in which the row differs, with both values; null where they agree. */
export function firstDifference(
  expected: Readonly<Record<string, unknown>>,
  found: Readonly<Record<string, unknown>>,
): string | null {
  return differenceBetween(Object.keys(expected), ['台账', expected], ['行', found]);
}

/** The same of every name of either side. */
export function anyDifference(one: Side, other: Side): string | null {
  return differenceBetween([...new Set([...Object.keys(one[1]), ...Object.keys(other[1])])], one, other);
}

type Side = readonly [name: string, values: Readonly<Record<string, unknown>>];

function differenceBetween(names: readonly string[], [one, ones]: Side, [other, others]: Side): string | null {
  for (const name of names) {
    const [first, second] = [textOf(ones[name]), textOf(others[name])];
    if (first !== second) return `${name} ${one}为 ${shortened(first)}，${other}为 ${shortened(second)}`;
  }
  return null;
}

function textOf(value: unknown): string {
  return value === undefined || value === null ? 'null' : canonicalJson(JSON.parse(JSON.stringify(value)));
}

function shortened(text: string): string {
  return text.length > 80 ? `${text.slice(0, 80)}…` : text;
}

function inOrder(one: RecordFault, other: RecordFault): number {
  return (
    compare(one.date ?? '9999', other.date ?? '9999') ||
    compare(one.stream, other.stream) ||
    (one.sequence ?? 0) - (other.sequence ?? 0)
  );
}

function compare(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}
