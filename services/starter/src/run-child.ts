import { spawn } from 'node:child_process';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { StepFailure } from '#setup/failure';
import { runCommand } from '#setup/run-command';
import { parentPipeVariable } from '@app/platform';
import { OTHER_SCHEMA } from './migrate';
import { PlainError } from './say';
import { writePidFile, pidFileOf } from './pid-file';
import { entryOf } from './service-part';
import { logFileOf } from './spawn-part';

/** Runs the migrations in a process of their own; refuses a private database that another version of the project made. */
export async function runMigrations(
  home: string,
  { ownerUrl, isPrivate }: { readonly ownerUrl: string; readonly isPrivate: boolean },
): Promise<void> {
  const entry = join(__dirname, 'migrate.js');
  try {
    await runCommand(process.execPath, ['--enable-source-maps', entry, ...(isPrivate ? ['--compare'] : [])], {
      zh: '数据库升级没有成功',
      en: 'The migrations failed',
      logFile: logFileOf(home, 'migrate'),
      env: { ...process.env, DATABASE_OWNER_URL: ownerUrl },
    });
  } catch (error) {
    if (!(error instanceof StepFailure && error.ended === OTHER_SCHEMA)) throw error;
    throw new PlainError(
      `${home} 中的数据是本项目另一版本建立的，请把这个文件夹移走后再启动`,
      `The data in ${home} are of another version of this project: move that folder away and start again`,
    );
  }
}

/** A rehearsal under way. */
export interface RehearsalRun {
  /** Exit status, or the signal it died of. */
  readonly ended: Promise<number | NodeJS.Signals>;
  stop(): Promise<void>;
}

/** Starts the rehearsal on the starter's own terminal, where it draws its board. */
export function startRehearsal(home: string, flags: readonly string[], env: NodeJS.ProcessEnv): RehearsalRun {
  const preload = ['--require', join(__dirname, 'end-with-parent.js')];
  const child = spawn(process.execPath, ['--enable-source-maps', ...preload, entryOf('rehearsal'), ...flags], {
    stdio: ['inherit', 'inherit', 'inherit', 'pipe'],
    env: { ...env, [parentPipeVariable]: '3' },
  });
  const pidFile = pidFileOf(home, 'rehearsal');
  if (child.pid !== undefined) writePidFile(pidFile, child.pid);
  const ended = new Promise<number | NodeJS.Signals>((resolve) => {
    child.once('error', () => resolve(1));
    child.once('exit', (code, signal) => resolve(code ?? signal ?? 1));
  }).finally(() => rmSync(pidFile, { force: true }));
  return {
    ended,
    async stop() {
      child.kill('SIGTERM');
      const timer = setTimeout(() => child.kill('SIGKILL'), 5000);
      await ended;
      clearTimeout(timer);
    },
  };
}
