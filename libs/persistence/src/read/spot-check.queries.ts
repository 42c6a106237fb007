import type { EntityManager } from 'typeorm';
import {
  type BranchStep,
  type DrawCandidate,
  type FrozenPopulation,
  gatherPopulation,
  type Instant,
  type SpotCheckEvent,
  type SpotCheckStep,
  STEP_BEFORE_DRAW,
} from '@app/domain';
import type { RecordedEvent } from '../record/event-log';
import { BranchRunEntity } from '../tables/branch-run.entity';
import { toInstant } from '../tables/columns';
import { literal, marks, select } from './select';

/** The rechecks of a check, or that of one branch, each with the area of its branch's run. */
export function findRechecks(
  m: EntityManager,
  spotCheckId: string,
  branchId: string | null,
): Promise<{ id: string; branchId: string; areaId: string }[]> {
  return select(
    m,
    `SELECT k.id, k.branch_id AS branchId, r.area_id AS areaId FROM rechecks k
       JOIN branch_runs r ON r.id = k.branch_run_id WHERE k.spot_check_id = ? AND k.branch_id = COALESCE(?, k.branch_id)`,
    [spotCheckId, branchId],
  );
}

/** Who may be drawn: of the registered branches of a round that wait for the draw those that no other check holds; each organisation is a stratum. */
export async function drawCandidates(
  m: EntityManager,
  round: { readonly campaignId: string; readonly year: number },
): Promise<DrawCandidate[]> {
  const rows = await select<DrawCandidate & { readonly registeredAt: Date }>(
    m,
    `SELECT r.branch_id AS branchId, r.organisation_id AS organisationId, o.code AS stratum, r.registered_at AS registeredAt
       FROM branch_runs r JOIN organisations o ON o.id = r.organisation_id
      WHERE r.campaign_id = ? AND r.year = ? AND r.step = ${literal(STEP_BEFORE_DRAW)} ORDER BY r.branch_id`,
    [round.campaignId, round.year],
  );
  const waiting = rows.map((row) => ({ ...row, registeredAt: toInstant(row.registeredAt) }));
  return gatherPopulation(waiting, await frozenPopulations(m, round));
}

/** How many registered branches of a round cannot be published yet, by where they stand: not drawn from, or not rechecked. */
export function countBeforePublication(
  m: EntityManager,
  { campaignId, year }: { readonly campaignId: string; readonly year: number },
): Promise<{ step: BranchStep; count: number }[]> {
  const steps: readonly BranchStep[] = [STEP_BEFORE_DRAW, 'rechecking'];
  return Promise.all(
    steps.map(async (step) => ({ step, count: await m.countBy(BranchRunEntity, { campaignId, year, step }) })),
  );
}

/** Who froze the population and who revealed the draw of a check, and when. */
export interface DrawActs {
  readonly frozenAt: Instant | null;
  readonly revealedBy: string | null;
  readonly revealedAt: Instant | null;
}

/** By its events; null for what is not done yet. */
export async function drawActsOf(m: EntityManager, workflowId: string): Promise<DrawActs> {
  const types: SpotCheckEvent['type'][] = ['draw-population-frozen', 'draw-revealed'];
  const rows = await select<{ canonical: string }>(
    m,
    `SELECT canonical FROM process_events WHERE stream = ? AND type IN (${marks(types)})`,
    [workflowId, ...types],
  );
  const events = rows.map(({ canonical }) => JSON.parse(canonical) as RecordedEvent);
  const [frozen, revealed] = types.map((type) => events.find((event) => event.type === type));
  return {
    frozenAt: frozen?.recordedAt ?? null,
    revealedBy: revealed?.actor ?? null,
    revealedAt: revealed?.recordedAt ?? null,
  };
}

/** The canonical text of the population that a check has frozen; null before. */
export async function frozenPopulationOf(m: EntityManager, id: string): Promise<string | null> {
  const [row] = await select<{ population: string | null }>(m, 'SELECT population FROM spot_checks WHERE id = ?', [id]);
  return row?.population ?? null;
}

async function frozenPopulations(
  m: EntityManager,
  { campaignId, year }: { readonly campaignId: string; readonly year: number },
): Promise<FrozenPopulation[]> {
  const rows = await select<{ step: SpotCheckStep; population: string; frozenAt: Date }>(
    m,
    `SELECT c.step, c.population, e.recorded_at AS frozenAt FROM spot_checks c
       JOIN process_events e ON e.stream = c.workflow_id AND e.type = ${literal<SpotCheckEvent['type']>('draw-population-frozen')}
      WHERE c.campaign_id = ? AND c.year = ? AND c.population IS NOT NULL`,
    [campaignId, year],
  );
  return rows.map(({ step, population, frozenAt }) => ({
    step,
    frozenAt: toInstant(frozenAt),
    branches: new Set((JSON.parse(population) as DrawCandidate[]).map(({ branchId }) => branchId)),
  }));
}
