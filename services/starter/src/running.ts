import { renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';

/** What a running system says about itself to the command line (scripts/duibiao.mjs) and to a second start. */
export interface Running {
  readonly pid: number;
  readonly startTime: string;
  readonly address: string;
  /** Environment of the services. */
  readonly env: Readonly<Record<string, string>>;
}

const fileOf = (home: string): string => join(home, 'running.json');

/** Notes the running system; readable by its user alone, for it holds a password. */
export function writeRunning(home: string, running: Running): void {
  writeFileSync(`${fileOf(home)}.part`, JSON.stringify(running, null, 2), { mode: 0o600 });
  renameSync(`${fileOf(home)}.part`, fileOf(home));
}

/** Takes the note away. */
export const removeRunning = (home: string): void => rmSync(fileOf(home), { force: true });
