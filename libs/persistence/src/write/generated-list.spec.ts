import { campaignWorkflowId } from '@app/contracts';
import { type BranchStep, STEP_BEFORE_PUBLICATION } from '@app/domain';
import { syntheticRoster } from '../../../../services/rehearsal/src/roster';
import { LocalWorld } from '../../../../test/support/local-world';
import { idOf } from '../record/ids';
import { BranchEntity } from '../tables/organisation.entity';
import { BranchRunEntity } from '../tables/branch-run.entity';
import { conclusionList, dispositionList, publicationList } from './generated-list';

const KEY = 'generated';

describe('a list generated from the step before', () => {
  let world: LocalWorld;
  let codes: Map<string, string>;
  beforeAll(async () => {
    world = await LocalWorld.open({
      roster: syntheticRoster({ organisations: 2, branchesEach: 20, seed: 3 }),
      key: KEY,
    });
    const actor = idOf(world.campaignId, 'person', 'GW11');
    const attribution = { actor, office: 'committee-officer', receivedAt: '2020-04-17T02:00:00.000Z' } as const;
    await world.send(campaignWorkflowId(KEY), 'openRound', { year: 2020 }, attribution);
    codes = new Map((await world.dataSource.manager.find(BranchEntity)).map(({ id, code }) => [id, code]));
  }, 240_000);
  afterAll(() => world?.close());

  const codesOf = (ids: readonly string[]) => ids.map((id) => codes.get(id) ?? id);
  const everyCode = () => [...codes.values()].sort();
  const stand = (step: BranchStep) => world.dataSource.manager.update(BranchRunEntity, { year: 2020 }, { step });

  it('holds every branch of a closing round in the order of the codes, and those it waits for likewise', async () => {
    await stand('draw-waiting');
    const round = { campaignId: world.campaignId, year: 2020 };
    const { body, pending } = await dispositionList(world.dataSource.manager, round);
    expect(codesOf(body.branches.map(({ branchId }) => branchId))).toEqual(everyCode());
    expect(codesOf(pending)).toEqual(everyCode());
  });

  it('holds the branches to be published in the order of the codes', async () => {
    await stand(STEP_BEFORE_PUBLICATION);
    const asked = { campaignId: world.campaignId, year: 2020, no: 1 };
    const { body } = await publicationList(world.dataSource.manager, asked);
    expect(codesOf(body.branches.map(({ branchId }) => branchId))).toEqual(everyCode());
  });

  it('holds the conclusions of an organisation in the order of the codes, and those that are missing likewise', async () => {
    const { manager } = world.dataSource;
    const [{ organisationId }] = (await manager.find(BranchRunEntity, { take: 1 })) as [BranchRunEntity];
    const runs = await manager.findBy(BranchRunEntity, { organisationId, year: 2020 });
    const own = codesOf(runs.map(({ branchId }) => branchId)).sort();
    const asked = { runId: '', organisationId: organisationId ?? '', year: 2020, listNo: 0 };
    for (const run of runs) {
      await manager.update(BranchRunEntity, { id: run.id }, { state: { ...run.state, target: 'this-year' } });
    }
    expect(codesOf((await conclusionList(manager, asked)).pending)).toEqual(own);
    for (const run of runs) {
      const concluded = { result: 'failed', concludedAt: '2020-11-20T02:00:00.000Z' } as const;
      await manager.update(BranchRunEntity, { id: run.id }, { state: { ...run.state, ...concluded } });
    }
    const { body } = await conclusionList(manager, asked);
    expect(codesOf(body.failed.map(({ branchId }) => branchId))).toEqual(own);
  });
});
