import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { measureCommands, prepareCommands } from './commands';
import { measureEngineAlone } from './engine-alone';
import { type Figures, table } from './figures';
import { measureLate, prepareLate } from './late';
import { measureLists, seedCopies } from './lists';
import { residentMb, startSystem } from './system';

const LOAD = { commands: 300, perSecond: 20, lanes: 8 };
const BRANCHES = 800;
const LATE = 10_000;
/** Copies of the ten thousand: a hundred thousand runs in all. */
const COPIES = 9;

/** `--json FILE` also writes the figures; the database and the engine are the caller's (npm run bench starts them). */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { json: { type: 'string' } } });
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    const begun = performance.now();
    const result = await work();
    console.log(`▸ ${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
    return result;
  };
  const system = await step('worker and API', startSystem);
  const figures: Figures = { api_start_ms: system.apiStartMs };
  try {
    figures.engine_alone = await step('engine alone', () =>
      measureEngineAlone(system, { ...LOAD, commands: LOAD.commands * 2 }),
    );
    const surveys = await step(`a round of ${BRANCHES} branches`, () => prepareCommands(system, BRANCHES));
    Object.assign(figures, await step('commands', () => measureCommands(surveys, LOAD)));
    const late = await step(`${LATE} branches that will be late`, () => prepareLate(system, LATE));
    Object.assign(figures, await step('late at one instant', () => measureLate(system, late, surveys)));
    const seeded = await step('a hundred thousand runs', () => seedCopies(system.dataSource, late, COPIES));
    Object.assign(figures, await step('lists and overview', () => measureLists(system, late, seeded)));
    figures.worker_rss_mb = residentMb(system.worker);
    figures.api_rss_mb = residentMb(system.api);
  } finally {
    console.log(`\n${table(figures)}`);
    if (values.json) writeFileSync(values.json, `${JSON.stringify(figures, null, 2)}\n`);
    await system.stop();
  }
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
