// Records streams of a system's database for test/replay, beside the old ones; DATABASE_URL names the database:
//   node scripts/record-streams.mjs --release 0.1.0 <stream> …
// After each event stands the state that this code folds from it; a stream whose fold is not its row is refused.
import { mkdirSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { isDeepStrictEqual, parseArgs } from 'node:util';
import { build } from './build.mjs';

const { values, positionals } = parseArgs({ allowPositionals: true, options: { release: { type: 'string' } } });
if (!process.env.DATABASE_URL || !values.release || positionals.length === 0) {
  console.error('DATABASE_URL=mysql://… node scripts/record-streams.mjs --release X.Y.Z <stream> …');
  process.exit(2);
}
const root = dirname(dirname(fileURLToPath(import.meta.url)));
const require = createRequire(import.meta.url);
await build();
const lib = (path) => require(join(root, 'dist/libs', path));
const { evolveRun, isDeadlineEvent, processOf, RUN_KINDS, stemOf, tableOf } = lib('domain/src/index.js');
const { HEADS_RECORDED } = lib('persistence/src/record/recorded-heads.js');
const { createConnection } = await import('mysql2/promise');

const folder = join(root, 'test/replay/streams', values.release);
mkdirSync(folder, { recursive: true });
const connection = await createConnection({ uri: process.env.DATABASE_URL });
try {
  for (const stream of positionals) {
    const { kind, setting, events } = await record(stream);
    const file = join(folder, `${stream.replaceAll(':', '_')}.json`);
    const head = JSON.stringify({ kind, stream, setting }).slice(0, -1);
    const lines = events.map((event) => JSON.stringify(event)).join(',\n');
    writeFileSync(file, `${head},"events":[\n${lines}\n]}\n`);
    console.log(`${file}  ${events.length} events`);
  }
} finally {
  await connection.end();
}

/** One stream: the run's own events, as the verifier folds them. */
async function record(stream) {
  const kind = RUN_KINDS.find((one) => stream.startsWith(`${stemOf(one)}:`));
  const [[row]] = kind
    ? await select(`SELECT setting, state FROM ${tableOf(kind)} WHERE workflow_id = ?`, stream)
    : [[]];
  if (!row) throw new Error(`${stream} is no run`);
  const [rows] = await select('SELECT type, canonical FROM process_events WHERE stream = ? ORDER BY sequence', stream);
  const setting = JSON.parse(row.setting);
  const definition = processOf(kind);
  let state = definition.unopened;
  const events = rows
    .filter(({ type }) => !isDeadlineEvent(type) && type !== HEADS_RECORDED)
    .map(({ type, canonical }) => {
      const { payload } = JSON.parse(canonical);
      state = evolveRun(definition, { setting, state }, { type, payload });
      return { type, payload, state };
    });
  const folded = JSON.parse(JSON.stringify(state));
  if (!isDeepStrictEqual(folded, JSON.parse(row.state)))
    throw new Error(`${stream} folds to another state than its row's`);
  return { kind, setting, events };
}

function select(sql, stream) {
  return connection.query(sql, [stream]);
}
