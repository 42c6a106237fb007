import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { present } from '../support/present';
import { World } from '../support/world';

const COMMITTEE_OFFICER = 'GW11';

describe('a branch directly under the committee (直属党支部)', () => {
  let world: World;
  let http: HttpWorld;

  afterAll(async () => {
    await http.close();
    await world.close();
  });

  it('is answered for by the committee, whatever other office its officer holds', async () => {
    const roster = syntheticRoster({ organisations: 1, branchesEach: 1, seed: 1 });
    const [organisation] = roster.organisations.map(present);
    const { code } = present(organisation);
    const held = { role: 'organisation-officer', bodyKind: 'organisation', bodyCode: code } as const;
    world = await World.open({
      roster: {
        ...roster,
        organisations: [{ ...present(organisation), kind: 'direct-branch' }],
        offices: [...roster.offices, { ...held, personCode: COMMITTEE_OFFICER }],
      },
    });
    const handOvers = await HandOvers.of(world);
    http = await HttpWorld.open(world);
    await handOvers.openRound();
    const body = { branchRunId: present(handOvers.branches[0]).runId };
    const { status, body: answer } = await http.send(COMMITTEE_OFFICER, 'post', { path: '/surveys', body });
    expect([status, (answer as { step: string }).step]).toEqual([201, 'survey-writing']);
  }, 240_000);
});
