import type { InputFault } from '../input-fault';
import type { DeductionRule, IndicatorDefinition, ScoreSheet } from '../programme/programme';

/** One typed deduction: which rule of which indicator applied, how often, and why. */
export interface FilledDeduction {
  readonly indicator: string;
  /** Index into the indicator's `deductions`. */
  readonly rule: number;
  readonly times: number;
  readonly reason: string;
}

/** What an assessor types; a sheet with nothing typed has full marks, and is signed only once each indicator is confirmed. */
export interface FilledSheet {
  /** Ids of dimensions and of single indicators that its author has looked at. */
  readonly confirmed?: readonly string[];
  readonly deductions: readonly FilledDeduction[];
  readonly notApplicable: readonly { readonly indicator: string; readonly reason: string }[];
  readonly remark?: string;
}

/** `score` is what is left of `points`; both are 0 for an indicator that is renormalised away. `notApplicable`: and confirmed so. */
export interface IndicatorScore {
  readonly id: string;
  readonly points: number;
  readonly score: number;
  readonly notApplicable: boolean;
}

/** What one typed deduction really cost after the cap of its rule and the floor of its indicator. */
export interface LostPoints {
  readonly indicator: string;
  readonly rule: number;
  readonly when: string;
  readonly times: number;
  readonly points: number;
  readonly limited: boolean;
  readonly reason: string;
}

/** A scored sheet in hundredths; `dimensions` are never scaled, `total` is, where N/A is renormalised. */
export interface SheetScore {
  readonly total: number;
  readonly dimensions: readonly { readonly id: string; readonly points: number; readonly score: number }[];
  readonly indicators: readonly IndicatorScore[];
  readonly lost: readonly LostPoints[];
}

/** The longest reason of a deduction or an N/A, in characters. */
export const LONGEST_REASON = 500;

/** The longest remark on a whole sheet, in characters. */
export const LONGEST_REMARK = 2000;

/** All faults of a filled sheet. */
export function checkSheet(sheet: ScoreSheet, filled: FilledSheet): InputFault[] {
  const indicators = indicatorsOf(sheet);
  const faults = [
    ...filled.deductions.flatMap((entry, at) =>
      checkDeduction({ sheet, indicator: indicators.get(entry.indicator) }, entry, `/deductions/${at}`),
    ),
    ...repeated(filled.deductions.map((entry) => `${entry.indicator}#${entry.rule}`)).map((at) =>
      faultOf(`/deductions/${at}`, 'duplicate', '同一扣分规则只能填写一次，请合并次数'),
    ),
    ...checkNotApplicable(indicators, filled),
    ...checkConfirmed(sheet, filled.confirmed ?? []),
  ];
  if ([...(filled.remark ?? '')].length > LONGEST_REMARK) {
    faults.push(faultOf('/remark', 'too-long', `说明不超过 ${LONGEST_REMARK} 字`));
  }
  return faults;
}

/**
 * The score of a filled sheet: from full marks down, each rule up to its cap, no indicator below zero. `confirmed`: of a
 * branch's own sheet, the indicators that its superior's sheet says are not applicable; the others that it calls so earn
 * nothing until then. Without it every N/A of the sheet counts: it is the superior's own.
 */
export function scoreSheet(
  sheet: ScoreSheet,
  filled: FilledSheet,
  { confirmed }: { readonly confirmed?: readonly string[] | undefined } = {},
): SheetScore {
  const asked = filled.notApplicable.map((entry) => entry.indicator);
  const excused = new Set(asked.filter((id) => confirmed?.includes(id) ?? true));
  const unearned = new Set(asked.filter((id) => !excused.has(id)));
  const lost = losses(indicatorsOf(sheet), filled, excused);
  const lostOf = new Map<string, number>();
  for (const entry of lost) lostOf.set(entry.indicator, (lostOf.get(entry.indicator) ?? 0) + entry.points);
  const dropped = (id: string) => excused.has(id) && sheet.notApplicable === 'renormalise';

  const indicators: IndicatorScore[] = [];
  const dimensions = sheet.dimensions.map((dimension) => {
    const scores = dimension.indicators.map(({ id, points: full }) => {
      const points = dropped(id) ? 0 : full;
      const score = unearned.has(id) ? 0 : points - (lostOf.get(id) ?? 0);
      return { id, points, score, notApplicable: excused.has(id) };
    });
    indicators.push(...scores);
    return { id: dimension.id, points: sumOf(scores, 'points'), score: sumOf(scores, 'score') };
  });
  return {
    total: totalOf(sheet, sumOf(dimensions, 'points'), sumOf(dimensions, 'score')),
    dimensions,
    indicators,
    lost,
  };
}

/** Hundredths as people write them: 9450 is `94.50`, what is taken off has its sign, and nothing taken off has none. */
export function formatPoints(points: number): string {
  const size = Math.abs(points);
  return `${points < 0 ? '-' : ''}${Math.floor(size / 100)}.${String(size % 100).padStart(2, '0')}`;
}

