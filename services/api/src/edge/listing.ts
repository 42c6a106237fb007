import type { EntityManager } from 'typeorm';
import type { Listed, PageRequest } from '@app/persistence';

/**
 * A list of a route: JSON answers one page of it, CSV the whole, both from this one reading. A route asks permission and
 * scope before it answers one; `read` may be called many times, within one snapshot of the database.
 */
export class Listing<T> {
  constructor(
    readonly page: PageRequest,
    readonly read: (m: EntityManager, page: PageRequest) => Promise<Listed<T>>,
  ) {}
}
