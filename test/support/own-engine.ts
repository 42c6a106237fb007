import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type EmbeddedEngine, startEngine } from '../../services/starter/src/embedded-engine';
import { pidFileOf, readPidFile } from '../../services/starter/src/pid-file';
import { present } from './present';

/** An engine of one spec alone, which it may kill or rob of its file. */
export class OwnEngine {
  private constructor(
    private readonly home: string,
    private engine: EmbeddedEngine,
  ) {}

  /** `settings`: of the server, by their names there. */
  static async start(settings: Readonly<Record<string, number>> = {}): Promise<OwnEngine> {
    const home = mkdtempSync(join(tmpdir(), 'duibiao-engine-'));
    return new OwnEngine(home, await launch(home, settings));
  }

  get address(): string {
    return this.engine.address;
  }

  get isUp(): boolean {
    return this.engine.part.isUp();
  }

  /** Ends it as a failing machine would; it is started again by itself. */
  kill(): void {
    process.kill(present(readPidFile(pidFileOf(this.home, 'engine'))).pid, 'SIGKILL');
  }

  /** Stops it, deletes all it kept, and starts it anew. */
  async forget(): Promise<void> {
    await this.engine.part.stop();
    for (const file of readdirSync(this.home)) if (file.startsWith('temporal.db')) rmSync(join(this.home, file));
    this.engine = await launch(this.home, {});
  }

  async close(): Promise<void> {
    await this.engine.part.stop();
    rmSync(this.home, { recursive: true, force: true });
  }
}

function launch(home: string, settings: Readonly<Record<string, number>>): Promise<EmbeddedEngine> {
  const program = process.env.DUIBIAO_TEMPORAL_PROGRAM;
  if (!program) throw new Error('DUIBIAO_TEMPORAL_PROGRAM is not set: run the tests with npm test');
  return startEngine({ home, program, namespace: 'duibiao', headless: true, settings });
}
