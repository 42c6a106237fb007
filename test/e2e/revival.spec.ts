import { beginIfLost, notRunning, reviveLostRuns, reviveRun, runStatus } from '@app/engine';
import {
  workflowTypeOf,
  branchWorkflowId,
  campaignWorkflowId,
  commandUpdate,
  keeperWorkflowId,
  readState,
  tellNews,
} from '@app/contracts';
import {
  BranchRunEntity,
  CampaignClockEntity,
  CampaignEntity,
  countOpenRuns,
  DeadlineEntity,
  PersonEntity,
  ProcessEventEntity,
  RefusalEntity,
} from '@app/persistence';
import { isStanding } from '@app/domain';
import { systemClock } from '@app/platform';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { CommandLine } from '../support/command-line';
import { eventually } from '../support/eventually';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import { HttpWorld } from '../support/http';
import { Tampering } from '../support/tampering';
import { establishRehearsal, World } from '../support/world';

describe('a run that does not run', () => {
  let world: World;
  let handOvers: HandOvers;
  let http: HttpWorld;
  let cli: CommandLine;
  let branch: BranchWithRun;
  let keeper: string;

  beforeAll(async () => {
    world = await World.open();
    handOvers = await HandOvers.of(world);
    http = await HttpWorld.open(world);
    cli = new CommandLine(world.database, { TEMPORAL_NAMESPACE: world.namespace });
    await handOvers.openRound();
    branch = present(handOvers.branches[0]);
    keeper = keeperWorkflowId(world.campaign.setting.campaignKey, handOvers.organisationWorkflowId.split(':')[2] ?? '');
  }, 240_000);
  afterAll(async () => {
    await cli?.close();
    await http?.close();
    await world?.close();
  });

  const handle = (workflowId: string) => world.engine.workflow.getHandle(workflowId);
  const runWorld = () => ({ dataSource: world.dataSource, engine: world.engine, now: () => systemClock.now() });
  const revive = (workflowId: string) => reviveRun(runWorld(), workflowId, { reason: '测试', by: 'operator' });
  const eventsOf = (stream: string, type: string) =>
    world.dataSource.manager.findBy(ProcessEventEntity, { stream, type });
  const untilRevived = (stream: string, times = 1) =>
    eventually(
      async () => (await eventsOf(stream, 'run-revived')).length === times,
      `${stream} says why it runs again`,
    );
  const rowOf = ({ runId }: BranchWithRun) => world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id: runId });
  const officerCode = async () =>
    (await world.dataSource.manager.findOneByOrFail(PersonEntity, { id: handOvers.officer.personId })).code;

  it('is named when it was terminated; a command to it says so; two revivals make one execution and one event', async () => {
    const orphan = branchWorkflowId('world', 'without-row', 2020);
    await world.engine.workflow.start(workflowTypeOf('branch-run'), { workflowId: orphan, taskQueue: 'nobody' });
    await handle(branch.workflowId).terminate('by mistake');
    const expected = await countOpenRuns(world.dataSource.manager);
    await eventually(async () => {
      const running: string[] = []; // what the engine shows lags behind what it did
      const open = world.engine.workflow.list({ query: `ExecutionStatus = 'Running'` });
      for await (const { workflowId } of open) running.push(workflowId);
      const shown = running.includes(orphan) && !running.includes(branch.workflowId);
      return shown && running.length === expected;
    }, 'by their number alone all run');
    expect(await cli.run('run', 'dead')).toMatchObject({ out: expect.stringContaining(branch.workflowId) });
    const looks = [];
    for (let look = 1; look <= 10; look += 1) looks.push(...(await notRunning(world.dataSource.manager, world.engine)));
    expect(looks).toContainEqual({
      run: expect.objectContaining({ workflowId: branch.workflowId }),
      status: 'terminated',
    });
    const named = { check: 'running', stream: branch.workflowId, message: expect.stringContaining('已被终止') };
    const faults = (await world.faults()).filter(({ check }) => check === 'running');
    expect(faults).toMatchObject([named]);
    const ready = () => http.send(null, 'get', { path: '/health/ready' });
    await eventually(async () => (await ready()).status === 200, 'one run that stands still sends nobody away');
    expect((await ready()).body).toMatchObject({ notRunning: { runs: 1, keepers: 0, keepersPast: 0 } });
    expect((await http.send(null, 'get', { path: '/metrics' })).text).toMatch(/duibiao_runs_not_running\S* 1\n/);
    await handle(orphan).terminate();
    const body = { branchRunId: branch.runId };
    const refused = await http.send(await officerCode(), 'post', { path: '/surveys', body });
    expect(refused).toMatchObject({ status: 409, body: { code: 'run-not-running' } });

    expect(await Promise.all([revive(branch.workflowId), revive(branch.workflowId)])).toContainEqual({
      outcome: 'revived',
      cause: 'terminated',
    });
    await handOvers.say(handOvers.officer, branch.workflowId, { name: 'openSurvey' });
    expect((await rowOf(branch)).step).toBe('survey-writing');
    expect(await eventsOf(branch.workflowId, 'run-revived')).toHaveLength(1);
    expect(await revive(branch.workflowId)).toEqual({ outcome: 'runs' });
    const again = await cli.run('run', 'revive', branch.workflowId, '--reason', '再来');
    expect(again).toMatchObject({ status: 1, err: expect.stringContaining('正在运行') });
    expect(await world.faults()).toEqual([]);
  }, 240_000);

  it('hears, once it runs again, what it was told meanwhile', async () => {
    await handle(handOvers.organisationWorkflowId).cancel();
    await eventually(
      async () => (await runStatus(world.engine, handOvers.organisationWorkflowId)) === 'canceled',
      'the organisation is cancelled',
    );
    for (const each of handOvers.branches) {
      if (each !== branch) await handOvers.say(handOvers.officer, each.workflowId, { name: 'openSurvey' });
      await handOvers.submitSurvey(each);
    }
    await eventually(
      async () => (await world.dataSource.manager.countBy(RefusalEntity, { code: 'run-not-running' })) === 2,
      'both tellings are noted',
    );
    const said = await cli.run('run', 'revive', handOvers.organisationWorkflowId, '--reason', '误取消');
    expect(said).toMatchObject({ status: 0, out: expect.stringContaining('已恢复') });
    await eventually(
      async () => (await eventsOf(handOvers.organisationWorkflowId, 'survey-completed')).length === 1,
      'the organisation knows that its surveys are complete',
    );
    for (const each of handOvers.branches) {
      await handOvers.say(handOvers.officer, each.workflowId, {
        name: 'confirmSurvey',
        input: { surveyClass: 'middle' },
      });
    }
    expect(await world.faults()).toEqual([]);
  }, 240_000);

  it('is a keeper too: named, and named as late; revived, its rungs fire once each', async () => {
    await handOvers.planOrganisation();
    await handOvers.planBranch(present(handOvers.branches[1]));
    await handle(keeper).terminate('by mistake');
    const { manager } = world.dataSource;
    const deadline = () => manager.findOneByOrFail(DeadlineEntity, { runId: branch.runId, kind: 'branch-plan' });
    const due = present((await deadline()).nextRungAt ?? undefined);
    handOvers.now = due;
    const going = world.goTo(due);
    await eventually(async () => {
      const clock = await manager.findOneByOrFail(CampaignClockEntity, { campaignId: world.campaignId });
      return isStanding(clock, systemClock.now()) && clock.holdsAt === due;
    }, 'the clock is past the date');
    const faults = await world.faults();
    expect(faults.map(({ check, stream }) => ({ check, stream }))).toEqual([
      { check: 'running', stream: keeper },
      { check: 'running', stream: keeper },
    ]);
    expect(await eventsOf(branch.workflowId, 'rung-fired')).toEqual([]);
    expect(await revive(keeper)).toEqual({ outcome: 'revived', cause: 'terminated' });
    await going;
    expect(await eventsOf(branch.workflowId, 'rung-fired')).toHaveLength(1);
    expect(await eventsOf(keeper, 'run-revived')).toHaveLength(1);
    expect(await world.faults()).toEqual([]);
  }, 240_000);

  it('heals by itself when it was reset to before its last steps', async () => {
    const { events } = await handle(branch.workflowId).fetchHistory();
    const ends = (events ?? []).filter((event) => event.workflowTaskCompletedEventAttributes);
    await world.engine.workflowService.resetWorkflowExecution({
      namespace: world.namespace,
      workflowExecution: { workflowId: branch.workflowId },
      reason: 'spec',
      requestId: 'spec',
      workflowTaskFinishEventId: present(ends[0]).eventId,
    });
    const { version } = await rowOf(branch);
    await eventually(
      async () => (await handle(branch.workflowId).query(readState)).version === version,
      'the branch is where its row is',
    );
    await handOvers.planBranch(branch);
    expect((await rowOf(branch)).step).toBe('building');
    expect(await world.faults()).toEqual([]);
  }, 240_000);

  it('is named and revived when the database was restored to before its last step', async () => {
    const other = present(handOvers.branches[1]);
    const restored = await Tampering.on(world);
    await handOvers.applyAgain(other, '自评');
    const { version, step } = await rowOf(other);
    await restored.restore();
    await restored.close();
    expect((await rowOf(other)).version).toBe(version - 1);
    expect(await world.faults()).toMatchObject([{ check: 'workflows', stream: other.workflowId }]);
    const said = await cli.run('run', 'revive', other.workflowId, '--reason', '数据库已恢复到较早状态');
    expect(said).toMatchObject({ status: 0, out: expect.stringContaining('比台账走得更远') });
    await untilRevived(other.workflowId);
    await handOvers.applyAgain(other, '重新自评');
    expect(await rowOf(other)).toMatchObject({ step, version: version + 1 });
    expect(await world.faults()).toEqual([]);
  }, 240_000);

  it('is begun again by the worker where the engine lost it, and by whoever meets it', async () => {
    const lost = [branch.workflowId, keeper];
    for (const workflowId of lost) {
      await world.engine.workflowService.deleteWorkflowExecution({
        namespace: world.namespace,
        workflowExecution: { workflowId },
      });
      await eventually(async () => (await runStatus(world.engine, workflowId)) === 'lost', `${workflowId} is lost`);
    }
    const streams = (await world.faults()).filter(({ check }) => check === 'running').map(({ stream }) => stream);
    expect([...new Set(streams)].sort()).toEqual([...lost].sort());
    const never = await establishRehearsal(world.dataSource, {
      key: 'never-started',
      roster: syntheticRoster({ organisations: 1, branchesEach: 1, seed: 2 }),
    });
    await Promise.all([reviveLostRuns(runWorld()), reviveLostRuns(runWorld())]);
    for (const workflowId of lost) await untilRevived(workflowId, 2);
    await eventually(async () => {
      const { campaignId } = never.setting;
      return (await world.dataSource.manager.findOneByOrFail(CampaignEntity, { id: campaignId })).step === 'running';
    }, 'the campaign that was never started runs');
    expect(await eventsOf(campaignWorkflowId('never-started'), 'run-revived')).toEqual([]);
    expect(await beginIfLost(runWorld(), branch.workflowId, 'worker')).toBe('runs');
    await handOvers.applyAgain(branch, '自评');
    expect(await world.faults()).toEqual([]);
  }, 240_000);

  it('is not stopped by what nobody understands', async () => {
    const { manager } = world.dataSource;
    const before = await manager.countBy(RefusalEntity, { code: 'invalid-input' });
    const strange = [null, 7, 'text', [], {}, { messageId: 'm' }, 'x'.repeat(100_000)];
    for (const value of strange) await handle(branch.workflowId).signal(tellNews, value as never);
    const news = { topic: 'decided', decisionId: 5 };
    const message = { messageId: 'm', receivedAt: handOvers.now };
    await handle(branch.workflowId).signal(tellNews, { ...message, news });
    await handle(branch.workflowId).signal(tellNews, { ...message, news: { topic: 'constructor' } });
    await handle(branch.workflowId).signal('nobodyKnows', 1);
    await handle(keeper).signal('nobodyKnows', 1);
    await eventually(
      async () => (await manager.countBy(RefusalEntity, { code: 'invalid-input' })) === before + strange.length + 4,
      'every one of them is recorded',
    );
    const { campaignId } = world;
    const noted = await manager.findBy(RefusalEntity, { code: 'invalid-input', campaignId });
    expect(noted.filter(({ recordedAt }) => !recordedAt.startsWith('2020'))).toEqual([]);
    const update = commandUpdate<{ name: string }>('openBallot');
    const attribution = {
      actor: handOvers.officer.personId,
      office: handOvers.officer.role,
      receivedAt: handOvers.now,
    };
    const malformed = [
      undefined,
      'text',
      { command: { name: 'dissolveBranch', input: {} }, attribution, requestDigest: '' },
      { command: { name: 'openBallot' }, attribution, requestDigest: '' },
      {
        command: { name: 'openBallot', input: {} },
        attribution: { ...attribution, receivedAt: 'soon' },
        requestDigest: '',
      },
      {
        command: { name: 'openBallot', input: { ballotBoxId: 'x'.repeat(500), mode: 'online' } },
        attribution,
        requestDigest: '',
      },
    ];
    for (const value of malformed) {
      await expect(handle(branch.workflowId).executeUpdate(update, { args: [value as never] })).rejects.toMatchObject({
        cause: { type: 'invalid-input' },
      });
    }
    await expect(
      handle(branch.workflowId).executeUpdate(update, { args: [malformed[5] as never], updateId: 'x'.repeat(300) }),
    ).rejects.toMatchObject({ cause: { type: 'invalid-input' } });
    await handOvers.openBallot(branch);
    expect(await world.faults()).toEqual([]);
  }, 240_000);
});
