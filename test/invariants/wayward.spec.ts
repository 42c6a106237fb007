import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { LocalWorld } from '../support/local-world';
import { Tampering } from '../support/tampering';
import { recognisedRound } from '../support/history';
import { dissolvedInBoth, lostPasses, passesRegained, recognisedAgain } from '../support/overlapping-rounds';
import { twoMoreRounds, waywardRound } from '../support/wayward-round';

async function sound(world: LocalWorld): Promise<void> {
  const tampering = await Tampering.on(world);
  expect(await tampering.faults()).toEqual([]);
  await tampering.close();
}

describe('a record of what does not go straight', () => {
  it.each([
    ['every hand-over returned once', 3, waywardRound],
    [
      'three rounds',
      2,
      async (world: LocalWorld) => {
        await recognisedRound(world);
        await twoMoreRounds(world);
      },
    ],
    [
      'passes that are lost in a round that overlaps the next',
      2,
      async (world: LocalWorld) => {
        const rounds = await lostPasses(world);
        await passesRegained(rounds);
        await sound(world);
        await recognisedAgain(rounds);
      },
    ],
    ['a branch dissolved in two rounds', 2, dissolvedInBoth],
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
