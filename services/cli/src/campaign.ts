import type { Command } from 'commander';
import { type Roster, STEP_WORDS } from '@app/domain';
import {
  type CampaignLine,
  type EstablishedCampaign,
  establishCampaign,
  type Establishment,
  listCampaigns,
} from '@app/persistence';
import { type Context, transaction } from './context';
import { instant, positiveNumber } from './options';
import { readRoster } from './roster';
import { both, WrongUsage } from './say';
import { startCampaign } from './start-campaign';
import { type Column, type Format, printOutcome, printTable, withFormat } from './table';

interface EstablishOptions extends Format {
  readonly key: string;
  readonly name?: string;
  readonly programme: string;
  readonly programmeVersion?: string;
  readonly roster: string;
  readonly rehearsal?: boolean;
  readonly seed?: string;
  readonly anchor?: string;
  readonly rate?: number;
}

/** Programme milliseconds for each real one in a rehearsal that names no rate: a day in a quarter of a second. */
export const REHEARSAL_RATE = 345_600;

/** 17 April 2020, 09:00 in Suzhou: the day of 苏委工〔2020〕6号. */
export const REHEARSAL_ANCHOR = '2020-04-17T01:00:00.000Z';

const COLUMNS: readonly Column<CampaignLine>[] = [
  { key: 'key', zh: '编号' },
  { key: 'name', zh: '名称' },
  { key: 'programme', zh: '方案' },
  { key: 'programmeVersion', zh: '版本' },
  { key: 'step', zh: '环节', words: STEP_WORDS },
  { key: 'openRounds', zh: '进行中的年度' },
  { key: 'rehearsal', zh: '演练' },
  { key: 'establishedAt', zh: '建立时间', isInstant: true },
];

/** `campaign establish …`, `campaign list`. */
export function campaignCommand(parent: Command, context: Context): void {
  const noun = parent.command('campaign').description('专项工作 / campaigns');
  withFormat(noun.command('establish'))
    .description('建立专项工作：方案须已发布 / establish a campaign on a published programme')
    .requiredOption('--key <key>', '编号 / its key')
    .requiredOption('--programme <key>', '方案编号 / key of the programme')
    .requiredOption('--roster <folder>', '名册文件夹 / folder of the roster')
    .option('--programme-version <version>', '方案版本，缺省为最新 / version, the newest by default')
    .option('--name <name>', '名称 / its name')
    .option('--rehearsal', '演练 / a rehearsal')
    .option('--seed <seed>', '演练种子 / seed of the rehearsal')
    .option('--anchor <instant>', '演练起点 / where its time starts', instant)
    .option('--rate <n>', '演练速度 / programme ms for each real ms', positiveNumber)
    .action(async (options: EstablishOptions) => {
      const rehearsal = rehearsalOf(options);
      const roster = await readRoster(context, options.roster, options);
      const { key, programme, programmeVersion } = options;
      const name = options.name ?? (rehearsal ? `演练 ${key}` : key);
      const { established, workflowId } = await beginCampaign(context, {
        key,
        name,
        programme,
        programmeVersion,
        roster,
        rehearsal,
      });
      const { isNew } = established;
      const sentence = isNew
        ? both(`已建立专项工作 ${key}，流程 ${workflowId}`, `established ${key}, workflow ${workflowId}`)
        : both(
            `专项工作 ${key} 此前已建立，流程 ${workflowId}`,
            `${key} was established before, workflow ${workflowId}`,
          );
      printOutcome(
        context,
        { sentence, value: { campaignId: established.setting.campaignId, key, workflowId, isNew } },
        options,
      );
    });
  withFormat(noun.command('list'), { csv: true })
    .description('列出专项工作 / list campaigns')
    .action(async (format: Format) => {
      const rows = await listCampaigns((await context.dataSource()).manager);
      printTable(context, { rows, columns: COLUMNS }, format);
    });
}

/** Establishes it in one transaction, then starts its workflow; broken off between the two, the next call goes on. */
export async function beginCampaign(
  context: Context,
  establishment: Establishment & { readonly roster: Roster },
): Promise<{ established: EstablishedCampaign; workflowId: string }> {
  const established = await transaction(context, (m) => establishCampaign(m, establishment, context.clock.now()));
  return { established, workflowId: await startCampaign(await context.engine(), established) };
}

function rehearsalOf({ rehearsal, seed, anchor, rate }: EstablishOptions): Establishment['rehearsal'] {
  if (!rehearsal) {
    if (seed === undefined && anchor === undefined && rate === undefined) return undefined;
    throw new WrongUsage(
      both('--seed、--anchor、--rate 只用于 --rehearsal', '--seed, --anchor and --rate need --rehearsal'),
    );
  }
  if (!seed) throw new WrongUsage(both('演练须给出 --seed', 'a rehearsal needs --seed'));
  return { seed, anchorProgramme: anchor ?? REHEARSAL_ANCHOR, rate: rate ?? REHEARSAL_RATE };
}
