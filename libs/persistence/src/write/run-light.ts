import { type EntityManager, In } from 'typeorm';
import { runLightOf } from '@app/domain';
import { BranchRunEntity } from '../tables/branch-run.entity';
import { DeadlineEntity } from '../tables/deadline.entity';
import { ProblemEntity } from '../tables/problem.entity';

/** Whose rows hold what their light is read from; an organisation's run is not among them: its dates are looked at one by one. */
const LIT = [BranchRunEntity, ProblemEntity] as const;

/** Locks the rows of these runs and problems before their dates, as a step does that changes a date of its own. */
export async function holdLit(m: EntityManager, runIds: readonly string[]): Promise<void> {
  for (const entity of LIT) {
    const where = { id: In(runIds) };
    await m.find(entity, { select: { id: true }, where, order: { id: 'ASC' }, lock: { mode: 'pessimistic_write' } });
  }
}

/** Keeps what the lights of these runs are read from, where dates of many were changed at once. */
export async function keepLights(m: EntityManager, runIds: readonly string[]): Promise<void> {
  const dates = new Map<string, DeadlineEntity[]>();
  for (const date of await m.findBy(DeadlineEntity, { runId: In(runIds) })) {
    dates.set(date.runId, [...(dates.get(date.runId) ?? []), date]);
  }
  for (const entity of LIT) {
    const rows = await m.find(entity, { select: { id: true }, where: { id: In(runIds) } });
    for (const { id } of rows) await m.update(entity, { id }, runLightOf(dates.get(id) ?? []));
  }
}
