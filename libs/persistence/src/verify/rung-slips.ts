/** Checks the slips against the escalations that lay them and the deadlines that close them. */
import { type EntityManager, In } from 'typeorm';
import { type Instant, ladderOf, slipCommander } from '@app/domain';
import type { DeadlineEntity } from '../tables/deadline.entity';
import { SlipEntity } from '../tables/slip.entity';
import { select } from '../read/select';
import { surroundingsOf } from '../write/rung-firing';
import { type Findings, firstDifference, placeOf, streamPlace } from './findings';
import { type Firing, type RecordedDeadlines, rungName } from './fired-rungs';
import type { Snapshot } from './snapshot';

export async function checkSlips(
  { m, programme }: Snapshot,
  findings: Findings,
  { record, rows }: RecordedDeadlines,
): Promise<void> {
  const known = new Map(rows.map((row) => [row.id, row]));
  const slipping = record.firings.flatMap((firing) => {
    const row = known.get(firing.deadlineId);
    const rung = row && ladderOf(programme, row).find((definition) => rungName(definition) === firing.rung);
    return row && rung?.slip ? [{ firing, row, colour: rung.colour }] : [];
  });
  if (rows.length === 0) return;
  const all = await m.findBy(SlipEntity, { deadlineId: In([...known.keys()]) });
  const slips = new Map(all.map((slip) => [keyOf(slip), slip]));
  const around = slipping.length === 0 ? null : await surroundingsOf(m, [...new Set(slipping.map(({ row }) => row))]);
  for (const { firing, row, colour } of slipping) {
    findings.looked('slips');
    const slip = slips.get(keyOf(firing));
    slips.delete(keyOf(firing));
    const commander = slipCommander(row.body, around?.get(row.id)?.direct ?? false);
    const isDue = commander !== null && !all.some((other) => isSettled(other, firing));
    const { organisationId, branchId } = row;
    const expected = { colour, draftedAt: firing.at, organisationId, branchId, commander };
    const fault = !slip
      ? isDue && '没有督办单'
      : isDue
        ? (firstDifference(expected, { ...slip }) ?? stateFault(slip, row))
        : '督办单不应拟：上一张已经反馈或者决定办结，或者没有上级';
    if (fault) findings.fault('slips', placeOf(firing.event), `时限 ${row.id} 的 ${firing.rung} 级：${fault}`);
  }
  for (const { deadlineId, rung } of slips.values()) {
    const place = streamPlace(known.get(deadlineId)?.stream ?? '');
    findings.fault('slips', place, `时限 ${deadlineId} 的 ${rung} 级：有督办单，台账没有催办`);
  }
}

/** Slips of deadlines that are not there, and years whose numbers have a gap. */
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
  const gaps = await select<{ year: number }>(
    m,
    `SELECT s.serial_year AS year FROM slips s WHERE s.campaign_id = ? AND s.serial IS NOT NULL
      GROUP BY s.serial_year HAVING COUNT(*) <> MAX(s.serial) OR MIN(s.serial) <> 1 ORDER BY 1`,
    [campaignId],
  );
  for (const { year } of gaps) findings.fault('slips', streamPlace(''), `${year} 年的督办单编号不连续`);
}

function keyOf({ deadlineId, generation, rung }: Pick<Firing, 'deadlineId' | 'generation' | 'rung'>): string {
  return `${deadlineId}/${generation}/${rung}`;
}

/** Whether a slip had been answered, or ended by decision, when a later rung of its date fired. */
function isSettled(slip: SlipEntity, { deadlineId, generation, rung, at }: Firing): boolean {
  if (slip.deadlineId !== deadlineId || slip.generation !== generation || slip.rung === rung) return false;
  const before = (instant: Instant | null) => instant !== null && instant <= at && slip.draftedAt <= at;
  return before(slip.answeredAt) || (slip.state === 'closed' && slip.ended === 'decided' && before(slip.closedAt));
}

/** A slip ends in the transaction in which its deadline does. */
function stateFault(slip: SlipEntity, { metAt, voidedAt }: DeadlineEntity): string | null {
  const isOver = metAt !== null || voidedAt !== null;
  const hasEnded = slip.state === 'closed' || slip.state === 'void';
  if (!hasEnded) return isOver ? '时限已办结或终止，督办单没有办结' : null;
  if (slip.closedAt === null) return '督办单已办结，没有办结时间';
  return !isOver && (slip.ended === 'met' || slip.ended === 'not-owed') ? '督办单已办结，时限没有办结' : null;
}
