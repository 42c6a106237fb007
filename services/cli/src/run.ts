import type { Command } from 'commander';
import { notRunning, reviveRun, type RevivalOutcome, type RunStatus } from '@app/engine';
import { REVIVAL_CAUSE_WORDS } from '@app/domain';
import type { Context } from './context';
import { both, Refused, spokenLanguage, WrongUsage } from './say';
import { type Column, type Format, printOutcome, printTable, withFormat } from './table';

const LONGEST_REASON = 200;

interface DeadLine {
  readonly workflowId: string;
  readonly status: Exclude<RunStatus, 'running'>;
  readonly words: string;
}

const COLUMNS: readonly Column<DeadLine>[] = [
  { key: 'workflowId', zh: '流程' },
  { key: 'status', zh: '状态' },
  { key: 'words', zh: '说明' },
];

/** `run revive <workflow id> --reason …`, `run dead`. */
export function runCommands(parent: Command, context: Context): void {
  const noun = parent.command('run').description('流程 / runs and keepers');
  withFormat(noun.command('revive <workflow-id>'))
    .description('恢复没有运行的流程：以台账所记状态重新开始 / begin a run again from its row')
    .requiredOption('--reason <text>', '原因，记入台账 / why, for the record')
    .action(async (workflowId: string, { reason: given, ...format }: Format & { reason: string }) => {
      const reason = reasonOf(given);
      const world = {
        dataSource: await context.dataSource(),
        engine: await context.engine(),
        now: () => context.clock.now(),
      };
      const outcome = await reviveRun(world, workflowId, { reason, by: 'operator' });
      printOutcome(context, { sentence: sentenceOf(workflowId, outcome), value: { workflowId, ...outcome } }, format);
    });
  withFormat(noun.command('dead'), { csv: true })
    .description('列出应运行而没有运行的流程 / list what should run and does not')
    .action(async (format: Format) => {
      const dead = await notRunning((await context.dataSource()).manager, await context.engine());
      const rows = dead.map(({ run, status }) => ({
        workflowId: run.workflowId,
        status,
        words: REVIVAL_CAUSE_WORDS[status][spokenLanguage()],
      }));
      printTable(context, { rows, columns: COLUMNS }, format);
    });
}

function reasonOf(given: string): string {
  const reason = given.trim();
  if (reason !== '' && [...reason].length <= LONGEST_REASON) return reason;
  throw new WrongUsage(both(`原因须为 1 至 ${LONGEST_REASON} 字`, `the reason has 1 to ${LONGEST_REASON} characters`));
}

/** What was done; what was not done is refused, with the reason. */
function sentenceOf(workflowId: string, result: RevivalOutcome): string {
  switch (result.outcome) {
    case 'revived': {
      const { zh, en } = REVIVAL_CAUSE_WORDS[result.cause];
      return both(`已恢复 ${workflowId}（此前${zh}）`, `revived ${workflowId}, which ${en}`);
    }
    case 'started':
      return both(`已启动 ${workflowId}（此前没有启动）`, `started ${workflowId}, which had never been started`);
    case 'runs':
      throw new Refused(both(`${workflowId} 正在运行，无须恢复`, `${workflowId} runs; there is nothing to revive`));
    case 'closed':
      throw new Refused(both(`${workflowId} 已办结，不再运行`, `${workflowId} is closed and runs no more`));
    case 'unknown':
      throw new Refused(both(`没有流程 ${workflowId}`, `there is no run ${workflowId}`));
    case 'no-answer':
      throw new Refused(
        both(
          `${workflowId} 在运行但没有应答；请先确认 worker 在运行`,
          `${workflowId} runs but does not answer; see first that a worker runs`,
        ),
      );
  }
}
