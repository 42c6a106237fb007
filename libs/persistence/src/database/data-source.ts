import type { Pool } from 'mysql2';
import { DataSource, type DataSourceOptions, DefaultNamingStrategy } from 'typeorm';
import { ENTITIES } from '../tables/entities';
import { MIGRATIONS } from './migrations';

/** Columns and tables in snake_case, whatever the property is called. */
class SnakeCase extends DefaultNamingStrategy {
  override columnName(propertyName: string, customName: string | undefined, prefixes: string[]): string {
    return (
      customName ?? [...prefixes, propertyName].join('_').replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    );
  }
}

/** How long a server may take to greet a new connection. */
const CONNECT_MS = 5000;

export interface DataSourceSettings {
  /** `mysql://…` or `mariadb://user:password@host:port/database`; the scheme tells the server's kind. */
  readonly url: string;
  readonly poolSize?: number;
  /** How a connection is made, where it is not the driver's own way; for example with a limit to its silence. */
  readonly connect?: (port: number, host: string) => object;
}

/** Settings of the one database of record: UTC, migrations never run by a service. */
export function dataSourceOptions({ url, poolSize = 10, connect }: DataSourceSettings): DataSourceOptions {
  const parsed = new URL(url);
  const host = parsed.hostname;
  const port = Number(parsed.port || 3306);
  return {
    type: parsed.protocol === 'mysql:' ? 'mysql' : 'mariadb',
    host,
    port,
    username: decodeURIComponent(parsed.username),
    password: decodeURIComponent(parsed.password),
    database: parsed.pathname.slice(1),
    charset: 'utf8mb4_bin',
    timezone: 'Z',
    supportBigNumbers: true,
    trace: false, // of every statement, for the one that fails: a tenth of what asking costs
    entities: ENTITIES,
    migrations: MIGRATIONS,
    migrationsRun: false,
    synchronize: false,
    namingStrategy: new SnakeCase(),
    poolSize,
    connectTimeout: CONNECT_MS,
    extra: { connectionLimit: poolSize, ...(connect && { stream: () => connect(port, host) }) },
  };
}

/** An opened data source; the caller closes it. */
export async function openDataSource(settings: DataSourceSettings): Promise<DataSource> {
  return opened(dataSourceOptions(settings));
}

/** A second data source on the same database with connections of its own, for long work that must not take those of requests. */
export async function openBeside({ options }: DataSource, poolSize: number): Promise<DataSource> {
  const { extra } = options as { readonly extra?: object };
  return opened({ ...options, poolSize, extra: { ...extra, connectionLimit: poolSize } } as DataSourceOptions);
}

/** Each session is READ COMMITTED from its beginning, whatever the server's default; so no transaction has to say so first. */
async function opened(options: DataSourceOptions): Promise<DataSource> {
  const dataSource = await new DataSource(options).initialize();
  const { pool } = dataSource.driver as unknown as { readonly pool: Pool };
  pool.on('connection', (connection) => connection.query(READ_COMMITTED));
  await dataSource.query(READ_COMMITTED); // on the one connection that there is already
  return dataSource;
}

const READ_COMMITTED = 'SET SESSION TRANSACTION ISOLATION LEVEL READ COMMITTED';
