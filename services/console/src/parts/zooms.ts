import { z } from 'zod';

/** How near one looks at a record: what moved the run, all that was recorded, or that as it stands in the chain. */
export const ZOOMS = ['milestones', 'events', 'raw'] as const;

export type Zoom = (typeof ZOOMS)[number];

/** In an address: how near its record is looked at. */
export const zoomSearch = z.object({ zoom: z.enum(ZOOMS).optional().catch(undefined) });

/** In the address of what takes commands: the one that is being given. */
export const commandSearch = z.object({ do: z.string().max(40).optional().catch(undefined) });

/** In the address of a run: both. */
export const runSearch = zoomSearch.extend(commandSearch.shape);
