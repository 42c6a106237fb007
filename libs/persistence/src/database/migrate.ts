import { DataSource } from 'typeorm';
import { dataSourceOptions, openDataSource } from './data-source';

/** Brings the schema up to date as its owner; answers the names of the migrations it ran. */
export async function migrate(ownerUrl: string): Promise<string[]> {
  const dataSource = await openDataSource({ url: ownerUrl, poolSize: 2 });
  try {
    return (await dataSource.runMigrations({ transaction: 'none' })).map((migration) => migration.name);
  } finally {
    await dataSource.destroy();
  }
}

/** Takes back the newest migration, where there is one. */
export async function migrateDown(ownerUrl: string): Promise<void> {
  const dataSource = await openDataSource({ url: ownerUrl, poolSize: 2 });
  try {
    await dataSource.undoLastMigration({ transaction: 'none' });
  } finally {
    await dataSource.destroy();
  }
}

/** What the entities say and the schema does not: SQL that would close the gap, empty when there is none. */
export async function schemaDrift(ownerUrl: string): Promise<string[]> {
  const dataSource = new DataSource({ ...dataSourceOptions({ url: ownerUrl, poolSize: 2 }) });
  await dataSource.initialize();
  try {
    const log = await dataSource.driver.createSchemaBuilder().log();
    return log.upQueries.map((query) => query.query);
  } finally {
    await dataSource.destroy();
  }
}
