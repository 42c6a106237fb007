import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { initialisationTools, isMariaDb } from './database-folder.mjs';
import { askForPassword, privilege } from './privilege.mjs';
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

/** The database server and the programs it is set up with: where they are, and which kinds are missing. */
function lookForDatabase() {
  const program = findProgram(names, { last: folders });
  if (!program) return { program, missing: ['server', 'tools'] };
  if (!isMariaDb(program)) return { program, missing: [] }; // MySQL makes its own first tables
  const { installer, defaults } = initialisationTools(program);
  return { program, missing: [...(installer ? [] : ['server']), ...(defaults ? [] : ['tools'])] };
}

/**
 * Debian and its kin have the server without a system service in `mariadb-server-core`, and in `mariadb-client-core` the
 * `my_print_defaults` that the server's installer calls. Only what is missing is named: an upgrade would restart a
 * server that is in use. Elsewhere one package holds both.
 */
const aptPackages = { server: 'mariadb-server-core', tools: 'mariadb-client-core' };

/**
 * How to install what is missing with the package manager at hand: `{ packages, commands, byHand, asks }`, or
 * undefined where there is none that we know. `commands` is undefined where this user may not run it (`prefix` undefined);
 * one of them may be a function, asked when its turn comes. `asks`: the commands need a password first; brew's do not. `has(program)` and `knows(package)` answer for the system.
 */
export function installation({ has, knows, prefix, platform }, missing) {
  const manager = ['apt-get', 'dnf'].find((name) => platform === 'linux' && has(name));
  if (!manager) {
    const brew = ['brew', 'install', 'mariadb'];
    return has('brew') ? { packages: ['mariadb'], byHand: brew.join(' '), asks: false, commands: [brew] } : undefined;
  }
  const packages = manager === 'dnf' ? ['mariadb-server'] : missing.map((kind) => aptPackages[kind]);
  const line = (list) =>
    manager === 'dnf'
      ? ['dnf', 'install', '-y', ...list]
      : ['apt-get', 'install', '-y', '--no-install-recommends', ...list];
  const install = () => [...prefix, ...line(packages.every(knows) ? packages : ['mariadb-server'])];
  const update = prefix && [...prefix, 'apt-get', 'update'];
  return {
    packages,
    byHand: line(packages).join(' '),
    asks: prefix?.join(' ') === 'sudo',
    commands: prefix && (manager === 'dnf' ? [[...prefix, ...line(packages)]] : [update, install]),
  };
}

/**
 * Looks for a database server, without changing anything. Answers `{ program }` (none with DATABASE_URL set: that one is
 * used), `{ need }` with what is to be installed and how (`prepare` answers the program), or `{ fault }`.
 */
export function findDatabase(home) {
  if (process.env.DATABASE_URL) return {};
  const { program, missing } = lookForDatabase();
  if (missing.length === 0) return { program };
  const prefix = privilege();
  const way = installation(
    {
      has: (name) => findProgram([name]) !== undefined,
      knows: (name) => spawnSync('apt-cache', ['show', name]).status === 0,
      prefix,
      platform: process.platform,
    },
    missing,
  );
  const fault = faultOf(program, way);
  if (!way?.commands) return { fault };
  const packages = way.packages.join(' ');
  return {
    need: {
      zh: `数据库：安装 ${packages}，约半分钟`,
      en: `database: install ${packages}, about half a minute`,
      prepare: () => install({ commands: way.commands, asks: way.asks, fault, home }),
    },
  };
}

/** What to ask for where it cannot be installed from here. */
function faultOf(program, way) {
  const found = program
    ? { zh: `找到了 ${program}，缺建库用的程序`, en: `${program} was found, the programs that set it up were not` }
    : { zh: '没有找到 MariaDB 或 MySQL', en: 'No MariaDB or MySQL was found' };
  const wanted = way
    ? { zh: `请管理员执行“${way.byHand}”`, en: `ask an administrator to run "${way.byHand}"` }
    : {
        zh: '请安装 MariaDB（mariadbd、mariadb-install-db、my_print_defaults）',
        en: 'install MariaDB (mariadbd, mariadb-install-db, my_print_defaults)',
      };
  return {
    zh: `${found.zh}：${wanted.zh}，或用 DATABASE_URL 指明一个数据库。`,
    en: `${found.en}: ${wanted.en}, or name a database with DATABASE_URL.`,
  };
}

async function install({ commands, asks, fault, home }) {
  if (asks) askForPassword(fault);
  for (const [number, entry] of commands.entries()) {
    const command = typeof entry === 'function' ? entry() : entry;
    const line = command.join(' ');
    const run = () =>
      runCommand(command[0], command.slice(1), {
        logFile: join(home, 'logs', `database-install-${number + 1}.log`),
        env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' },
      });
    const isLast = number === commands.length - 1;
    await step({ zh: line, en: line }, () => (isLast ? run() : run().catch(goOn)));
  }
  const { program, missing } = lookForDatabase();
  if (program && missing.length === 0) return program;
  throw new PlainError(
    `安装之后仍缺程序。${fault.zh}`,
    `Programs are still missing after the installation. ${fault.en}`,
  );
}

/** A package list of somebody else that does not answer keeps none of ours from being installed. */
const goOn = (error) => say(`继续：${error.message}`, `going on: ${error.message}`);
