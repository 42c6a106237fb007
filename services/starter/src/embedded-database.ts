import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { createConnection } from 'mysql2/promise';
import { asRoot, isMariaDb, makeDatabaseFolder } from '#setup/database-folder';
import { keepRunning, untilItAnswers, type Part } from './part';
import { pidFileOf } from './pid-file';
import { choosePort } from './ports';
import { loadSecrets, type Secrets } from './secrets';
import { logFileOf, spawnPart } from './spawn-part';

/** The private database of one home, running. */
export interface EmbeddedDatabase {
  /** The owner's URL: migrations, and databases named `duibiao_…`. */
  readonly ownerUrl: string;
  /** The services' URL: what each migration grants, nothing else. */
  readonly appUrl: string;
  readonly part: Part;
}

/**
 * Starts a MariaDB (or MySQL) server of our own on data in `<home>/mariadb`, on loopback only.
 * Paths are given relative to the home: a socket path has 107 bytes at most.
 */
export async function startDatabase(home: string, program: string, stop?: AbortSignal): Promise<EmbeddedDatabase> {
  const secrets = loadSecrets(home);
  const mariaDb = isMariaDb(program);
  await makeDatabaseFolder(home, program);
  const port = await choosePort(home, 'database');
  const scheme = mariaDb ? 'mariadb' : 'mysql';
  const url = (user: string, password: string): string => `${scheme}://${user}:${password}@127.0.0.1:${port}/duibiao`;
  const ownerUrl = url('duibiao_owner', secrets.owner);
  const logFile = logFileOf(home, 'database');
  const accounts = join(home, 'accounts.sql');
  const part = await keepRunning(
    {
      title: { zh: '数据库', en: 'The database' },
      pidFile: pidFileOf(home, 'database'),
      logFile,
      spawn() {
        writeFileSync(accounts, accountStatements(secrets), { mode: 0o600 });
        mkdirSync(join(home, SCRATCH), { recursive: true });
        return spawnPart({
          program,
          args: serverOptions(port, accounts, mariaDb),
          cwd: home,
          logFile,
        });
      },
      async ready(_child, gone) {
        await untilItAnswers(async () => {
          const connection = await createConnection({ uri: ownerUrl, connectTimeout: 2000 });
          await connection.query('SELECT 1');
          await connection.end();
        }, gone);
        rmSync(accounts, { force: true });
      },
    },
    stop,
  );
  return { ownerUrl, appUrl: url('duibiao_app', secrets.app), part };
}

/**
 * The folder of temporary tables beside the data. A server that starts removes every `#sql…` file from its temporary
 * folder, whoever uses it: in a shared one, two servers break each other's queries.
 */
const SCRATCH = 'mariadb-scratch';

function serverOptions(port: number, accounts: string, mariaDb: boolean): string[] {
  return [
    '--no-defaults',
    ...asRoot(),
    '--datadir=./mariadb',
    `--tmpdir=../${SCRATCH}`,
    '--socket=',
    '--bind-address=127.0.0.1',
    `--port=${port}`,
    `--init-file=${accounts}`,
    '--skip-name-resolve',
    '--skip-log-bin',
    ...(mariaDb ? [] : ['--mysqlx=OFF']),
    '--performance-schema=OFF',
    '--character-set-server=utf8mb4',
    '--collation-server=utf8mb4_bin',
    '--transaction-isolation=READ-COMMITTED',
    '--default-time-zone=+00:00',
    '--innodb-flush-log-at-trx-commit=1',
    '--innodb-buffer-pool-size=512M',
    '--max-connections=400',
  ];
}

/**
 * The accounts, set at every start before the server listens, one statement a line: so a first start that was
 * broken off, or lost secrets, mend themselves. `root` keeps a password nobody needs.
 */
function accountStatements({ root, owner, app }: Secrets): string {
  return [
    'CREATE DATABASE IF NOT EXISTS duibiao CHARACTER SET utf8mb4 COLLATE utf8mb4_bin;',
    `ALTER USER 'root'@'localhost' IDENTIFIED BY '${root}';`,
    "DROP USER IF EXISTS 'root'@'127.0.0.1', 'root'@'::1';",
    `CREATE USER IF NOT EXISTS 'duibiao_owner'@'%' IDENTIFIED BY '${owner}';`,
    `ALTER USER 'duibiao_owner'@'%' IDENTIFIED BY '${owner}';`,
    `CREATE USER IF NOT EXISTS 'duibiao_app'@'%' IDENTIFIED BY '${app}';`,
    `ALTER USER 'duibiao_app'@'%' IDENTIFIED BY '${app}';`,
    "GRANT ALL PRIVILEGES ON `duibiao`.* TO 'duibiao_owner'@'%' WITH GRANT OPTION;",
    "GRANT ALL PRIVILEGES ON `duibiao\\_%`.* TO 'duibiao_owner'@'%' WITH GRANT OPTION;",
    '',
  ].join('\n');
}
