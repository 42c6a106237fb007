import { spawnSync } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const scripts = join(__dirname, '../../scripts');
const { readStartOptions } = jest.requireActual<{ readStartOptions(args: readonly string[]): object }>(
  join(scripts, 'setup/start-options.mjs'),
);

describe('npm start', () => {
  let home: string;
  beforeEach(() => (home = join(mkdtempSync(join(tmpdir(), 'start ')), 'home')));
  afterEach(() => rmSync(join(home, '..'), { recursive: true, force: true }));

  const start = (...args: string[]) =>
    spawnSync(process.execPath, [join(scripts, 'start.mjs'), ...args], {
      encoding: 'utf8',
      env: { PATH: process.env.PATH, DUIBIAO_HOME: home },
      timeout: 20_000,
    });

  it.each([
    [[], {}],
    [['--once'], { once: true }],
    [['--lang', 'en', '--once'], { once: true, lang: 'en' }],
  ])('takes %j', (args, wanted) => {
    expect({ ...readStartOptions(args) }).toEqual(wanted);
  });

  it.each([
    ['--help', /^用法：npm start -- \[选项\] \/ Usage: npm start -- \[options\]\n(.*\n)+$/],
    ['--help --lang=en', /^Usage: npm start -- \[options\]\n(.*\n)+$/],
  ])('prints its usage on %s, and starts nothing', (line, usage) => {
    const { status, stdout, stderr } = start(...line.split(' '));
    expect({ status, stderr, starts: existsSync(home) }).toEqual({ status: 0, stderr: '', starts: false });
    expect(stdout).toMatch(usage);
    for (const option of ['--once', '--lang zh|en', '--help']) expect(stdout).toContain(`\n  ${option} `);
  });

  it.each(['--onec', '--once=yes', '--lang', 'once'])('refuses %s in one sentence, and starts nothing', (given) => {
    const { status, stdout, stderr } = start(given);
    expect({ status, stdout, starts: existsSync(home) }).toEqual({ status: 2, stdout: '', starts: false });
    expect(stderr).toBe(
      `不能这样启动：${given}；用法见 npm start -- --help / Cannot be started with ${given}: see npm start -- --help\n`,
    );
  });
});
