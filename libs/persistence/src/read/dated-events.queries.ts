import type { EntityManager } from 'typeorm';
import {
  type CivilDate,
  dateOfEvent,
  type OrganisationRunEvent,
  shanghaiDateOf,
  type SpotCheckEvent,
} from '@app/domain';
import type { RecordedEvent } from '../record/event-log';
import { marks, select } from './select';

/** When the last branch of a list was registered and, where it was drawn, its recheck was done: as stated, else as recorded. */
export async function settledOnOf(m: EntityManager, runIds: readonly string[]): Promise<CivilDate> {
  if (runIds.length === 0) return '';
  const registered = await registrationDates(m, await registeredFilings(m, runIds));
  return [...registered.values(), ...(await recheckDates(m, runIds))].sort().at(-1) ?? '';
}

/** The registered filings in which these branches' runs stand. */
async function registeredFilings(m: EntityManager, runIds: readonly string[]): Promise<string[]> {
  const branches = await select<{ branchId: string }>(
    m,
    `SELECT branch_id AS branchId FROM branch_runs WHERE id IN (${marks(runIds)})`,
    runIds,
  );
  const asked = new Set(branches.map(({ branchId }) => branchId));
  const filings = await select<{ id: string; agreed: string }>(
    m,
    `SELECT f.id, d.agreed FROM filings f JOIN decisions d ON d.id = f.decision_id
      WHERE f.registered_at IS NOT NULL AND f.organisation_run_id IN (
        SELECT o.id FROM branch_runs r JOIN organisation_runs o ON o.organisation_id = r.organisation_id AND o.year = r.year
         WHERE r.id IN (${marks(runIds)}))`,
    runIds,
  );
  return filings
    .filter(({ agreed }) => Object.values(JSON.parse(agreed) as string[]).some((id) => asked.has(id)))
    .map(({ id }) => id);
}

/** The day on which each of these filings was registered. */
export async function registrationDates(
  m: EntityManager,
  filingIds: readonly string[],
): Promise<ReadonlyMap<string, CivilDate>> {
  if (filingIds.length === 0) return new Map();
  const records = await readRecords(m, 'filing-registered', {
    sql: `SELECT DISTINCT o.workflow_id FROM filings f JOIN organisation_runs o ON o.id = f.organisation_run_id
           WHERE f.id IN (${marks(filingIds)})`,
    parameters: filingIds,
  });
  return new Map(
    records.flatMap((record): [string, CivilDate][] => {
      const { filingId, bySilence, at } = record.payload as PayloadOf<OrganisationRunEvent, 'filing-registered'>;
      return filingIds.includes(filingId) ? [[filingId, bySilence ? shanghaiDateOf(at) : dateOfEvent(record)]] : [];
    }),
  );
}

async function recheckDates(m: EntityManager, runIds: readonly string[]): Promise<CivilDate[]> {
  const where = `k.branch_run_id IN (${marks(runIds)}) AND k.concluded_at IS NOT NULL`;
  const rechecks = await select<{ id: string }>(m, `SELECT k.id FROM rechecks k WHERE ${where}`, runIds);
  const ids = new Set(rechecks.map(({ id }) => id));
  const records = await readRecords(m, 'recheck-concluded', {
    sql: `SELECT DISTINCT s.workflow_id FROM rechecks k JOIN spot_checks s ON s.id = k.spot_check_id WHERE ${where}`,
    parameters: runIds,
  });
  return records
    .filter(({ payload }) => ids.has((payload as PayloadOf<SpotCheckEvent, 'recheck-concluded'>).recheckId))
    .map(dateOfEvent);
}

type PayloadOf<F extends { readonly type: string; readonly payload: unknown }, T extends F['type']> = Extract<
  F,
  { readonly type: T }
>['payload'];

async function readRecords(
  m: EntityManager,
  type: string,
  streams: { readonly sql: string; readonly parameters: readonly unknown[] },
): Promise<RecordedEvent[]> {
  const rows = await select<{ canonical: string }>(
    m,
    `SELECT e.canonical FROM (${streams.sql}) s JOIN process_events e ON e.stream = s.workflow_id
      WHERE e.type = ? ORDER BY e.stream, e.sequence`,
    [...streams.parameters, type],
  );
  return rows.map(({ canonical }) => JSON.parse(canonical) as RecordedEvent);
}
