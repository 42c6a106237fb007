import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCommand } from './run-command.mjs';
import { step } from './say.mjs';
import { consoleParts, consoleSources, parts, sources } from './sources.mjs';

/** What a build depends on: name, size and date of every source, and of the script that builds. */
function sourceDigest(root, files) {
  const hash = createHash('sha256');
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/** What is to be done so that the programs in dist/ fit the sources, once the packages are there: `{}` or `{ need }`. */
export function findBuild(root, home) {
  return find(root, home, {
    script: 'scripts/build.mjs',
    files: parts.flatMap((part) => [...sources(join(root, part))]),
    stamp: 'dist/.built',
    zh: '编译本项目，约十秒',
    en: 'build of the project, about ten seconds',
    doing: { zh: '编译', en: 'Building' },
  });
}

/** The same of the web console in dist/console. */
export function findConsole(root, home) {
  return find(root, home, {
    script: 'scripts/build-console.mjs',
    files: consoleParts.flatMap((part) => [...consoleSources(join(root, part))]),
    stamp: 'dist/.console-built',
    zh: '生成网页，约十秒',
    en: 'build of the web console, about ten seconds',
    doing: { zh: '生成网页', en: 'Building the web console' },
  });
}

/** The stamp is written last, so a build broken off is redone. */
function find(root, home, { script, files, stamp, doing, ...words }) {
  const [stampFile, scriptFile] = [join(root, stamp), join(root, script)];
  const digest = sourceDigest(root, [...files, scriptFile]);
  if (existsSync(stampFile) && readFileSync(stampFile, 'utf8') === digest) return {};
  const build = async () => {
    rmSync(stampFile, { force: true });
    await runCommand(process.execPath, [scriptFile], {
      zh: `${doing.zh}没有成功`,
      en: `${doing.en} failed`,
      cwd: root,
      logFile: join(home, 'logs', `${script.replace(/^.*\/|\.mjs$/g, '')}.log`),
    });
    writeFileSync(stampFile, digest);
  };
  return { need: { ...words, prepare: () => step(doing, build) } };
}
