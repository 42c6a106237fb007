import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join, relative } from 'node:path';
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

/** Builds dist/ unless it already fits the sources; the stamp is written last, so a build broken off is redone. */
export async function buildOnce(root) {
  const stamp = join(root, 'dist/.built');
  const digest = sourceDigest(root);
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === digest) return;
  rmSync(stamp, { force: true });
  await step('编译', 'Building', async () => {
    const { build } = await import('../build.mjs');
    await build();
  });
  writeFileSync(stamp, digest);
}
