import { Baseline1790000000000 } from './1790000000000-baseline';
import { Verifications1790000000001 } from './1790000000001-verifications';
import { Views1790000000002 } from './1790000000002-views';

/** In order; a published one is never edited. */
export const MIGRATIONS = [Baseline1790000000000, Verifications1790000000001, Views1790000000002];
