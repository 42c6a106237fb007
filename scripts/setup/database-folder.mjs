import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { findProgram, runCommand } from './run-command.mjs';
import { PlainError } from './say.mjs';

/** The options of a server that runs as root, as in a container. */
export const asRoot = () => (process.getuid?.() === 0 ? ['--user=root'] : []);

/** True for MariaDB, false for MySQL; throws one sentence where the server does not run at all. */
export function isMariaDb(program) {
  const { status, stdout, stderr, error } = spawnSync(program, ['--no-defaults', '--version'], { encoding: 'utf8' });
  if (status === 0) return stdout.includes('MariaDB');
  const reason = error?.message ?? `${stdout}${stderr}`.trim();
  throw new PlainError(`${program} 不能运行：${reason}`, `${program} does not run: ${reason}`);
}

/** The programs that make MariaDB's first tables, as whole paths; undefined where one is missing. */
export function initialisationTools(program) {
  const base = dirname(dirname(program));
  const places = {
    first: [dirname(program), join(base, 'bin'), join(base, 'scripts')],
    last: ['/usr/bin', '/usr/local/bin'],
  };
  return {
    installer: findProgram(['mariadb-install-db', 'mysql_install_db'], places),
    defaults: findProgram(['my_print_defaults'], places), // the installer calls it
  };
}

/**
 * Makes the data folder `<home>/mariadb` where there is none, beside its place, and moves it there when whole, so that a
 * half-finished one is redone. Paths are relative to the home: the installer breaks on blanks.
 */
export async function makeDatabaseFolder(home, program) {
  if (existsSync(join(home, 'mariadb'))) return;
  const draft = 'mariadb.part';
  mkdirSync(home, { recursive: true, mode: 0o700 });
  rmSync(join(home, draft), { recursive: true, force: true });
  const [command, ...args] = isMariaDb(program)
    ? [
        initialisationTools(program).installer ?? 'mariadb-install-db',
        '--no-defaults',
        ...asRoot(),
        `--datadir=./${draft}`,
        '--auth-root-authentication-method=normal',
        '--skip-test-db',
        '--skip-name-resolve',
      ]
    : [program, '--no-defaults', ...asRoot(), '--initialize-insecure', `--datadir=./${draft}`];
  await runCommand(command, args, {
    zh: '数据库目录没有建成',
    en: 'The database folder could not be made',
    cwd: home,
    logFile: join(home, 'logs/database-folder.log'),
  });
  renameSync(join(home, draft), join(home, 'mariadb'));
}
