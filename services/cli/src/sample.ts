import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Command } from 'commander';
import { parse } from 'csv-parse/sync';
import { stringify } from 'csv-stringify/sync';
import { ROLE_DEFINITIONS } from '@app/domain';
import {
  campaignOf,
  createAccounts,
  listAccounts,
  publishProgramme,
  sampleAccountHash,
  sampleLogin,
  seedCalendar,
} from '@app/persistence';
import { hashPassword, verifyPassword } from '@app/platform';
import { beginCampaign, REHEARSAL_ANCHOR, REHEARSAL_RATE } from './campaign';
import { type Context, transaction } from './context';
import { instant, positiveNumber } from './options';
import { makePassword } from './password';
import { readProgramme } from './programme';
import { readRoster } from './roster';
import { both } from './say';
import { type Format, printOutcome, withFormat } from './table';

/** File under the home with every sample account, one line for each office. */
const SAMPLE_ACCOUNTS_FILE = 'sample-accounts.csv';

const COLUMNS = [
  'campaign',
  'login',
  'password',
  'personCode',
  'name',
  'role',
  'title',
  'bodyKind',
  'bodyCode',
  'bodyName',
] as const;

/** Where the circular's programme and the sample roster stand in the repository. */
const ROOT = join(__dirname, '../../../..');

/** What a sample campaign is established with. */
export interface SampleOptions {
  readonly key: string;
  /** As people read it; else that of the programme. */
  readonly name?: string;
  readonly seed: string;
  readonly anchor?: string;
  readonly rate?: number;
  /** The one word of all sample accounts; kept from the accounts file, else made, when absent. */
  readonly password?: string;
  readonly programme?: string;
  readonly roster?: string;
}

export interface EstablishedSample {
  readonly campaignId: string;
  readonly key: string;
  readonly workflowId: string;
  readonly accounts: number;
  readonly password: string;
  readonly file: string;
  readonly isNew: boolean;
}

/** `sample establish --key … --seed …`. */
export function sampleCommand(parent: Command, context: Context): void {
  const noun = parent.command('sample').description('样例 / the sample');
  withFormat(noun.command('establish'))
    .description(
      '用样例名册建立一场演练，开样例账号 / establish a rehearsal on the sample roster, with sample accounts',
    )
    .requiredOption('--key <key>', '编号 / its key')
    .requiredOption('--seed <seed>', '演练种子 / seed of the rehearsal')
    .option('--anchor <instant>', '演练起点 / where its time starts', instant)
    .option('--rate <n>', '演练速度 / programme ms for each real ms', positiveNumber)
    .option('--password <word>', '样例账号的密码 / password of the sample accounts')
    .option('--name <name>', '名称 / its name')
    .option('--programme <folder>', '方案文件夹 / folder of the programme')
    .option('--roster <folder>', '名册文件夹 / folder of the roster')
    .action(async (options: SampleOptions & Format) => {
      const sample = await establishSample(context, options, options);
      const { key, accounts, password, file } = sample;
      const sentence = both(
        `演练 ${key} 就绪；样例账号 ${accounts} 个，密码 ${password}，清单 ${file}`,
        `rehearsal ${key} stands; ${accounts} sample accounts, password ${password}, listed in ${file}`,
      );
      printOutcome(context, { sentence, value: sample }, options);
    });
}

/** Publishes the programme, loads the calendar, establishes the rehearsal, opens the accounts; again, it changes nothing. */
async function establishSample(
  context: Context,
  options: SampleOptions,
  format: Format = {},
): Promise<EstablishedSample> {
  const { key, seed, anchor = REHEARSAL_ANCHOR, rate = REHEARSAL_RATE } = options;
  const read = readProgramme(context, options.programme ?? join(ROOT, 'programmes/suzhou-2020'), format);
  const roster = await readRoster(context, options.roster ?? join(ROOT, 'services/rehearsal/roster'), format);
  const now = () => context.clock.now();
  await transaction(context, (m) => publishProgramme(m, read, now()));
  await transaction(context, (m) => seedCalendar(m, now()));
  const { id: programme, version: programmeVersion } = read.programme;
  const rehearsal = { seed, anchorProgramme: anchor, rate };
  const name = options.name ?? read.programme.name;
  const { established, workflowId } = await beginCampaign(context, {
    key,
    name,
    programme,
    programmeVersion,
    roster,
    rehearsal,
  });
  const file = join(context.home, SAMPLE_ACCOUNTS_FILE);
  const { accounts, password } = await openAccounts(context, {
    key,
    file,
    password: options.password,
    at: established.establishedAt,
  });
  const { campaignId } = established.setting;
  return { campaignId, key, workflowId, accounts, password, file, isNew: established.isNew };
}

async function openAccounts(
  context: Context,
  {
    key,
    file,
    password: asked,
    at,
  }: {
    readonly key: string;
    readonly file: string;
    readonly password: string | undefined;
    readonly at: string;
  },
): Promise<{ accounts: number; password: string }> {
  const others = readAccounts(file);
  const password =
    asked ?? others.find(({ campaign }) => campaign === key)?.password ?? others[0]?.password ?? makePassword();
  const known = await sampleAccountHash((await context.dataSource()).manager, key);
  const passwordHash = known && (await verifyPassword(known, password)) ? known : await hashPassword(password);
  const { accounts, lines } = await transaction(context, async (m) => {
    const campaign = await campaignOf(m, key);
    const count = await createAccounts(
      m,
      { campaign, passwordHash },
      { recordedAt: at, writtenAt: context.clock.now() },
    );
    return { accounts: count, lines: await listAccounts(m, key) };
  });
  const own = lines
    .filter(({ login, sample, personCode }) => sample && login === sampleLogin(key, personCode))
    .map((line) => ({ ...line, password, title: line.role ? ROLE_DEFINITIONS[line.role].zh : '' }));
  writeAccounts(context.home, file, [...others.filter(({ campaign }) => campaign !== key), ...own]);
  return { accounts, password };
}

type AccountRow = Readonly<Record<(typeof COLUMNS)[number], string | null>> & { readonly password: string };

function readAccounts(file: string): AccountRow[] {
  try {
    return parse<AccountRow>(readFileSync(file), { columns: true, bom: true });
  } catch {
    return []; // not there yet, or broken off: written anew
  }
}

function writeAccounts(home: string, file: string, rows: readonly AccountRow[]): void {
  mkdirSync(home, { recursive: true });
  const text = stringify([...rows], { header: true, columns: [...COLUMNS], bom: true });
  writeFileSync(`${file}.part`, text, { mode: 0o600 });
  renameSync(`${file}.part`, file);
}
