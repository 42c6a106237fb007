// Measures the figures the project promises on a private database and engine of its own; arguments go to bench/main.
import { checkNode } from './setup/node-version.mjs';

checkNode();
const began = String(Date.now());
const { runScript } = await import('./setup/say.mjs');
const { runWithPrivateSystem } = await import('./setup/private-system.mjs');
await runScript(() =>
  runWithPrivateSystem('bench', ['dist/bench/main.js', ...process.argv.slice(2)], { DUIBIAO_BENCH_BEGAN: began }),
);
