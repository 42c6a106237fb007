import { type Client, WorkflowNotFoundError } from '@temporalio/client';
import type { Command } from 'commander';
import { readState } from '@app/contracts';
import { runStatus } from '@app/engine';
import {
  campaignOf,
  type CheckName,
  type EngineReader,
  listCampaigns,
  type RecordFault,
  type Verification,
  verifyCampaign,
} from '@app/persistence';
import type { Clock } from '@app/platform';
import type { Context } from './context';
import { both, Refused, spokenLanguage } from './say';
import { type Format, printJson, withFormat } from './table';

/** How long one workflow may take to answer. */
const ANSWER_MS = 5000;

/** So many that do not answer one after the other: no worker runs, and nobody else is asked. */
const SILENT_IN_A_ROW = 10;

const CHECK_WORDS: Readonly<Record<CheckName, { readonly zh: string; readonly en: string }>> = {
  chains: { zh: '台账链', en: 'events in whole chains' },
  calendar: { zh: '日历与放假安排一致', en: 'calendar = fold(notices)' },
  rows: { zh: '行与台账一致', en: 'rows = fold(events)' },
  deadlines: { zh: '时限与台账一致', en: 'deadlines = fold(events)' },
  rungs: { zh: '催办不漏不早', en: 'escalations: none missed, none early' },
  registers: { zh: '登记簿与台账一致', en: 'registers = fold(events)' },
  documents: { zh: '文件与摘要一致', en: 'documents = their digests' },
  workflows: { zh: '行与流程一致', en: 'rows = workflows' },
  running: { zh: '流程都在运行', en: 'runs and keepers run' },
  notices: { zh: '通知不重不早', en: 'notices once, none early' },
  told: { zh: '催办都有人收到', en: 'every escalation told' },
  slips: { zh: '督办单与催办一致', en: 'slips = escalations' },
  dates: { zh: '所填日期成立', en: 'dates that were stated can be' },
  recognitions: { zh: '认定依据齐全', en: 'recognitions with all that they need' },
  persons: { zh: '人员分离', en: 'different persons' },
  counts: { zh: '计数等于名单', en: 'counts = lists' },
  ballots: { zh: '计票等于票箱', en: 'tallies = ballots cast' },
  figures: { zh: '结束数字合目标口径', en: 'closing figures by the rule of the goal' },
  dispositions: { zh: '名单不重不漏', en: 'every branch once' },
  closings: { zh: '结束决定都已送达', en: 'closing decisions taken in' },
  news: { zh: '摸底、计划、决定、备案都已送达', en: 'surveys, plans, decisions and filings taken in' },
  draws: { zh: '抽样可复现', en: 'draws recompute' },
};

/** `verify [--campaign <key>]`: names stream, sequence and date of the first fault. */
export function verifyCommand(parent: Command, context: Context): void {
  withFormat(parent.command('verify'))
    .description('核验台账、行和流程 / verify the record, the rows and the workflows')
    .option('--campaign <key>', '专项工作编号，缺省为全部 / key of the campaign, all by default')
    .action(async ({ campaign, json }: Format & { campaign?: string }) => {
      const dataSource = await context.dataSource();
      const all = await listCampaigns(dataSource.manager);
      const keys = campaign === undefined ? all.map(({ key }) => key) : [campaign];
      if (campaign !== undefined) await campaignOf(dataSource.manager, campaign);
      const outcomes: ({ campaign: string } & Verification)[] = [];
      for (const key of keys) {
        const reader = engineReader(await context.engine(), context.clock);
        outcomes.push({ campaign: key, ...(await verifyCampaign(dataSource, reader, key)) });
      }
      if (json) printJson(context, outcomes);
      else context.out(outcomes.map(reportOf).join(''));
      const [first] = outcomes.flatMap(({ faults }) => faults);
      if (first) throw new Refused(placeOf(first));
    });
}

/**
 * Asks workflows for their state, closed ones too, and the engine whether they run; null where one does not answer in time
 * or no worker runs. One that the engine does not know is no silence.
 */
export function engineReader(engine: Client, clock: Clock): EngineReader {
  const inTime = <T>(question: () => Promise<T>) => engine.withDeadline(Date.parse(clock.now()) + ANSWER_MS, question);
  const asking = <T>(question: (workflowId: string) => Promise<T>) => {
    let silent = 0;
    return async (workflowId: string): Promise<T | null> => {
      if (silent >= SILENT_IN_A_ROW) return null;
      try {
        const answer = await inTime(() => question(workflowId));
        silent = 0;
        return answer;
      } catch (error) {
        if (!(error instanceof WorkflowNotFoundError)) silent += 1;
        return null;
      }
    };
  };
  return {
    state: asking((workflowId) => engine.workflow.getHandle(workflowId).query(readState)),
    status: asking((workflowId) => runStatus(engine, workflowId)),
  };
}

function reportOf({ campaign, checks, faults }: { campaign: string } & Verification): string {
  const colon = spokenLanguage() === 'en' ? ': ' : '：';
  const lines = checks.map(({ name, count }) => `  ${both(CHECK_WORDS[name].zh, CHECK_WORDS[name].en)}  ${count}`);
  const verdict =
    faults.length === 0 ? both('一致', 'sound') : both(`${faults.length} 处不符`, `${faults.length} faults`);
  return [`${campaign}${colon}${verdict}`, ...lines, ...faults.map((fault) => `  ! ${lineOf(fault)}`), ''].join('\n');
}

function placeOf(fault: RecordFault): string {
  return `${spokenLanguage() === 'en' ? 'first fault: ' : '第一处不符：'}${lineOf(fault)}`;
}

function lineOf({ check, stream, sequence, date, message }: RecordFault): string {
  const event = spokenLanguage() === 'en' ? `event ${sequence}` : `第 ${sequence} 条`;
  const place = [stream, sequence === null ? '' : event, date ?? ''].filter((part) => part !== '');
  return `${place.join(' ')} ${message} [${check}]`;
}
