import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** What opens a packet of the client, by the first byte of its first packet; other commands are no statements. */
const QUERY = 0x03;
const EXECUTE = 0x17;
const HEAD_BYTES = 4;

/** A way to the database that notes every statement which is sent through it; nothing is held up or changed. */
export class DatabaseTap {
  private readonly statements: string[] = [];
  private readonly sockets = new Set<Socket>();

  private constructor(
    private readonly server: Server,
    /** The database's address through the tap. */
    readonly url: string,
  ) {}

  static async open(databaseUrl: string): Promise<DatabaseTap> {
    const { hostname, port } = new URL(databaseUrl);
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    const through = `127.0.0.1:${(server.address() as AddressInfo).port}`;
    const tap = new DatabaseTap(server, databaseUrl.replace(`${hostname}:${port}`, through));
    server.on('connection', (client: Socket) => tap.join(client, connect(Number(port), hostname)));
    return tap;
  }

  /** The statements since it was last asked, in the order in which they were sent. */
  take(): string[] {
    return this.statements.splice(0);
  }

  get count(): number {
    return this.statements.length;
  }

  async close(): Promise<void> {
    for (const socket of this.sockets) socket.destroy();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket, database: Socket): void {
    const note = packets((opening) => {
      if (opening[0] === QUERY) this.statements.push(opening.toString('utf8', 1));
      if (opening[0] === EXECUTE) this.statements.push('a prepared statement');
    });
    for (const [socket, other] of [
      [client, database],
      [database, client],
    ] as const) {
      socket.setNoDelay(true);
      this.sockets.add(socket);
      socket.on('error', () => other.destroy());
      socket.on('close', () => this.sockets.delete(socket));
    }
    client.on('data', note);
    client.pipe(database).pipe(client);
  }
}

/** Cuts a client's bytes into packets – three bytes of length, one of number – and hands on those that open a command. */
function packets(onOpening: (opening: Buffer) => void): (chunk: Buffer) => void {
  let rest = Buffer.alloc(0);
  return (chunk) => {
    rest = Buffer.concat([rest, chunk]);
    while (rest.length >= HEAD_BYTES) {
      const end = HEAD_BYTES + rest.readUIntLE(0, 3);
      if (rest.length < end) return;
      if (rest[3] === 0) onOpening(rest.subarray(HEAD_BYTES, end));
      rest = rest.subarray(end);
    }
  };
}
