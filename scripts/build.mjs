// Compiles every part with swc to dist/ (same paths, aliases rewritten) and prebuilds the workflow bundle.
// Types are checked by `npm run types`, not here.
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { createRequire } from 'node:module';
import { fileURLToPath } from 'node:url';
import { parts, sources } from './setup/sources.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
const dist = join(root, 'dist');
const LIBS = ['domain', 'contracts', 'persistence', 'platform', 'engine'];

/** Builds dist/ from the sources; throws with file and line where one does not parse. */
export async function build() {
  const { transformFileSync } = require('@swc/core');
  const paths = Object.fromEntries(LIBS.map((lib) => [`@app/${lib}`, [`libs/${lib}/src/index.ts`]]));
  for (const part of ['activities', 'workflows']) paths[`@app/${part}`] = [`${part}/src/index.ts`];
  for (const part of parts) rmSync(join(dist, part), { recursive: true, force: true });
  for (const part of parts) {
    for (const file of sources(join(root, part))) {
      const { code, map } = transformFileSync(file, {
        swcrc: false,
        sourceMaps: true,
        jsc: {
          target: 'es2022',
          parser: { syntax: 'typescript', decorators: true, dynamicImport: true },
          transform: { legacyDecorator: true, decoratorMetadata: true },
          keepClassNames: true,
          baseUrl: root,
          paths,
        },
        module: { type: 'commonjs', ignoreDynamic: true },
      });
      const out = join(dist, relative(root, file)).replace(/\.ts$/, '.js');
      mkdirSync(dirname(out), { recursive: true });
      writeFileSync(out, code);
      if (map) writeFileSync(`${out}.map`, map);
    }
  }
  const { bundleWorkflowCode } = require('@temporalio/worker');
  const { code } = await bundleWorkflowCode({
    workflowsPath: join(dist, 'workflows/src/index.js'),
    // the rules hold no state: loaded once for all workflows, not once for each that is held
    preloadModules: [join(dist, 'libs/domain/src/index.js')],
    logger: { log() {}, trace() {}, debug() {}, info() {}, warn: console.warn, error: console.error },
  });
  writeFileSync(join(dist, 'workflow-bundle.js'), code);
}

if (process.argv[1] === fileURLToPath(import.meta.url)) await build();
