/** When the verifier looks: programme time, and how far each keeper must have come by it. */
import type { EntityManager } from 'typeorm';
import { type Instant, instantOf, isStanding, msOf, programmeNow } from '@app/domain';
import { CampaignClockEntity } from '../tables/campaign-clock.entity';
import { KeeperEntity } from '../tables/deadline.entity';
import { select } from '../read/select';

/** Programme time at which a campaign is looked at, and when each keeper will act next. */
export interface Moment {
  readonly now: Instant;
  readonly keepers: ReadonlyMap<string, Instant | null>;
  /** What came before this instant no keeper may have left undone; null while the clock stands, nobody knows since when. */
  readonly graceEnded: Instant | null;
}

/** A keeper acts within its turn of ten seconds; it has this much real time. */
const GRACE_MS = 60_000;

/** The moment of the snapshot; real time is the database's, read after the rows, so that it is never before them. */
export async function readMoment(m: EntityManager, campaignId: string): Promise<Moment> {
  const keepers = await m.findBy(KeeperEntity, { campaignId });
  const clock = await m.findOneByOrFail(CampaignClockEntity, { campaignId });
  const [real] = await select<{ now: Date }>(m, 'SELECT UTC_TIMESTAMP(3) AS now');
  const realNow = real.now.toISOString();
  return {
    now: programmeNow(clock, realNow),
    graceEnded: isStanding(clock, realNow) ? null : programmeNow(clock, instantOf(msOf(realNow) - GRACE_MS)),
    keepers: new Map(keepers.map(({ id, nextAt }) => [id, nextAt])),
  };
}
