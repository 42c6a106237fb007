import { cpSync, mkdtempSync, readFileSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDataSource } from '@app/persistence';
import { CommandLine } from '../../../test/support/command-line';
import { LocalEstablishing } from '../../../test/support/establishing';
import { TEST_DATABASE_MS } from '../../../test/support/database';

const ROOT = join(__dirname, '../../..');
const PROGRAMME = join(ROOT, 'programmes/suzhou-2020');
const ROSTER = join(ROOT, 'services/rehearsal/roster');

let establishing: LocalEstablishing;
let cli: CommandLine;
beforeAll(async () => {
  establishing = await LocalEstablishing.open();
  cli = new CommandLine(establishing.database);
}, TEST_DATABASE_MS);
afterAll(async () => {
  await cli?.close();
  await establishing?.close();
});

/** A copy of a folder with one file edited. */
function edited(folder: string, file: string, edit: (text: string) => string): string {
  const copy = mkdtempSync(join(tmpdir(), '样例 文件夹-'));
  cpSync(folder, copy, { recursive: true });
  writeFileSync(join(copy, file), edit(readFileSync(join(copy, file), 'utf8')));
  return copy;
}

/** Runs a command that must be refused and store nothing. */
async function refused(status: number, ...args: readonly string[]) {
  const before = await establishing.contents();
  const said = await cli.run(...args);
  expect(await establishing.contents()).toEqual(before);
  expect(said.status).toBe(status);
  return said;
}

const wrongProgramme = () => edited(PROGRAMME, 'programme.yaml', (text) => `${text}\nunheardOf: 1\n`);
const wrongRoster = () => edited(ROSTER, 'branches.csv', (text) => text.replace(',JG01,', ',JG99,'));
describe('the command line', () => {
  it.each([
    [['--help'], 0, 'Usage'],
    [['programme', '--help'], 0, 'check'],
  ])('%j helps', async (args, status, text) => {
    const said = await cli.run(...args);
    expect(said).toMatchObject({ status, err: '' });
    expect(said.out).toContain(text);
  });

  it.each([
    [[]],
    [['nonsense']],
    [['programme']],
    [['programme', 'check']],
    [['campaign', 'establish', '--key', 'x']],
    [['calendar', 'import', 'x.csv']],
    [['calendar', 'import', 'x.csv', '--notice', 'x', '--dated', '2020.11']],
    [['campaign', 'establish', '--key', 'x', '--programme', 'suzhou-2020', '--roster', ROSTER, '--seed', 's']],
    [['campaign', 'establish', '--key', 'x', '--programme', 'suzhou-2020', '--roster', ROSTER, '--rehearsal']],
    [['sample', 'establish', '--key', 'x', '--seed', 's', '--anchor', '2020-02-30T00:00:00.000Z']],
    [['sample', 'establish', '--key', 'x', '--seed', 's', '--rate', '-1']],
    [['campaign', 'list', '--json', '--csv']],
    [['branch', 'explain', 'X', '--year', 'x']],
  ])('%j is wrong usage: status 2, one sentence, nothing stored', async (args) => {
    const { err, out } = await refused(2, ...args);
    expect(err).not.toBe('');
    expect(out).toBe('');
  });

  it('says in one sentence that a setting is missing, or that the database is not there', async () => {
    const bare = new CommandLine(establishing.database, { DATABASE_URL: '' });
    expect(await bare.run('campaign', 'list')).toMatchObject({
      status: 1,
      err: expect.stringContaining('DATABASE_URL'),
    });
    await bare.close();
    const lost = new CommandLine({ appUrl: 'mariadb://nobody:nothing@127.0.0.1:9/nowhere' });
    const said = await lost.run('campaign', 'list');
    expect(said).toMatchObject({ status: 1, out: '' });
    expect(said.err.trimEnd().split('\n')).toHaveLength(1);
    await lost.close();
  });
});

