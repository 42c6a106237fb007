import { spawn } from 'node:child_process';
import { PlainError, say, sayValue } from './say';
import { entryOf } from './service-part';

/** The rehearsal that runs to its end, and the one that is left standing with work in every office's list. */
const CAMPAIGNS = { rehearsal: 'rehearsal-2020', standing: 'standing-2020' } as const;

/** The same seed gives the same summary. */
const SEED = '2020';

interface FoundedSample {
  readonly accounts: number;
  readonly password: string;
  readonly file: string;
}

/** Founds the sample campaigns by the operator's own command; what stands already is left as it is. */
export async function foundSamples(env: NodeJS.ProcessEnv, once: boolean): Promise<void> {
  let founded: FoundedSample | undefined;
  for (const key of once ? [CAMPAIGNS.rehearsal] : Object.values(CAMPAIGNS)) {
    const output = await runCommandLine(['sample', 'found', '--key', key, '--seed', SEED, '--json'], env);
    founded = JSON.parse(output) as FoundedSample;
  }
  if (!founded) return;
  sayValue('样例账号', 'Sample accounts', `${founded.file}`);
  say(
    `样例账号只在样例数据库里，密码都是 ${founded.password}`,
    `sample accounts exist in the sample database only; the password of each is ${founded.password}`,
  );
}

/** Runs one `duibiao` command and answers what it printed; its sentence is the fault where it says no. */
function runCommandLine(args: readonly string[], env: NodeJS.ProcessEnv): Promise<string> {
  const child = spawn(process.execPath, ['--enable-source-maps', entryOf('cli'), ...args], {
    stdio: ['ignore', 'pipe', 'pipe'],
    env,
  });
  const out: Buffer[] = [];
  const err: Buffer[] = [];
  child.stdout.on('data', (chunk: Buffer) => out.push(chunk));
  child.stderr.on('data', (chunk: Buffer) => err.push(chunk));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (status) => {
      if (status === 0) return resolve(Buffer.concat(out).toString());
      const reason = Buffer.concat(err).toString().trim();
      reject(
        new PlainError(
          `样例没有建成：${reason}`,
          `The sample could not be founded (duibiao ${args.join(' ')}): ${reason}`,
        ),
      );
    });
  });
}
