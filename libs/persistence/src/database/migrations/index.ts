import { Baseline1790000000000 } from './1790000000000-baseline';

/** In order; a published one is never edited. */
export const MIGRATIONS = [Baseline1790000000000];
