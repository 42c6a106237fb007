// `npm run check`: what can be said about the sources without a database or an engine, in under a minute on a quiet machine.
// The recorded histories and a few specs of starter and persistence are left to `npm test`.
// The steps need nothing of each other and run two at a time; a failing one is named, with its output.
import { spawn } from 'node:child_process';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const bin = (path) => join(root, 'node_modules', path);
const rooms = ['libs', 'activities', 'workflows', 'services', 'bench', 'test', 'scripts'];

/** The specs that need neither database nor engine. */
const unitTests = [
  ...[
    'libs/domain',
    'libs/platform',
    'activities',
    'services/api',
    'services/rehearsal',
    'services/console',
    'test/house',
  ],
  'test/replay/streams.spec.ts',
];

/** The longest first, so that the last one to end is not one that started last. */
const steps = [
  { name: 'lint', script: bin('eslint/bin/eslint.js'), args: ['.'] },
  { name: 'types', script: bin('typescript/bin/tsc'), args: ['--noEmit'] },
  { name: 'types of the console', script: bin('typescript/bin/tsc'), args: ['-p', 'services/console'] },
  { name: 'unit tests', script: bin('jest/bin/jest.js'), args: [...unitTests, '--maxWorkers=1'] },
  { name: 'generated files', script: join(root, 'scripts/generate.mjs'), args: ['--check'] },
  { name: 'format', script: bin('prettier/bin/prettier.cjs'), args: ['--check', '.', '--log-level=warn'] },
  {
    name: 'import rules',
    script: bin('dependency-cruiser/bin/dependency-cruise.mjs'),
    args: ['--config', '.dependency-cruiser.cjs', ...rooms],
  },
  { name: 'lock file', script: join(root, 'scripts/lock-fix.mjs'), args: ['--check'] },
];

/** Runs one step; resolves with whether it passed, what it printed and its seconds. */
function run({ name, script, args }) {
  const begun = Date.now();
  const child = spawn(process.execPath, [script, ...args], { cwd: root, env: { ...process.env, FORCE_COLOR: '0' } });
  const output = [];
  child.stdout.on('data', (chunk) => output.push(chunk));
  child.stderr.on('data', (chunk) => output.push(chunk));
  return new Promise((resolve) => {
    child.on('close', (status) => {
      const seconds = ((Date.now() - begun) / 1000).toFixed(1);
      console.log(`${status === 0 ? 'ok    ' : 'FAILED'} ${name} (${seconds} s)`);
      resolve({ name, passed: status === 0, output: Buffer.concat(output).toString() });
    });
  });
}

if (!existsSync(bin('typescript'))) {
  console.error('Nothing is installed yet: run `npm ci` first.');
  process.exit(1);
}
const waiting = [...steps];
const results = [];
const work = async () => {
  for (let step = waiting.shift(); step; step = waiting.shift()) results.push(await run(step));
};
await Promise.all([work(), work()]);
const failed = results.filter(({ passed }) => !passed);
for (const { name, output } of failed) console.error(`\n── ${name} ──\n${output.trim()}`);
if (failed.length > 0) console.error(`\nFailed: ${failed.map(({ name }) => name).join(', ')}`);
process.exit(failed.length === 0 ? 0 : 1);
