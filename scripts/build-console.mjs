// Builds the web console to dist/console. Types are checked by `npm run check`, not here.
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = dirname(dirname(fileURLToPath(import.meta.url)));

/** Builds dist/console from the sources; throws with file and line where one does not parse. */
export async function buildConsole() {
  const { build } = await import('vite');
  await build({ configFile: join(root, 'services/console/vite.config.ts'), logLevel: 'warn' });
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await buildConsole();
