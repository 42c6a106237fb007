import { spawnSync } from 'node:child_process';
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { CommandLine } from '../../../test/support/command-line';
import { NEXT_YEAR, noticeFile } from '../../../test/support/notices';

const ROOT = join(__dirname, '../../..');
const ROSTER = join(ROOT, 'services/rehearsal/roster');

/** No database, no engine: a check of files asks for neither. */
const cli = new CommandLine({ appUrl: '' }, { DATABASE_URL: '', TEMPORAL_ADDRESS: '' });
afterAll(() => cli.close());

/** The sample roster with one file written anew. */
function rosterWith(file: string, edit: (text: string) => string | Buffer): string {
  const copy = mkdtempSync(join(tmpdir(), '样例 名册-'));
  cpSync(ROSTER, copy, { recursive: true });
  writeFileSync(join(copy, file), edit(readFileSync(join(copy, file), 'utf8')));
  return copy;
}

/** The copies of a folder, which stand under its name and a mark of its place. */
function remarksIn(folder: string): string {
  const checked = join(cli.home, 'roster-check');
  const [name = '', ...others] = readdirSync(checked).filter((entry) => entry.startsWith(`${basename(folder)}-`));
  expect(others).toEqual([]);
  return join(checked, name);
}

const remarksOf = (folder: string, file: string) => join(remarksIn(folder), file);

describe('roster check, with nothing running', () => {
  it('takes a sheet as a clerk keeps it, and says what was left out', async () => {
    const folder = rosterWith('branches.csv', (text) => {
      const [heading = '', ...rows] = text
        .replace(/^\uFEFF/, '')
        .trimEnd()
        .split(/\r?\n/);
      const dressed = rows.map((row, at) => `${at + 1},${row},`);
      return ['党支部名册,,,,,,,', '单位：某某,,,日期：2020年4月20日,,,,', `序号,${heading},备注`, ...dressed].join(
        '\r\n',
      );
    });
    const { status, out, err } = await cli.run('roster', 'check', folder);
    expect(status).toBe(0);
    expect(out).toContain('党支部 60');
    expect(err).toContain('branches.csv:1: 不是数据，已略过：“党支部名册” [lines-skipped]');
    expect(err).toContain('branches.csv:3: 不读取的列：“序号”、“备注” [columns-skipped]');
  });

  it('groups faults of one kind, shows ten, and writes all beside their lines in a copy that can be read again', async () => {
    const folder = rosterWith('branches.csv', (text) => text.replace(/\d{4}-\d{2}-\d{2}/g, '2019.11'));
    const { status, err } = await cli.run('roster', 'check', folder);
    expect(status).toBe(1);
    expect(err.match(/缺少“日”/g)).toHaveLength(10);
    expect(err).toContain('branches.csv 同类还有 50 处');
    expect(err).toContain('有 60 处错误');
    const copy = remarksOf(folder, 'branches.csv');
    expect(err).toContain(remarksIn(folder));
    expect(statSync(copy).mode & 0o077).toBe(0);
    const text = readFileSync(copy, 'utf8');
    expect(text.split('\r\n')[0]).toMatch(/^\uFEFF编号,.*,检查备注$/);
    expect(text.match(/,成立日期“2019\.11”缺少“日”，须写到哪一天\r\n/g)).toHaveLength(60);
    writeFileSync(join(folder, 'branches.csv'), text.replace(/,2019\.11,/g, ',20191126,'));
    expect(await cli.run('roster', 'check', folder)).toMatchObject({ status: 0 });
    expect(existsSync(copy)).toBe(false);
  });

  it('names a column whose codes a spreadsheet cut once, and every line of it in the copy', async () => {
    const folder = rosterWith('people.csv', (text) => text.replace(/,JG0\d,/g, ',1.00100E+12,'));
    const { status, err } = await cli.run('roster', 'check', folder);
    expect(status).toBe(1);
    expect(err).toContain('有 1 处错误');
    expect(err).toMatch(/people\.csv:\d+:所属党组织: .*科学计数.*1\.00100E\+12.* \[code-cut\]/);
    const lines = readFileSync(remarksOf(folder, 'people.csv'), 'utf8').split('\r\n');
    expect(lines.filter((line) => line.includes('1.00100E+12')).every((line) => line.includes('科学计数'))).toBe(true);
  });

  it('keeps the copies of two folders of one name apart', async () => {
    const wrong = rosterWith('branches.csv', (text) => text.replace(/\d{4}-\d{2}-\d{2}/g, '2019.11'));
    const folders = ['一', '二'].map((place) => join(mkdtempSync(join(tmpdir(), place)), '名册'));
    for (const folder of folders) {
      cpSync(wrong, folder, { recursive: true });
      expect((await cli.run('roster', 'check', folder)).status).toBe(1);
    }
    const copies = readdirSync(join(cli.home, 'roster-check')).filter((entry) => entry.startsWith('名册-'));
    expect(copies).toHaveLength(2);
  });

  it('says that no copy could be written, and what is wrong all the same', async () => {
    const folder = rosterWith('branches.csv', (text) => text.replace(/\d{4}-\d{2}-\d{2}/g, '2019.11'));
    const checked = join(cli.home, 'roster-check');
    rmSync(checked, { recursive: true, force: true });
    writeFileSync(checked, 'not a folder');
    const { status, err } = await cli.run('roster', 'check', folder);
    rmSync(checked);
    mkdirSync(checked);
    expect(status).toBe(1);
    expect(err).toMatch(/带“检查备注”列的副本未能写入 .*(ENOTDIR|EEXIST)/);
    expect(err).toContain('有 60 处错误');
    expect(err).not.toContain('的副本在');
  });

  it('gives warnings and notes to programs too', async () => {
    const folder = rosterWith('people.csv', (text) => Buffer.from(`\uFEFF${text.replace(/^\uFEFF/, '')}`, 'utf16le'));
    const { status, out, err } = await cli.run('roster', 'check', folder, '--json');
    expect({ status, err }).toEqual({ status: 0, err: '' });
    expect(JSON.parse(out)).toMatchObject({
      faults: [],
      warnings: [],
      notes: [{ file: 'people.csv', line: 1, code: 'encoding-read', message: '文件按 UTF-16 编码读取' }],
    });
  });

  it.each([
    ['roster', ROSTER, '名册没有错误'],
    ['programme', join(ROOT, 'programmes/suzhou-2020'), '没有错误'],
    ['calendar', noticeCsv(), '没有错误'],
  ])('%s check works from the shell where no system runs', (noun, folder, words) => {
    if (!existsSync(join(ROOT, 'dist/services/cli/src/main.js'))) throw new Error('dist is not built: npm run build');
    const home = mkdtempSync(join(tmpdir(), '样例 无系统-'));
    const env = { ...process.env, DUIBIAO_HOME: home, DATABASE_URL: '', TEMPORAL_ADDRESS: '' };
    const said = spawnSync(process.execPath, ['scripts/duibiao.mjs', noun, 'check', folder], { cwd: ROOT, env });
    expect({ status: said.status, err: said.stderr.toString() }).toEqual({ status: 0, err: '' });
    expect(said.stdout.toString()).toContain(words);
    const other = spawnSync(process.execPath, ['scripts/duibiao.mjs', 'campaign', 'list'], { cwd: ROOT, env });
    expect(other.status).toBe(1);
    expect(other.stderr.toString()).toContain('系统没有在运行');
  });
});

function noticeCsv(): string {
  const file = join(mkdtempSync(join(tmpdir(), '样例 日历-')), '放假.csv');
  writeFileSync(file, noticeFile(NEXT_YEAR));
  return file;
}
