import { join } from 'node:path';
import type { DataSource } from 'typeorm';
import { type Programme, programmeFormat, type Roster } from '@app/domain';
import { inTransaction, publishProgramme, seedCalendar } from '@app/persistence';
import { loadProgramme, systemClock } from '@app/platform';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { testDatabase, type TestDatabase } from './database';
import { contentsOf } from './runs-twice';

const ROOT = join(__dirname, '../..');

/** A database with the circular's programme and the calendar, before any campaign is established. */
export class LocalEstablishing {
  private constructor(
    readonly database: TestDatabase,
    readonly programme: { readonly programme: Programme; readonly digestSource: string },
    readonly roster: Roster,
  ) {}

  static async open(): Promise<LocalEstablishing> {
    const database = await testDatabase();
    const read = loadProgramme<Programme>(join(ROOT, 'programmes/suzhou-2020'), programmeFormat);
    if (!read.programme) throw new Error(`the committed programme has faults: ${JSON.stringify(read.faults)}`);
    await inTransaction(database.dataSource, async (m) => {
      await publishProgramme(m, read, systemClock.now());
      await seedCalendar(m, systemClock.now());
    });
    return new LocalEstablishing(database, read, syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 }));
  }

  get dataSource(): DataSource {
    return this.database.dataSource;
  }

  select<R = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
    return this.dataSource.query<R[]>(sql, [...parameters]);
  }

  /** Every row of every table. */
  contents(): Promise<Map<string, string[]>> {
    return contentsOf(this.dataSource);
  }

  close(): Promise<void> {
    return this.database.close();
  }
}
