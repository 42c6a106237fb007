import { mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildOnce } from './build.mjs';
import { findDatabase } from './database.mjs';
import { installDependencies } from './dependencies.mjs';
import { findEngine } from './engine.mjs';
import { withLock } from './lock.mjs';
import { lang } from './say.mjs';

/** The folder of the clone. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where the private data live: database, engine, logs, secrets. */
export const home = process.env.DUIBIAO_HOME || join(root, '.duibiao');

/**
 * Brings a fresh clone to the point where dist/ runs: packages, build, database server, engine; one process at a time.
 * The programs found are left in the environment for the starter.
 */
export async function prepare() {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  process.env.DUIBIAO_HOME = home;
  process.env.DUIBIAO_LANG = lang;
  await withLock(join(root, '.duibiao/setup.lock'), async () => {
    await installDependencies(root, home);
    await buildOnce(root);
    const database = await findDatabase(home);
    const engine = await findEngine(home);
    if (database.program) process.env.DUIBIAO_DATABASE_PROGRAM = database.program;
    if (engine.program) process.env.DUIBIAO_TEMPORAL_PROGRAM = engine.program;
  });
}
