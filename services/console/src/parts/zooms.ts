/** How near one looks at a record: what moved the run, all that was recorded, or that as it stands in the chain. */
export const ZOOMS = ['milestones', 'events', 'raw'] as const;

export type Zoom = (typeof ZOOMS)[number];
