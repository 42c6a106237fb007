import 'reflect-metadata';
import { readFileSync, writeFileSync } from 'node:fs';
import { parseArgs } from 'node:util';
import { DefaultLogger, Runtime } from '@temporalio/worker';
import { measureCold } from './cold';
import { measureCommands, type OpenSurveys, prepareCommands } from './commands';
import { measureConsole } from './console';
import { measureEngineAlone } from './engine-alone';
import type { Figures } from './figures';
import { measureFirstPage } from './first-page';
import { measureLate, prepareLate } from './late';
import { measureHour } from './hour';
import { measureListeners } from './listeners';
import { type LiveRound, organisationsOf, prepareLive } from './live';
import { measureLists, seedCopies } from './lists';
import { measureRound, type PlayedRound, playRound } from './round';
import { measureStatements } from './statements';
import { type BenchSystem, startSystem } from './system';
import { figureLines, ratiosOf, report } from './table';

const PARTS = [
  'engine',
  'round',
  'commands',
  'listeners',
  'late',
  'lists',
  'console',
  'cold',
  'statements',
  'hour',
] as const;

/** Takes as long as its name says and is measured where it is asked for. */
const ASKED_FOR: readonly string[] = ['hour'];

type Part = (typeof PARTS)[number];

interface Asked {
  readonly parts: ReadonlySet<Part>;
  /** How many branch runs are live where commands meet runs that are not in memory. */
  readonly live: number;
  /** How long the mixed work goes on. */
  readonly minutes: number;
}

const LOAD = { commands: 300, perSecond: 20, lanes: 8 };
const BRANCHES = 1000;
const LISTENING = { listeners: 500, commands: 400, perSecond: LOAD.perSecond };
const LATE = 10_000;
const LIVE = 20_000;
const MINUTES = 60;

// Without signals of its own, so that Ctrl-C ends the bench.
Runtime.install({ logger: new DefaultLogger('WARN'), shutdownSignals: [] });

/**
 * `--json FILE` also writes the figures, `--compare FILE` tells the ratios to such a file, `--only engine,round` measures
 * those parts alone, `--live N` with so many live runs;
 * the database, the engine and the browser are the caller's (npm run bench starts them).
 */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: {
      json: { type: 'string' },
      compare: { type: 'string' },
      only: { type: 'string' },
      live: { type: 'string' },
      minutes: { type: 'string' },
    },
  });
  const earlier = values.compare === undefined ? undefined : readEarlier(values.compare);
  const asked: Asked = {
    parts: partsOf(values.only),
    live: countOf(values.live, LIVE),
    minutes: countOf(values.minutes, MINUTES),
  };
  const system = await step('worker and API', startSystem);
  const figures: Figures = { api_start_ms: system.apiStartMs };
  try {
    await measure(system, asked, figures);
    for (const service of ['worker', 'api'] as const) {
      figures[`${service}_rss_mb`] = system.services.peakMb(service);
    }
  } finally {
    console.log(`\n${report(figures, earlier)}`);
    if (values.json)
      writeFileSync(values.json, `${JSON.stringify({ ...figures, ratios: ratiosOf(figures) }, null, 2)}\n`);
    await system.stop();
  }
}

