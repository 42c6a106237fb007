import { type DomainError, nextDailyRemindersAt, type Instant } from '@app/domain';
import {
  applyNotice,
  calendarOf,
  CampaignEntity,
  DeadlineEntity,
  explainBranch,
  inTransaction,
  isSettled,
  KeeperEntity,
  listDeadlines,
  NoticeEntity,
  previewReplans,
  previewNotice,
  readStream,
  replanDeadlines,
  verifyCampaign,
} from '@app/persistence';
import { systemClock } from '@app/platform';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import { LocalWorld, secondInDecember } from '../support/local-world';
import { NOTICES } from '../support/notices';

const OF_2021 = present(NOTICES.find(({ number }) => number === '国办发明电〔2020〕27号'));

/** The State Council publishes next year's days off each November: a programme must live without them until then. */
describe('a calendar that ends before the programme does', () => {
  let world: LocalWorld;
  let handOvers: HandOvers;
  let first: BranchWithRun;
  let second: BranchWithRun;
  beforeAll(async () => {
    world = await LocalWorld.open({ calendarUntil: '2020', alter: secondInDecember });
    handOvers = await HandOvers.of(world);
    handOvers.now = '2020-12-01T02:00:00.000Z';
    await handOvers.openRound();
    [first, second] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun];
  }, 240_000);
  afterAll(() => world.close());

  const manager = () => world.dataSource.manager;
  /** What the record and the tables say; this world has no workflows to ask. */
  const faults = async () =>
    (
      await verifyCampaign(
        world.dataSource,
        { state: () => Promise.resolve(null), status: () => Promise.resolve('running' as const) },
        'local',
      )
    ).faults.filter(({ check }) => check !== 'workflows');
  const committee = () => manager().findOneByOrFail(KeeperEntity, { scopeId: world.campaignId });
  const correctionsOf = ({ runId }: BranchWithRun) =>
    manager().find(DeadlineEntity, { where: { runId, kind: 'correction' }, order: { no: 'ASC' } });
  const returnSurvey = async (branch: BranchWithRun) => {
    if ((await handOvers.newest(branch.runId, 'survey').catch(() => null)) === null) {
      await handOvers.say(handOvers.officer, branch.workflowId, { name: 'openSurvey' });
    }
    await handOvers.submitSurvey(branch);
    const remark = await handOvers.remark(branch.runId);
    await handOvers.say(handOvers.officer, branch.workflowId, { name: 'returnSurvey', input: remark });
  };
  const replan = () => replanDeadlines(world.dataSource, { notice: OF_2021.number, writtenAt: systemClock.now() });
  const firingsOf = async ({ workflowId }: BranchWithRun, deadlineId: string) =>
    (await readStream(manager(), workflowId))
      .filter(({ type }) => type === 'rung-fired')
      .map(({ payload }) => payload as { deadlineId: string; rung: string; at: Instant })
      .filter((payload) => payload.deadlineId === deadlineId)
      .map(({ rung }) => rung);

  it('refuses no return in December: the date and the rungs that can be told stand, the others wait', async () => {
    await handOvers.goTo('2020-12-10T02:00:00.000Z');
    await returnSurvey(first);
    const [correction] = await correctionsOf(first);
    expect(correction).toMatchObject({ dueDate: '2020-12-17', workdays: 5 });
    expect(present(correction).rungs.map(([rung, at]) => [rung, at?.slice(0, 10) ?? null])).toEqual([
      ['-30', '2020-11-05'],
      ['-7', '2020-12-08'],
      ['-1', '2020-12-16'],
      ['+1', '2020-12-18'],
      ['+3', '2020-12-22'],
      ['+7', '2020-12-28'],
      ['+15', null],
    ]);
    await handOvers.goTo('2020-12-29T02:00:00.000Z');
    expect(await firingsOf(first, present(correction).id)).toEqual(['+1', '+3', '+7']);
    expect(await faults()).toEqual([]);
  }, 240_000);

  it('knows no due date where five workdays end in the year without a notice, and says so', async () => {
    await returnSurvey(second);
    const [correction] = await correctionsOf(second);
    expect(correction).toMatchObject({
      dueDate: null,
      dueAt: null,
      workdays: 5,
      nextRungAt: null,
      nextReminderAt: null,
    });
    expect(await faults()).toEqual([]);
  });

  it('lists it first, page by page, with what waits', async () => {
    const page = (cursor: string | null) =>
      listDeadlines(manager(), {
        filter: { campaignId: world.campaignId, year: 2020, kind: 'correction' },
        scope: { kind: 'all' },
        page: { limit: 1, cursor },
        now: handOvers.now,
      });
    const one = await page(null);
    const two = await page(one.nextCursor);
    expect([...one.items, ...two.items].map(({ dueDate, light }) => [dueDate, light])).toEqual([
      [null, 'on-track'],
      ['2020-12-17', 'very-late'],
    ]);
    expect(two.nextCursor).toBeNull();
    expect(one.items[0]?.rungs.every(({ at }) => at === null)).toBe(true);
    const [story] = await explainBranch(manager(), { code: second.code }, systemClock.now());
    expect(story?.deadlines).toContainEqual(
      expect.objectContaining({
        kind: 'correction',
        dueDate: null,
        waitingForNotice: expect.arrayContaining(['+1', '+15']),
      }),
    );
  });

  it('opens a round of next year before its notice is there, on a day that one tells', async () => {
    const next = await HandOvers.of(world, 2021);
    next.now = handOvers.now;
    await next.say(present(next.committee[0]), next.campaignWorkflowId, { name: 'openRound', input: { year: 2021 } });
    const plans = await manager().findBy(DeadlineEntity, { year: 2021, kind: 'organisation-plan' });
    expect(plans.map(({ dueDate, rungs }) => [dueDate, rungs.every(([, at]) => at === null)])).toEqual([
      ['2021-02-28', true],
    ]);
    expect(await faults()).toEqual([]);
  });

  it('has the digests wait for the notice', async () => {
    await handOvers.goTo('2021-01-05T02:00:00.000Z');
    expect((await committee()).remindedAt).toBe('2020-12-31T00:30:00.000Z');
    expect(await isSettled(manager(), world.campaignId, handOvers.now)).toBe(true);
  });

  it('opens no round on a day that no notice tells, and stores nothing', async () => {
    const open = () =>
      handOvers.say(present(handOvers.committee[0]), handOvers.campaignWorkflowId, {
        name: 'openRound',
        input: { year: 2022 },
      });
    const refused = await open().catch((error: unknown) => error as DomainError);
    expect(refused).toMatchObject({ code: 'calendar-unknown', details: { year: 2021 } });
    const { state } = await manager().findOneByOrFail(CampaignEntity, { id: world.campaignId });
    expect((state as { rounds: readonly { year: number }[] }).rounds.map(({ year }) => year)).toEqual([2020, 2021]);
  });

  it('shows what the notice would move, then plans all of it by one recorded act, broken off or not', async () => {
    const { before, after } = await previewNotice(manager(), OF_2021);
    const [preview] = await previewReplans(manager(), { before, after }, systemClock.now());
    const waiting = await manager().count(DeadlineEntity);
    expect(preview?.deadlines).toBeLessThanOrEqual(waiting);
    expect(preview?.groups).toContainEqual(
      expect.objectContaining({
        kind: 'correction',
        dueDate: { before: null, after: '2021-01-06' },
        lastWorkday: { before: null, after: '2021-01-06' },
        runs: [second.workflowId],
      }),
    );

    await inTransaction(world.dataSource, (m) => applyNotice(m, OF_2021, { at: systemClock.now() }));
    const broken = await faults();
    expect(broken.length).toBe(preview?.deadlines);
    expect(broken.every(({ check, message }) => check === 'calendar' && message.includes('--apply'))).toBe(true);

    const both = await Promise.all([replan(), replan()]);
    expect(both.reduce((sum, changed) => sum + (changed.get('local') ?? 0), 0)).toBe(preview?.deadlines);
    expect([...(await replan()).values()]).toEqual([0]);
    expect(await faults()).toEqual([]);
    expect(await correctionsOf(second)).toMatchObject([{ dueDate: '2021-01-06', generation: 1 }]);
    const [late] = await correctionsOf(first);
    expect(present(late).rungs.at(-1)).toEqual(['+15', '2021-01-08T01:00:00.000Z', 0]);
    const replanned = (await readStream(manager(), first.workflowId)).filter(
      ({ type }) => type === 'deadline-replanned',
    );
    expect(replanned.map(({ payload }) => payload)).toContainEqual(
      expect.objectContaining({ deadlineId: present(late).id, notice: OF_2021.number, calendar: 5 }),
    );
  }, 240_000);

  it('fires each of them once when its day comes, and has the digests made again', async () => {
    await handOvers.goTo('2021-01-20T02:00:00.000Z');
    const [early] = await correctionsOf(first);
    const [late] = await correctionsOf(second);
    expect(await firingsOf(first, present(early).id)).toEqual(['+1', '+3', '+7', '+15']);
    expect(await firingsOf(second, present(late).id)).toEqual(['+1', '+3', '+7']);
    const told = await manager().findBy(NoticeEntity, { subject: 'deadline-escalated', deadlineId: present(early).id });
    expect(new Set(told.map(({ rung, personId }) => `${rung}/${personId}`)).size).toBe(told.length);
    const { remindedAt } = await committee();
    expect(nextDailyRemindersAt(present(remindedAt ?? undefined), await calendarOf(manager())) > handOvers.now).toBe(
      true,
    );
    expect(await faults()).toEqual([]);
  }, 240_000);

  it('names a rung that was planned against the calendar', async () => {
    const [late] = await correctionsOf(second);
    const { id, rungs } = present(late);
    const wrong = rungs.map(([rung, at, state]) =>
      rung === '+15' ? [rung, '2021-01-28T01:00:00.000Z', state] : [rung, at, state],
    );
    await manager().query('UPDATE deadlines SET rungs = ? WHERE id = ?', [JSON.stringify(wrong), id]);
    expect((await faults()).map(({ check }) => check)).toContain('deadlines');
    await manager().query('UPDATE deadlines SET rungs = ? WHERE id = ?', [JSON.stringify(rungs), id]);
    await manager().query("UPDATE calendar_days SET kind = 'workday' WHERE date = '2021-01-01'");
    expect((await faults()).map(({ check, message }) => [check, message.slice(0, 13)])).toContainEqual([
      'calendar',
      '日历 2021-01-01',
    ]);
  });
});
