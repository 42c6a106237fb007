import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { LocalWorld } from '../support/local-world';
import { Tampering } from '../support/tampering';
import { playRecognisedRound } from '../support/history';
import { dissolveInBoth, losePasses, regainPasses, recogniseAgain } from '../support/overlapping-rounds';
import { playTwoMoreRounds, returnEveryHandOver } from '../support/returned-hand-overs';

async function sound(world: LocalWorld): Promise<void> {
  const tampering = await Tampering.on(world);
  expect(await tampering.faults()).toEqual([]);
  await tampering.close();
}

describe('a record of what does not go straight', () => {
  it.each([
    ['every hand-over returned once', 3, returnEveryHandOver],
    [
      'three rounds',
      2,
      async (world: LocalWorld) => {
        await playRecognisedRound(world);
        await playTwoMoreRounds(world);
      },
    ],
    [
      'passes that are lost in a round that overlaps the next',
      2,
      async (world: LocalWorld) => {
        const rounds = await losePasses(world);
        await regainPasses(rounds);
        await sound(world);
        await recogniseAgain(rounds);
      },
    ],
    ['a branch dissolved in two rounds', 2, dissolveInBoth],
  ])(
    'is sound: %s',
    async (_, branchesEach, history: (world: LocalWorld) => Promise<unknown>) => {
      const world = await LocalWorld.open({ roster: syntheticRoster({ organisations: 1, branchesEach, seed: 1 }) });
      try {
        await history(world);
        await sound(world);
      } finally {
        await world.close();
      }
    },
    90_000,
  );
});