/** The parts in an order in which none disturbs a later one; what is measured stands in `figures` at once. */
async function measure(system: BenchSystem, { parts, live, minutes }: Asked, figures: Figures): Promise<void> {
  figures.start_to_first_page_s = await step('the first page', () => measureFirstPage(system));
  if (parts.has('engine')) {
    figures.engine_alone = await step('engine alone', () => measureEngineAlone(system, { ...LOAD, runs: BRANCHES }));
  }
  let played: PlayedRound | undefined;
  if (parts.has('round')) played = await step('a whole round', () => playRound(system));
  let surveys: OpenSurveys | undefined;
  if (parts.has('commands') || parts.has('listeners') || parts.has('late')) {
    const branches = BRANCHES + (parts.has('listeners') ? LISTENING.commands : 0);
    surveys = await step(`a round of ${branches} branches`, () => prepareCommands(system, branches));
  }
  if (surveys && parts.has('commands')) {
    const ready = surveys;
    keep(figures, await step('commands', () => measureCommands(system, ready, LOAD)));
  }
  if (surveys && parts.has('listeners')) {
    const ready = surveys;
    keep(figures, await step(`${LISTENING.listeners} who listen`, () => measureListeners(ready, LISTENING)));
  }
  if (parts.has('late') || parts.has('lists') || parts.has('console')) {
    const late = await step(`${LATE} branches that will be late`, () => prepareLate(system, LATE));
    if (surveys && parts.has('late')) {
      const ready = surveys;
      keep(figures, await step('late at one instant', () => measureLate(system, late, ready)));
    }
    if (parts.has('lists') || parts.has('console')) await measureSeeded(system, { late, parts }, figures);
  }
  if (parts.has('cold') || parts.has('hour')) {
    const round = await step(`a round of ${live} live runs`, () => openLive(system, live));
    if (parts.has('cold')) keep(figures, await step('cold commands', () => measureCold(system, round)));
    if (parts.has('hour')) {
      keep(figures, await step(`${minutes} min of mixed work`, () => measureHour(system, round, minutes)));
    }
  }
  if (parts.has('statements')) keep(figures, await step('statements', () => measureStatements(system)));
  if (played) {
    const round = played;
    keep(figures, await step('bytes and events of a run', () => measureRound(system, round)));
  }
}

/** The lists of a hundred thousand runs are the figures, those of ten thousand what they are held against; the console sees the former. */
async function measureSeeded(
  system: BenchSystem,
  { late, parts }: { readonly late: string; readonly parts: ReadonlySet<Part> },
  figures: Figures,
): Promise<void> {
  const lists = (runs: number) => measureLists(system, late, runs);
  if (parts.has('lists')) {
    const { runs_seeded: _, ...measured } = await step('lists and overview of ten thousand', () => lists(LATE));
    keep(figures, { lists_of_ten_thousand: measured });
  }
  const seeded = await step('a hundred thousand runs', () => seedCopies(system.dataSource, late));
  if (parts.has('lists')) keep(figures, await step('lists and overview', () => lists(seeded)));
  const browser = process.env.DUIBIAO_BROWSER_PROGRAM;
  if (!parts.has('console')) return;
  if (browser) keep(figures, await step('the console', () => measureConsole(system, browser)));
  else console.log('▸ the console: not measured, there is no browser');
}

function openLive(system: BenchSystem, runs: number): Promise<LiveRound> {
  return prepareLive(system, { key: 'bench-live', runs, organisations: organisationsOf(runs) });
}

/** At once on the screen too: a later part may be long, or be broken off. */
function keep(figures: Figures, measured: Figures): void {
  console.log(figureLines(measured).join('\n'));
  Object.assign(figures, measured);
}

async function step<T>(name: string, work: () => Promise<T>): Promise<T> {
  const begun = performance.now();
  const result = await work();
  console.log(`▸ ${name}: ${((performance.now() - begun) / 1000).toFixed(1)} s`);
  return result;
}

function readEarlier(file: string): { readonly file: string; readonly figures: Figures } {
  return { file, figures: JSON.parse(readFileSync(file, 'utf8')) as Figures };
}

function countOf(text: string | undefined, otherwise: number): number {
  const count = Number(text ?? otherwise);
  if (!Number.isInteger(count) || count < 1) throw new Error(`not a number of its own: ${text}`);
  return count;
}

function partsOf(only: string | undefined): ReadonlySet<Part> {
  if (only === undefined) return new Set(PARTS.filter((part) => !ASKED_FOR.includes(part)));
  const asked = only.split(',');
  const unknown = asked.filter((name) => !PARTS.includes(name as Part));
  if (unknown.length > 0) throw new Error(`--only takes ${PARTS.join(',')}, not ${unknown.join(',')}`);
  return new Set(asked as Part[]);
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);
