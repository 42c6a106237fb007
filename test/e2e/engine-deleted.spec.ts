import type { ChildProcess } from 'node:child_process';
import { notRunning } from '@app/engine';
import { ProcessEventEntity } from '@app/persistence';
import { prepareNamespace } from '@app/platform';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { OwnEngine } from '../support/own-engine';
import { present } from '../support/present';
import { kill, spawnWorker } from '../support/worker-process';
import { World } from '../support/world';

const PATIENCE_MS = 180_000;

/** The remedy for a private engine that is wedged or whose file is damaged: its file is deleted, the tables are the truth. */
describe('a private engine whose file was deleted', () => {
  let engine: OwnEngine;
  let world: World;
  let workers: ChildProcess[] = [];

  const worker = () =>
    spawnWorker({
      DATABASE_URL: world.database.appUrl,
      TEMPORAL_ADDRESS: engine.address,
      TEMPORAL_NAMESPACE: world.namespace,
    });

  beforeAll(async () => {
    engine = await OwnEngine.start();
    const roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 });
    world = await World.open({ engine: engine.address, worker: false, roster });
    workers = [worker()];
  }, PATIENCE_MS);

  afterAll(async () => {
    for (const each of workers) await kill(each);
    await world?.close();
    await engine?.close();
  }, PATIENCE_MS);

  it(
    'has every run and keeper begun again by two workers, once each, and the next hand-over is done',
    async () => {
      const handOvers = await HandOvers.of(world);
      await handOvers.openRound();
      const [branch, other] = handOvers.branches.map(present);
      await handOvers.say(handOvers.officer, present(branch).workflowId, { name: 'openSurvey' });
      for (const each of workers) await kill(each);
      const { address } = engine;
      await engine.forget();
      expect(engine.address).toBe(address);
      await prepareNamespace(world.engine.connection as never, world.namespace);
      const { manager } = world.dataSource;
      expect((await notRunning(manager, world.engine)).map(({ status }) => status)).toEqual(Array(6).fill('lost'));

      workers = [worker(), worker()];
      await eventually(
        async () => (await manager.countBy(ProcessEventEntity, { type: 'run-revived' })) === 6,
        'all run',
      );
      await handOvers.submitSurvey(present(branch));
      await handOvers.say(handOvers.officer, present(branch).workflowId, {
        name: 'confirmSurvey',
        input: { surveyClass: 'middle' },
      });
      await handOvers.survey(present(other));
      await handOvers.planOrganisation();
      expect(await manager.countBy(ProcessEventEntity, { type: 'run-revived' })).toBe(6);
      expect(await notRunning(manager, world.engine)).toEqual([]);
      expect(await world.faults()).toEqual([]);
    },
    PATIENCE_MS,
  );
});
