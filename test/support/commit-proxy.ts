import { connect, createServer, type AddressInfo, type Server } from 'node:net';

/** A way to the database that can break off at the one moment that matters: committed, and nobody told. */
export interface CommitProxy {
  /** The database's URL through the proxy. */
  readonly url: string;
  /**
   * From now on, the first answer to a COMMIT of a transaction with this text in a statement is withheld; resolves when
   * the database has committed.
   */
  readonly breakAtCommit: (text: string) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Starts a proxy before the database of `databaseUrl`; one packet of the protocol is looked at, nothing is changed. */
export async function startCommitProxy(databaseUrl: string): Promise<CommitProxy> {
  const target = new URL(databaseUrl);
  let awaited: { readonly text: string; readonly tell: () => void } | null = null;
  const server: Server = createServer((client) => {
    const database = connect(Number(target.port), target.hostname);
    let isMeant = false;
    let withholds = false;
    client.on('data', (packet) => {
      if (awaited && packet.includes(awaited.text)) isMeant = true;
      if (isMeant && packet.includes('COMMIT')) withholds = true;
      database.write(packet);
    });
    database.on('data', (packet) => {
      if (!withholds) return client.write(packet);
      awaited?.tell();
      awaited = null;
      return client.destroy();
    });
    for (const [one, other] of [
      [client, database],
      [database, client],
    ] as const) {
      one.on('error', () => other.destroy());
      one.on('close', () => other.destroy());
    }
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const url = new URL(databaseUrl);
  url.port = String((server.address() as AddressInfo).port);
  return {
    url: url.href,
    breakAtCommit: (text) =>
      new Promise((tell) => {
        awaited = { text, tell };
      }),
    close: () => new Promise((resolve) => server.close(() => resolve())),
  };
}
