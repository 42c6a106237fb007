import { existsSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { type Connection, createConnection, type RowDataPacket } from 'mysql2/promise';

const MB = 1024 * 1024;

/** How large both databases are, in MB: tables and indexes of ours, and the engine's file where it is the run's own. */
export class DatabaseSizes {
  private constructor(private readonly owner: Connection) {}

  static async open(): Promise<DatabaseSizes> {
    return new DatabaseSizes(await createConnection({ uri: process.env.DATABASE_OWNER_URL ?? '' }));
  }

  async look(): Promise<{ readonly ours: number; readonly engine: number }> {
    const [tables] = await this.owner.query<RowDataPacket[]>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
    );
    for (const { name } of tables as { name: string }[]) await this.owner.query(`ANALYZE TABLE ${name}`);
    const [[sum]] = await this.owner.query<RowDataPacket[]>(
      'SELECT SUM(data_length + index_length) AS bytes FROM information_schema.tables WHERE table_schema = DATABASE()',
    );
    const file = join(process.env.DUIBIAO_HOME ?? '', 'temporal.db');
    const files = [file, `${file}-wal`].filter((name) => existsSync(name));
    return {
      ours: Number(sum?.bytes ?? 0) / MB,
      engine: files.reduce((bytes, name) => bytes + statSync(name).size, 0) / MB,
    };
  }

  async close(): Promise<void> {
    await this.owner.end();
  }
}
