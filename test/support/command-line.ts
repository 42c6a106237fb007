import { mkdtempSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { TestDatabase } from './database';
import { type Context, processContext } from '../../services/cli/src/context';
import { runCommand } from '../../services/cli/src/program';

/** What one command line said, and its exit status. */
export interface Said {
  readonly status: number;
  readonly out: string;
  readonly err: string;
}

/** The operator's command line on the database of a spec and the engine of the test run. */
export class CommandLine {
  readonly home = mkdtempSync(join(tmpdir(), '样例 命令-'));
  private readonly context: Context;
  private out = '';
  private err = '';

  constructor(database: Pick<TestDatabase, 'appUrl'>, environment: NodeJS.ProcessEnv = {}) {
    const settings = { ...process.env, DATABASE_URL: database.appUrl, DUIBIAO_HOME: this.home, ...environment };
    this.context = {
      ...processContext(settings),
      out: (text) => (this.out += text),
      err: (text) => (this.err += text),
    };
  }

  async run(...args: readonly string[]): Promise<Said> {
    this.out = this.err = '';
    const status = await runCommand(args, this.context);
    return { status, out: this.out, err: this.err };
  }

  close(): Promise<void> {
    return this.context.close();
  }
}
