import type { DomainError } from '@app/domain';
import { inTransaction, joinRound, RoundEntity } from '@app/persistence';
import { HandOvers } from '../support/hand-overs';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';

/** From the closing on, what its news have not reached yet takes no command either: the closing has listed where it stands. */
describe('a round that is closed', () => {
  let world: LocalWorld;
  let handOvers: HandOvers;
  let asTold: () => Promise<unknown> = () => Promise.resolve();
  beforeAll(async () => {
    world = await LocalWorld.open({
      key: 'closing',
      onCall: async ({ name, input }, act) => {
        const { effect } = input as { readonly effect?: { readonly topic?: string } };
        if (name === 'tell' && effect?.topic === 'round-closed') await asTold();
        return act();
      },
    });
    handOvers = await HandOvers.of(world);
    await handOvers.openRound();
  }, 240_000);
  afterAll(() => world.close());

  it('waits for a command that is being written, and takes none on any of its runs before they have heard of it', async () => {
    const { workflowId } = present(handOvers.branches[0]);
    const openSurvey = () => handOvers.say(handOvers.officer, workflowId, { name: 'openSurvey' });
    const codes: (string | undefined)[] = [];
    asTold = () =>
      openSurvey().then(
        () => codes.push(undefined),
        ({ code }: DomainError) => codes.push(code),
      );
    const round = { campaignId: world.campaignId, year: 2020 };
    const status = async () => (await world.dataSource.manager.findOneByOrFail(RoundEntity, round)).status;
    let closing: Promise<unknown> = Promise.resolve();
    await inTransaction(world.dataSource, async (m) => {
      await joinRound(m, round);
      closing = handOvers.closeRound([]);
      await new Promise((resolve) => setTimeout(resolve, 300));
      expect(await status()).toBe('open');
    });
    await closing;
    expect(await status()).toBe('closed');
    expect(codes).toEqual(['run-closed', 'run-closed']);
  });
});
