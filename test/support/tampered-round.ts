import type { HandOvers } from './hand-overs';
import { playRecognisedRound } from './history';
import { LocalWorld } from './local-world';
import { Tampering } from './tampering';

/** A round that was played, and who tampers with its record. */
export interface TamperedRound {
  readonly world: LocalWorld;
  readonly handOvers: HandOvers;
  readonly tampering: Tampering;
}

/** Plays one round for the specs of a describe; after each of them what was forged is as it was. */
export function onTamperedRound(ready: (round: TamperedRound) => void | Promise<void>): void {
  let round: TamperedRound;
  beforeAll(async () => {
    const world = await LocalWorld.open();
    const handOvers = await playRecognisedRound(world);
    round = { world, handOvers, tampering: await Tampering.on(world) };
    await ready(round);
  }, 240_000);
  afterEach(() => round.tampering.restore());
  afterAll(async () => {
    await round.tampering.close();
    await round.world.close();
  });
}
