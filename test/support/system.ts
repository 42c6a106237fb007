import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eventually } from './eventually';

const ROOT = join(__dirname, '../..');
const OURS = /^(DATABASE_|TEMPORAL_|DUIBIAO_|API_|npm_|NODE_ENV$|JEST_)/;

/** The whole system as `npm start` brings it up, on a home of its own. */
export class System {
  output = '';
  private readonly ended: Promise<unknown>;

  private constructor(
    readonly home: string,
    readonly process: ChildProcess,
  ) {
    for (const stream of [process.stdout!, process.stderr!]) stream.on('data', (chunk) => (this.output += chunk));
    this.ended = once(process, 'exit');
  }

  /** Starts it, in another time zone than Suzhou's; `environment` adds settings. */
  static start(home: string, { args = [] as readonly string[], environment = {} } = {}): System {
    const inherited = Object.entries(process.env).filter(([name]) => !OURS.test(name));
    const env = { ...Object.fromEntries(inherited), TZ: 'America/Los_Angeles', DUIBIAO_HOME: home, ...environment };
    const program = [join(ROOT, 'scripts/start.mjs'), '--lang', 'en', ...args];
    return new System(home, spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'pipe'], env }));
  }

  /** Resolves when it has printed the line; rejects where it ends before. */
  async says(line: RegExp): Promise<RegExpExecArray> {
    await eventually(async () => {
      if (line.test(this.output)) return true;
      if (this.process.exitCode !== null) throw new Error(`it ended with ${this.process.exitCode}:\n${this.output}`);
      return false;
    }, `${line} in:\n${this.output}`);
    return line.exec(this.output)!;
  }

  /** Its own address, once worker, API and samples stand. */
  async isUp(): Promise<string> {
    return (await this.says(/^Address: (http:\/\/[\d.:]+)/m))[1];
  }

  /** Waits for its end and answers the exit status, or the signal. */
  async end(signal?: NodeJS.Signals): Promise<number | string | null> {
    if (signal) this.process.kill(signal);
    await this.ended;
    return this.process.exitCode ?? this.process.signalCode;
  }

  /** The process of a part, as its pid file names it. */
  pidOf(part: 'database' | 'engine' | 'worker' | 'api' | 'rehearsal'): number {
    return (JSON.parse(readFileSync(join(this.home, 'pids', `${part}.json`), 'utf8')) as { pid: number }).pid;
  }
}

/** True when the process has ended; a dead child that nobody has collected yet counts as ended. */
export function isGone(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return process.platform === 'linux' && / Z /.test(readFileSync(`/proc/${pid}/stat`, 'utf8'));
  } catch {
    return true;
  }
}

/** Command lines of the living processes that were started for a home (Linux), or of its pid files elsewhere. */
export function processesOf(home: string): string[] {
  if (!existsSync('/proc/self/environ')) {
    return readdirSync(join(home, 'pids')).filter((file) => {
      const { pid } = JSON.parse(readFileSync(join(home, 'pids', file), 'utf8')) as { pid: number };
      return !isGone(pid);
    });
  }
  return readdirSync('/proc')
    .filter((name) => /^\d+$/.test(name) && name !== String(process.pid))
    .flatMap((pid) => {
      try {
        const belongs = readFileSync(`/proc/${pid}/environ`, 'utf8').split('\0').includes(`DUIBIAO_HOME=${home}`);
        return belongs ? [readFileSync(`/proc/${pid}/cmdline`, 'utf8').replaceAll('\0', ' ').trim()] : [];
      } catch {
        return []; // ended meanwhile, or another user's
      }
    })
    .filter((line) => line !== '');
}
