/** What all checks share that look at one snapshot of the database. */
import type { EntityManager } from 'typeorm';
import type { Programme } from '@app/domain';
import { programmeOf } from '../read/programme-store';
import { Calendars } from './calendar-days';
import { type Moment, readMoment } from './moment';
import { RecognitionCheck } from './recognition-grounds';

/** One campaign at one moment (REPEATABLE READ), with what is read of it only once. */
export interface Snapshot {
  readonly m: EntityManager;
  readonly programme: Programme;
  readonly moment: Moment;
  readonly calendars: Calendars;
  readonly recognitions: RecognitionCheck;
  /** Streams read so far whose chain is broken; those of ballot boxes come before those of branches. */
  readonly broken: Set<string>;
}

export async function readSnapshot(m: EntityManager, campaignId: string): Promise<Snapshot> {
  const programme = await programmeOf(m, campaignId);
  const moment = await readMoment(m, campaignId);
  const calendars = await Calendars.read(m);
  return { m, programme, moment, calendars, recognitions: new RecognitionCheck(m, programme), broken: new Set() };
}
