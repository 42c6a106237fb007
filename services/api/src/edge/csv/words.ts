import { VIEW_LIST_NAMES, words, type Words } from '@app/domain';
import { CODE_MEANINGS } from '../status';
import { SUMMARIES } from '../summaries';

/** Words of codes. */
export type WordTable = Readonly<Record<string, Pick<Words, 'zh'>>>;

export const TASK_WORDS: WordTable = {
  'branch-run': words('党支部年度任务', 'branch run'),
  'organisation-run': words('党组织年度任务', 'organisation run'),
  'spot-check': words('抽查', 'spot check'),
  recheck: words('不予维持待确认', 'overturned pass to be confirmed'),
  problem: words('问题', 'problem'),
  slip: words('督办单', 'slip'),
  round: words('年度工作', 'round'),
  publication: words('公示', 'publication'),
};
export const ROUND_WORDS: WordTable = {
  opening: words('启动中', 'opening'),
  open: words('进行中', 'open'),
  closed: words('已结束', 'closed'),
};
export const PROVENANCE_WORDS: WordTable = {
  api: words('人员办理', 'api'),
  process: words('流程', 'process'),
  keeper: words('时限值守', 'keeper'),
  import: words('导入', 'import'),
};
export const DRAWN_WORDS: WordTable = {
  ratio: words('按比例抽中', 'ratio'),
  'organisation-minimum': words('每个党组织至少一个', 'organisation minimum'),
};
export const LIST_WORDS: WordTable = Object.fromEntries(
  VIEW_LIST_NAMES.map((list) => [list, SUMMARIES[`get /${list}`] ?? words(list, list)]),
);
export const REFUSED_WORDS: WordTable = Object.fromEntries(
  Object.entries(CODE_MEANINGS).map(([code, { title: zh }]) => [code, { zh }]),
);
