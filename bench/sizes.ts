import { createConnection } from 'mysql2/promise';
import type { Connection, RowDataPacket } from 'mysql2/promise';

/** A table is copied until it is this large, so that the extents that it reserves do not count. */
const LARGE = 16 * 1024 * 1024;
const MOST_COPIES = 500;
const SCRATCH = 'duibiao_sizes';

interface Column extends RowDataPacket {
  readonly name: string;
  readonly type: string;
  readonly isKey: 0 | 1;
}

/** Measures what rows take of the disk; opened as the owner, who may make a database of its own for it. */
export class Sizes {
  private constructor(private readonly owner: Connection) {}

  static async open(ownerUrl: string): Promise<Sizes> {
    return new Sizes(await createConnection({ uri: ownerUrl }));
  }

  async close(): Promise<void> {
    await this.owner.end();
  }

  /** Bytes of the values of all rows, by table. */
  async values(): Promise<Map<string, number>> {
    const [tables] = await this.owner.query<RowDataPacket[]>(
      "SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() AND table_type = 'BASE TABLE'",
    );
    const bytes = new Map<string, number>();
    for (const { name } of tables as { name: string }[]) bytes.set(name, await this.valuesOf(name, name));
    return bytes;
  }

  /**
   * The bytes of tables and indexes, by table, that values added since `before` take. What a table keeps for one byte of values is
   * seen in copies of it under other keys: its own few pages are reserved in steps of a megabyte.
   */
  async storedSince(before: ReadonlyMap<string, number>): Promise<Map<string, number>> {
    await this.owner.query(`CREATE DATABASE ${SCRATCH}`);
    const stored = new Map<string, number>();
    for (const [name, bytes] of await this.values()) {
      const added = bytes - (before.get(name) ?? 0);
      if (added > 0) stored.set(name, added * (await this.keptPerByte(name, bytes)));
    }
    await this.owner.query(`DROP DATABASE ${SCRATCH}`);
    return stored;
  }

  private async keptPerByte(name: string, bytes: number): Promise<number> {
    const table = `${SCRATCH}.${name}`;
    await this.owner.query(`CREATE TABLE ${table} LIKE ${name}`);
    const columns = await this.columnsOf(name);
    const copies = Math.min(MOST_COPIES, Math.ceil(LARGE / bytes));
    const names = columns.map((column) => column.name).join(', ');
    for (let copy = 1; copy <= copies; copy += 1) {
      const values = columns.map((column) => copied(column, copy)).join(', ');
      await this.owner.query(`INSERT INTO ${table} (${names}) SELECT ${values} FROM ${name}`);
    }
    await this.owner.query(`ANALYZE TABLE ${table}`);
    const [[kept]] = await this.owner.query<RowDataPacket[]>(
      'SELECT data_length + index_length AS bytes FROM information_schema.tables WHERE table_schema = ? AND table_name = ?',
      [SCRATCH, name],
    );
    const perByte = Number(kept?.bytes) / (await this.valuesOf(name, table));
    await this.owner.query(`DROP TABLE ${table}`);
    return perByte;
  }

  private async valuesOf(name: string, table: string): Promise<number> {
    const columns = await this.columnsOf(name);
    const sum = columns.map((column) => `COALESCE(LENGTH(\`${column.name}\`), 0)`).join(' + ');
    const [[row]] = await this.owner.query<RowDataPacket[]>(`SELECT SUM(${sum}) AS bytes FROM ${table}`);
    return Number(row?.bytes ?? 0);
  }

  private async columnsOf(name: string): Promise<Column[]> {
    const [columns] = await this.owner.query<Column[]>(
      `SELECT c.column_name AS name, c.data_type AS type,
              EXISTS (SELECT 1 FROM information_schema.statistics s WHERE s.table_schema = c.table_schema
                 AND s.table_name = c.table_name AND s.column_name = c.column_name AND s.non_unique = 0) AS isKey
         FROM information_schema.columns c WHERE c.table_schema = DATABASE() AND c.table_name = ?`,
      [name],
    );
    return columns;
  }
}

/** A key's value in a copy, scattered as the first one, or together with the others of its copy. */
function copied({ name, type, isKey }: Column, copy: number): string {
  if (!isKey) return name;
  if (type === 'char') return `CONCAT(LEFT(MD5(CONCAT(${name}, '-${copy}')), 16), SUBSTR(${name}, 17))`;
  return type === 'varchar' ? `CONCAT('${copy}', ${name})` : name;
}
