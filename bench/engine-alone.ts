import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { NativeConnection, Worker } from '@temporalio/worker';
import type { DataSource } from 'typeorm';
import { createConnection } from 'mysql2/promise';
import { quantile } from './figures';
import { closedLoop, openLoop } from './load';
import { perPiece, timed } from './processor';
import type { BenchSystem } from './system';

const QUEUE = 'bench-bare';
const TEXT = 'x'.repeat(300);

interface BareLoad {
  /** As many workflows as are under way when our own commands are measured. */
  readonly runs: number;
  readonly commands: number;
  readonly perSecond: number;
  readonly lanes: number;
}

/** As many as the worker itself keeps in its memory, without its keepers. */
const CACHED = 450;

/** The same messages against a bare workflow: one Update, one local activity, one transaction of an insert and an update. */
export async function measureEngineAlone(
  system: BenchSystem,
  { runs, commands, perSecond, lanes }: BareLoad,
): Promise<Record<string, number>> {
  const { engine, dataSource } = system;
  const owner = await createConnection({ uri: process.env.DATABASE_OWNER_URL ?? '' });
  await owner.query('CREATE TABLE bench_rows (id char(36) PRIMARY KEY, n int NOT NULL)');
  await owner.query('CREATE TABLE bench_facts (id int AUTO_INCREMENT PRIMARY KEY, text varchar(400) NOT NULL)');
  await owner.query(`GRANT SELECT, INSERT, UPDATE ON bench_rows TO 'duibiao_app'@'%'`);
  await owner.query(`GRANT INSERT ON bench_facts TO 'duibiao_app'@'%'`);
  const connection = await NativeConnection.connect({ address: process.env.TEMPORAL_ADDRESS ?? '' });
  const worker = await Worker.create({
    connection,
    namespace: engine.options.namespace,
    taskQueue: QUEUE,
    workflowsPath: join(__dirname, 'bare.workflow.js'),
    activities: { write: (input: { row: string; text: string }) => write(dataSource, input) },
    maxCachedWorkflows: CACHED,
  });
  const running = worker.run();
  const rows = Array.from({ length: runs }, () => randomUUID());
  for (let from = 0; from < rows.length; from += 20) {
    await Promise.all(rows.slice(from, from + 20).map((row) => start(engine, dataSource, row)));
  }
  const send = (row: string) => () =>
    engine.workflow.getHandle(`bare:${row}`).executeUpdate('bare', { args: [TEXT], updateId: randomUUID() });
  await closedLoop(rows.map(send), lanes * 2); // histories are as long as those of a run that has been opened
  const latencies = await openLoop(rows.slice(0, commands).map(send), perSecond);
  const sent = rows.slice(commands, commands * 2).map(send);
  const { result: rate, took } = await timed(system, () => closedLoop(sent, lanes));
  const end = (row: string) => () => engine.workflow.getHandle(`bare:${row}`).terminate();
  await closedLoop(rows.map(end), lanes);
  worker.shutdown();
  await running;
  await connection.close();
  await owner.end();
  return {
    command_p50_ms: quantile(latencies, 0.5),
    command_p95_ms: quantile(latencies, 0.95),
    closed_loop_commands_per_s: rate,
    ...cpuFigures(perPiece(took, sent.length)),
  };
}

/** Nothing of ours is asked; its worker is the bench itself. */
function cpuFigures({ database = 0, engine = 0, bench = 0 }: Record<string, number>): Record<string, number> {
  return {
    cpu_ms_per_command_database: database,
    cpu_ms_per_command_engine: engine,
    cpu_ms_per_command_worker_and_sender: bench,
  };
}

async function start(engine: BenchSystem['engine'], dataSource: DataSource, row: string): Promise<void> {
  await dataSource.query('INSERT INTO bench_rows (id, n) VALUES (?, 0)', [row]);
  await engine.workflow.start('bareWorkflow', { workflowId: `bare:${row}`, taskQueue: QUEUE, args: [row] });
}

async function write(dataSource: DataSource, { row, text }: { row: string; text: string }): Promise<number> {
  return dataSource.transaction('READ COMMITTED', async (m) => {
    await m.query('INSERT INTO bench_facts (text) VALUES (?)', [text]);
    await m.query('UPDATE bench_rows SET n = n + 1 WHERE id = ?', [row]);
    return 1;
  });
}
