import type { Instant } from '@app/domain';
import type { Scope } from '../scope.queries';
import type { PageRequest } from '../select';

/** What is asked of a list whose lines have lights: narrowed by what, within whose sight, which page, at which moment. */
export interface Asked<F> {
  readonly filter: F;
  readonly scope: Scope;
  readonly page: PageRequest;
  readonly now: Instant;
}
