import { runCommand } from '#setup/run-command';
import { sayValue } from './say';
import { entryOf } from './service-part';
import { logFileOf } from './spawn-part';

/**
 * The rehearsal that runs to its end, and the one that is left standing with work in every office's list. The rehearsal
 * is told both: keys and seed stand here only.
 */
const CAMPAIGNS = { rehearsal: 'rehearsal-2020', standing: 'standing-2020' } as const;

/** As people read them beside the mark of a rehearsal. */
const NAMES: Readonly<Record<(typeof CAMPAIGNS)[keyof typeof CAMPAIGNS], string>> = {
  'rehearsal-2020': '党支部标准化规范化建设（三年推演）',
  'standing-2020': '党支部标准化规范化建设（现场样例）',
};

/** The same seed gives the same summary. */
const SEED = '2020';

/** The sample accounts as a user needs them: the list, and the one password of all. */
export interface SampleAccounts {
  readonly password: string;
  readonly file: string;
}

/** Where and how the samples are established; with `once` the first alone. */
interface Establishing {
  readonly home: string;
  readonly env: NodeJS.ProcessEnv;
  readonly once: boolean;
}

/** Establishes the sample campaigns by the operator's own command; what stands already is left as it is. */
export async function establishSamples({ home, env, once }: Establishing): Promise<SampleAccounts> {
  const establish = (key: keyof typeof NAMES) =>
    runCommandLine(home, ['sample', 'establish', '--key', key, '--name', NAMES[key], '--seed', SEED, '--json'], env);
  const accounts = JSON.parse(await establish(CAMPAIGNS.rehearsal)) as SampleAccounts;
  if (!once) await establish(CAMPAIGNS.standing);
  return accounts;
}

/** What the rehearsal's program is told: who plays, in which campaign; with `once` no second one. */
export const rehearsalArguments = ({ file }: SampleAccounts, once: boolean): string[] => [
  ...['--accounts', file, '--campaign', CAMPAIGNS.rehearsal, '--seed', SEED],
  ...(once ? [] : ['--standing', CAMPAIGNS.standing]),
];

/** Prints them, and that they exist in a sample database only. */
export function printSampleAccounts({ file, password }: SampleAccounts): void {
  sayValue('样例账号（仅在样例数据库内）', 'Sample accounts (in this sample database only)', file);
  sayValue('样例账号的密码', 'Their password', password);
}

/** Runs one `duibiao` command and answers what it printed. */
const runCommandLine = (home: string, args: readonly string[], env: NodeJS.ProcessEnv) =>
  runCommand(process.execPath, ['--enable-source-maps', entryOf('cli'), ...args], {
    zh: '样例没有建成',
    en: `The sample could not be established (duibiao ${args.join(' ')})`,
    logFile: logFileOf(home, 'sample'),
    answer: true,
    env,
  });
