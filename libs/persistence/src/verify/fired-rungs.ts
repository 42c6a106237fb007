/** Checks the escalations in the streams against ladders and planned instants: each fired, once, not before. */
import { expiryRuleOf, type Instant, ladderOf, msOf, type RungDefinition } from '@app/domain';
import type { DeadlineEntity, StoredRung } from '../tables/deadline.entity';
import { type Findings, type Place, placeOf, streamPlace } from './findings';
import type { DatedStream } from './folded-rows';
import type { Moment } from './moment';
import type { Snapshot } from './snapshot';
import type { ReadEvent } from './streams';

/** A step taken within this much programme time of a rung's instant may have come before the keeper: either may win. */
export const RACE_MS = 60_000;

/** One escalation as the record tells it. */
export interface Firing {
  readonly event: ReadEvent;
  readonly deadlineId: string;
  readonly generation: number;
  readonly rung: string;
  readonly at: Instant;
}

/** The deadlines of some runs as their streams tell them. */
export interface DeadlineRecord {
  readonly firings: readonly Firing[];
  /** The rungs of each generation as they were planned, and the last event of each deadline. */
  readonly planned: ReadonlyMap<string, readonly StoredRung[]>;
  readonly last: ReadonlyMap<string, ReadEvent>;
}

/** The record of some deadlines, and their rows. */
export interface RecordedDeadlines {
  readonly record: DeadlineRecord;
  readonly rows: readonly DeadlineEntity[];
}

export function deadlineRecordOf(runs: readonly DatedStream[]): DeadlineRecord {
  const firings: Firing[] = [];
  const planned = new Map<string, readonly StoredRung[]>();
  const last = new Map<string, ReadEvent>();
  for (const event of runs.flatMap(({ events }) => events)) {
    const payload = event.record?.payload as Partial<Omit<Firing, 'event'>> & { readonly rungs?: StoredRung[] };
    const { deadlineId, generation = 1, rung = '', at = event.recordedAt } = payload;
    if (deadlineId === undefined) continue;
    last.set(deadlineId, event);
    if (payload.rungs) planned.set(`${deadlineId}/${generation}`, payload.rungs);
    if (event.type === 'rung-fired') firings.push({ event, deadlineId, generation, rung, at });
  }
  return { firings, planned, last };
}

/** The name of a rung in rows and events. */
export function rungName({ offset }: RungDefinition): string {
  return offset > 0 ? `+${offset}` : String(offset);
}

/** Every escalation whose instant came while its deadline was open has fired, once and not before its instant (P3). */
export function checkRungs(
  { programme, moment }: Snapshot,
  findings: Findings,
  { record, rows }: RecordedDeadlines,
): void {
  for (const row of rows) {
    const escalations = ladderOf(programme, row)
      .filter(({ kind }) => kind === 'escalate')
      .map(rungName);
    const opened = record.last.get(row.id);
    const place: Place = opened ? placeOf(opened) : streamPlace(row.stream);
    for (const rung of row.rungs.filter(([name]) => escalations.includes(name))) {
      findings.looked('rungs');
      const [name, at, state] = rung;
      const end = row.metAt ?? row.voidedAt;
      if (state === 2 && (at === null || end === null || at > end)) {
        findings.fault('rungs', place, `时限 ${row.id} 的 ${name} 级记为到时未发出，时限办结或终止时却尚未到时`);
      }
      if (isMissing(row, rung, moment)) {
        findings.fault('rungs', place, `时限 ${row.id} 的 ${rung[0]} 级应在 ${rung[1]} 催办，没有催办`);
      }
    }
  }
  checkFirings(findings, record, new Map(rows.map((row) => [row.id, row])));
}

function checkFirings(
  findings: Findings,
  { firings, planned }: DeadlineRecord,
  rows: ReadonlyMap<string, DeadlineEntity>,
): void {
  const seen = new Set<string>();
  for (const { event, deadlineId, generation, rung, at } of firings) {
    const key = `${deadlineId}/${generation}/${rung}`;
    const [, instant, state] = planned.get(`${deadlineId}/${generation}`)?.find(([name]) => name === rung) ?? [];
    const fault = (message: string) => findings.fault('rungs', placeOf(event), `时限 ${deadlineId} ${message}`);
    if (instant === undefined) fault(`没有 ${rung} 级，却有催办`);
    else if (instant === null) fault(`的 ${rung} 级还在等待放假安排，却有催办`);
    else if (state === 1) fault(`的 ${rung} 级已跳过，却有催办`);
    else if (at < instant || event.recordedAt < instant) {
      fault(`的 ${rung} 级应在 ${instant}，催办早于此（${at < event.recordedAt ? at : event.recordedAt}）`);
    }
    if (seen.has(key)) fault(`的 ${rung} 级催办了不止一次`);
    const row = rows.get(deadlineId);
    if (row && expiryRuleOf(row)?.endsDate) fault(`是登记时限，期满即登记，却有 ${rung} 级催办`);
    seen.add(key);
  }
}

/**
 * Neither fired nor skipped nor missed though its instant came. While the deadline is open the keeper has a grace until it has looked:
 * its next instant says that it has, once that is none or lies after the rung's, and the grace ends. Of one that was
 * met or voided later the event of its end says that the rung was missed; of one that was paused later nobody will look again.
 */
function isMissing(row: DeadlineEntity, [, at, state]: StoredRung, { now, keepers, graceEnded }: Moment): boolean {
  if (state !== 0 || at === null || expiryRuleOf(row)?.endsDate) return false;
  const end = row.metAt ?? row.voidedAt;
  if (end !== null) return at <= end;
  if (row.pausedAt !== null) return msOf(row.pausedAt) - msOf(at) > RACE_MS;
  const next = keepers.get(row.keeperId) ?? null;
  return at < now && (next === null || next > at || (graceEnded !== null && at < graceEnded));
}
