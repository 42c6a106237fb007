import { connect, type Socket } from 'node:net';

/**
 * Connects to a server whose silence ends the connection: whoever waits on it is told ETIMEDOUT after `silenceMs` without a
 * byte from either side, however long the server stands still. A connection that nobody used for so long ends too.
 */
export function connectUntilSilent(port: number, host: string, silenceMs: number): Socket {
  const socket = connect(port, host);
  socket.setNoDelay(true);
  socket.setKeepAlive(true);
  socket.setTimeout(silenceMs, () => {
    socket.destroy(
      Object.assign(new Error(`no answer from ${host}:${port} in ${silenceMs} ms`), { code: 'ETIMEDOUT' }),
    );
  });
  return socket;
}
