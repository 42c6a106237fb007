import type { Command } from 'commander';
import { type DeadlineKind, type Light, type Phase, ROLE_DEFINITIONS, shanghaiDateOf } from '@app/domain';
import { type BranchExplanation, explainBranch } from '@app/persistence';
import type { Context } from './context';
import { wholeNumber } from './options';
import { both, Refused } from './say';
import { type Format, printJson, withFormat } from './table';

const LIGHT_WORDS: Readonly<Record<Light, string>> = {
  'very-late': '严重逾期',
  late: '逾期',
  near: '临期',
  'on-track': '正常',
  paused: '中止',
  'met-late': '逾期办结',
  'met-entered-late': '按期完成（补录）',
  met: '按期办结',
  void: '终止',
};

const PHASE_WORDS: Readonly<Record<Phase, string>> = {
  survey: '摸底调研',
  plan: '制定计划',
  building: '对标建设',
  assessment: '评估认定',
  'spot-check': '抽查复核',
  closed: '已结束',
};

const DEADLINE_WORDS: Readonly<Record<DeadlineKind, string>> = {
  survey: '摸底调研',
  'organisation-plan': '机关党组织计划',
  'branch-plan': '党支部计划',
  assessment: '评估',
  decision: '党组（党委）研究',
  filing: '备案',
  apply: '申请',
  ballot: '测评',
  assess: '对标评估',
  correction: '退回改正',
  registration: '登记备案',
};

/** `branch explain <code>`. */
export function branchCommand(parent: Command, context: Context): void {
  const noun = parent.command('branch').description('党支部 / branches');
  withFormat(noun.command('explain <code>'))
    .description('为什么停在这里、等谁、何时之前 / why it stands here, who must act, by when')
    .option('--campaign <key>', '专项工作编号 / key of the campaign')
    .option('--year <year>', '年度 / round', wholeNumber)
    .action(async (code: string, options: Format & { campaign?: string; year?: number }) => {
      const { campaign: campaignKey, year } = options;
      const { manager } = await context.dataSource();
      const runs = await explainBranch(manager, { code, campaignKey, year }, context.clock.now());
      if (runs.length === 0) {
        throw new Refused(both(`没有党支部 ${code} 的年度任务`, `branch ${code} has no run`));
      }
      if (options.json) printJson(context, runs);
      else context.out(runs.map(storyOf).join('\n'));
    });
}

function storyOf(run: BranchExplanation): string {
  const { branch, waitingOn } = run;
  const waiting = waitingOn
    ? `${waitingOn.body} ${ROLE_DEFINITIONS[waitingOn.role].zh}（${waitingOn.persons.join('、') || '空缺'}）`
    : '不等人';
  return [
    `${branch.name}（${branch.code}，${branch.organisation}）${run.year} 年度 · ${run.campaign}`,
    `  阶段  ${PHASE_WORDS[run.phase]} · ${run.step}，自 ${shanghaiDateOf(run.since)}${run.light ? `，${LIGHT_WORDS[run.light]}` : ''}`,
    `  等待  ${waiting}${run.nextNeededOn ? `，${run.nextNeededOn} 前` : ''}`,
    ...run.deadlines.map(
      ({ kind, dueDate, light }) => `  时限  ${DEADLINE_WORDS[kind]} ${dueDate} ${LIGHT_WORDS[light]}`,
    ),
    `  流程  ${run.workflowId}`,
    '',
  ].join('\n');
}
