import { Connection } from '@temporalio/client';
import { reasonOf } from '#setup/failure';
import { prepareNamespace } from '@app/platform';
import { PlainError } from './say';

/** Checks that the engine named by TEMPORAL_ADDRESS answers, and prepares our namespace in it. */
export async function prepareExternalEngine(address: string, namespace: string): Promise<void> {
  try {
    const connection = await Connection.connect({ address, connectTimeout: '10s' });
    try {
      await prepareNamespace(connection, namespace);
    } finally {
      await connection.close();
    }
  } catch (error) {
    const reason = reasonOf(error);
    throw new PlainError(
      `TEMPORAL_ADDRESS 所指的引擎（${address}）不能使用：${reason}`,
      `The engine named by TEMPORAL_ADDRESS (${address}) cannot be used: ${reason}`,
    );
  }
}
