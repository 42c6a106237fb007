import { BranchRunEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { dissolveInBoth, losePasses } from '../support/overlapping-rounds';
import { present } from '../support/present';
import { World } from '../support/world';

/** What the invariants say of overlapping rounds, with the engine that brings the news from one run to the other. */
describe('two rounds that are open at the same time', () => {
  let world: World;
  beforeEach(async () => {
    world = await World.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 2, seed: 6 }) });
  }, 240_000);
  afterEach(() => world.close());

  it('a pass that the earlier one loses is lost in the later', async () => {
    await losePasses(world);
    expect(await world.faults()).toEqual([]);
  }, 240_000);

  it('a branch that is dissolved leaves both', async () => {
    const { earlier, later } = await dissolveInBoth(world);
    for (const handOvers of [earlier, later]) {
      const dissolved = present(handOvers.branches[0]);
      await handOvers.untilBranchesAre('closed', [dissolved]);
      const row = await world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id: dissolved.runId });
      expect(row.disposition).toBe('excluded');
    }
    expect(await world.faults()).toEqual([]);
  }, 240_000);
});
