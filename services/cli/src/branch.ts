import type { Command } from 'commander';
import {
  DEADLINE_WORDS,
  LIGHT_WORDS,
  PHASE_WORDS,
  ROLE_DEFINITIONS,
  shanghaiDateOf,
  STEP_WORDS,
  type Words,
  workdaysLeftWords,
} from '@app/domain';
import { type BranchExplanation, explainBranch } from '@app/persistence';
import type { Context } from './context';
import { wholeNumber } from './options';
import { both, Refused, spokenLanguage } from './say';
import { type Format, printJson, withFormat } from './table';

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
  const { branch, waitingOn: office } = run;
  const language = spokenLanguage();
  const word = (words: Words) => words[language];
  const [phase, step, since] = [word(PHASE_WORDS[run.phase]), word(STEP_WORDS[run.step]), shanghaiDateOf(run.since)];
  const light = run.light && word(LIGHT_WORDS[run.light]);
  const role = office && word(ROLE_DEFINITIONS[office.role]);
  const dates = run.deadlines.map(({ kind, dueDate, light, waitingForNotice: waiting }) => {
    const rungs =
      waiting.length === 0
        ? ''
        : both(`（${waiting.join('、')} 级待放假安排）`, `(${waiting.join(', ')} wait for the holiday notice)`);
    return `${word(DEADLINE_WORDS[kind])} ${dueDate ?? both('待放假安排', 'no date before the holiday notice')} ${word(LIGHT_WORDS[light])}${rungs}`;
  });
  const { workdaysLeft: left = null, light: awaitedLight } = run.awaited ?? {};
  const by = [left !== null && workdaysLeftWords(left), awaitedLight && LIGHT_WORDS[awaitedLight]]
    .flatMap((words) => (words ? [word(words)] : []))
    .join(language === 'en' ? ', ' : '，');
  const lines =
    language === 'en'
      ? [
          `${branch.name} (${branch.code}, ${branch.organisation}), round ${run.year} of ${run.campaign}`,
          `  phase     ${phase}: ${step}, since ${since}${light ? `, ${light}` : ''}`,
          `  waits for ${office ? `${role} of ${office.body} (${office.persons.join(', ') || (office.isBarred ? 'all its holders are barred, another must be brought in' : 'vacant')})` : 'nobody'}${run.nextNeededOn ? `, by ${run.nextNeededOn}${by && ` (${by})`}` : ''}`,
          ...(run.overturnProposedAt ? ['  recheck   found against its pass, a second person is to confirm'] : []),
          ...(run.appliesUntil ? [`  again     may apply again this year until ${run.appliesUntil}`] : []),
          ...dates.map((date) => `  deadline  ${date}`),
          `  workflow  ${run.workflowId}`,
        ]
      : [
          `${branch.name}（${branch.code}，${branch.organisation}）${run.year} 年度 · ${run.campaign}`,
          `  阶段  ${phase} · ${step}，自 ${since}${light ? `，${light}` : ''}`,
          `  等待  ${office ? `${office.body} ${role}（${office.persons.join('、') || (office.isBarred ? '在任人员均须回避，须另行指定' : '空缺')}）` : '不等人'}${run.nextNeededOn ? `，${run.nextNeededOn} 前${by && `（${by}）`}` : ''}`,
          ...(run.overturnProposedAt ? ['  复核  已提出不予维持，待另一人确认'] : []),
          ...(run.appliesUntil ? [`  再次申报  本年度可至 ${run.appliesUntil}`] : []),
          ...dates.map((date) => `  时限  ${date}`),
          `  流程  ${run.workflowId}`,
        ];
  return `${lines.join('\n')}\n`;
}
