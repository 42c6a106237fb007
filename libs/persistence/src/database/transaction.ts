import type { DataSource, EntityManager } from 'typeorm';

const ATTEMPTS = 5;

/** Deadlock lost (1213) or lock wait over (1205): the whole transaction may be repeated. */
function isLostLock(error: unknown): boolean {
  const code =
    (error as { driverError?: { errno?: number }; errno?: number }).driverError?.errno ??
    (error as { errno?: number }).errno;
  return code === 1213 || code === 1205;
}

/** Runs `work` in one transaction at the session's READ COMMITTED, repeated whole when a lock was lost, five times at most. */
export async function inTransaction<T>(dataSource: DataSource, work: (m: EntityManager) => Promise<T>): Promise<T> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await dataSource.transaction(work);
    } catch (error) {
      if (!isLostLock(error) || attempt === ATTEMPTS) throw error;
    }
  }
}
