import { Client, Connection } from '@temporalio/client';
import { isForTheMoment } from '@app/contracts';
import { msOf } from '@app/domain';
import { systemClock } from '@app/platform';
import { isOutage } from '../../services/api/src/edge/engine';
import { isUnsettled, runRenewing } from '../../services/api/src/edge/outage';
import { OwnEngine } from '../support/own-engine';

describe('what the engine says of a history that takes no more Updates', () => {
  let engine: OwnEngine;
  let connection: Connection;
  beforeAll(async () => {
    engine = await OwnEngine.start({ 'history.maxTotalUpdates': 1 });
    connection = await Connection.connect({ address: engine.address });
  }, 60_000);
  afterAll(async () => {
    await connection?.close();
    await engine?.close();
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
