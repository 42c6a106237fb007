/** Checks every escalation against the notices: somebody was told, unless no office it speaks to was held (P4). */
import { type EntityManager, In } from 'typeorm';
import { ladderOf, officeOfRung, type Programme, shanghaiDateOf } from '@app/domain';
import type { DeadlineEntity } from '../tables/deadline.entity';
import { OfficeEntity } from '../tables/organisation.entity';
import { officeKey } from '../read/holder.queries';
import { surroundingsOf } from '../write/rung-firing';
import { marks, select } from '../read/select';
import { type Findings, placeOf } from './findings';
import { type Firing, type RecordedDeadlines, rungName } from './fired-rungs';
import type { Snapshot } from './snapshot';

export async function checkTold(
  { m, programme }: Snapshot,
  findings: Findings,
  { record: { firings }, rows }: RecordedDeadlines,
): Promise<void> {
  if (firings.length === 0) return;
  findings.looked('told', firings.length);
  const told = await readToldRungs(m, [...new Set(firings.map(({ deadlineId }) => deadlineId))]);
  const untold = firings.filter((firing) => !told.has(keyOf(firing)));
  for (const { event, deadlineId, rung } of await withHolders(m, untold, { rows, programme })) {
    findings.fault('told', placeOf(event), `时限 ${deadlineId} 的 ${rung} 级已催办，没有任何人收到通知`);
  }
}

function keyOf({ deadlineId, generation, rung }: Pick<Firing, 'deadlineId' | 'generation' | 'rung'>): string {
  return `${deadlineId}/${generation}/${rung}`;
}

async function readToldRungs(m: EntityManager, deadlineIds: readonly string[]): Promise<Set<string>> {
  const notices = await select<{ deadlineId: string; generation: number; rung: string }>(
    m,
    `SELECT DISTINCT deadline_id AS deadlineId, generation, rung FROM notices
      WHERE deadline_id IN (${marks(deadlineIds)}) AND rung IS NOT NULL`,
    deadlineIds,
  );
  return new Set(notices.map(keyOf));
}

/** Those of which somebody held an office that was to be told; on the last day of an office its holder may have gone already. */
async function withHolders(
  m: EntityManager,
  firings: readonly Firing[],
  { rows, programme }: { readonly rows: readonly DeadlineEntity[]; readonly programme: Programme },
): Promise<Firing[]> {
  const known = new Map(rows.map((row) => [row.id, row]));
  const late = [...new Set(firings.map(({ deadlineId }) => deadlineId))].flatMap((id) => known.get(id) ?? []);
  if (late.length === 0) return [];
  const around = await surroundingsOf(m, late);
  const asked = firings.map((firing) => {
    const row = known.get(firing.deadlineId);
    const place = around.get(firing.deadlineId);
    const to = row ? ladderOf(programme, row).find((rung) => rungName(rung) === firing.rung)?.to : [];
    // whom the run waited for then, its row does not say
    const offices = place ? (to ?? []).map((addressee) => officeOfRung(addressee, { ...place, waitingOn: null })) : [];
    return { firing, offices: offices.filter((office) => office !== null) };
  });
  const bodies = asked.flatMap(({ offices }) => offices.map(({ bodyId }) => bodyId));
  const held = await m.findBy(OfficeEntity, { bodyId: In([...new Set(bodies)]) });
  return asked.flatMap(({ firing, offices }) => {
    const date = shanghaiDateOf(firing.event.recordedAt);
    const then = held.filter(({ validFrom, validTo }) => validFrom <= date && (validTo === null || validTo > date));
    const keys = new Set(then.map(officeKey));
    return offices.some((office) => keys.has(officeKey(office))) ? [firing] : [];
  });
}
