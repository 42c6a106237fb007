import { existsSync, mkdirSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { findBrowser } from './browser.mjs';
import { findBuild, findConsole } from './build.mjs';
import { makeDatabaseFolder } from './database-folder.mjs';
import { findDatabase } from './database.mjs';
import { findDependencies } from './dependencies.mjs';
import { findEngine } from './engine.mjs';
import { withLock } from './lock.mjs';
import { lang, PlainError, say, step } from './say.mjs';

/** The folder of the clone. */
export const root = dirname(dirname(dirname(fileURLToPath(import.meta.url))));

/** Where the private data live: database, engine, logs, secrets. */
export const home = process.env.DUIBIAO_HOME || join(root, '.duibiao');

/**
 * Brings a fresh clone to the point where dist/ runs, one process at a time. First everything is looked for, then one
 * list says what will be installed or built; where this user may not install something, one sentence says what to ask for
 * and nothing is begun. Then, what may fail soon before what takes long: the database with its data folder in
 * `databaseHome`, the packages, the build. The engine alone is left for `prepareEngine`, for when the database runs.
 * The programs are left in the environment for the starter. `browser`: also a browser for the tests, where there can be one.
 */
export async function prepare({ databaseHome = home, browser: isBrowserWanted = false } = {}) {
  mkdirSync(home, { recursive: true, mode: 0o700 });
  process.env.DUIBIAO_HOME = home;
  process.env.DUIBIAO_LANG = lang;
  let engine;
  await withLock(join(root, '.duibiao/setup.lock'), async () => {
    const database = findDatabase(home);
    engine = await findEngine(home);
    const browser = isBrowserWanted ? findBrowser(home) : {};
    refuse([database, engine]);
    const packages = findDependencies(root, home);
    const builds = () => [findBuild(root, home), findConsole(root, home)];
    announce([database, folderIn(databaseHome), packages, ...builds(), browser, engine]);
    const program = database.need ? await database.need.prepare() : database.program;
    if (program) {
      process.env.DUIBIAO_DATABASE_PROGRAM = program;
      await makeFolder(databaseHome, program);
    }
    await packages.need?.prepare();
    if (browser.without) say(browser.without.zh, browser.without.en);
    const browserProgram = browser.need ? await browser.need.prepare() : browser.program;
    if (browserProgram) process.env.DUIBIAO_BROWSER_PROGRAM = browserProgram;
    for (const { need } of builds()) await need?.prepare(); // the compilers have come with the packages
  });
  return {
    async prepareEngine(stop) {
      const program = engine.need ? await engine.need.prepare(stop) : engine.program;
      if (program) process.env.DUIBIAO_TEMPORAL_PROGRAM = program;
      return program;
    },
  };
}

/** One sentence for all that has to be asked for. */
function refuse(findings) {
  const faults = findings.flatMap(({ fault }) => fault ?? []);
  if (faults.length === 0) return;
  throw new PlainError(faults.map(({ zh }) => zh).join(''), faults.map(({ en }) => en).join(' '));
}

/** The private data folder is made at every first start, and by every run of the tests: alone it is not worth a list. */
function folderIn(databaseHome) {
  if (process.env.DATABASE_URL || existsSync(join(databaseHome, 'mariadb'))) return {};
  return { need: { zh: '私有数据库：建立，数秒', en: 'private database: made in some seconds', isUsual: true } };
}

function announce(findings) {
  const needs = findings.flatMap(({ need }) => need ?? []);
  if (needs.every(({ isUsual }) => isUsual)) return;
  say('还缺以下各项，现在依次准备：', 'These are missing and will now be prepared in turn:');
  needs.forEach(({ zh, en }, index) => say(`  ${index + 1}. ${zh}`, en));
}

/** The folder is made long before the server is started on it, so that a fault of the database shows first. */
async function makeFolder(databaseHome, program) {
  if (existsSync(join(databaseHome, 'mariadb'))) return;
  await step({ zh: '建立私有数据库', en: 'Making the private database' }, () =>
    makeDatabaseFolder(databaseHome, program),
  );
}
