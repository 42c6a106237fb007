import { present } from '../support/hands';
import { recognisedRound } from '../support/history';
import { LocalWorld } from '../support/local-world';
import { Tampering } from '../support/tampering';

describe('what a record counts', () => {
  let world: LocalWorld;
  let tampering: Tampering;
  let branch: { id: string; runId: string; workflowId: string };
  beforeAll(async () => {
    world = await LocalWorld.open();
    const hands = await recognisedRound(world);
    tampering = await Tampering.on(world);
    branch = present(hands.branches[0]);
  }, 90_000);
  afterEach(() => tampering.restore());
  afterAll(async () => {
    await tampering.close();
    await world.close();
  });

  describe('ballots', () => {
    const box = 'box_id = (SELECT id FROM ballot_boxes WHERE branch_run_id = ?)';
    it.each([
      [
        'one less',
        `DELETE FROM ballots WHERE ${box} AND voter_group = 'mass' LIMIT 1`,
        ['群众测评表记为 6 份，箱中有 5 份'],
      ],
      [
        'one more',
        `INSERT INTO ballots SELECT REPEAT('f', 36), box_id, voter_group, answers FROM kept_ballots
          WHERE ${box} AND voter_group = 'member' LIMIT 1`,
        ['党员测评表记为 6 份，箱中有 7 份'],
      ],
      [
        'one of another group',
        `UPDATE ballots SET voter_group = 'mass' WHERE ${box} AND voter_group = 'member' LIMIT 1`,
        ['党员测评表记为 6 份，箱中有 5 份', '群众测评表记为 6 份，箱中有 7 份'],
      ],
    ])('names a closed box with %s in it', async (_, sql, messages) => {
      await tampering.run(sql, [branch.runId]);
      const place = await tampering.placeOf(branch.workflowId, 'ballot-closed');
      expect(await tampering.faults()).toEqual(
        messages.map((message) => ({
          check: 'ballots',
          ...place,
          message: expect.stringContaining(message) as string,
        })),
      );
    });
  });
});
