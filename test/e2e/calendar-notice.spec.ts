import { mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DeadlineEntity, KeeperEntity, readStream } from '@app/persistence';
import { CommandLine } from '../support/command-line';
import { eventually } from '../support/eventually';
import { Hands } from '../support/hands';
import { World } from '../support/world';

/** A notice that comes while dates are open, by the operator's command, with the keepers asleep. */
describe('a holiday notice in the middle of a round', () => {
  let world: World;
  let hands: Hands;
  let cli: CommandLine;
  beforeAll(async () => {
    world = await World.open();
    hands = await Hands.of(world);
    cli = new CommandLine(world.database, {
      TEMPORAL_ADDRESS: world.temporalAddress,
      TEMPORAL_NAMESPACE: world.namespace,
    });
    await notice('样例〔2020〕1号', '2020-06-01,休,\n2020-06-02,休,', '--apply');
    await hands.openRound();
  }, 240_000);
  afterAll(async () => {
    await cli?.close();
    await world?.close();
  });

  const notice = async (number: string, rows: string, ...more: readonly string[]) => {
    const file = join(mkdtempSync(join(tmpdir(), '样例 日历-')), '放假.csv');
    writeFileSync(file, `日期,类型,节日\n${rows}\n`);
    return cli.run('calendar', 'import', file, '--notice', number, ...more);
  };
  const keeper = () => world.dataSource.manager.findOneByOrFail(KeeperEntity, { scopeId: hands.organisationId });
  const survey = () =>
    world.dataSource.manager.findOneByOrFail(DeadlineEntity, { runId: hands.organisationRunId, kind: 'survey' });
  const firstAt = async () => (await survey()).rungs.find(([rung]) => rung === '+1')?.[1];

  it('shows the dates that would move, and moves none', async () => {
    await eventually(async () => (await keeper()).nextAt === '2020-06-03T01:00:00.000Z', 'the keeper sleeps');
    const { status, out } = await notice('样例〔2020〕1号', '2020-06-01,平,\n2020-06-02,平,');
    expect(status).toBe(0);
    expect(out).toContain('专项工作 world');
    expect(out).toMatch(/逾期第 1 个工作日.*2020-06-03 → 2020-06-01/);
    expect(await firstAt()).toBe('2020-06-03T01:00:00.000Z');
  });

  it('applied, wakes the keeper whose next instant comes earlier; its rungs fire then, once', async () => {
    const { status, out } = await notice('样例〔2020〕1号', '2020-06-01,平,\n2020-06-02,平,', '--apply');
    expect([status, out.includes('已生效')]).toEqual([0, true]);
    expect(await firstAt()).toBe('2020-06-01T01:00:00.000Z');
    await eventually(async () => (await keeper()).nextAt === '2020-06-01T01:00:00.000Z', 'the keeper looked again');
    await hands.goTo('2020-06-01T02:00:00.000Z');
    const events = await readStream(world.dataSource.manager, hands.organisationWorkflowId);
    expect(events.filter(({ type }) => type === 'deadline-replanned').length).toBeGreaterThan(0);
    expect(events.filter(({ type }) => type === 'rung-fired')).toHaveLength(1);
    expect(await world.faults()).toEqual([]);
  }, 240_000);

  it('again, says that nothing changes', async () => {
    const { status, out } = await notice('样例〔2020〕1号', '2020-06-01,平,\n2020-06-02,平,', '--apply');
    expect([status, out.includes('没有变化；重排 0 项')]).toEqual([0, true]);
  });
});
