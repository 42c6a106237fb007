// Records histories of a running system for test/replay, beside the old ones:
//   node scripts/record-histories.mjs --address 127.0.0.1:7233 --namespace duibiao --release 0.1.0 <workflow id> …
// Who ran the worker and on which machine is left out; nothing else is changed.
import { mkdirSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { address: { type: 'string' }, namespace: { type: 'string' }, release: { type: 'string' } },
});
if (!values.address || !values.namespace || !values.release || positionals.length === 0) {
  console.error(
    'node scripts/record-histories.mjs --address HOST:PORT --namespace NAME --release X.Y.Z <workflow id> …',
  );
  process.exit(2);
}
const { Client, Connection } = await import('@temporalio/client');
const { historyToJSON } = await import('@temporalio/common/lib/proto-utils.js');
const folder = join(dirname(fileURLToPath(import.meta.url)), '../test/replay/histories', values.release);
mkdirSync(folder, { recursive: true });
const connection = await Connection.connect({ address: values.address });
const client = new Client({ connection, namespace: values.namespace });
for (const id of positionals) {
  const history = await client.workflow.getHandle(id).fetchHistory();
  const events = withoutIdentity(JSON.parse(historyToJSON(history)).events);
  const file = join(folder, `${id.replaceAll(':', '_')}.json`);
  writeFileSync(file, `${JSON.stringify({ workflowId: id, history: { events } })}\n`);
  console.log(`${file}  ${events.length} events`);
}
await connection.close();

function withoutIdentity(value) {
  if (Array.isArray(value)) return value.map(withoutIdentity);
  if (value === null || typeof value !== 'object') return value;
  const entries = Object.entries(value).filter(([key]) => key !== 'identity');
  return Object.fromEntries(entries.map(([key, inner]) => [key, withoutIdentity(inner)]));
}
