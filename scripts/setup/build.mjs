import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
import { runCommand } from './run-command.mjs';
import { step } from './say.mjs';
import { parts, sources } from './sources.mjs';

/** What the build depends on: name, size and date of every source, and the compiler's version. */
export function sourceDigest(root) {
  const hash = createHash('sha256');
  const files = [...parts.flatMap((part) => [...sources(join(root, part))]), join(root, 'scripts/build.mjs')];
  for (const file of files.sort()) {
    const { size, mtimeMs } = statSync(file);
    hash.update(`${relative(root, file)}\0${size}\0${mtimeMs}\n`);
  }
  return hash.digest('hex');
}

/**
 * What is to be done so that dist/ fits the sources, once the packages are there: `{}` or `{ need }`. The stamp is written
 * last, so a build broken off is redone.
 */
export function findBuild(root, home) {
  const stamp = join(root, 'dist/.built');
  const digest = sourceDigest(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return {};
  const build = async () => {
    rmSync(stamp, { force: true });
    await runCommand(process.execPath, [join(root, 'scripts/build.mjs')], {
      zh: '编译没有成功',
      en: 'The build failed',
      cwd: root,
      logFile: join(home, 'logs/build.log'),
    });
    writeFileSync(stamp, digest);
  };
  return {
    need: {
      zh: '编译本项目，约十秒',
      en: 'build of the project, about ten seconds',
      prepare: () => step({ zh: '编译', en: 'Building' }, build),
    },
  };
}
