import type { ChildProcess } from 'node:child_process';
import { BranchRunEntity, ProcessEventEntity } from '@app/persistence';
import { type CommitProxy, startCommitProxy } from '../support/commit-proxy';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { OwnEngine } from '../support/own-engine';
import { present } from '../support/present';
import { kill, spawnWorker } from '../support/worker-process';
import { World } from '../support/world';

/** The engine forgets a dead worker's cache only after ten seconds; an engine takes a few to come back. */
const PATIENCE_MS = 120_000;

describe('killed between the commit and its answer', () => {
  let engine: OwnEngine;
  let world: World;
  let proxy: CommitProxy;
  let worker: ChildProcess;

  const startWorker = () =>
    spawnWorker({ DATABASE_URL: proxy.url, TEMPORAL_ADDRESS: engine.address, TEMPORAL_NAMESPACE: world.namespace });

  beforeAll(async () => {
    engine = await OwnEngine.start();
    world = await World.open({ engine: engine.address, worker: false });
    proxy = await startCommitProxy(world.database.appUrl);
    worker = startWorker();
  }, PATIENCE_MS);

  afterAll(async () => {
    await kill(worker);
    await world.close();
    await proxy.close();
    await engine.close();
  }, PATIENCE_MS);

  it(
    'writes a hand-over once and answers it, though the worker and then the engine die',
    async () => {
      const handOvers = await HandOvers.of(world);
      await handOvers.openRound();
      const { workflowId, runId } = present(handOvers.branches[0]);
      const committed = proxy.breakAtCommit('UPDATE `branch_runs`');
      const asked = handOvers.say(handOvers.officer, workflowId, { name: 'openSurvey' }).then(
        (answer) => answer,
        () => null, // the engine died under the caller
      );
      await committed;
      await kill(worker);
      const rowOf = () => world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id: runId });
      await eventually(async () => (await rowOf()).step === 'survey-writing', 'the hand-over is committed');
      const { version } = await rowOf();
      engine.kill();
      await eventually(async () => !engine.isUp, 'the engine is down');
      await eventually(async () => engine.isUp, 'the engine is up again');
      worker = startWorker();

      const answer = (await asked) ?? (await handOvers.say(handOvers.officer, workflowId, { name: 'openSurvey' }));
      expect(answer).toEqual({ version, step: 'survey-writing' });
      expect((await rowOf()).version).toBe(version);
      const events = await world.dataSource.manager.findBy(ProcessEventEntity, { stream: workflowId });
      expect(events.filter(({ type }) => type === 'survey-opened')).toHaveLength(1);
    },
    PATIENCE_MS,
  );
});