describe('programme', () => {
  it('check: sound, with the digest', async () => {
    const said = await cli.run('programme', 'check', PROGRAMME, '--json');
    expect(said.status).toBe(0);
    expect(JSON.parse(said.out)).toMatchObject({ programme: 'suzhou-2020', faults: [] });
  });

  it.each(['check', 'publish'])('%s: names a fault with file, line, column and code', async (verb) => {
    const { err } = await refused(1, 'programme', verb, wrongProgramme());
    expect(err).toMatch(/programme\.yaml:\d+:\d+: .*unheardOf.* \[[a-z-]+\]/);
    const { out } = await refused(1, 'programme', verb, wrongProgramme(), '--json');
    const { faults } = JSON.parse(out) as { faults: object[] };
    expect(faults[0]).toMatchObject({ line: expect.any(Number), column: expect.any(Number), code: expect.any(String) });
  });

  it('publish: again, unchanged; with other content, refused', async () => {
    const before = await establishing.contents();
    expect(await cli.run('programme', 'publish', PROGRAMME)).toMatchObject({
      status: 0,
      out: expect.stringContaining('此前已发布'),
    });
    expect(await establishing.contents()).toEqual(before);
    const other = edited(PROGRAMME, 'programme.yaml', (text) => text.replace('nameEn: ', 'nameEn: Another '));
    expect((await refused(1, 'programme', 'publish', other)).err).toContain('[already-exists]');
  });
});

describe('roster', () => {
  it('check: counts what it found', async () => {
    const said = await cli.run('roster', 'check', ROSTER, '--json');
    expect(said.status).toBe(0);
    expect(JSON.parse(said.out)).toMatchObject({ counts: { organisations: 5, branches: 60 }, faults: [] });
  });

  it('check: names a fault with file, line and heading', async () => {
    const { err } = await refused(1, 'roster', 'check', wrongRoster());
    expect(err).toMatch(/branches\.csv:2:所属党组织: .* \[[a-z-]+\]/);
  });
});

