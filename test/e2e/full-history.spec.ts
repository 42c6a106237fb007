import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Client, Connection } from '@temporalio/client';
import { isForTheMoment } from '@app/contracts';
import { msOf } from '@app/domain';
import { systemClock } from '@app/platform';
import { type EmbeddedEngine, startEngine } from '../../services/starter/src/embedded-engine';
import { isOutage } from '../../services/api/src/http/engine';
import { isUnsettled, runRenewing } from '../../services/api/src/http/outage';

describe('what the engine says of a history that takes no more Updates', () => {
  let home: string;
  let engine: EmbeddedEngine;
  let connection: Connection;
  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'duibiao-full-'));
    const program = process.env.DUIBIAO_TEMPORAL_PROGRAM ?? '';
    const settings = { 'history.maxTotalUpdates': 1 };
    engine = await startEngine({ home, program, namespace: 'duibiao', headless: true, settings });
    connection = await Connection.connect({ address: engine.address });
  }, 60_000);
  afterAll(async () => {
    await connection?.close();
    await engine?.part.stop();
    rmSync(home, { recursive: true, force: true });
  }, 60_000);

  it('is told from every other silence of it', async () => {
    const client = new Client({ connection, namespace: 'duibiao' });
    const handle = await client.workflow.start('nobody', { workflowId: 'full', taskQueue: 'nobody' });
    const update = (updateId: string, limitMs: number) => {
      const { connection: limited } = client;
      const sent = () => handle.executeUpdate('any', { updateId });
      return limited.withDeadline(msOf(systemClock.now()) + limitMs, sent).catch((error: unknown) => error);
    };
    const first = update('first', 3000);
    const [late, full] = [await first, await update('second', 30_000)];
    expect([isForTheMoment(late), isForTheMoment(full)]).toEqual([false, true]);
    expect([isOutage(late), isUnsettled(runRenewing())]).toEqual([true, true]);
  }, 60_000);
});
