import { addDays, daysBetween } from '../time/civil-date';
import { requiredCount } from '../programme/programme-rules';
import type { CivilDate } from '../time/time';

/** The counts of one round, for the whole campaign or one organisation. */
export interface GoalCounts {
  readonly inScope: number;
  readonly planned: number;
  readonly assessed: number;
  readonly filed: number;
  readonly recognised: number;
}

/** `required` branches must be recognised; `missing` of them are not yet. */
export interface Goal extends GoalCounts {
  readonly required: number;
  readonly missing: number;
}

/** What of one branch decides whether and where it counts, as it stands at the moment of counting. */
export interface CountedBranch {
  readonly branchId: string;
  readonly foundedOn: CivilDate;
  readonly dissolvedOn: CivilDate | null;
  /** Number of the recorded decision; without it a dissolved branch stays in the denominator. */
  readonly dissolutionDecision: string | null;
  /** Its organisation plans it to pass this year. */
  readonly planned: boolean;
  /** It has a signed conclusion this year, passed or not. */
  readonly assessed: boolean;
  /** A pass of this or an earlier round was filed and is not overturned. */
  readonly filed: boolean;
  /** It is recognised, in this or an earlier round, and not revoked. */
  readonly recognised: boolean;
}

/** What a round counts by: its assessment date, and the age from which a new branch counts. */
export interface CountingRule {
  readonly assessmentDate: CivilDate;
  readonly newBranchMonths: number;
}

export type OutOfScopeReason = 'not-established' | 'too-new' | 'dissolved';

/** One of the two readings that units confuse, in ten-thousandths as `shareOf` rounds them; null with nothing in scope. */
export interface Reading {
  readonly count: number;
  readonly of: number;
  readonly ratio: number | null;
}

/** The two readings, which are always shown together. */
export interface Readings {
  readonly filedOfInScope: Reading;
  readonly recognisedOfInScope: Reading;
}

/** The counts, the lists behind them (same order as given), and both readings. */
export interface BranchCount extends Readings {
  readonly counts: GoalCounts;
  readonly branches: Readonly<Record<keyof GoalCounts, readonly string[]>>;
  readonly outOfScope: readonly { readonly branchId: string; readonly reason: OutOfScopeReason }[];
}

/**
 * How many were filed as passed from a date on, cumulative and ascending by date. Recognition follows the assessment date
 * by weeks, so that it says nothing of whether the date is kept.
 */
export interface Pace {
  readonly since: CivilDate;
  readonly required: number;
  readonly filedByDate: readonly { readonly date: CivilDate; readonly filed: number }[];
}

/** At today's pace: how many on the target date, is that enough, and when is it (null: never, or no pace yet). */
export interface Forecast {
  readonly filed: number;
  readonly projected: number;
  readonly reached: boolean;
  readonly reachedOn: CivilDate | null;
}

/** The goal of a round; `share` in ten-thousandths, rounded up to whole branches (苏委工〔2020〕6号 二). */
export function goalOf(counts: GoalCounts, share: number): Goal {
  const required = requiredCount(share, counts.inScope);
  const { inScope, planned, assessed, filed, recognised } = counts;
  return { inScope, required, planned, assessed, filed, recognised, missing: Math.max(0, required - recognised) };
}

/** Counts branches that exist on the assessment date; one that is too new counts from the next round on. */
export function countBranches(rows: readonly CountedBranch[], rule: CountingRule): BranchCount {
  const judged = rows.map((row) => ({ row, reason: outOfScope(row, rule) }));
  const inScope = judged.flatMap(({ row, reason }) => (reason === null ? [row] : []));
  const ids = (keep: (row: CountedBranch) => boolean) => inScope.filter(keep).map(({ branchId }) => branchId);
  const branches = {
    inScope: ids(() => true),
    planned: ids((row) => row.planned),
    assessed: ids((row) => row.assessed),
    filed: ids((row) => row.filed),
    recognised: ids((row) => row.recognised),
  };
  const counts = {
    inScope: branches.inScope.length,
    planned: branches.planned.length,
    assessed: branches.assessed.length,
    filed: branches.filed.length,
    recognised: branches.recognised.length,
  };
  return {
    counts,
    branches,
    outOfScope: judged.flatMap(({ row, reason }) => (reason === null ? [] : [{ branchId: row.branchId, reason }])),
    ...readingsOf(counts),
  };
}

