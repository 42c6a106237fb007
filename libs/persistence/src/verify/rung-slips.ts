/** Checks the slips against the escalations that lay them and the deadlines that close them. */
import { type EntityManager, In } from 'typeorm';
import { type Instant, ladderOf, msOf } from '@app/domain';
import type { DeadlineEntity } from '../tables/deadline.entity';
import { SlipEntity } from '../tables/notice.entity';
import { select } from '../read/select';
import { type Findings, firstDifference, placeOf, streamPlace } from './findings';
import { type DeadlineRecord, type Firing, RACE_MS, type RecordedDeadlines, rungName } from './fired-rungs';
import type { Moment } from './moment';
import type { Snapshot } from './snapshot';

export async function checkSlips(
  { m, programme, moment }: Snapshot,
  findings: Findings,
  { record, rows }: RecordedDeadlines,
): Promise<void> {
  if (rows.length === 0) return;
  const known = new Map(rows.map((row) => [row.id, row]));
  const slips = new Map(
    (await m.findBy(SlipEntity, { deadlineId: In([...known.keys()]) })).map((slip) => [keyOf(slip), slip]),
  );
  for (const firing of record.firings) {
    const row = known.get(firing.deadlineId);
    const rung = row && ladderOf(programme, row).find((definition) => rungName(definition) === firing.rung);
    if (!row || !rung?.slip) continue;
    findings.looked('slips');
    const slip = slips.get(keyOf(firing));
    slips.delete(keyOf(firing));
    const lines = row.branchId ? [row.branchId] : [];
    const fault = slip
      ? (firstDifference({ colour: rung.colour, draftedAt: firing.at, lines }, { ...slip }) ??
        stateFault(slip, row, { closedAt: closedBy(record, row), moment }))
      : '没有督办单';
    if (fault) findings.fault('slips', placeOf(firing.event), `时限 ${row.id} 的 ${firing.rung} 级：${fault}`);
  }
  for (const { deadlineId, rung } of slips.values()) {
    const place = streamPlace(known.get(deadlineId)?.stream ?? '');
    findings.fault('slips', place, `时限 ${deadlineId} 的 ${rung} 级：有督办单，台账没有催办`);
  }
}

/** Slips of deadlines that are not there. */
export async function checkStraySlips(m: EntityManager, findings: Findings, campaignId: string): Promise<void> {
  const stray = await select<{ id: string; deadlineId: string }>(
    m,
    `SELECT s.id, s.deadline_id AS deadlineId FROM slips s LEFT JOIN deadlines d ON d.id = s.deadline_id
      WHERE s.campaign_id = ? AND d.id IS NULL ORDER BY s.id`,
    [campaignId],
  );
  for (const { id, deadlineId } of stray) {
    findings.fault('slips', streamPlace(''), `督办单 ${id} 所指的时限 ${deadlineId} 不存在`);
  }
}

function keyOf({ deadlineId, generation, rung }: Pick<Firing, 'deadlineId' | 'generation' | 'rung'>): string {
  return `${deadlineId}/${generation}/${rung}`;
}

/** Real order, not the stated one: a survey is met as of its last submission, which may be long past when it is recorded. */
function closedBy({ last }: DeadlineRecord, { id, metAt, voidedAt }: DeadlineEntity): Instant | null {
  return metAt === null && voidedAt === null ? null : (last.get(id)?.recordedAt ?? null);
}

/**
 * A met or void deadline wakes its keeper, who closes the slip. At rest that is done; in a living system a draft is named only
 * once programme time has gone on since, and while nothing is due at the keeper, who would close the slip with it.
 */
function stateFault(
  slip: SlipEntity,
  { keeperId, metAt, voidedAt }: DeadlineEntity,
  { closedAt, moment: { now, keepers } }: { readonly closedAt: Instant | null; readonly moment: Moment },
): string | null {
  const isOver = metAt !== null || voidedAt !== null;
  if (slip.state === 'closed') {
    if (!isOver) return '督办单已办结，时限没有办结';
    return slip.closedAt === null ? '督办单已办结，没有办结时间' : null;
  }
  if (!isOver || closedAt === null) return null;
  const next = keepers.get(keeperId) ?? null;
  const hasLooked = msOf(now) - msOf(closedAt) > RACE_MS && (next === null || next > now);
  return hasLooked ? '时限已办结或终止，督办单没有办结' : null;
}
