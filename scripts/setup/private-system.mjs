import { spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { prepare, root } from './prepare.mjs';
import { isRunning, thisProcess } from './process-identity.mjs';
import { step } from './say.mjs';

const prefix = 'duibiao-';

/**
 * Starts a private database and engine in a temporary folder, runs a Node program on them and answers its status.
 * Both are stopped and the folder removed whatever happens; what a killed run left is cleared by the next one.
 */
export async function runWithPrivateSystem(purpose, args, environment) {
  let child;
  let stopped = false;
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) {
    process.on(signal, () => {
      stopped = true;
      child?.kill('SIGTERM');
    });
  }
  await prepare();
  const require = createRequire(import.meta.url);
  const { embeddedOptionsFrom, startEmbedded } = require(join(root, 'dist/services/starter/src/start-embedded.js'));
  const { endLeftovers } = require(join(root, 'dist/services/starter/src/pid-file.js'));
  await clearAbandoned(endLeftovers);
  const home = mkdtempSync(join(tmpdir(), `${prefix}${purpose}-`));
  writeFileSync(join(home, 'user.json'), JSON.stringify(thisProcess()));
  let embedded;
  try {
    embedded = await step('启动私有数据库和流程引擎', 'Starting a private database and engine', () =>
      startEmbedded({ ...embeddedOptionsFrom(process.env, home), headless: true }),
    );
    if (stopped) return 130;
    child = spawn(process.execPath, args, {
      cwd: root,
      stdio: 'inherit',
      env: {
        ...process.env,
        ...environment,
        DUIBIAO_HOME: home,
        DATABASE_OWNER_URL: embedded.ownerUrl,
        DATABASE_URL: embedded.appUrl,
        TEMPORAL_ADDRESS: embedded.temporalAddress,
        TEMPORAL_NAMESPACE: embedded.namespace,
      },
    });
    return await new Promise((resolve, reject) => {
      child.once('error', reject);
      child.once('exit', (code) => resolve(code ?? 130));
    });
  } finally {
    await embedded?.stop();
    rmSync(home, { recursive: true, force: true });
  }
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
