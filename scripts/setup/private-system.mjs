import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';
import { isRunning, thisProcess } from './process-identity.mjs';

const prefix = 'duibiao-';

/**
 * Starts a private database and engine in a temporary folder, runs a Node program on them and answers its status; a browser
 * is looked for as well.
 * Both are stopped and the folder removed whatever happens; what a killed run left is cleared by the next one. Where
 * they did not start, their logs stay until then.
 */
export async function runWithPrivateSystem(purpose, args, environment) {
  const stop = new AbortController();
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => stop.abort());
  const home = mkdtempSync(join(tmpdir(), `${prefix}${purpose}-`));
  writeFileSync(join(home, 'user.json'), JSON.stringify(thisProcess()));
  let embedded;
  try {
    embedded = await startPrivate(home, stop.signal);
    return await runOn(embedded, args, { env: { ...environment, DUIBIAO_HOME: home }, stop: stop.signal });
  } catch (error) {
    if (stop.signal.aborted) return INTERRUPTED;
    throw error;
  } finally {
    await embedded?.stop();
    remove(home, embedded ? [] : ['user.json', 'logs']);
  }
}

/** Status of a run that was stopped. */
const INTERRUPTED = 130;

async function startPrivate(home, stop) {
  const { prepareEngine } = await prepare({ databaseHome: home, browser: true });
  stop.throwIfAborted();
  const require = createRequire(import.meta.url);
  const { embeddedOptionsFrom, startEmbedded } = require(join(root, 'dist/services/starter/src/start-embedded.js'));
  const { endLeftovers } = require(join(root, 'dist/services/starter/src/pid-file.js'));
  await clearAbandoned(endLeftovers);
  return startEmbedded({ ...embeddedOptionsFrom(process.env, home), headless: true, signal: stop, prepareEngine });
}

function runOn(embedded, args, { env, stop }) {
  stop.throwIfAborted();
  const child = spawn(process.execPath, args, {
    cwd: root,
    stdio: 'inherit',
    env: {
      ...process.env,
      ...env,
      DATABASE_OWNER_URL: embedded.ownerUrl,
      DATABASE_URL: embedded.appUrl,
      TEMPORAL_ADDRESS: embedded.temporalAddress,
      TEMPORAL_NAMESPACE: embedded.namespace,
    },
  });
  stop.addEventListener('abort', () => child.kill('SIGTERM'), { once: true });
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code) => resolve(code ?? INTERRUPTED));
  });
}

/** Removes a folder with all that is in it, but for the names kept. */
function remove(folder, kept) {
  for (const name of readdirSync(folder)) {
    if (!kept.includes(name)) rmSync(join(folder, name), { recursive: true, force: true });
  }
  if (kept.length === 0) rmSync(folder, { recursive: true, force: true });
}

async function clearAbandoned(endLeftovers) {
  for (const name of readdirSync(tmpdir())) {
    if (!name.startsWith(`${prefix}test-`) && !name.startsWith(`${prefix}bench-`)) continue;
    const home = join(tmpdir(), name);
    let user;
    try {
      user = JSON.parse(readFileSync(join(home, 'user.json'), 'utf8'));
    } catch {
      continue;
    }
    if (isRunning(user)) continue;
    await endLeftovers(home);
    rmSync(home, { recursive: true, force: true });
  }
}
