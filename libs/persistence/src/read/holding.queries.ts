import { type EntityManager, In, IsNull, Not } from 'typeorm';
import { type Instant, type OfficeRef, STEPS_UNHURRIED } from '@app/domain';
import { BranchRunEntity } from '../tables/branch-run.entity';
import type { DeadlineEntity } from '../tables/deadline.entity';
import { awaitedDeadlines } from './awaited.queries';
import { officeKey } from './holder.queries';
import { idsOf } from './select';

/** An office that a date is reminded at, and the run that it holds up; absent where it is the run of the date itself, or several. */
export type Reminded = OfficeRef & { readonly runId?: string };

/**
 * Who holds up a date of an organisation at `now`: the offices that its branches wait for, where that date is the one by which
 * they are waited for. An organisation cannot meet it without them, so it is they who are reminded beside the office that owes it.
 */
export async function holdersBelow(
  m: EntityManager,
  rows: readonly DeadlineEntity[],
  now: Instant,
): Promise<Map<string, Reminded[]>> {
  const dates = rows.filter(({ body }) => body === 'organisation');
  if (dates.length === 0) return new Map();
  const runs = await m.find(BranchRunEntity, {
    where: {
      organisationId: In([...new Set(dates.map(({ organisationId }) => organisationId))]),
      year: In([...new Set(dates.map(({ year }) => year))]),
      step: Not(In([...STEPS_UNHURRIED])),
      waitingRole: Not(IsNull()),
    },
    select: { id: true, waitingRole: true, waitingBodyKind: true, waitingBodyId: true },
    order: { id: 'ASC' },
  });
  const awaited = await awaitedDeadlines(m, { kind: 'branch-run', ids: idsOf(runs) }, now);
  const holding = new Map<string, Map<string, Reminded>>();
  for (const { id: runId, waitingRole: role, waitingBodyKind: bodyKind, waitingBodyId: bodyId } of runs) {
    const date = awaited.get(runId);
    if (date === undefined || role === null || bodyKind === null || bodyId === null) continue;
    const office: OfficeRef = { role, bodyKind, bodyId };
    const offices = holding.get(date) ?? new Map<string, Reminded>();
    holding.set(date, offices.set(officeKey(office), offices.has(officeKey(office)) ? office : { ...office, runId }));
  }
  return new Map([...holding].map(([date, offices]) => [date, [...offices.values()]]));
}
