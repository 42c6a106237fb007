import { setTimeout as pause } from 'node:timers/promises';
import { DatabaseTap } from './database-tap';
import type { Figures } from './figures';
import type { HeldCommand } from './held';
import { prepareLive } from './live';
import { heldAt, type Place } from './places';
import { type BenchSystem, untilReady } from './system';

/** The first organisation goes the whole way before anything is noted: what is read once and kept is read by then. */
const ORGANISATIONS = 2;
const IDLE_MS = 5000;
/** What a command causes is over when no statement came for so long. */
const SILENCE_MS = 600;
const LONGEST_MS = 10_000;
const WIDTH = 150;

/** What one command made a service ask of the database. */
interface Asked {
  readonly service: 'API' | 'worker';
  readonly untilAnswer: readonly string[];
  /** Of what goes on when the caller has his answer: what is told to other runs. */
  readonly afterwards: readonly string[];
}

/** One command after the other, and the statements that API and worker send for each; each service has a tap of its own. */
export async function measureStatements(system: BenchSystem): Promise<Figures> {
  const url = process.env.DATABASE_URL ?? '';
  const taps = { API: await DatabaseTap.open(url), worker: await DatabaseTap.open(url) };
  const live = await prepareLive(system, {
    key: 'bench-statements',
    runs: ORGANISATIONS,
    organisations: ORGANISATIONS,
  });
  await system.services.restart('worker', { DATABASE_URL: taps.worker.url });
  await system.services.restart('api', { DATABASE_URL: taps.API.url });
  await untilReady(system.url);
  const figures: Record<'API' | 'worker', Record<string, number>> = { API: {}, worker: {} };
  const [first = '', second = ''] = live.officeholders.organisations;
  await wholeYear(live, first, ({ send }) => send());
  await printIdle(taps);
  await wholeYear(live, second, async ({ kind, send }) => {
    const asked = await askedBy(taps, send);
    print(kind, asked);
    for (const { service, untilAnswer, afterwards } of asked) {
      figures[service][kind] = untilAnswer.length + afterwards.length;
    }
  });
  await system.services.restart('worker');
  await system.services.restart('api');
  await untilReady(system.url);
  await Promise.all([taps.API.close(), taps.worker.close()]);
  return { sql_statements_of_api: figures.API, sql_statements_of_worker: figures.worker };
}

/** The plan, then one branch to its conclusion, then the organisation until its filing is registered. */
async function wholeYear(
  live: Parameters<typeof heldAt>[0],
  organisation: string,
  send: (command: HeldCommand) => Promise<unknown>,
): Promise<void> {
  const own: Place = { organisation, branches: 1, of: 'organisation', step: 'assessing' };
  const branch: Place = { organisation, branches: 1, of: 'branches', step: 'survey-opening' };
  const next = async (place: Place) => {
    const held = await heldAt(live, [place]);
    for (const command of held) await send(command);
    return held.length > 0;
  };
  await next(own);
  for (const place of [branch, own]) while (await next(place)) await pause(SILENCE_MS);
}

async function askedBy(taps: Readonly<Record<'API' | 'worker', DatabaseTap>>, send: () => Promise<unknown>) {
  const services = ['API', 'worker'] as const;
  for (const service of services) taps[service].take();
  await send();
  const untilAnswer = services.map((service) => taps[service].take());
  const begun = performance.now();
  let heard = performance.now();
  for (let count = 0; performance.now() - heard < SILENCE_MS && performance.now() - begun < LONGEST_MS;) {
    await pause(20);
    const now = taps.API.count + taps.worker.count;
    if (now > count) [count, heard] = [now, performance.now()];
  }
  return services.map((service, at): Asked => ({
    service,
    untilAnswer: untilAnswer[at] ?? [],
    afterwards: taps[service].take(),
  }));
}

/** What is asked while nobody commands stands in the lists of commands too, now and then. */
async function printIdle(taps: Readonly<Record<'API' | 'worker', DatabaseTap>>): Promise<void> {
  await pause(SILENCE_MS);
  for (const tap of Object.values(taps)) tap.take();
  await pause(IDLE_MS);
  const asked = (['API', 'worker'] as const).map((service): Asked => ({
    service,
    untilAnswer: [],
    afterwards: taps[service].take(),
  }));
  print(`nobody, for ${IDLE_MS / 1000} s`, asked);
}

/** In the order in which they came; `=` where the very same was asked again, `~` where only values differ. */
function print(kind: string, asked: readonly Asked[]): void {
  const counts = asked.map(
    ({ service, untilAnswer, afterwards }) =>
      `${service} ${untilAnswer.length}${afterwards.length > 0 ? ` and ${afterwards.length} afterwards` : ''}`,
  );
  console.log(`    ${kind}: ${counts.join(', ')}`);
  for (const { service, untilAnswer, afterwards } of asked) {
    for (const [part, statements] of [
      [service, untilAnswer],
      [`${service}, later`, afterwards],
    ] as const) {
      for (const { shape, times, same } of counted(statements)) {
        const mark = times === 1 ? '     ' : `${same ? '=' : '~'} ${times} ×`.padStart(5);
        console.log(`      ${part.padEnd(13)} ${mark} ${shape.slice(0, WIDTH)}`);
      }
    }
  }
}

function counted(statements: readonly string[]): { shape: string; times: number; same: boolean }[] {
  const byShape = new Map<string, string[]>();
  for (const statement of statements) {
    const shape = shapeOf(statement);
    byShape.set(shape, [...(byShape.get(shape) ?? []), statement]);
  }
  return [...byShape].map(([shape, texts]) => ({
    shape,
    times: texts.length,
    same: !FRAME.test(shape) && new Set(texts).size < texts.length,
  }));
}

/** What opens and ends every transaction is alike and asks nothing. */
const FRAME = /^(START TRANSACTION|SET TRANSACTION|COMMIT|ROLLBACK|SELECT 1$)/i;

/** Without its values, its quotes and the list of its columns. */
function shapeOf(statement: string): string {
  const text = statement
    .replace(/'(?:[^'\\]|\\.|'')*'/g, '?')
    .replace(/\b\d+(\.\d+)?\b/g, '?')
    .replace(/`/g, '')
    .replace(/\s+/g, ' ')
    .replace(/\(\?(, ?\?)+\)/g, '(?…)')
    .replace(/^INSERT (IGNORE )?INTO (\w+) ?\([^)]*\)/i, 'INSERT $1INTO $2')
    .trim();
  return text.startsWith('SELECT ') ? `SELECT …${text.slice(fromOf(text))}` : text;
}

/** Where what is selected ends: at the first FROM that stands in no bracket. */
function fromOf(text: string): number {
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    if (text[at] === '(') depth += 1;
    if (text[at] === ')') depth -= 1;
    if (depth === 0 && text.startsWith(' FROM ', at)) return at;
  }
  return 'SELECT'.length;
}
