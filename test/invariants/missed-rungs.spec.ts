import { DeadlineEntity, deadlinesOfRun, NoticeEntity, readStream, SlipEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { HandOvers } from '../support/hand-overs';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';
import { Tampering } from '../support/tampering';

const LATE = '2020-07-08T02:00:00.000Z';

describe('a keeper that was down from before the first escalation until the step was taken', () => {
  let world: LocalWorld;
  let handOvers: HandOvers;
  beforeAll(async () => {
    world = await LocalWorld.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 1, seed: 3 }) });
    handOvers = await HandOvers.of(world);
    const branch = present(handOvers.branches[0]);
    await handOvers.openRound();
    await handOvers.survey(branch);
    await handOvers.planOrganisation();
    // time goes on, and nobody looks
    await world.dataSource.query('UPDATE campaign_clocks SET held_since = ? WHERE campaign_id = ?', [
      new Date(LATE),
      world.campaignId,
    ]);
    handOvers.now = LATE;
    await handOvers.planBranch(branch);
  }, 240_000);
  afterAll(() => world.close());

  it('is told to nobody afterwards; the record says which escalations were missed, and that the work was late', async () => {
    const { manager } = world.dataSource;
    const { runId, workflowId } = present(handOvers.branches[0]);
    await handOvers.goTo('2020-07-20T02:00:00.000Z');
    const row = await manager.findOneByOrFail(DeadlineEntity, { runId, kind: 'branch-plan' });
    expect(row).toMatchObject({ metHow: 'late', nextRungAt: null });
    const met = (await readStream(manager, workflowId)).find(
      ({ type, payload }) => type === 'deadline-met' && (payload as { deadlineId: string }).deadlineId === row.id,
    );
    expect(met?.payload).toMatchObject({ metHow: 'late', missed: ['+1', '+3'] });
    const [line] = (await deadlinesOfRun(manager, runId, handOvers.now)).filter(({ id }) => id === row.id);
    expect(line).toMatchObject({ light: 'met-late' });
    const outcomes = line?.rungs.map(({ rung, skipped, firedAt, missed }) => [rung, skipped, firedAt, missed]);
    expect(outcomes?.filter(([rung]) => `${rung as string}`.startsWith('+'))).toEqual([
      ['+1', false, null, true],
      ['+3', false, null, true],
      ['+7', false, null, false],
      ['+15', false, null, false],
    ]);
    expect(await manager.countBy(NoticeEntity, { deadlineId: row.id, subject: 'deadline-escalated' })).toBe(0);
    expect(await manager.countBy(SlipEntity, { deadlineId: row.id })).toBe(0);
  });

  it('leaves a record that is sound', async () => {
    const tampering = await Tampering.on(world);
    expect(await tampering.faults()).toEqual([]);
    await tampering.close();
  });
});
