import { missedBy, untakenOf } from '@app/activities';
import type { DataSource, EntityManager } from 'typeorm';
import type { RunAnswer } from '@app/contracts';
import { TELLING } from '@app/domain';
import { CampaignClockEntity, effectsBetween, idOf, RefusalEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { HandOvers } from '../support/hand-overs';
import { LocalWorld } from '../support/local-world';
import { losePasses } from '../support/overlapping-rounds';
import { present } from '../support/present';
import { onTamperedRound } from '../support/tampered-round';
import { Tampering } from '../support/tampering';

interface Run {
  readonly runId: string;
  readonly workflowId: string;
}

/** Branches and organisations, in one order. */
const runsOf = ({ dataSource }: LocalWorld) =>
  dataSource.query<Run[]>(
    `SELECT id AS runId, workflow_id AS workflowId FROM branch_runs
      UNION ALL SELECT id, workflow_id FROM organisation_runs ORDER BY workflowId`,
  );

const NEWS = `request_digest = '' AND operation_key <> 'opened'`;

/** What each run had taken in, what it is told again as it stands, and as if it had never heard a thing. */
async function toldAgain(world: LocalWorld, owner: DataSource) {
  const taken = new Map<string, string[]>();
  const standing: string[] = [];
  const missed = new Map<string, string[]>();
  for (const run of await runsOf(world)) {
    const runner = owner.createQueryRunner();
    await runner.startTransaction();
    const rows = await runner.manager.query<{ id: string }[]>(
      `SELECT operation_key AS id FROM run_operations WHERE run_id = ? AND ${NEWS}`,
      [run.runId],
    );
    taken.set(run.workflowId, rows.map(({ id }) => id).sort());
    standing.push(...(await missedIds(runner.manager, run)));
    await runner.manager.query(`DELETE FROM run_operations WHERE run_id = ? AND ${NEWS}`, [run.runId]);
    missed.set(run.workflowId, await missedIds(runner.manager, run));
    await runner.rollbackTransaction();
    await runner.release();
  }
  return { taken, standing, missed };
}

async function missedIds(m: EntityManager, run: Run): Promise<string[]> {
  const { messages, unknown } = await missedBy(m, run);
  expect(unknown).toEqual([]);
  expect(messages.filter(({ workflowId }) => workflowId !== run.workflowId)).toEqual([]);
  return messages.map(({ messageId }) => messageId).sort();
}

describe('what a run that is begun again is told once more', () => {
  let world: LocalWorld;
  let handOvers: HandOvers;
  let tampering: Tampering;
  onTamperedRound((round) => {
    ({ world, handOvers, tampering } = round);
  });

  const organisation = () => ({ runId: handOvers.organisationRunId, workflowId: handOvers.organisationWorkflowId });
  const untoldOf = async (runId: string) => {
    const open = { runId, expectedVersion: 0, operationKey: 'opened', requestDigest: '' };
    const what = { kind: 'open', at: handOvers.now };
    return ((await world.call('writeOrganisationRun', { ...open, what })) as RunAnswer<unknown>).untold;
  };
  const refusals = (code: string) => world.dataSource.manager.findBy(RefusalEntity, { code });

  it('is all that it had taken in of its round, and nothing where it has taken in everything', async () => {
    const { taken, standing, missed } = await toldAgain(world, tampering.owner);
    expect(standing).toEqual([]);
    expect(missed).toEqual(taken);
    const heard = [...taken.values()].map(({ length }) => length);
    expect(Math.min(...heard)).toBeGreaterThan(2);
  });

  it('is one errand of its first write, which tells what was not taken in and only that', async () => {
    const { runId, workflowId } = organisation();
    const [row] = await world.dataSource.query<[{ version: number }]>(
      'SELECT version FROM organisation_runs WHERE id = ?',
      [runId],
    );
    const untold = present(await untoldOf(runId));
    expect(untold).toMatchObject([{ effect: { tell: 'untold', refs: { after: 0, until: row.version } } }]);
    const tell = () => world.call('tell', { ...untold[0], sourceRunId: runId, sourceWorkflowId: workflowId });
    await tell();
    expect(await refusals('run-closed')).toEqual([]);

    const branch = present(handOvers.branches[0]);
    const pending = await effectsBetween(world.dataSource.manager, runId, { after: 0, until: row.version });
    const { operationKey, index } = present(pending.find(({ effect }) => effect.topic === 'filed'));
    const lost = idOf(runId, operationKey, index, branch.workflowId);
    await tampering.run('DELETE FROM run_operations WHERE operation_key = ?', [lost]);
    await tell();
    expect((await refusals('run-closed')).map(({ id }) => id)).toEqual([idOf('untold', branch.workflowId, lost)]);
  });

  it('names a topic that nobody knows once, and all that stands beside it is told', async () => {
    const strange = { tell: 'branches', topic: 'of-tomorrow', refs: { year: handOvers.year } };
    await tampering.run(
      `UPDATE run_operations SET outcome = JSON_ARRAY_APPEND(outcome, '$.effects', JSON_QUERY(?, '$'))
        WHERE run_id = ? AND outcome LIKE '%"topic":"listed"%'`,
      [JSON.stringify(strange), handOvers.organisationRunId],
    );
    const branches = handOvers.branches.map(({ runId, workflowId }) => ({ runId, workflowId }));
    for (const branch of branches) {
      const { messages, unknown } = await missedBy(world.dataSource.manager, branch);
      expect(messages).toEqual([]);
      expect(unknown).toMatchObject([{ effect: strange, sourceWorkflowId: handOvers.organisationWorkflowId }]);
      await world.call('catchUp', branch);
    }
    expect(await refusals('invalid-input')).toHaveLength(1);
  });

  it('is recorded at the time of its campaign where a message says none', async () => {
    const { campaignKey } = world.campaign.setting;
    const signal = { workflowId: `deadlines:${campaignKey}:committee`, runId: 'spec', no: 1, at: null };
    await world.call('noteDropped', signal);
    const clock = { campaignId: world.campaignId };
    const { heldSince } = await world.dataSource.manager.findOneByOrFail(CampaignClockEntity, clock);
    expect(heldSince).toMatch(/^2020-12/);
    expect(await refusals('invalid-input')).toMatchObject([{ ...clock, command: TELLING, recordedAt: heldSince }]);
  });

  it('is not guessed where the rows cannot be read', async () => {
    const { runId } = organisation();
    const pending = await effectsBetween(world.dataSource.manager, runId, { after: 0, until: 1000 });
    const decided = pending.filter(({ effect }) => effect.topic === 'decided');
    expect(await untakenOf(world.dataSource.manager, runId, decided)).toEqual([]);
    await tampering.run('DELETE FROM decisions');
    await expect(untakenOf(world.dataSource.manager, runId, decided)).rejects.toThrow('DecisionEntity');
  });
});

describe('what a run that is begun again is told by another round', () => {
  it('is that its pass is lost, as it was told', async () => {
    const world = await LocalWorld.open({
      roster: syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 }),
      suffix: 'told_again',
    });
    const tampering = await Tampering.on(world);
    try {
      await losePasses(world);
      const { taken, standing, missed } = await toldAgain(world, tampering.owner);
      expect(standing).toEqual([]);
      expect(missed).toEqual(taken);
    } finally {
      await tampering.close();
      await world.close();
    }
  }, 240_000);
});
