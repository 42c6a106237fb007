// The `setup` service: what the starter does before it starts API and worker, for a database and an engine that others run.
// Safe to repeat. DATABASE_OWNER_URL names the owner of the tables, DUIBIAO_APP_PASSWORD belongs to the services' user.
const { spawnSync } = require('node:child_process');
const { join } = require('node:path');

const starter = join(__dirname, '../dist/services/starter/src');
const { ensureAppUser } = require(join(starter, 'external-database.js'));
const { prepareExternalEngine } = require(join(starter, 'external-engine.js'));

async function main() {
  const { DATABASE_OWNER_URL, DUIBIAO_APP_PASSWORD, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE } = process.env;
  await ensureAppUser(DATABASE_OWNER_URL, DUIBIAO_APP_PASSWORD);
  const { status } = spawnSync(process.execPath, [join(starter, 'migrate.js')], { stdio: 'inherit' });
  if (status !== 0) throw new Error('The migrations failed; their output stands above.');
  await prepareExternalEngine(TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE);
}

main().catch((error) => {
  console.error(error instanceof Error ? error.message : error);
  process.exit(1);
});
