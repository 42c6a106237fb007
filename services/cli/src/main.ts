import 'reflect-metadata';
import { processContext } from './context';
import { runCommand } from './program';

/** The operator's command line, started by scripts/duibiao.mjs with the settings of the running system. */
async function main(): Promise<void> {
  const context = processContext();
  const status = await runCommand(process.argv.slice(2), context);
  await context.close();
  process.exitCode = status;
}

void main();
