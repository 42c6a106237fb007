// Runs every test on a private database and engine of its own: sets up what is missing, starts both in a temporary
// folder, hands jest their addresses (DATABASE_OWNER_URL, DATABASE_URL, TEMPORAL_ADDRESS, TEMPORAL_NAMESPACE; the
// pid files of both in DUIBIAO_HOME/pids), and stops them whatever happens. Arguments go to jest.
import { checkNode } from './setup/node-version.mjs';

checkNode();
// Far from Shanghai, for every process of the run: a date taken from the machine's zone fails a test.
process.env.TZ = 'America/Los_Angeles';
const { runScript } = await import('./setup/say.mjs');
const { runWithPrivateSystem } = await import('./setup/private-system.mjs');
await runScript(() =>
  runWithPrivateSystem('test', ['node_modules/jest/bin/jest.js', ...process.argv.slice(2)], { NODE_ENV: 'test' }),
);
