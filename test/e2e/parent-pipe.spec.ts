import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

jest.setTimeout(30_000);

const parentPipe = JSON.stringify(join(__dirname, '../../dist/libs/platform/src/parent-pipe.js'));

/** A part as the API and the worker are: it works on until its starter is gone, then says so and ends. */
const part = `
const { endWithParent, tellParentReady } = require(${parentPipe});
setInterval(() => 0, 1000);
endWithParent(() => { console.log('ended'); process.exit(0); });
tellParentReady();`;

/** A starter: it starts the part with a pipe on descriptor 3 and reports when the part is ready. */
const starter = `
const child = require('node:child_process').spawn(process.execPath, ['-e', ${JSON.stringify(part)}], {
  detached: true,
  stdio: ['ignore', 'inherit', 'inherit', 'pipe'],
  env: { ...process.env, DUIBIAO_PARENT_FD: '3' },
});
child.stdio[3].on('data', (chunk) => console.log(String(chunk).trim()));`;

it('a part is heard when it is ready, and ends by itself when its starter is killed', async () => {
  const parent = spawn(process.execPath, ['-e', starter], { stdio: ['ignore', 'pipe', 'inherit'] });
  const lines = createInterface({ input: parent.stdout })[Symbol.asyncIterator]();
  expect((await lines.next()).value).toBe('ready');
  parent.kill('SIGKILL');
  await once(parent, 'exit');
  expect((await lines.next()).value).toBe('ended');
  expect((await lines.next()).done).toBe(true);
});

it('a part without a starter goes on', () => {
  const alone = `require(${parentPipe}).endWithParent(() => process.exit(9)); process.exit(0);`;
  const child = spawn(process.execPath, ['-e', alone], { env: { ...process.env, DUIBIAO_PARENT_FD: '' } });
  return expect(once(child, 'exit')).resolves.toEqual([0, null]);
});
