import type { EntityManager } from 'typeorm';
import {
  DomainError,
  type Instant,
  programmeNow,
  type Verification,
  VERIFICATION_SILENCE_MS,
  type VerificationState,
  type VerificationWay,
} from '@app/domain';
import { isDuplicate } from '../database/database-fault';
import { randomId } from '../record/ids';
import { NO_CAMPAIGN } from '../record/imported-event';
import { select } from '../read/select';
import { CampaignClockEntity } from '../tables/campaign-clock.entity';
import { VerificationEntity } from '../tables/verification.entity';

/** Who has a campaign's record verified, and where he asked for it. */
export interface VerificationAsked {
  readonly campaignId: string;
  readonly way: VerificationWay;
  readonly startedBy: string | null;
  /** Real time. */
  readonly now: Instant;
}

/** Notes that a verification begins and answers its id; one that died makes room. `verification-running` where another is at it. */
export async function beginVerification(
  m: EntityManager,
  { campaignId, way, startedBy, now }: VerificationAsked,
): Promise<string> {
  const startedAt = await programmeTime(m, campaignId, now);
  await m.query(
    `UPDATE verifications SET state = 'broken-off', running_for = NULL, ended_at = ?
      WHERE running_for = ? AND heard_at < UTC_TIMESTAMP(3) - INTERVAL ? MICROSECOND`,
    [new Date(startedAt), campaignId, VERIFICATION_SILENCE_MS * 1000],
  );
  const id = randomId();
  try {
    await m.query(
      `INSERT INTO verifications (id, campaign_id, way, started_by, started_at, heard_at, state, running_for,
                                  events_checked, streams_checked)
       VALUES (?, ?, ?, ?, ?, UTC_TIMESTAMP(3), 'running', ?, 0, 0)`,
      [id, campaignId, way, startedBy, new Date(startedAt), campaignId],
    );
  } catch (error) {
    if (!isDuplicate(error)) throw error;
    throw new DomainError('verification-running', '这项专项工作正在核验，请等它结束，或先取消', { campaignId });
  }
  return id;
}

/** How far a verification came. */
export interface VerificationProgress {
  readonly events: number;
  readonly streams: number;
}

/** Says that a verification lives and how far it came; false where it is no longer wanted. */
export async function keepVerification(
  m: EntityManager,
  id: string,
  { events, streams }: VerificationProgress,
): Promise<boolean> {
  const { affectedRows } = await m.query<{ affectedRows: number }>(
    `UPDATE verifications SET heard_at = UTC_TIMESTAMP(3), events_checked = ?, streams_checked = ?
      WHERE id = ? AND state = 'running'`,
    [events, streams, id],
  );
  return affectedRows === 1;
}

/** How many events there are to check; those that belong to no campaign are checked with each. */
export async function countEventsToVerify(m: EntityManager, id: string): Promise<void> {
  const { campaignId } = await m.findOneByOrFail(VerificationEntity, { id });
  const [row] = await select<{ n: number }>(m, 'SELECT COUNT(*) AS n FROM process_events WHERE campaign_id IN (?, ?)', [
    campaignId,
    NO_CAMPAIGN,
  ]);
  await m.update(VerificationEntity, { id }, { events: Number(row?.n ?? 0) });
}

/** How a verification ends, with what it found. */
export interface VerificationEnd {
  readonly state: Exclude<VerificationState, 'running'>;
  readonly result?: Verification;
  /** Real time. */
  readonly now: Instant;
}

/** Notes the end of a verification that runs; false where it has ended already. */
export async function endVerification(
  m: EntityManager,
  id: string,
  { state, result, now }: VerificationEnd,
): Promise<boolean> {
  const { campaignId } = await m.findOneByOrFail(VerificationEntity, { id });
  const endedAt = await programmeTime(m, campaignId, now);
  const { affectedRows } = await m.query<{ affectedRows: number }>(
    `UPDATE verifications SET state = ?, running_for = NULL, ended_at = ?, faults = ?, result = ?
      WHERE id = ? AND state = 'running'`,
    [state, new Date(endedAt), result?.faults.length ?? null, result ? JSON.stringify(result) : null, id],
  );
  return affectedRows === 1;
}

async function programmeTime(m: EntityManager, campaignId: string, now: Instant): Promise<Instant> {
  return programmeNow(await m.findOneByOrFail(CampaignClockEntity, { campaignId }), now);
}
