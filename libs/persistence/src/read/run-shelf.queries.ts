import type { EntityManager } from 'typeorm';
import {
  BRANCH_STEP_TABLE,
  type BranchRunMode,
  type BranchStep,
  type Disposition,
  type Instant,
  type Light,
  type Outcome,
  type Phase,
  type Target,
} from '@app/domain';
import { addRunLight, restLightOf } from './light.queries';
import { Conditions, fewOf, select } from './select';

/** What a list of branch runs is narrowed by that has few values; runs that agree in all of it stand on one shelf. */
export interface ShelfFilter {
  readonly campaignId: string;
  readonly year?: number | undefined;
  readonly phase?: Phase | undefined;
  readonly step?: BranchStep | undefined;
  readonly target?: Target | undefined;
  readonly result?: Outcome | undefined;
  readonly disposition?: Disposition | undefined;
  readonly mode?: BranchRunMode | undefined;
  /** Role of the office it waits for. */
  readonly waitingOn?: string | undefined;
  readonly light?: Light | undefined;
}

/** Of more shelves the runs are many. */
const FEW_SHELVES = 60;

const COLUMNS = ['year', 'step', 'target', 'result', 'disposition', 'mode', 'waiting_role', 'rest_light'] as const;

type Shelf = Readonly<Record<(typeof COLUMNS)[number], string | number | null>>;

/** The steps of a phase. */
export function stepsOfPhase(phase: Phase): BranchStep[] {
  return (Object.keys(BRANCH_STEP_TABLE) as BranchStep[]).filter((step) => BRANCH_STEP_TABLE[step].phase === phase);
}

/**
 * The ids of the runs that have what is asked, where they are few; null where they are many or nothing of the kind is asked. An
 * index is jumped through from shelf to shelf, so that what nobody has, or hardly anybody, is known without looking at
 * every run.
 */
export async function rareRuns(m: EntityManager, filter: ShelfFilter, now: Instant): Promise<string[] | null> {
  const wanted = wantedOf(filter);
  if (wanted.length === 0) return null;
  const shelves = (await shelvesOf(m, filter)).filter((shelf) => wanted.every((fits) => fits(shelf)));
  if (shelves.length === 0) return [];
  if (shelves.length > FEW_SHELVES) return null;
  const where = new Conditions().equal('r.campaign_id', filter.campaignId);
  const on = COLUMNS.map((column) => `r.${column} <=> ?`).join(' AND ');
  where.add(
    `(${shelves.map(() => `(${on})`).join(' OR ')})`,
    ...shelves.flatMap((shelf) => COLUMNS.map((column) => shelf[column])),
  );
  addRunLight(where, 'r', { light: filter.light, now });
  return fewOf(
    m,
    `SELECT r.id FROM branch_runs r FORCE INDEX (branch_runs_shelf) WHERE ${where.sql}`,
    where.parameters,
  );
}

function wantedOf(filter: ShelfFilter): ((shelf: Shelf) => boolean)[] {
  const { phase, light, waitingOn } = filter;
  const { step, target, result, disposition, mode } = filter;
  const equal = {
    step,
    target,
    result,
    disposition,
    mode,
    waiting_role: waitingOn,
    rest_light: light && restLightOf(light),
  };
  const wanted = Object.entries(equal).flatMap(([column, value]) =>
    value === undefined ? [] : [(shelf: Shelf) => shelf[column as keyof Shelf] === value],
  );
  if (!phase) return wanted;
  const steps: readonly unknown[] = stepsOfPhase(phase);
  return [...wanted, (shelf) => steps.includes(shelf.step)];
}

async function shelvesOf(m: EntityManager, { campaignId, year }: ShelfFilter): Promise<Shelf[]> {
  const where = new Conditions().equal('r.campaign_id', campaignId).equal('r.year', year);
  const columns = COLUMNS.map((column) => `r.${column}`).join(', ');
  return select<Shelf>(
    m,
    `SELECT ${columns} FROM branch_runs r FORCE INDEX (branch_runs_shelf) WHERE ${where.sql}
      GROUP BY r.campaign_id, ${columns}`,
    where.parameters,
  );
}
