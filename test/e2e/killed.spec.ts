import type { ChildProcess } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { BranchRunEntity, ProcessEventEntity } from '@app/persistence';
import { startEngine, type EmbeddedEngine } from '../../services/starter/src/embedded-engine';
import { pidFileOf, readPidFile } from '../../services/starter/src/pid-file';
import { type CommitProxy, startCommitProxy } from '../support/commit-proxy';
import { eventually } from '../support/eventually';
import { Hands, present } from '../support/hands';
import { kill, spawnWorker } from '../support/worker-process';
import { World } from '../support/world';

/** The engine forgets a dead worker's cache only after ten seconds; an engine takes a few to come back. */
const PATIENCE_MS = 120_000;

describe('killed between the commit and its answer', () => {
  let home: string;
  let engine: EmbeddedEngine;
  let world: World;
  let proxy: CommitProxy;
  let worker: ChildProcess;

  const startWorker = () =>
    spawnWorker({ DATABASE_URL: proxy.url, TEMPORAL_ADDRESS: engine.address, TEMPORAL_NAMESPACE: world.namespace });

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'duibiao-killed-'));
    const program = process.env.DUIBIAO_TEMPORAL_PROGRAM;
    if (!program) throw new Error('DUIBIAO_TEMPORAL_PROGRAM is not set: run the tests with npm test');
    engine = await startEngine({ home, program, namespace: 'duibiao', headless: true });
    world = await World.open({ engine: engine.address, worker: false });
    proxy = await startCommitProxy(world.database.appUrl);
    worker = startWorker();
  }, PATIENCE_MS);

  afterAll(async () => {
    await kill(worker);
    await world.close();
    await proxy.close();
    await engine.part.stop();
    rmSync(home, { recursive: true, force: true });
  }, PATIENCE_MS);

  it(
    'writes a hand-over once and answers it, though the worker and then the engine die',
    async () => {
      const hands = await Hands.of(world);
      await hands.openRound();
      const { workflowId, runId } = present(hands.branches[0]);
      const committed = proxy.breakAtCommit('UPDATE `branch_runs`');
      const asked = hands.say(hands.officer, workflowId, 'openSurvey').then(
        (answer) => answer,
        () => null, // the engine died under the caller
      );
      await committed;
      await kill(worker);
      const rowOf = () => world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id: runId });
      await eventually(async () => (await rowOf()).step === 'survey-writing', 'the hand-over is committed');
      const { version } = await rowOf();
      process.kill(present(readPidFile(pidFileOf(home, 'engine'))).pid, 'SIGKILL');
      await eventually(async () => !engine.part.isUp(), 'the engine is down');
      await eventually(async () => engine.part.isUp(), 'the engine is up again');
      worker = startWorker();

      const answer = (await asked) ?? (await hands.say(hands.officer, workflowId, 'openSurvey'));
      expect(answer).toEqual({ version, step: 'survey-writing' });
      expect((await rowOf()).version).toBe(version);
      const events = await world.dataSource.manager.findBy(ProcessEventEntity, { stream: workflowId });
      expect(events.filter(({ type }) => type === 'survey-opened')).toHaveLength(1);
    },
    PATIENCE_MS,
  );
});
