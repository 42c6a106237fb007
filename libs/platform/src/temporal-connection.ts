import { Client, Connection } from '@temporalio/client';

/** Opens a client on the engine; the caller closes `client.connection`. Rejects when no answer comes within 10 s. */
export async function connectTemporal(address: string, namespace: string): Promise<Client> {
  const connection = await Connection.connect({ address, connectTimeout: '10s' });
  return new Client({ connection, namespace });
}
