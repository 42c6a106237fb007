import { addDays, daysBetween } from '../time/civil-date';
import { requiredCount } from '../programme/programme-rules';
import type { CivilDate } from '../time/time';

/** What of the branches in scope is counted, from all to those that attained. */
export const GOAL_FIGURES = ['inScope', 'planned', 'assessed', 'filed', 'recognised'] as const;

export type GoalFigure = (typeof GOAL_FIGURES)[number];

/** The counts of one round, for the whole campaign or one organisation. */
export type GoalCounts = Readonly<Record<GoalFigure, number>>;

/** `required` branches must be recognised; `missing` of them are not yet. */
export interface Goal extends GoalCounts {
  readonly required: number;
  readonly missing: number;
}

/** What of one branch decides whether and where it counts, as it stands at the moment of counting. */
export interface CountedBranch {
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

/**
 * How many were filed as passed from a date on, cumulative and ascending by date. Recognition follows the assessment date
 * by weeks, so that it says nothing of whether the date is kept.
 */
export interface Pace extends Pick<Goal, 'inScope' | 'required'> {
  readonly since: CivilDate;
  readonly filedByDate: readonly { readonly date: CivilDate; readonly filed: number }[];
  /** The last day of the programme: no day after it is foretold. */
  readonly until: CivilDate;
}

/** Why a forecast says less than when the goal is reached. */
export const FORECAST_LIMITS = ['too-few-filed', 'date-passed', 'beyond-programme'] as const;

export type ForecastLimit = (typeof FORECAST_LIMITS)[number];

/** At today's pace: how many on the target date, is that enough, and when is it; null where it cannot be said. */
export interface Forecast {
  /** What it is reckoned from: so many filed from one day to the other. */
  readonly basis: { readonly since: CivilDate; readonly until: CivilDate; readonly filed: number };
  readonly projected: number | null;
  readonly reached: boolean | null;
  readonly reachedOn: CivilDate | null;
  readonly limit: ForecastLimit | null;
}

/** The goal of a round; `share` in ten-thousandths, rounded up to whole branches (苏委工〔2020〕6号 二). */
export function goalOf(counts: GoalCounts, share: number): Goal {
  const required = requiredCount(share, counts.inScope);
  const { inScope, planned, assessed, filed, recognised } = counts;
  return { inScope, required, planned, assessed, filed, recognised, missing: Math.max(0, required - recognised) };
}

/** Counts branches that exist on the assessment date; one that is too new counts from the next round on. */
export function countBranches(rows: readonly CountedBranch[], rule: CountingRule): GoalCounts {
  const inScope = rows.filter((row) => isInScope(row, rule));
  return ofFigures((figure) => inScope.filter((row) => figure === 'inScope' || row[figure]).length);
}

/** Both readings of a goal: what was filed as passed, and what is recognised, of what is in scope. */
export function readingsOf({ inScope, filed, recognised }: GoalCounts): Readings {
  return { filedOfInScope: readingOf(filed, inScope), recognisedOfInScope: readingOf(recognised, inScope) };
}

/**
 * Whether the goal is reached by the target date if filing goes on evenly as it did from `since` until today. A pace of less
 * than a tenth of what is required says nothing: lists come in one by one, late in the year.
 */
export function forecast(pace: Pace, today: CivilDate, targetDate: CivilDate): Forecast {
  const { since, required, inScope } = pace;
  const until = today < targetDate ? today : targetDate;
  const known = pace.filedByDate.filter(({ date }) => date <= until);
  const filed = known.at(-1)?.filed ?? 0;
  const basis = { since, until, filed };
  const first = known.find((entry) => entry.filed >= required);
  if (required === 0 || first) {
    return { basis, projected: null, reached: true, reachedOn: first?.date ?? since, limit: null };
  }
  const unsaid = { basis, projected: null, reachedOn: null } as const;
  if (today >= targetDate) return { ...unsaid, reached: false, limit: 'date-passed' };
  const elapsed = daysBetween(since, until);
  if (elapsed <= 0 || filed * 10 < required) return { ...unsaid, reached: null, limit: 'too-few-filed' };
  const projected = Math.min(inScope, Math.floor((filed * daysBetween(since, targetDate)) / elapsed));
  const day = addDays(since, Math.ceil((required * elapsed) / filed));
  const [reachedOn, limit] = day <= pace.until ? [day, null] : [null, 'beyond-programme' as const];
  return { basis, projected, reached: projected >= required, reachedOn, limit };
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

/** Something of each figure. */
export function ofFigures<T>(value: (figure: GoalFigure) => T): Record<GoalFigure, T> {
  return Object.fromEntries(GOAL_FIGURES.map((figure) => [figure, value(figure)])) as Record<GoalFigure, T>;
}

function isInScope(row: CountedBranch, { assessmentDate, newBranchMonths }: CountingRule): boolean {
  const { foundedOn, dissolvedOn, dissolutionDecision } = row;
  const isDecided = (dissolutionDecision ?? '').trim() !== '';
  const isDissolved = dissolvedOn !== null && dissolvedOn <= assessmentDate && isDecided;
  return !isDissolved && addMonths(foundedOn, newBranchMonths) <= assessmentDate;
}

function readingOf(count: number, of: number): Reading {
  return { count, of, ratio: shareOf(count, of) };
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
