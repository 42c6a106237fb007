import type { DataSource } from 'typeorm';
import type { DocumentKind } from '@app/domain';
import { DocumentEntity, openDataSource } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';
import { Tampering } from '../support/tampering';

describe('a list that another run changes while it is decided on', () => {
  let world: LocalWorld;
  let owner: DataSource;
  let handOvers: HandOvers;
  let passing: BranchWithRun[];
  let other: BranchWithRun;
  beforeAll(async () => {
    world = await LocalWorld.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 3, seed: 5 }) });
    owner = await openDataSource({ url: world.database.ownerUrl, poolSize: 1 });
    handOvers = await HandOvers.of(world);
    passing = handOvers.branches.slice(0, 2);
    other = present(handOvers.branches[2]);
    await handOvers.openRound();
    await handOvers.surveyAndPlan([other]);
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of passing) await handOvers.apply(branch);
    for (const branch of passing) await handOvers.assess(branch);
  }, 240_000);
  afterAll(async () => {
    await owner.destroy();
    await world.close();
  });

  /** Does `work` with the other branch's row changed after an event is written and before the rows that it makes. */
  async function meanwhile(changes: Record<string, string>, back: string, work: () => Promise<unknown>): Promise<void> {
    const where = `WHERE id = '${other.runId}'`;
    const triggers = Object.entries(changes).map(([type, change], at) => ({ type, change, name: `meanwhile${at}` }));
    for (const { type, change, name } of triggers) {
      await owner.query(
        `CREATE TRIGGER ${name} AFTER INSERT ON process_events FOR EACH ROW
           UPDATE branch_runs SET ${change} ${where} AND NEW.type = '${type}'`,
      );
    }
    try {
      await work();
    } finally {
      for (const { name } of triggers) await owner.query(`DROP TRIGGER ${name}`);
      await owner.query(`UPDATE branch_runs SET ${back} ${where}`);
    }
  }

  it('is kept as it was decided on: the conclusions', async () => {
    type Replaced = readonly [from: string, to: string];
    const replaced = (step: Replaced, result: Replaced) =>
      `state = REPLACE(REPLACE(state, '"step":"${step[0]}"', '"step":"${step[1]}"'), '"result":${result[0]}', '"result":${result[1]}')`;
    await meanwhile(
      { 'conclusions-submitted': replaced(['building', 'listing'], ['null', '"passed"']) },
      replaced(['listing', 'building'], ['"passed"', 'null']),
      () => handOvers.decideAndFile(passing),
    );
    await keptAsDecided('conclusions-submitted', 'conclusion-list');
  });

  it('is drawn from and recognised as it was frozen: the population and the publication', async () => {
    await meanwhile(
      {
        'draw-population-frozen': `step = 'draw-waiting', registered_at = '2020-10-12 02:00:00'`,
        'publication-opened': `step = 'publication-waiting', recheck = 'not-drawn'`,
      },
      `step = 'building', registered_at = NULL, recheck = NULL`,
      () => handOvers.drawAndRecognise(1, passing),
    );
    await keptAsDecided('publication-opened', 'publication-list');
  });

  it('is kept as it was decided on: the closing decision', async () => {
    await meanwhile({ 'round-closed': `result = 'passed'` }, 'result = NULL', () => handOvers.closeRound());
    await keptAsDecided('round-closed', 'disposition-list');
  });

  it('leaves a record and rows that agree', async () => {
    const tampering = await Tampering.on(world);
    expect(await tampering.faults()).toEqual([]);
    await tampering.close();
  });

  async function keptAsDecided(type: string, kind: DocumentKind): Promise<void> {
    const [row] = await world.dataSource.query<{ canonical: string }[]>(
      'SELECT canonical FROM process_events WHERE type = ? AND campaign_id = ?',
      [type, world.campaignId],
    );
    const { payload } = JSON.parse(present(row).canonical) as { payload: { digest: string } };
    const kept = await world.dataSource.manager.findOneByOrFail(DocumentEntity, { kind });
    expect(kept.digest).toBe(payload.digest);
  }
});
