import type { Command } from 'commander';
import { CHECK_WORDS, DomainError, type RecordFault, type Verification } from '@app/domain';
import { engineReader, runVerification } from '@app/engine';
import { beginVerification, campaignOf, listCampaigns, verifyCampaign } from '@app/persistence';
import { type Context, transaction } from './context';
import { both, Refused, spokenLanguage } from './say';
import { type Format, printJson, withFormat } from './table';

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
      for (const key of keys) outcomes.push({ campaign: key, ...(await verifyOne(context, key)) });
      if (json) printJson(context, outcomes);
      else context.out(outcomes.map(reportOf).join(''));
      const [first] = outcomes.flatMap(({ faults }) => faults);
      if (first) throw new Refused(placeOf(first));
    });
}

/** Keeps what it finds; while another is at it, an operator is not kept waiting: what he finds is told to him alone. */
async function verifyOne(context: Context, key: string): Promise<Verification> {
  const now = () => context.clock.now();
  const world = { dataSource: await context.dataSource(), reader: engineReader(await context.engine(), now), now };
  const { campaignId } = await campaignOf(world.dataSource.manager, key);
  const asked = { campaignId, way: 'command-line', startedBy: null, now: now() } as const;
  try {
    const id = await transaction(context, (m) => beginVerification(m, asked));
    const found = await runVerification(world, { id, campaignKey: key });
    if (found) return found;
    throw new Refused(both('核验已被取消', 'the verification was cancelled'));
  } catch (error) {
    if (!(error instanceof DomainError) || error.code !== 'verification-running') throw error;
    context.err(
      `${both('另一次核验正在进行，本次结果不留存', 'another verification is under way; this one is not kept')}\n`,
    );
    return verifyCampaign(world.dataSource, world.reader, key);
  }
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
