import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findProgram, runCommand } from './run-command.mjs';
import { PlainError, say, step } from './say.mjs';

const names = ['mariadbd', 'mysqld'];
const folders = [
  '/usr/sbin',
  '/usr/local/sbin',
  '/usr/libexec',
  '/usr/local/libexec',
  '/opt/homebrew/bin',
  '/opt/homebrew/opt/mariadb/bin',
  '/opt/homebrew/opt/mysql/bin',
  '/usr/local/opt/mariadb/bin',
  '/usr/local/mysql/bin',
];

/**
 * The commands that install a database server with the system's package manager, or undefined where there is none
 * or it may not be used. `has(program)` and `knows(package)` answer for the system; Debian's -core package holds
 * the server without a system service.
 */
export function installCommands({ has, knows, isRoot, isTerminal }) {
  if (has('brew')) return [['brew', 'install', 'mariadb']];
  const manager = ['apt-get', 'dnf'].find(has);
  if (!manager || (!isRoot && !has('sudo'))) return undefined;
  const prefix = isRoot ? [] : isTerminal ? ['sudo'] : ['sudo', '-n'];
  if (manager === 'dnf') return [[...prefix, 'dnf', 'install', '-y', 'mariadb-server']];
  return [
    [...prefix, 'apt-get', 'update'],
    () => {
      const server = knows('mariadb-server-core') ? 'mariadb-server-core' : 'mariadb-server';
      return [...prefix, 'apt-get', 'install', '-y', '--no-install-recommends', server];
    },
  ];
}

/** The database server to run (`{ program }`) or, with DATABASE_URL set, nothing: that one is used. */
export async function findDatabase(home) {
  if (process.env.DATABASE_URL) return {};
  const found = findProgram(names, folders);
  if (found) return { program: found };
  const commands = installCommands({
    has: (program) => findProgram([program]) !== undefined,
    knows: (name) => spawnSync('apt-cache', ['show', name]).status === 0,
    isRoot: process.getuid?.() === 0,
    isTerminal: Boolean(process.stdin.isTTY),
  });
  if (commands) await install(commands, home);
  const program = findProgram(names, folders);
  if (program) return { program };
  throw new PlainError(
    '没有找到 MariaDB 或 MySQL：请安装 mariadb-server，或用 DATABASE_URL 指明一个数据库。',
    'No MariaDB or MySQL was found: install mariadb-server, or name a database with DATABASE_URL.',
  );
}

async function install(commands, home) {
  for (const [number, entry] of commands.entries()) {
    const command = typeof entry === 'function' ? entry() : entry;
    const line = command.join(' ');
    say(`没有找到 MariaDB/MySQL，现在执行：${line}`, `No MariaDB/MySQL found; now running: ${line}`);
    await step(line, line, () =>
      runCommand(command[0], command.slice(1), {
        logFile: join(home, 'logs', `database-install-${number + 1}.log`),
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      }),
    );
  }
}
