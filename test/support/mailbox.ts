import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { SMTPServer, type SMTPServerSession } from 'smtp-server';

/** A mail as it came in. */
export interface Received {
  readonly to: string;
  readonly messageId: string;
  readonly text: string;
}

/** A real SMTP server on a port of its own; it knows no `gone@…` and puts off every first try of `grey@…`. */
export class Mailbox {
  readonly received: Received[] = [];
  private readonly greyed = new Set<string>();
  private server: SMTPServer | null = null;
  private silent: { readonly server: Server; readonly sockets: Socket[] } | null = null;
  port = 0;

  get url(): string {
    return `smtp://127.0.0.1:${this.port}`;
  }

  /** Begins to serve, at the same port as before. */
  async open(): Promise<void> {
    const server = new SMTPServer({
      authOptional: true,
      hideSTARTTLS: true, // a certificate of its own would have to be trusted first
      onRcptTo: ({ address }, _session, done) => {
        if (address.startsWith('gone@')) return done(refusal(550, `5.1.1 <${address}> no such box`));
        if (address.startsWith('grey@') && !this.greyed.has(address)) {
          this.greyed.add(address);
          return done(refusal(451, '4.7.1 greylisted, try again later'));
        }
        return done();
      },
      onData: (stream, session, done) => {
        const parts: Buffer[] = [];
        stream.on('data', (part: Buffer) => parts.push(part));
        stream.on('end', () => {
          this.received.push(receivedOf(Buffer.concat(parts).toString(), session));
          done();
        });
      },
    });
    server.on('error', () => undefined); // a client that breaks off
    server.listen(this.port, '127.0.0.1');
    await once(server.server, 'listening');
    this.port = (server.server.address() as AddressInfo).port;
    this.server = server;
  }

  /** Nobody listens any more. */
  async close(): Promise<void> {
    const { server, silent } = this;
    this.server = null;
    this.silent = null;
    for (const socket of silent?.sockets ?? []) socket.destroy();
    if (silent) await new Promise((done) => silent.server.close(done));
    if (server) await new Promise<void>((done) => server.close(done));
  }

  /** Somebody takes every call and says nothing. */
  async fallSilent(): Promise<void> {
    await this.close();
    const sockets: Socket[] = [];
    const server = createServer((socket) => sockets.push(socket));
    server.listen(this.port, '127.0.0.1');
    await once(server, 'listening');
    this.silent = { server, sockets };
  }

  to(address: string): Received[] {
    return this.received.filter(({ to }) => to === address);
  }
}

function refusal(responseCode: number, message: string): Error {
  return Object.assign(new Error(message), { responseCode });
}

function receivedOf(raw: string, session: SMTPServerSession): Received {
  const [head = '', body = ''] = raw.split(/\r\n\r\n([\s\S]*)/);
  const isBase64 = /^content-transfer-encoding: base64/im.test(head);
  return {
    to: session.envelope.rcptTo.map(({ address }) => address).join(),
    messageId: /^message-id: (.*)$/im.exec(head)?.[1]?.trim() ?? '',
    text: isBase64 ? Buffer.from(body, 'base64').toString() : quotedPrintable(body),
  };
}

function quotedPrintable(text: string): string {
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}
