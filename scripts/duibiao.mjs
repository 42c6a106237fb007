#!/usr/bin/env node
// The operator's command line: services/cli with the settings of the system that `npm start` has running.
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { checkNode } from './setup/node-version.mjs';

checkNode();
const { PlainError, runScript } = await import('./setup/say.mjs');
const { home, root } = await import('./setup/prepare.mjs');
const { isRunning } = await import('./setup/process-identity.mjs');
const { spawn } = await import('node:child_process');

const entry = join(root, 'dist/services/cli/src/main.js');
const args = process.argv.slice(2);
// Help, and checks of files: `roster check`, `programme check`, `calendar check`.
const needsNoSystem =
  args.length === 0 ||
  args.some((word) => ['-h', '--help', '-V', '--version', 'help'].includes(word)) ||
  (['roster', 'programme', 'calendar'].includes(args[0]) && args[1] === 'check');

const runningSettings = () => {
  try {
    const running = JSON.parse(readFileSync(join(home, 'running.json'), 'utf8'));
    return isRunning(running) ? running.env : undefined;
  } catch {
    return undefined;
  }
};

await runScript(async () => {
  if (!existsSync(entry)) throw new PlainError('请先运行 npm start', 'Run npm start first');
  const settings = process.env.DATABASE_URL ? {} : runningSettings();
  if (!settings && !needsNoSystem) {
    throw new PlainError(
      '系统没有在运行：请先运行 npm start，或设置 DATABASE_URL 和 TEMPORAL_ADDRESS',
      'The system is not running: run npm start first, or set DATABASE_URL and TEMPORAL_ADDRESS',
    );
  }
  const env = { ...process.env, ...settings, DUIBIAO_HOME: home };
  const child = spawn(process.execPath, ['--enable-source-maps', entry, ...args], { stdio: 'inherit', env });
  return new Promise((resolve) => child.once('exit', (code) => resolve(code ?? 1)));
});
