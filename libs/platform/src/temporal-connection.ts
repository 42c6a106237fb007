import { Client, Connection } from '@temporalio/client';

/** Opens a client on the engine; the caller closes `client.connection`. Rejects when no answer comes in time. */
export async function connectTemporal(address: string, namespace: string, connectTimeout = 10_000): Promise<Client> {
  const connection = await Connection.connect({ address, connectTimeout });
  return new Client({ connection, namespace });
}