function checkDeduction(
  { sheet, indicator }: { readonly sheet: ScoreSheet; readonly indicator: IndicatorDefinition | undefined },
  entry: FilledDeduction,
  pointer: string,
): InputFault[] {
  const faults = checkReason(entry.reason, `${pointer}/reason`);
  if (!indicator)
    return [...faults, faultOf(`${pointer}/indicator`, 'unknown-indicator', `评估表中没有指标 ${entry.indicator}`)];
  const rule = indicator.deductions[entry.rule];
  if (!rule)
    return [
      ...faults,
      faultOf(`${pointer}/rule`, 'unknown-rule', `指标 ${indicator.id} 没有第 ${entry.rule} 条扣分规则`),
    ];
  if (!Number.isSafeInteger(entry.times) || entry.times < 1) {
    return [...faults, faultOf(`${pointer}/times`, 'times-below-one', '次数须为不小于 1 的整数')];
  }
  if (rule.unit === 'once' && entry.times > 1) {
    return [...faults, faultOf(`${pointer}/times`, 'once-only', '该规则只扣一次')];
  }
  const most = timesUntilLimit(rule, indicator);
  if (entry.times > most) {
    const message = `扣 ${most} 次已到上限，次数最多 ${most}，实际次数写在理由里`;
    return [...faults, faultOf(`${pointer}/times`, 'times-beyond-cap', message)];
  }
  if (Math.min(rule.points * entry.times, capOf(rule)) % sheet.scoreStep !== 0) {
    return [...faults, faultOf(`${pointer}/times`, 'off-step', `扣分须为 ${formatPoints(sheet.scoreStep)} 分的整数倍`)];
  }
  return faults;
}

function checkNotApplicable(indicators: ReadonlyMap<string, IndicatorDefinition>, filled: FilledSheet): InputFault[] {
  const deducted = new Set(filled.deductions.map((entry) => entry.indicator));
  const excused = filled.notApplicable.map((entry) => entry.indicator);
  const faults = filled.notApplicable.flatMap(({ indicator, reason }, at) => {
    const pointer = `/notApplicable/${at}`;
    const found = checkReason(reason, `${pointer}/reason`);
    const definition = indicators.get(indicator);
    if (!definition) {
      found.push(faultOf(`${pointer}/indicator`, 'unknown-indicator', `评估表中没有指标 ${indicator}`));
    } else if (!definition.notApplicableWhen) {
      const message = `“${definition.name}”对每个党支部都适用，评估表没有规定不适用的情形`;
      found.push(faultOf(`${pointer}/indicator`, 'always-applicable', message));
    }
    if (deducted.has(indicator)) {
      found.push(
        faultOf(`${pointer}/indicator`, 'deducted-and-not-applicable', `指标 ${indicator} 不能既扣分又不适用`),
      );
    }
    return found;
  });
  for (const at of repeated(excused)) faults.push(faultOf(`/notApplicable/${at}`, 'duplicate', '同一指标只能填写一次'));
  if (indicators.size > 0 && [...indicators.keys()].every((id) => excused.includes(id))) {
    faults.push(faultOf('/notApplicable', 'nothing-assessed', '不能所有指标都不适用'));
  }
  return faults;
}

function checkConfirmed({ dimensions }: ScoreSheet, confirmed: readonly string[]): InputFault[] {
  const known = new Set(dimensions.flatMap(({ id, indicators }) => [id, ...indicators.map((entry) => entry.id)]));
  return confirmed.flatMap((id, at) =>
    known.has(id) ? [] : [faultOf(`/confirmed/${at}`, 'unknown-indicator', `评估表中没有方面或指标 ${id}`)],
  );
}

function checkReason(reason: string, pointer: string): InputFault[] {
  if (reason.trim() === '') return [faultOf(pointer, 'reason-empty', '须写明理由')];
  return [...reason].length > LONGEST_REASON ? [faultOf(pointer, 'too-long', `理由不超过 ${LONGEST_REASON} 字`)] : [];
}

/** Takes deductions in the order typed: what a cap or the floor already took is not lost a second time. */
function losses(
  indicators: ReadonlyMap<string, IndicatorDefinition>,
  filled: FilledSheet,
  excused: ReadonlySet<string>,
): LostPoints[] {
  const leftOfIndicator = new Map([...indicators].map(([id, { points }]) => [id, points]));
  const leftOfRule = new Map<string, number>();
  return filled.deductions.flatMap(({ indicator: id, rule: index, times, reason }) => {
    const rule = indicators.get(id)?.deductions[index];
    if (!rule || excused.has(id)) return [];
    const key = `${id}#${index}`;
    const asked = rule.points * times;
    const left = leftOfIndicator.get(id) ?? 0;
    const leftByRule = leftOfRule.get(key) ?? capOf(rule);
    const points = Math.max(0, Math.min(asked, leftByRule, left));
    leftOfIndicator.set(id, left - points);
    leftOfRule.set(key, leftByRule - points);
    return [{ indicator: id, rule: index, when: rule.when, times, points, limited: points < asked, reason }];
  });
}

function totalOf(sheet: ScoreSheet, points: number, score: number): number {
  if (sheet.notApplicable === 'full-marks') return score;
  // half-up in integers: floor(x / y + 1/2) = floor((2x + y) / 2y)
  return points === 0 ? 0 : Math.floor((2 * score * sheet.totalPoints + points) / (2 * points));
}

function capOf(rule: DeductionRule): number {
  return rule.unit === 'once' ? rule.points : (rule.cap ?? Number.MAX_SAFE_INTEGER);
}

/** How often a rule can apply until nothing is left to lose by it. */
function timesUntilLimit(rule: DeductionRule, indicator: IndicatorDefinition): number {
  return Math.max(1, Math.ceil(Math.min(capOf(rule), indicator.points) / rule.points));
}

function indicatorsOf(sheet: ScoreSheet): Map<string, IndicatorDefinition> {
  return new Map(sheet.dimensions.flatMap(({ indicators }) => indicators.map((entry) => [entry.id, entry] as const)));
}

/** The positions of keys that stood before. */
function repeated(keys: readonly string[]): number[] {
  return keys.flatMap((key, at) => (keys.indexOf(key) < at ? [at] : []));
}

function sumOf<K extends string>(rows: readonly Readonly<Record<K, number>>[], key: K): number {
  return rows.reduce((sum, row) => sum + row[key], 0);
}

function faultOf(pointer: string, code: string, message: string): InputFault {
  return { pointer, code, message };
}
