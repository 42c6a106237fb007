import { readFileSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';

/** Listens for a moment on loopback: the port that was free (0 asks for any), or undefined where it is taken. */
export function probePort(port: number): Promise<number | undefined> {
  return new Promise((resolve) => {
    const server = createServer();
    server.once('error', () => resolve(undefined));
    server.listen({ host: '127.0.0.1', port }, () => {
      const address = server.address();
      server.close(() => resolve(typeof address === 'object' && address ? address.port : undefined));
    });
  });
}

function readPorts(file: string): Record<string, number> {
  try {
    return JSON.parse(readFileSync(file, 'utf8')) as Record<string, number>;
  } catch {
    return {};
  }
}

/**
 * The port of one part: the one it had last time, so that addresses stay valid, else the preferred one, else any;
 * a port that is taken meanwhile is replaced.
 */
export async function choosePort(home: string, part: string, preferred = 0): Promise<number> {
  const file = join(home, 'ports.json');
  const ports = readPorts(file);
  const others = Object.entries(ports).filter(([name]) => name !== part);
  for (const wish of [ports[part], preferred, 0]) {
    if (wish === undefined) continue;
    const port = await probePort(wish);
    if (port === undefined || others.some(([, taken]) => taken === port)) continue;
    writeFileSync(file, JSON.stringify({ ...readPorts(file), [part]: port }));
    return port;
  }
  return choosePort(home, part);
}
