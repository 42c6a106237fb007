// Completes package-lock.json so that `npm ci` accepts it on every machine.
//
// A registry that serves native packages for some platforms only makes npm leave the others out of the lock file, and
// `npm ci` then refuses the whole file ("Missing: … from lock file"). This script adds an entry for each optional
// package that is wanted and absent: name and version as its parent asks, platform as its name says, no digest.
// npm skips such an entry on any other platform. Run it after every change of dependencies; `--check` only reports.
import { readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const systems = ['darwin', 'win32', 'linux', 'android', 'freebsd', 'openharmony'];
const processors = ['arm64', 'arm', 'x64', 'ia32', 'ppc64', 's390x', 'riscv64', 'loong64'];

/** The places where Node looks for `name` from the package at `place`, nearest first. */
function lookups(place, name) {
  const places = [];
  for (let at = place; ; at = at.slice(0, Math.max(0, at.lastIndexOf('node_modules/') - 1))) {
    places.push(`${at ? `${at}/` : ''}node_modules/${name}`);
    if (at === '') return places;
  }
}

/** What a platform package says about itself, read from its name: `@swc/core-linux-x64-musl` → linux, x64, musl. */
export function platformOf(name) {
  const words = name.split(/[-/]/);
  const system = systems.find((word) => words.includes(word));
  const processor = processors.find((word) => words.includes(word));
  if (!system || !processor) return undefined;
  const libc = words.some((word) => word.startsWith('musl')) ? 'musl' : 'glibc';
  return { os: [system], cpu: [processor], ...(system === 'linux' ? { libc: [libc] } : {}) };
}

/** The entries that `lock` lacks, by their place in it; throws for one whose platform its name does not tell. */
export function missingEntries(lock) {
  const missing = {};
  for (const [place, entry] of Object.entries(lock.packages)) {
    for (const [name, version] of Object.entries(entry.optionalDependencies ?? {})) {
      if (lookups(place, name).some((at) => at in lock.packages)) continue;
      const platform = platformOf(name);
      if (!platform) throw new Error(`${name} (wanted by ${place || 'the project'}) names no platform; add it by hand`);
      const { cpu, os, libc } = platform;
      // the order of keys in which npm itself writes them
      missing[`node_modules/${name}`] = {
        version,
        cpu,
        ...(entry.dev ? { dev: true } : {}),
        ...(libc ? { libc } : {}),
        optional: true,
        os,
      };
    }
  }
  return missing;
}

function main() {
  const path = join(dirname(dirname(fileURLToPath(import.meta.url))), 'package-lock.json');
  const lock = JSON.parse(readFileSync(path, 'utf8'));
  const missing = missingEntries(lock);
  const count = Object.keys(missing).length;
  if (process.argv.includes('--check')) {
    if (count === 0) return;
    console.error(`package-lock.json lacks ${count} platform packages: run \`npm run lock\``);
    process.exit(1);
  }
  const byPlace = ([a], [b]) => (a < b ? -1 : 1);
  lock.packages = Object.fromEntries(Object.entries({ ...lock.packages, ...missing }).sort(byPlace));
  writeFileSync(path, `${JSON.stringify(lock, null, 2)}\n`);
  console.log(count === 0 ? 'package-lock.json is complete' : `package-lock.json: ${count} platform packages added`);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) main();
