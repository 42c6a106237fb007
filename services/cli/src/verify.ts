import type { Client } from '@temporalio/client';
import type { Command } from 'commander';
import type { DataSource } from 'typeorm';
import * as persistence from '@app/persistence';
import type { Context } from './context';
import { both, Refused } from './say';
import { type Format, printJson, withFormat } from './table';

/** What is wrong with the record, at its place. */
interface RecordFault {
  readonly check: string;
  readonly stream: string;
  readonly sequence: number | null;
  readonly date: string | null;
  readonly message: string;
}

/** Every invariant with how much it looked at, and the faults in the order of the record. */
interface Verification {
  readonly checks: readonly { readonly name: string; readonly count: number }[];
  readonly faults: readonly RecordFault[];
}

type VerifyCampaign = (dataSource: DataSource, client: Client, campaignKey: string) => Promise<Verification>;

/** `verify [--campaign <key>]`: names stream, sequence and date of the first fault. */
export function verifyCommand(parent: Command, context: Context): void {
  withFormat(parent.command('verify'))
    .description('核验台账、行和流程 / verify the record, the rows and the workflows')
    .option('--campaign <key>', '专项工作编号，缺省为全部 / key of the campaign, all by default')
    .action(async ({ campaign, json }: Format & { campaign?: string }) => {
      const verifyCampaign = Reflect.get(persistence, 'verifyCampaign') as VerifyCampaign | undefined;
      if (!verifyCampaign) throw new Refused(both('本版本不能核验', 'this build cannot verify'));
      const dataSource = await context.dataSource();
      const all = await persistence.listCampaigns(dataSource.manager);
      const keys = campaign === undefined ? all.map(({ key }) => key) : [campaign];
      if (campaign !== undefined) await persistence.campaignOf(dataSource.manager, campaign);
      const outcomes: ({ campaign: string } & Verification)[] = [];
      for (const key of keys) {
        outcomes.push({ campaign: key, ...(await verifyCampaign(dataSource, await context.engine(), key)) });
      }
      if (json) printJson(context, outcomes);
      else context.out(outcomes.map(reportOf).join(''));
      const [first] = outcomes.flatMap(({ faults }) => faults);
      if (first) throw new Refused(placeOf(first));
    });
}

function reportOf({ campaign, checks, faults }: { campaign: string } & Verification): string {
  const lines = checks.map(({ name, count }) => `  ${name}  ${count}`);
  const verdict =
    faults.length === 0 ? both('一致', 'sound') : both(`${faults.length} 处不符`, `${faults.length} faults`);
  return [`${campaign}：${verdict}`, ...lines, ''].join('\n');
}

function placeOf({ check, stream, sequence, date, message }: RecordFault): string {
  const place = [stream, sequence === null ? '' : `第 ${sequence} 条`, date ?? ''].filter((part) => part !== '');
  return `${both('第一处不符', 'first fault')}：${place.join(' ')} ${message} [${check}]`;
}
