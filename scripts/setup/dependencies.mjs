import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runCommand } from './run-command.mjs';
import { say, step } from './say.mjs';

const readLock = (file) => {
  try {
    return JSON.parse(readFileSync(file, 'utf8')).packages;
  } catch {
    return undefined;
  }
};

/**
 * True where node_modules holds what the lock file names. npm writes its own list last, so an install that was
 * broken off has none; comparing versions, not dates, spares a checkout that only touched the lock file.
 */
export function isInstalled(root) {
  const wanted = readLock(join(root, 'package-lock.json'));
  const present = readLock(join(root, 'node_modules/.package-lock.json'));
  if (!wanted || !present) return false;
  return Object.entries(wanted).every(
    ([path, entry]) => path === '' || entry.optional || entry.devOptional || present[path]?.version === entry.version,
  );
}

/** What is to be done so that node_modules fits the lock file: `{}` or `{ need }`. */
export function findDependencies(root, home) {
  if (isInstalled(root)) return {};
  return {
    need: {
      zh: 'npm 依赖：npm ci，约一分钟',
      en: 'npm packages: npm ci, about a minute',
      prepare: () => install(root, home),
    },
  };
}

async function install(root, home) {
  const npm = process.env.npm_execpath?.endsWith('.js') ? [process.execPath, process.env.npm_execpath] : ['npm'];
  const run = (verb, ...more) =>
    runCommand(npm[0], [...npm.slice(1), verb, '--include=dev', '--no-audit', '--no-fund', ...more], {
      cwd: root,
      logFile: join(home, 'logs', `npm-${verb}.log`),
    });
  await step({ zh: '安装 npm 依赖（npm ci）', en: 'Installing npm packages (npm ci)' }, async () => {
    try {
      await run('ci');
    } catch (error) {
      say(`npm ci 没有成功，改用 npm install：${error.message}`, `npm ci failed, trying npm install: ${error.message}`);
      await run('install', '--no-save');
    }
  });
}
