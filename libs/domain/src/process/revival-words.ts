import type { RevivalCause } from './run-revival';
import { type Words, words } from '../words';

/** How a run stands that does not run, in words. */
export const REVIVAL_CAUSE_WORDS: Readonly<Record<RevivalCause, Words>> = {
  terminated: words('已被终止', 'was terminated'),
  canceled: words('已被取消', 'was cancelled'),
  failed: words('已失败', 'has failed'),
  'timed-out': words('已超时', 'timed out'),
  completed: words('在引擎中已结束', 'has ended in the engine'),
  lost: words('引擎中没有', 'is not known to the engine'),
  wedged: words('卡住，不能继续', 'is stuck'),
  ahead: words('比台账走得更远', 'is further than its record'),
};
