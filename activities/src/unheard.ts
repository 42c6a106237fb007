import { type ErrorCode, type Instant, programmeNow, TELLING } from '@app/domain';
import { CampaignClockEntity, CampaignEntity, RefusalEntity } from '@app/persistence';
import type { EntityManager } from 'typeorm';

/** A message to a workflow that nobody took in. */
export interface Unheard {
  /** Of the row, so that a second run writes the same one. */
  readonly id: string;
  readonly workflowId: string;
  readonly code: ErrorCode;
  /** Programme time of the message; null where it has none, then it is the campaign's. */
  readonly at: Instant | null;
  /** Real time. */
  readonly writtenAt: Instant;
}

/** Records among the refusals what nobody took in. */
export async function noteUnheard(m: EntityManager, { id, workflowId, code, at, writtenAt }: Unheard): Promise<void> {
  const campaign = await m.findOneBy(CampaignEntity, { key: workflowId.split(':')[1] ?? '' });
  const clock = campaign && (await m.findOneBy(CampaignClockEntity, { campaignId: campaign.id }));
  const recordedAt = at ?? (clock ? programmeNow(clock, writtenAt) : writtenAt);
  await m
    .createQueryBuilder()
    .insert()
    .into(RefusalEntity)
    .values({ id, campaignId: campaign?.id ?? null, command: TELLING, code, recordedAt, writtenAt })
    .orIgnore()
    .execute();
}
