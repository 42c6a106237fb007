import { existsSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pause } from './part';
import { startRehearsal } from './run-child';
import { say } from './say';
import type { Stoppable } from './services';

/** What the rehearsal is run with. */
export interface Rehearsing {
  readonly home: string;
  readonly once: boolean;
  readonly stop: AbortSignal;
  readonly env: NodeJS.ProcessEnv;
  readonly running: Stoppable[];
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

const VERDICTS = [0, 1];
const LONGEST_PAUSE_MS = 5000;

/**
 * Runs the rehearsal unless this database holds a finished one, and answers its status. One that was killed goes on
 * where it stood: all it knows stands in the campaign itself.
 */
export async function rehearse({ home, once, stop, env, running }: Rehearsing): Promise<number> {
  const record = join(home, 'rehearsal.json');
  const before = finishedBefore(record, env);
  if (before && !once && !before.once && before.status === 0) {
    say('演练此前已经完成，不再重复', 'The rehearsal is finished already and is not repeated');
    return 0;
  }
  const flags = [...(once ? ['--once'] : []), ...(process.env.DUIBIAO_LANG === 'en' ? ['--lang', 'en'] : [])];
  for (let pauseMs = 500; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
    const begun = performance.now();
    const run = startRehearsal(home, flags, env);
    running.push(run);
    const interrupt = () => void run.stop();
    stop.addEventListener('abort', interrupt, { once: true });
    const status = await run.ended;
    stop.removeEventListener('abort', interrupt);
    running.splice(running.indexOf(run), 1);
    if (stop.aborted) return 0;
    if (typeof status === 'number' && VERDICTS.includes(status)) {
      if (status !== 0) say('演练没有通过，原因见上', 'The rehearsal did not pass; the reason stands above');
      note(record, { database: databaseOf(env), status, once: once && !(before && !before.once) });
      return status;
    }
    if (performance.now() - begun > 30_000) pauseMs = 500;
    say(`演练停了（${status}），从停下处继续`, `The rehearsal ended (${status}); it goes on where it stood`);
    await pause(pauseMs, stop);
    if (stop.aborted) return 0;
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
