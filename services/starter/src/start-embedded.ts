import { mkdirSync } from 'node:fs';
import { startDatabase } from './embedded-database';
import { startEngine } from './embedded-engine';
import { ensureAppUser } from './external-database';
import { prepareExternalEngine } from './external-engine';
import type { Part } from './part';
import { endLeftovers } from './pid-file';
import { PlainError, say, step } from './say';
import { loadSecrets } from './secrets';

/** Where the private database and engine live and which programs run them. */
export interface EmbeddedOptions {
  /** Folder of all private data; made where missing. */
  readonly home: string;
  /** Without Temporal's own pages, as under test. */
  readonly headless?: boolean;
  readonly namespace: string;
  /** The owner's URL of a database that is already running, used instead of a private one. */
  readonly databaseUrl?: string;
  /** Address of an engine that is already running, used instead of a private one. */
  readonly temporalAddress?: string;
  /** Path of `mariadbd` or `mysqld`. */
  readonly databaseProgram?: string;
  /** Path of `temporal`. */
  readonly temporalProgram?: string;
  /** Brings `temporal` where it is not known yet; called once the database runs, for it may take minutes. */
  readonly prepareEngine?: (stop?: AbortSignal) => Promise<string | undefined>;
  /** Aborted when the start is to be given up. */
  readonly signal?: AbortSignal;
}

/** A database and an engine, running; kept running until `stop()`. */
export interface Embedded {
  /** For migrations, and for further databases named `duibiao_…`. */
  readonly ownerUrl: string;
  /** For the services. */
  readonly appUrl: string;
  readonly temporalAddress: string;
  readonly namespace: string;
  readonly temporalProgram: string | undefined;
  /** Temporal's own pages. */
  readonly temporalPages: string | undefined;
  /** False while one of the two is down and being started again. */
  isUp(): boolean;
  /** Ends the engine, then the database. */
  stop(): Promise<void>;
}

/** The options that scripts/setup/prepare.mjs and the user leave in the environment. */
export const embeddedOptionsFrom = (environment: NodeJS.ProcessEnv, home: string): EmbeddedOptions => ({
  home,
  namespace: environment.TEMPORAL_NAMESPACE || 'duibiao',
  databaseUrl: environment.DATABASE_URL || undefined,
  temporalAddress: environment.TEMPORAL_ADDRESS || undefined,
  databaseProgram: environment.DUIBIAO_DATABASE_PROGRAM,
  temporalProgram: environment.DUIBIAO_TEMPORAL_PROGRAM,
});

/** Starts the private database and engine of a home, after ending what a killed run left there. Migrates nothing. */
export async function startEmbedded(options: EmbeddedOptions): Promise<Embedded> {
  const { home, namespace, signal } = options;
  mkdirSync(home, { recursive: true, mode: 0o700 });
  const ended = await endLeftovers(home);
  if (ended.length > 0) {
    say(
      `上次没有正常结束，已结束其遗留进程：${ended.join('、')}`,
      `Ended what a killed run had left: ${ended.join(', ')}`,
    );
  }
  const parts: Part[] = [];
  const stop = async (): Promise<void> => {
    for (const part of parts.splice(0).reverse()) await part.stop();
  };
  try {
    const database = await step({ zh: '启动数据库', en: 'Starting the database' }, () => obtainDatabase(options));
    if (database.part) parts.push(database.part);
    const temporalProgram = options.temporalProgram ?? (await options.prepareEngine?.(signal));
    const engine = await step({ zh: '启动流程引擎', en: 'Starting the engine' }, () =>
      obtainEngine({ ...options, temporalProgram }),
    );
    if (engine.part) parts.push(engine.part);
    return {
      ownerUrl: database.ownerUrl,
      appUrl: database.appUrl,
      temporalAddress: engine.address,
      temporalPages: engine.pages,
      namespace,
      temporalProgram,
      isUp: () => parts.every((part) => part.isUp()),
      stop,
    };
  } catch (error) {
    await stop();
    throw error;
  }
}

async function obtainDatabase({ home, databaseUrl, databaseProgram, signal }: EmbeddedOptions): Promise<{
  ownerUrl: string;
  appUrl: string;
  part?: Part;
}> {
  if (databaseUrl) return { ownerUrl: databaseUrl, appUrl: await ensureAppUser(databaseUrl, loadSecrets(home).app) };
  if (!databaseProgram) {
    throw new PlainError('没有指明数据库程序，请用 npm 启动', 'No database program was named; start through npm');
  }
  return startDatabase(home, databaseProgram, signal);
}

async function obtainEngine(options: EmbeddedOptions): Promise<{ address: string; pages?: string; part?: Part }> {
  const { home, namespace, headless = false, temporalAddress, temporalProgram, signal } = options;
  if (temporalAddress) {
    await prepareExternalEngine(temporalAddress, namespace);
    return { address: temporalAddress };
  }
  if (!temporalProgram) {
    throw new PlainError('没有指明 temporal 程序，请用 npm 启动', 'No temporal program was named; start through npm');
  }
  return startEngine({ home, program: temporalProgram, namespace, headless, signal });
}
