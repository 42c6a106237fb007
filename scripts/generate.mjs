// Writes what is made from the code: docs/openapi.json, the table of docs/http-status.md, the pages of docs/process,
// the console's types of the API.
// With --check it only says which of them are stale (status 1).
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { build } from './build.mjs';

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);

await build();
require('reflect-metadata');
const api = (path) => require(join(root, 'dist/services/api/src', path));
const { CONTROLLERS } = api('app.module.js');
const { describe } = api('edge/description.js');
const { routesOf } = api('edge/routes.js');
const { CODE_MEANINGS } = api('edge/status.js');
const domain = (path) => require(join(root, 'dist/libs/domain/src', path));
const { pageOf } = domain('process/process-page.js');
const { processOf, RUN_KINDS } = domain('process/processes.js');
const { format, resolveConfig } = await import('prettier');
const { default: openapiTypes, astToString } = await import('openapi-typescript');

const description = describe(routesOf(CONTROLLERS));
const files = {
  'docs/openapi.json': JSON.stringify(description),
  'docs/http-status.md': withCodes(readFileSync(join(root, 'docs/http-status.md'), 'utf8')),
  ...Object.fromEntries(RUN_KINDS.map((kind) => [`docs/process/${kind}.md`, pageOf(processOf(kind))])),
  'services/console/src/api/schema.d.ts': astToString(await openapiTypes(description)),
};
const stale = [];
for (const [name, text] of Object.entries(files)) {
  const file = join(root, name);
  const wanted = await format(text, { ...(await resolveConfig(file)), filepath: file });
  if (wanted === read(file)) continue;
  stale.push(name);
  if (!process.argv.includes('--check')) writeFileSync(file, wanted);
}
if (process.argv.includes('--check') && stale.length > 0) {
  console.error(`stale: ${stale.join(', ')}; run npm run generate`);
  process.exit(1);
}
console.log(stale.length === 0 ? 'all fresh' : `written: ${stale.join(', ')}`);

function withCodes(text) {
  const rows = Object.entries(CODE_MEANINGS)
    .sort(([a, one], [b, other]) => one.status - other.status || (a < b ? -1 : 1))
    .map(([code, { status, title, titleEn }]) => `| ${status} | \`${code}\` | ${title} | ${titleEn} |`);
  const table = ['| status | code | 说明 | meaning |', '| --- | --- | --- | --- |', ...rows].join('\n');
  return text.replace(
    /(<!-- generated:codes -->)[\s\S]*(<!-- \/generated:codes -->)/,
    (_, open, close) => `${open}\n\n${table}\n\n${close}`,
  );
}

function read(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return '';
  }
}
