import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeadlineEntity, inTransaction, KeeperEntity, readStream } from '@app/persistence';
import { CommandLine } from '../support/command-line';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { kill, spawnCommand } from '../support/worker-process';
import { World } from '../support/world';

/** A notice that comes while dates are open, by the operator's command, with the keepers asleep. */
describe('a holiday notice in the middle of a round', () => {
  let world: World;
  let handOvers: HandOvers;
  let cli: CommandLine;
  beforeAll(async () => {
    world = await World.open();
    handOvers = await HandOvers.of(world);
    cli = new CommandLine(world.database, {
      TEMPORAL_ADDRESS: world.temporalAddress,
      TEMPORAL_NAMESPACE: world.namespace,
    });
    await notice('样例〔2020〕1号', '2020-06-01,休,\n2020-06-02,休,', '--apply');
    await handOvers.openRound();
  }, 240_000);
  afterAll(async () => {
    await cli?.close();
    await world?.close();
  });

  const noticeFile = (rows: string) => {
    const file = join(mkdtempSync(join(tmpdir(), '样例 日历-')), '放假.csv');
    writeFileSync(file, `日期,类型,节日\n${rows}\n`);
    return file;
  };
  const notice = (number: string, rows: string, ...more: readonly string[]) =>
    cli.run('calendar', 'import', noticeFile(rows), '--notice', number, ...more);
  const keeper = () => world.dataSource.manager.findOneByOrFail(KeeperEntity, { scopeId: handOvers.organisationId });
  const survey = () =>
    world.dataSource.manager.findOneByOrFail(DeadlineEntity, { runId: handOvers.organisationRunId, kind: 'survey' });
  const rungAt = async (name: string) => (await survey()).rungs.find(([rung]) => rung === name)?.[1];

  it('shows the dates that would move, and moves none', async () => {
    await eventually(async () => (await keeper()).nextAt === '2020-06-03T01:00:00.000Z', 'the keeper sleeps');
    const { status, out } = await notice('样例〔2020〕1号', '2020-06-01,平,\n2020-06-02,平,');
    expect(status).toBe(0);
    expect(out).toContain('专项工作 world');
    expect(out).toMatch(/逾期第 1 个工作日.*2020-06-03 → 2020-06-01/);
    expect(await rungAt('+1')).toBe('2020-06-03T01:00:00.000Z');
  });

  it('applied, wakes the keeper whose next instant comes earlier; its rungs fire then, once', async () => {
    const { status, out } = await notice('样例〔2020〕1号', '2020-06-01,平,\n2020-06-02,平,', '--apply');
    expect([status, out.includes('已生效')]).toEqual([0, true]);
    expect(await rungAt('+1')).toBe('2020-06-01T01:00:00.000Z');
    await eventually(async () => (await keeper()).nextAt === '2020-06-01T01:00:00.000Z', 'the keeper looked again');
    await handOvers.goTo('2020-06-01T02:00:00.000Z');
    const events = await readStream(world.dataSource.manager, handOvers.organisationWorkflowId);
    expect(events.filter(({ type }) => type === 'deadline-replanned').length).toBeGreaterThan(0);
    expect(events.filter(({ type }) => type === 'rung-fired')).toHaveLength(1);
    expect(await world.faults()).toEqual([]);
  }, 240_000);

  it('again, says that nothing changes', async () => {
    const { status, out } = await notice('样例〔2020〕1号', '2020-06-01,平,\n2020-06-02,平,', '--apply');
    expect([status, out.includes('没有变化；重排 0 项')]).toEqual([0, true]);
  });

  const nextReminders = async () =>
    (await world.dataSource.manager.findOneByOrFail(KeeperEntity, { scopeId: world.campaignId })).nextAt;

  it('with the engine away is applied and says who sleeps; repeated, wakes those who make the daily reminders', async () => {
    const away = new CommandLine(world.database, { TEMPORAL_ADDRESS: '127.0.0.1:1' });
    await eventually(
      async () => (await nextReminders()) === '2020-06-02T00:30:00.000Z',
      'the next daily reminders are awaited',
    );
    const file = noticeFile('2020-06-02,休,');
    const importing = ['calendar', 'import', file, '--notice', '样例〔2020〕2号', '--apply'] as const;
    const { status, err } = await away.run(...importing);
    await away.close();
    expect([status, err.includes('没有唤醒')]).toEqual([1, true]);
    expect((await cli.run(...importing)).status).toBe(0);
    await eventually(async () => (await nextReminders()) === '2020-06-03T00:30:00.000Z', 'the keeper looked again');
  }, 240_000);

  it('killed once the notice is written, is completed by being said again', async () => {
    const importing = [noticeFile('2020-06-03,休,'), '--notice', '样例〔2020〕3号', '--apply'];
    const noticed = async () => (await readStream(world.dataSource.manager, 'calendar')).length;
    const before = { notices: await noticed(), third: await rungAt('+3') };
    await inTransaction(world.dataSource, async (m) => {
      await m.query('SELECT id FROM keepers FOR UPDATE'); // there the command waits
      const child = spawnCommand(
        {
          DATABASE_URL: world.database.appUrl,
          TEMPORAL_ADDRESS: world.temporalAddress,
          TEMPORAL_NAMESPACE: world.namespace,
        },
        ['calendar', 'import', ...importing],
      );
      await eventually(async () => (await noticed()) > before.notices, 'the notice is written');
      await kill(child);
    });
    expect(await rungAt('+3')).toBe(before.third);
    const { status, out } = await cli.run('calendar', 'import', ...importing);
    expect([status, /重排 [1-9]\d* 项时限/.test(out)]).toEqual([0, true]);
    expect([before.third, await rungAt('+3')]).toEqual(['2020-06-04T01:00:00.000Z', '2020-06-05T01:00:00.000Z']);
    await eventually(async () => (await nextReminders()) === '2020-06-04T00:30:00.000Z', 'the keeper looked again');
    expect(await world.faults()).toEqual([]);
  }, 240_000);
});
