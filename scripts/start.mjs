// From a fresh clone to a running system: checks Node, takes the lock of the data folder, installs, builds, finds
// database and engine, then hands over to services/starter in this same process.
import { checkNode } from './setup/node-version.mjs';

checkNode();
const { runScript } = await import('./setup/say.mjs');
const { runStarter } = await import('./setup/run-starter.mjs');
await runScript(runStarter);
