import type { EntityManager } from 'typeorm';
import { programmeNow, type Instant } from '@app/domain';
import { CampaignClockEntity } from '../tables/campaign-clock.entity';
import type { KnownRun } from './open-run.queries';
import { marks, select } from './select';

/** How many rungs of open deadlines should have fired by now, on the campaign's clock, and have not. */
export async function countRungsDue(m: EntityManager, campaignId: string, realNow: Instant): Promise<number> {
  const clock = await m.findOneByOrFail(CampaignClockEntity, { campaignId });
  const [row] = await select<{ n: string }>(
    m,
    'SELECT COUNT(*) AS n FROM deadlines WHERE campaign_id = ? AND next_rung_at <= ?',
    [campaignId, new Date(programmeNow(clock, realNow))],
  );
  return Number(row?.n ?? 0);
}

const BODY_COLUMNS = {
  'branch-run': 'branch_id AS bodyId FROM branch_runs',
  'organisation-run': 'organisation_id AS bodyId FROM organisation_runs',
  keeper: 'scope_id AS bodyId FROM keepers',
} as const;

/** Of which branch or organisation these runs are, or keep the dates; those of the committee are of none. */
export async function bodiesOfRuns(
  m: EntityManager,
  runs: readonly Pick<KnownRun, 'kind' | 'id'>[],
): Promise<Map<string, string>> {
  const bodies = new Map<string, string>();
  for (const [kind, columns] of Object.entries(BODY_COLUMNS)) {
    const ids = runs.filter((run) => run.kind === kind).map(({ id }) => id);
    if (ids.length === 0) continue;
    const sql = `SELECT id, ${columns} WHERE id IN (${marks(ids)})`;
    for (const { id, bodyId } of await select<{ id: string; bodyId: string }>(m, sql, ids)) bodies.set(id, bodyId);
  }
  return bodies;
}