describe('campaign, user, branch and verify', () => {
  const establish = (...more: string[]) =>
    [
      'campaign',
      'establish',
      '--key',
      'cli',
      '--programme',
      'suzhou-2020',
      '--roster',
      ROSTER,
      ...more,
      '--json',
    ] as const;
  const rehearsal = ['--rehearsal', '--seed', 'one', '--anchor', '2020-04-17T01:00:00.000Z', '--rate', '1000'];

  it('establish: a wrong roster, an unknown programme, a wrong key are refused with code and place', async () => {
    const bad = [...establish(...rehearsal)];
    bad[bad.indexOf(ROSTER)] = wrongRoster();
    const { faults } = JSON.parse((await refused(1, ...bad)).out) as { faults: object[] };
    expect(faults).toContainEqual(
      expect.objectContaining({ file: 'branches.csv', line: 2, code: 'unknown-reference' }),
    );
    const unknown = establish(...rehearsal).map((word) => (word === 'suzhou-2020' ? 'nobody' : word));
    expect((await refused(1, ...unknown)).err).toContain('[not-found]');
    const wrongKey = establish(...rehearsal).map((word) => (word === 'cli' ? 'NOT A KEY' : word));
    expect((await refused(1, ...wrongKey)).err).toContain('[invalid-input /key]');
  });

  it('establish: writes the campaign and starts its workflow; again, neither', async () => {
    const said = await cli.run(...establish(...rehearsal));
    expect(said).toMatchObject({ status: 0, err: '' });
    expect(JSON.parse(said.out)).toMatchObject({ key: 'cli', workflowId: 'campaign:cli', isNew: true });
    const before = await establishing.contents();
    expect(JSON.parse((await cli.run(...establish(...rehearsal))).out)).toMatchObject({ isNew: false });
    expect(await establishing.contents()).toEqual(before);
    expect((await refused(1, ...establish('--rehearsal', '--seed', 'one', '--rate', '2'))).err).toContain(
      '[already-exists]',
    );
  });

  it('list: a table, CSV with Chinese headings and a byte order mark, JSON', async () => {
    expect((await cli.run('campaign', 'list')).out).toMatch(/^编号 .*\ncli /);
    expect((await cli.run('campaign', 'list', '--csv')).out).toMatch(
      /^\uFEFF编号,名称,.*,建立时间（Asia\/Shanghai）\r\ncli,演练 cli,.*,启动,opening,.*,2020-04-17 09:00:00\r\n$/,
    );
    expect(JSON.parse((await cli.run('campaign', 'list', '--json')).out)).toMatchObject([{ key: 'cli', seed: 'one' }]);
  });

  it('user: opens an account with a password that is shown once, lists it, refuses what is wrong', async () => {
    const created = await cli.run('user', 'create', '样例用户', '--campaign', 'cli', '--person', 'GW11', '--json');
    expect(created.status).toBe(0);
    const { password } = JSON.parse(created.out) as { password: string };
    expect(password.length).toBeGreaterThanOrEqual(12);
    process.env.DUIBIAO_LANG = 'en';
    const said = await cli.run('user', 'create', 'GW12', '--campaign', 'cli', '--person', 'GW12').finally(() => {
      delete process.env.DUIBIAO_LANG;
    });
    expect(said.out).toMatch(/^created GW12, password \S+ \(shown once\)\n$/);
    const list = await cli.run('user', 'list', '--campaign', 'cli', '--csv');
    expect(list.out).toMatch(/样例用户,cli,GW11,.*,工委工作人员,committee-officer,/);
    expect(list.out).not.toContain(password);
    const again = ['user', 'create', '样例用户', '--campaign', 'cli', '--person', 'GW11'];
    expect((await refused(1, ...again)).err).toContain('[already-exists]');
    expect((await refused(1, 'user', 'create', ' ', '--campaign', 'cli', '--person', 'GW11')).err).toContain(
      '[invalid-input /login]',
    );
    expect((await refused(1, 'user', 'create', 'x', '--campaign', 'cli', '--person', 'NO')).err).toContain(
      '[not-found]',
    );
    expect((await refused(1, 'user', 'list', '--campaign', 'nobody')).err).toContain('[not-found]');
  });

  it('branch explain: says that there is no run yet', async () => {
    expect((await refused(1, 'branch', 'explain', 'JG01-01')).err).toContain('JG01-01');
  });

  it('verify: sound, with every check and how much it looked at', async () => {
    const said = await cli.run('verify', '--campaign', 'cli', '--json');
    expect(said).toMatchObject({ status: 0, err: '' });
    const [{ campaign, checks, faults }] = JSON.parse(said.out) as [
      { campaign: string; checks: { name: string; count: number }[]; faults: [] },
    ];
    expect({ campaign, faults }).toEqual({ campaign: 'cli', faults: [] });
    expect(checks.find(({ name }) => name === 'chains')?.count).toBeGreaterThan(5);
    expect((await cli.run('verify')).out).toMatch(/^cli：一致/);
    expect((await refused(1, 'verify', '--campaign', 'nobody')).err).toContain('[not-found]');
  });

  it('verify: names stream, sequence and date of the first fault, with status 1', async () => {
    const owner = await openDataSource({ url: establishing.database.ownerUrl, poolSize: 1 });
    const tamper = (from: string, to: string) =>
      owner.query(`UPDATE process_events SET canonical = REPLACE(canonical, ?, ?) WHERE stream = 'roster:cli'`, [
        from,
        to,
      ]);
    await tamper('"branches":60', '"branches":61');
    const said = await cli.run('verify', '--campaign', 'cli');
    expect(said.status).toBe(1);
    expect(said.err).toContain('roster:cli 第 1 条 2020-04-17 内容与摘要不符 [chains]');
    expect(said.out).toContain('1 处不符');
    await tamper('"branches":61', '"branches":60');
    expect((await cli.run('verify')).status).toBe(0);
    await owner.destroy();
  });

  it('sample establish: accounts in a file under the home that only its owner reads; again, nothing new', async () => {
    const files = ['--programme', PROGRAMME, '--roster', ROSTER];
    const args = [
      'sample',
      'establish',
      '--key',
      'yangli',
      '--seed',
      'one',
      '--password',
      'sample-word-1',
      ...files,
      '--json',
    ];
    const said = await cli.run(...args);
    expect(said).toMatchObject({ status: 0, err: '' });
    const sample = JSON.parse(said.out) as { file: string; accounts: number; isNew: boolean };
    expect(sample.isNew).toBe(true);
    const lines = readFileSync(sample.file, 'utf8').trim().split('\n');
    expect(lines.length).toBeGreaterThan(sample.accounts);
    expect(lines[0]).toContain('login,password');
    expect(statSync(sample.file).mode & 0o077).toBe(0);
    const before = await establishing.contents();
    expect(JSON.parse((await cli.run(...args)).out)).toMatchObject({ isNew: false, accounts: sample.accounts });
    expect(await establishing.contents()).toEqual(before);
  }, 20_000);
});
