import type { Hands } from './hands';
import { recognisedRound } from './history';
import { LocalWorld } from './local-world';
import { Tampering } from './tampering';

/** A round that was played, and the hands that forge its record. */
export interface TamperedRound {
  readonly world: LocalWorld;
  readonly hands: Hands;
  readonly tampering: Tampering;
}

/** Plays one round for the specs of a describe; after each of them what was forged is as it was. */
export function onTamperedRound(ready: (round: TamperedRound) => void | Promise<void>): void {
  let round: TamperedRound;
  beforeAll(async () => {
    const world = await LocalWorld.open();
    const hands = await recognisedRound(world);
    round = { world, hands, tampering: await Tampering.on(world) };
    await ready(round);
  }, 240_000);
  afterEach(() => round.tampering.restore());
  afterAll(async () => {
    await round.tampering.close();
    await round.world.close();
  });
}
