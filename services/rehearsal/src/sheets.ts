import type { Verdict } from '@app/domain';
import { lineOf } from './officeholders';
import { failsAt } from './script';

/** The dimensions of 苏委工〔2020〕6号 三.3, as the sample's score sheet numbers them. */
export const DIMENSIONS = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'];

/** A filled score sheet: only deductions are typed, every dimension is confirmed. */
export interface Sheet {
  readonly deductions: readonly Deduction[];
  readonly notApplicable: readonly never[];
  readonly confirmed: readonly string[];
  readonly remark: string;
}

interface Deduction {
  readonly indicator: string;
  readonly rule: number;
  readonly times: number;
  readonly reason: string;
}

/** 94.50: one step below the mark. */
const BELOW_THE_MARK: readonly Deduction[] = [
  { indicator: 'D1.1', rule: 0, times: 1, reason: '应调未调' },
  { indicator: 'D1.2', rule: 1, times: 3, reason: '委员职务缺项' },
  { indicator: 'D1.2', rule: 2, times: 1, reason: '无分工文件' },
  { indicator: 'D1.5', rule: 1, times: 1, reason: '无职责清单' },
];

/** Small things that are found here and there; none of them costs the standard. */
const SMALL: readonly Deduction[] = [
  { indicator: 'D1.2', rule: 2, times: 1, reason: '无分工文件' },
  { indicator: 'D2.1', rule: 0, times: 1, reason: '支委会缺1个月' },
  { indicator: 'D2.3', rule: 0, times: 2, reason: '党小组会缺2个月' },
  { indicator: 'D1.5', rule: 1, times: 1, reason: '无职责清单' },
];

/** The branch's own sheet: it sees a little less than its superior. */
export function selfSheet(branch: string): Sheet {
  return sheet(SMALL.slice(0, lineOf(branch) % 2), '样例自评');
}

/** The superior's sheet of this attempt. */
export function superiorSheet(year: number, branch: string, attempt: number): Sheet {
  return failsAt(year, branch, attempt)
    ? sheet(BELOW_THE_MARK, '样例评估：差半分')
    : sheet(SMALL.slice(0, lineOf(branch) % 4), '样例评估');
}

/** The committee's sheet at a recheck. */
export function recheckSheet(verdict: Verdict): Sheet {
  return verdict === 'upheld' ? sheet([], '样例复核') : sheet(BELOW_THE_MARK, '样例复核：差半分');
}

function sheet(deductions: readonly Deduction[], remark: string): Sheet {
  return { deductions, notApplicable: [], confirmed: DIMENSIONS, remark };
}