/** Both readings of a goal: what was filed as passed, and what is recognised, of what is in scope. */
export function readingsOf({ inScope, filed, recognised }: GoalCounts): Readings {
  return { filedOfInScope: readingOf(filed, inScope), recognisedOfInScope: readingOf(recognised, inScope) };
}

/** Whether the goal is reached by the target date if filing goes on as it did from `since` until today. */
export function forecast(pace: Pace, today: CivilDate, targetDate: CivilDate): Forecast {
  const until = today < targetDate ? today : targetDate;
  const known = pace.filedByDate.filter(({ date }) => date <= until);
  const filed = known.at(-1)?.filed ?? 0;
  const first = known.find((entry) => entry.filed >= pace.required);
  const elapsed = daysBetween(pace.since, until);
  const projected = project(filed, elapsed, daysBetween(pace.since, targetDate));
  if (pace.required === 0 || first) {
    return { filed, projected, reached: true, reachedOn: first?.date ?? pace.since };
  }
  const days = filed === 0 || elapsed <= 0 ? null : Math.ceil((pace.required * elapsed) / filed);
  return {
    filed,
    projected,
    reached: projected >= pace.required,
    reachedOn: days === null || today >= targetDate ? null : addDays(pace.since, days),
  };
}

/** A part of a whole in ten-thousandths, rounded to the nearest; what is not all never shows as all. Null of nothing. */
export function shareOf(count: number, of: number): number | null {
  if (of === 0) return null;
  const share = Math.round((count * 10_000) / of);
  return count < of ? Math.min(share, 9_999) : share;
}

/** The last founding date that a round counts: `addMonths` turned round, so that a query can compare columns with it. */
export function latestFoundingInScope({ assessmentDate, newBranchMonths }: CountingRule): CivilDate {
  const isLastOfMonth = addDays(assessmentDate, 1).slice(8) === '01';
  const back = addMonths(assessmentDate, -newBranchMonths);
  return isLastOfMonth ? lastOfMonth(back) : back;
}

function outOfScope(row: CountedBranch, { assessmentDate, newBranchMonths }: CountingRule): OutOfScopeReason | null {
  if (row.foundedOn > assessmentDate) return 'not-established';
  const decided = (row.dissolutionDecision ?? '').trim() !== '';
  if (row.dissolvedOn !== null && row.dissolvedOn <= assessmentDate && decided) return 'dissolved';
  return addMonths(row.foundedOn, newBranchMonths) > assessmentDate ? 'too-new' : null;
}

function readingOf(count: number, of: number): Reading {
  return { count, of, ratio: shareOf(count, of) };
}

function project(recognised: number, elapsed: number, total: number): number {
  return elapsed <= 0 || total <= elapsed ? recognised : Math.floor((recognised * total) / elapsed);
}

/** The same day `months` later, or the last day of a shorter month. */
function addMonths(date: CivilDate, months: number): CivilDate {
  const [year = 0, month = 1, day = 1] = date.split('-').map(Number);
  const count = year * 12 + (month - 1) + months;
  const [toYear, toMonth] = [Math.floor(count / 12), (count % 12) + 1];
  const lastDay = new Date(Date.UTC(toYear, toMonth, 0)).getUTCDate();
  return [String(toYear).padStart(4, '0'), twoDigits(toMonth), twoDigits(Math.min(day, lastDay))].join('-');
}

function lastOfMonth(date: CivilDate): CivilDate {
  return addDays(addMonths(`${date.slice(0, 8)}01`, 1), -1);
}

function twoDigits(value: number): string {
  return String(value).padStart(2, '0');
}
