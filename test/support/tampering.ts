import type { DataSource } from 'typeorm';
import { shanghaiDateOf, type RecordFault } from '@app/domain';
import {
  canonicalJson,
  GENESIS_HASH,
  openDataSource,
  type RecordedEvent,
  sha256Hex,
  verifyCampaign,
  type ReadStatus,
  type ReadWorkflow,
} from '@app/persistence';
import type { LocalWorld } from './local-world';

/** A world whose database is tampered with. */
type TamperedWorld = Pick<LocalWorld, 'database' | 'dataSource' | 'campaign'>;

type Place = Pick<RecordFault, 'stream' | 'sequence' | 'date'>;
type Edit = (records: RecordedEvent[]) => RecordedEvent[];

/** The database's owner, who can do what no service can; everything he changes is put back by `restore`. */
export class Tampering {
  private constructor(
    private readonly world: TamperedWorld,
    readonly owner: DataSource,
    private readonly tables: readonly string[],
  ) {}

  static async on(world: TamperedWorld): Promise<Tampering> {
    const owner = await openDataSource({ url: world.database.ownerUrl, poolSize: 1 });
    const rows = await owner.query<{ name: string }[]>(
      'SELECT table_name AS name FROM information_schema.tables WHERE table_schema = DATABASE() ORDER BY 1',
    );
    const tables = rows.map(({ name }) => name);
    for (const table of tables) await owner.query(`CREATE TABLE kept_${table} AS SELECT * FROM ${table}`);
    return new Tampering(world, owner, tables);
  }

  /** Puts every table back as it was. */
  async restore(): Promise<void> {
    for (const table of this.tables) {
      await this.owner.query(`DELETE FROM ${table}`);
      await this.owner.query(`INSERT INTO ${table} SELECT * FROM kept_${table}`);
    }
  }

  async close(): Promise<void> {
    for (const table of this.tables) await this.owner.query(`DROP TABLE kept_${table}`);
    await this.owner.destroy();
  }

  /** Changes rows; throws where nothing was changed, so that no spec tampers with nothing. */
  async run(sql: string, parameters: readonly unknown[] = []): Promise<void> {
    const { affectedRows, changedRows } = await this.owner.query<{ affectedRows: number; changedRows: number }>(sql, [
      ...parameters,
    ]);
    if (affectedRows === 0 || (sql.startsWith('UPDATE') && changedRows === 0))
      throw new Error(`nothing was tampered with: ${sql}`);
  }

  /** Writes a stream anew with a sound chain: what is wrong in it now, only its meaning can tell. */
  async reforge(stream: string, edit: Edit): Promise<void> {
    const rows = await this.owner.query<{ campaignId: string; canonical: string }[]>(
      'SELECT campaign_id AS campaignId, canonical FROM process_events WHERE stream = ? ORDER BY sequence',
      [stream],
    );
    await this.run('DELETE FROM process_events WHERE stream = ?', [stream]);
    let hash = GENESIS_HASH;
    const records = edit(rows.map(({ canonical }) => JSON.parse(canonical) as RecordedEvent));
    for (const [at, record] of records.entries()) {
      const canonical = canonicalJson({ ...record, sequence: at + 1, previousHash: hash });
      hash = sha256Hex(canonical);
      await this.run(
        `INSERT INTO process_events (stream, sequence, campaign_id, type, recorded_at, hash, canonical)
         VALUES (?, ?, ?, ?, ?, ?, ?)`,
        [stream, at + 1, record.campaign, record.type, new Date(record.recordedAt), hash, canonical],
      );
    }
    await this.run('UPDATE stream_heads SET sequence = ?, hash = ? WHERE stream = ?', [records.length, hash, stream]);
  }

  /** Reforges one event's payload. */
  async reforgePayload(stream: string, type: string, change: object): Promise<void> {
    await this.reforge(stream, (records) =>
      records.map((record) =>
        record.type === type ? { ...record, payload: { ...(record.payload as object), ...change } } : record,
      ),
    );
  }

  /** Where the last event of a type stands; without a type, the stream's last event. */
  async placeOf(stream: string, type?: string): Promise<Place & { sequence: number }> {
    const [row] = await this.owner.query<{ sequence: number; at: Date }[]>(
      `SELECT sequence, recorded_at AS at FROM process_events WHERE stream = ? AND (type = ? OR ? IS NULL)
        ORDER BY sequence DESC LIMIT 1`,
      [stream, type ?? null, type ?? null],
    );
    if (!row) throw new Error(`${stream} has no ${type ?? 'event'}`);
    return { stream, sequence: row.sequence, date: shanghaiDateOf(row.at.toISOString()) };
  }

  /** The faults that are found now; workflows say what the rows say unless a spec has others. */
  async faults(readWorkflow: ReadWorkflow = this.asTheRowsSay): Promise<readonly RecordFault[]> {
    const { campaignKey } = this.world.campaign.setting;
    return (await verifyCampaign(this.world.dataSource, { state: readWorkflow, status: this.allRun }, campaignKey))
      .faults;
  }

  /** Stands for an engine that runs everything: these worlds have none. */
  private readonly allRun: ReadStatus = async () => 'running';

  /** Stands for workflows: version and state of the rows as they were kept. */
  readonly asTheRowsSay: ReadWorkflow = async (workflowId) => {
    const kind = workflowId.split(':')[0];
    const table = { campaign: 'campaigns', organisation: 'organisation_runs', branch: 'branch_runs' }[kind ?? ''];
    const [row] = await this.owner.query<{ version: number; state: string }[]>(
      `SELECT version, state FROM kept_${table ?? 'spot_checks'} WHERE workflow_id = ?`,
      [workflowId],
    );
    return row ? { version: row.version, state: JSON.parse(row.state) as unknown } : null;
  };
}
