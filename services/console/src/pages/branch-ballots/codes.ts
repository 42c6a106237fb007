import type { components } from '../../api/schema';

/** One-time codes as they were answered: they are on the page that asked for them and nowhere else. */
export type Codes = NonNullable<components['schemas']['OpenedBallot']['codes']>;
