import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pause } from './pause';
import { startRehearsal } from './run-child';
import { rehearsalArguments, type SampleAccounts } from './samples';
import { say } from './say';
import type { Stoppable } from './services';

/** What the rehearsal is run with. */
export interface Rehearsing {
  readonly home: string;
  readonly once: boolean;
  readonly stop: AbortSignal;
  readonly env: NodeJS.ProcessEnv;
  readonly accounts: SampleAccounts;
  readonly running: Stoppable[];
}

/** How it ended; `hasRun` is false where nothing was left to do. */
export interface Rehearsed {
  readonly status: number;
  readonly hasRun: boolean;
}

/** Kept in `<home>/rehearsal.json` once a rehearsal has ended by itself; only status 0 says that all of it was done. */
interface Finished {
  /** Host and name of the database it ran in; another database is another rehearsal. */
  readonly database: string;
  /** 0, or 1 where an invariant failed or the rehearsal could not go on. */
  readonly status: number;
  /** With `--once` the second campaign was left out. */
  readonly once: boolean;
}

/** Statuses of a rehearsal that came to an end; with any other one it was broken off. */
const VERDICTS = [0, 1];
/** Status of one that waited for minutes in vain: however long it ran, it got nowhere. */
const IN_VAIN = 3;
const FIRST_PAUSE_MS = 500;
const LONGEST_PAUSE_MS = 5000;
/** A run that lasted this long got somewhere: the count of failures begins anew. */
const LASTED_MS = 30_000;
const MOST_FAILURES = 10;

/**
 * Runs the rehearsal unless this database holds a finished one. One that was killed goes on
 * where it stood: all it knows stands in the campaign itself.
 */
export async function rehearse(rehearsing: Rehearsing): Promise<Rehearsed> {
  const { home, once, stop, env, accounts } = rehearsing;
  const record = join(home, 'rehearsal.json');
  const before = finishedBefore(record, env);
  if (before && !once && !before.once && before.status === 0) {
    say('演练此前已经完成，不再重复', 'The rehearsal is finished already and is not repeated');
    return { status: 0, hasRun: false };
  }
  const language = process.env.DUIBIAO_LANG === 'en' ? ['--lang', 'en'] : [];
  const flags = [...rehearsalArguments(accounts, once), ...language];
  for (let failures = 0; ; failures += 1) {
    const begun = performance.now();
    const status = await runOnce(rehearsing, flags);
    if (stop.aborted) return { status: 0, hasRun: true };
    if (typeof status === 'number' && VERDICTS.includes(status)) {
      if (status !== 0) say('演练没有通过，原因见上', 'The rehearsal did not pass; the reason stands above');
      note(record, { database: databaseOf(env), status, once: once && !(before && !before.once) });
      return { status, hasRun: true };
    }
    if (status !== IN_VAIN && performance.now() - begun > LASTED_MS) failures = 0;
    if (failures === MOST_FAILURES) {
      say(`演练一再中断（${status}），不再重试`, `The rehearsal ends again and again (${status}); given up`);
      return { status: 1, hasRun: true };
    }
    say(`演练停了（${status}），从停下处继续`, `The rehearsal ended (${status}); it goes on where it stood`);
    await pause(Math.min(FIRST_PAUSE_MS * 2 ** failures, LONGEST_PAUSE_MS), stop);
    if (stop.aborted) return { status: 0, hasRun: true };
  }
}

/** One process of the rehearsal, from start to end. */
async function runOnce({ home, stop, env, running }: Rehearsing, flags: readonly string[]): Promise<number | string> {
  const run = startRehearsal(home, flags, env);
  const interrupt = () => void run.stop();
  running.push(run);
  stop.addEventListener('abort', interrupt, { once: true });
  try {
    return await run.ended;
  } finally {
    stop.removeEventListener('abort', interrupt);
    running.splice(running.indexOf(run), 1);
  }
}

function note(record: string, finished: Finished): void {
  writeFileSync(`${record}.part`, JSON.stringify(finished));
  renameSync(`${record}.part`, record);
}

/** Host and name only; the port of a private database may change. */
function databaseOf(env: NodeJS.ProcessEnv): string {
  const { hostname, pathname } = new URL(env.DATABASE_URL ?? 'none:');
  return `${hostname}${pathname}`;
}

function finishedBefore(record: string, env: NodeJS.ProcessEnv): Finished | undefined {
  if (!existsSync(record)) return undefined;
  try {
    const finished = JSON.parse(readFileSync(record, 'utf8')) as Finished;
    return finished.database === databaseOf(env) ? finished : undefined;
  } catch {
    return undefined; // unreadable: the rehearsal finds in its campaign that nothing is left to do
  }
}
