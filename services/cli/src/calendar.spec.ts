import { mkdtempSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { ProblemCommand } from '@app/domain';
import { idOf, inTransaction, keepProblem } from '@app/persistence';
import { systemClock } from '@app/platform';
import { TEST_DATABASE_MS } from '../../../test/support/database';
import { CommandLine } from '../../../test/support/command-line';
import { LocalEstablishing } from '../../../test/support/establishing';
import { NEXT_YEAR, noticeFile, NOTICES } from '../../../test/support/notices';
import { establishRehearsal, FIRST_INSTANT } from '../../../test/support/world';

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

const csv = (text: string) => {
  const file = join(mkdtempSync(join(tmpdir(), '样例 日历-')), '放假.csv');
  writeFileSync(file, text);
  return file;
};
const json = async (...args: readonly string[]): Promise<Record<string, unknown>> => {
  const { status, out } = await cli.run(...args, '--json');
  return { status, ...(JSON.parse(out) as Record<string, unknown>) };
};
/** As a spreadsheet saves dates. */
const bySpreadsheet = (date: string) => date.split('-').map(Number).join('/');
const NEXT = ['--notice', NEXT_YEAR.number, '--dated', '2026-11-26'] as const;

describe('calendar check', () => {
  const aside = new CommandLine({ appUrl: 'mysql://nobody@127.0.0.1:1/none' });

  it('needs no running system', async () => {
    const file = csv(`\uFEFF${noticeFile(NEXT_YEAR, bySpreadsheet)}`);
    expect(await aside.run('calendar', 'check', file)).toMatchObject({
      status: 0,
      err: '',
      out: expect.stringContaining(`${NEXT_YEAR.days.length} 天，没有错误`),
    });
  });

  it('warns, with the line, of a Monday 班 beside a Saturday 休', async () => {
    const { status, err } = await aside.run('calendar', 'check', csv('日期,类型\n2026/3/7,休\n2026/3/9,班\n'));
    expect(status).toBe(0);
    expect(err).toMatch(/放假\.csv:2: 提醒.*星期六.*\[holiday-at-the-weekend\]/);
    expect(err).toMatch(/放假\.csv:3: 提醒.*星期一.*\[workday-in-the-week\]/);
  });

  it.each([
    ['a date that does not exist', '2032-02-30,休,', 'bad-date', 2],
    ['a month without a day', '2032.2,休,', 'bad-date', 2],
    ['an unknown word', '2032-01-01,闲,', 'unknown-word', 2],
    ['a day twice', '2032-01-01,休,\n2032/1/1,班,', 'duplicate', 3],
    ['no day at all', '', 'file-empty', 1],
  ])('names %s with its line', async (_, rows, code, line) => {
    const { status, err } = await aside.run('calendar', 'check', csv(`日期,类型,节日\n${rows}\n`));
    expect(status).toBe(1);
    expect(err).toMatch(new RegExp(`放假\\.csv:${line}.*\\[${code}\\]`));
  });

  it('names a file that is not there', async () => {
    const { status, err } = await aside.run('calendar', 'check', '/nowhere.csv');
    expect([status, err.includes('/nowhere.csv')]).toEqual([1, true]);
  });

  it('refuses a file of 200 MB unread, and a folder', async () => {
    const file = csv('');
    truncateSync(file, 200 * 1024 * 1024);
    expect(await aside.run('calendar', 'check', file)).toMatchObject({
      status: 1,
      err: expect.stringContaining('[file-too-large]') as string,
    });
    expect(await aside.run('calendar', 'check', tmpdir())).toMatchObject({
      status: 1,
      err: expect.stringContaining('[file-missing]') as string,
    });
  });
});

describe('calendar import', () => {
  it('seed: once', async () => {
    expect(await json('calendar', 'seed')).toEqual({ status: 0, years: [] });
  });

  it('changes nothing without --apply, and shows what it would', async () => {
    const before = await establishing.contents();
    const said = await cli.run('calendar', 'import', csv(noticeFile(NEXT_YEAR, bySpreadsheet)), ...NEXT);
    expect(said).toMatchObject({ status: 0, err: '' });
    expect(said.out).toContain('2026-12-27 周日  未列 / unnamed → 班 / workday');
    expect(said.out).toMatch(/2026 → .*2027.*\n以上尚未生效/);
    expect(await establishing.contents()).toEqual(before);
  });

  it('says days and weekdays in English where that is asked for', async () => {
    process.env.DUIBIAO_LANG = 'en';
    try {
      const { out } = await cli.run('calendar', 'import', csv(noticeFile(NEXT_YEAR)), ...NEXT);
      expect(out).toContain('2026-12-27 Sun  unnamed → workday');
      expect(out).not.toContain('周');
    } finally {
      delete process.env.DUIBIAO_LANG;
    }
  });

  it('applies once, as an act with the notice’s number; the same file again changes nothing and says so', async () => {
    const file = csv(noticeFile(NEXT_YEAR, bySpreadsheet));
    expect(await json('calendar', 'import', file, ...NEXT, '--apply')).toMatchObject({
      status: 0,
      notice: NEXT_YEAR.number,
      applied: true,
      isNew: true,
      known: expect.arrayContaining([2027]),
    });
    const before = await establishing.contents();
    const again = await cli.run('calendar', 'import', file, ...NEXT, '--apply');
    expect(again).toMatchObject({ status: 0, out: expect.stringContaining('没有变化') });
    expect(await establishing.contents()).toEqual(before);
    const [event] = await establishing.select<{ canonical: string }>(
      "SELECT canonical FROM process_events WHERE stream = 'calendar' ORDER BY sequence DESC LIMIT 1",
    );
    expect(JSON.parse(event?.canonical ?? '')).toMatchObject({
      type: 'calendar-notice-applied',
      payload: { notice: NEXT_YEAR.number, dated: '2026-11-26', account: expect.any(String) },
    });
  });

  it('a supplementary notice wipes nothing; an older one undoes nothing', async () => {
    const days = () =>
      establishing.select("SELECT date, kind FROM calendar_days WHERE date LIKE '2020-%' ORDER BY date");
    const before = await days();
    const file = csv('日期,类型,节日\n2020-01-31,休,春节\n2020-02-01,休,春节\n2020-02-02,休,春节\n');
    const { changes } = await json('calendar', 'import', file, '--notice', '国办发明电[2020]1号', '--apply');
    expect(changes).toEqual([]);
    const old = NOTICES.find(({ number }) => number === '国办发明电〔2019〕16号')!;
    const said = await cli.run('calendar', 'import', csv(noticeFile(old)), '--notice', old.number, '--apply');
    expect(said.out).toContain('较晚的 国办发明电〔2020〕1号 已另行安排');
    expect(await days()).toEqual(before);
  });

  it('a wrong day is taken back by a row that says 平', async () => {
    const of = (row: string) => csv(`日期,类型,节日\n${row}\n`);
    const kind = async () =>
      (await establishing.select<{ kind: string }>("SELECT kind FROM calendar_days WHERE date = '2027-03-03'"))[0]
        ?.kind;
    const name = ['--notice', '样例〔2027〕1号', '--apply'] as const;
    await cli.run('calendar', 'import', of('2027-03-03,休,误'), ...name);
    expect(await kind()).toBe('holiday');
    const other = await cli.run('calendar', 'import', of('2027-03-06,班,'), ...name);
    expect(other.out).toContain('要收回请写一行');
    await cli.run('calendar', 'import', of('2027-03-03,平,'), ...name);
    expect(await kind()).toBe('ordinary');
  });

  it('a day that a later notice says again becomes its own, and no other date moves', async () => {
    const file = csv('日期,类型,节日\n2027-01-01,休,元旦\n');
    const said = await cli.run('calendar', 'import', file, '--notice', '国办发明电〔2027〕1号', '--apply');
    expect(said.out).toContain('2027-01-01 周五  仍为休，改由本通知安排');
    expect(said.out).toContain('已生效，重排 0 项时限');
    expect(await establishing.select("SELECT kind, notice FROM calendar_days WHERE date = '2027-01-01'")).toEqual([
      { kind: 'holiday', notice: '国办发明电〔2027〕1号' },
    ]);
  });

  it('plans the date of a problem anew that was kept before the first round', async () => {
    const { setting } = await establishRehearsal(establishing.dataSource, {
      key: 'unopened',
      roster: establishing.roster,
    });
    const { campaignId, programmeVersion } = setting;
    const [branch] = await establishing.select<{ id: string }>('SELECT id FROM branches ORDER BY code LIMIT 1');
    const [person] = await establishing.select<{ id: string }>(
      `SELECT person_id AS id FROM offices WHERE role = 'branch-secretary' AND body_id = '${branch?.id}'`,
    );
    const id = idOf(branch?.id ?? '', 'problem', 1);
    const entry = { id, branchId: branch?.id ?? '', openedYear: 2020, dimension: 'D1', indicator: null };
    const commands: ProblemCommand[] = [
      { kind: 'enter', ...entry, source: 'survey', description: '样例问题', mandatory: false },
      { kind: 'plan', measure: '样例措施', ownerId: person?.id ?? '', dueDate: '2020-06-12' },
    ];
    for (const command of commands) {
      const written = { recordedAt: FIRST_INSTANT, writtenAt: systemClock.now() };
      const by = { actor: person?.id ?? '', office: 'branch-secretary' as const, operationKey: command.kind };
      const write = { problemId: id, campaignId, programmeVersion, command, ...by, ...written };
      await inTransaction(establishing.dataSource, (m) => keepProblem(m, write));
    }
    const file = csv('日期,类型,节日\n2020-06-11,休,样例\n');
    const named = ['--notice', '样例〔2020〕3号', '--apply'] as const;
    const said = await json('calendar', 'import', file, ...named);
    expect(said).toMatchObject({ status: 0, replanned: { unopened: 1 }, asleep: [] });
    const [row] = await establishing.select<{ rungs: string }>('SELECT rungs FROM deadlines WHERE run_id = ?', [id]);
    expect(JSON.parse(row?.rungs ?? '')).toContainEqual(['-1', '2020-06-10T00:30:00.000Z', 0]);
    expect(await json('calendar', 'import', file, ...named)).toMatchObject({ status: 0, replanned: { unopened: 0 } });
  });

  it.each([['   '], ['号'.repeat(61)]])('refuses %j as a number', async (number) => {
    const before = await establishing.contents();
    const said = await cli.run('calendar', 'import', csv(noticeFile(NEXT_YEAR)), '--notice', number, '--apply');
    expect([said.status, said.err.includes('文号')]).toEqual([2, true]);
    expect(await establishing.contents()).toEqual(before);
  });

  it('says of a few days of an unknown year that the year stays unknown', async () => {
    const file = csv('日期,类型,节日\n2028-01-01,休,元旦\n2028-01-03,休,元旦\n');
    const said = await cli.run('calendar', 'import', file, '--notice', '样例〔2028〕1号');
    expect(said.out).toContain('2028 年尚不完整，缺少 春节');
  });
});
