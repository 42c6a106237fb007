import type { InputFault } from '../input-fault';
import type { ScoreSheet } from '../programme/programme';

/** Faults of a draft that typing more never mends; what is only not filled in yet is told at the hand-over. */
const LASTING = new Set([
  'unknown-dimension',
  'answered-twice',
  'unknown-indicator',
  'unknown-rule',
  'times-below-one',
  'times-beyond-cap',
  'once-only',
  'off-step',
  'duplicate',
  'deducted-and-not-applicable',
  'always-applicable',
  'unknown-branch',
  'planned-twice',
  'unknown-person',
  'named-twice',
  'not-a-date',
  'date-outside-round',
  'dates-out-of-order',
  'too-long',
]);

/** What refuses a draft already when it is saved: it points at nothing, or can never be right. */
export function lastingFaults(faults: readonly InputFault[]): InputFault[] {
  return faults.filter(({ code }) => LASTING.has(code));
}

/** Changes of a review name indicators of the sheet, each once. */
export function checkReviewChanges(
  sheet: ScoreSheet,
  changes: readonly { readonly indicator: string }[],
): InputFault[] {
  const known = new Set(sheet.dimensions.flatMap(({ indicators }) => indicators.map(({ id }) => id)));
  const seen = new Set<string>();
  return changes.flatMap(({ indicator }, at): InputFault[] => {
    const pointer = `/changes/${at}/indicator`;
    if (!known.has(indicator)) {
      return [{ pointer, code: 'unknown-indicator', message: `评估表中没有指标 ${indicator}` }];
    }
    if (seen.has(indicator)) return [{ pointer, code: 'duplicate', message: '同一指标只能填写一次' }];
    seen.add(indicator);
    return [];
  });
}
