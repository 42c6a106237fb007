import type { EntityManager } from 'typeorm';
import type { Instant } from '@app/domain';
import { dailyRemindersAfter } from '../write/calendar';
import { KeeperEntity } from '../tables/deadline.entity';
import { EXPIRED } from './expiry.queries';
import { findRoundOpening } from './round-opening.queries';
import { unheardSurveys } from './survey.queries';

/**
 * Whether everything up to `now` (programme time) is acted on: no rung or expiry is due and no round is to open by itself, every organisation knows that
 * its surveys are complete (else it would be reminded of them), and the daily reminder of the last workday is made. An operator
 * of a rehearsal lets time go on only then.
 */
export async function isSettled(m: EntityManager, campaignId: string, now: Instant): Promise<boolean> {
  const [row] = await m.query<[{ due: string }]>(
    `SELECT (SELECT COUNT(*) FROM deadlines WHERE campaign_id = ? AND next_rung_at <= ?)
          + (SELECT COUNT(*) FROM ${EXPIRED} AND d.campaign_id = ?) AS due`,
    [campaignId, new Date(now), new Date(now), campaignId],
  );
  const opening = await findRoundOpening(m, campaignId);
  if (opening !== null && opening.at <= now) return false;
  if (Number(row.due) > 0 || (await unheardSurveys(m, campaignId)).length > 0) return false;
  const committee = await m.findOneBy(KeeperEntity, { campaignId, scopeId: campaignId });
  const due = committee?.remindedAt ? await dailyRemindersAfter(m, committee.remindedAt) : null;
  return due === null || due > now;
}
