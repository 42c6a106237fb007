import type { EntityManager } from 'typeorm';
import {
  type BranchRunEvent,
  type CivilDate,
  dateOfEvent,
  type OrganisationRunEvent,
  shanghaiDateOf,
} from '@app/domain';
import type { RecordedEvent } from '../record/event-log';
import { marks, select } from './select';

/** The day on which each of these filings was registered. */
export async function registrationDates(
  m: EntityManager,
  filingIds: readonly string[],
): Promise<ReadonlyMap<string, CivilDate>> {
  if (filingIds.length === 0) return new Map();
  const records = await readRecords(m, ['filing-registered'], {
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

/** The day on which the first filing of these organisations was registered in a year; undefined for none. */
export async function registeredFrom(
  m: EntityManager,
  { year, organisationIds }: { readonly year: number; readonly organisationIds: readonly string[] },
): Promise<CivilDate | undefined> {
  if (organisationIds.length === 0) return undefined;
  const filings = await select<{ id: string }>(
    m,
    `SELECT f.id FROM organisation_runs o JOIN filings f ON f.organisation_run_id = o.id
      WHERE o.year = ? AND o.organisation_id IN (${marks(organisationIds)}) AND f.registered_at IS NOT NULL`,
    [year, ...organisationIds],
  );
  const days = await registrationDates(
    m,
    filings.map(({ id }) => id),
  );
  return [...days.values()].sort()[0];
}

/** When the last of these branches was concluded on in a year, or its review confirmed: as stated, else as recorded; `''` for none. */
export async function concludedOnOf(
  m: EntityManager,
  { year, branchIds }: { readonly year: number; readonly branchIds: readonly string[] },
): Promise<CivilDate> {
  if (branchIds.length === 0) return '';
  const types: BranchRunEvent['type'][] = ['assessment-concluded', 'review-confirmed'];
  const concluded = await readRecords(m, types, {
    sql: `SELECT workflow_id FROM branch_runs WHERE year = ? AND branch_id IN (${marks(branchIds)})`,
    parameters: [year, ...branchIds],
  });
  return concluded.map(dateOfEvent).sort().at(-1) ?? '';
}

/** Who sent an organisation's filing last; null where nobody did. */
export async function filingSenderOf(m: EntityManager, runId: string): Promise<string | null> {
  return (await filingSendersOf(m, [runId])).get(runId) ?? null;
}

/** Who sent the filing of each of these organisations last. */
export async function filingSendersOf(
  m: EntityManager,
  runIds: readonly string[],
): Promise<ReadonlyMap<string, string | null>> {
  if (runIds.length === 0) return new Map();
  const runs = await select<{ id: string; workflowId: string }>(
    m,
    `SELECT id, workflow_id AS workflowId FROM organisation_runs WHERE id IN (${marks(runIds)})`,
    runIds,
  );
  const sent = await readRecords(m, ['filing-sent' satisfies OrganisationRunEvent['type']], {
    sql: `SELECT workflow_id FROM organisation_runs WHERE id IN (${marks(runIds)})`,
    parameters: runIds,
  });
  const senders = new Map(sent.map(({ stream, actor }) => [stream, actor]));
  return new Map(runs.map(({ id, workflowId }) => [id, senders.get(workflowId) ?? null]));
}

type PayloadOf<F extends { readonly type: string; readonly payload: unknown }, T extends F['type']> = Extract<
  F,
  { readonly type: T }
>['payload'];

async function readRecords(
  m: EntityManager,
  types: readonly string[],
  streams: { readonly sql: string; readonly parameters: readonly unknown[] },
): Promise<RecordedEvent[]> {
  const rows = await select<{ canonical: string }>(
    m,
    `SELECT e.canonical FROM (${streams.sql}) s JOIN process_events e ON e.stream = s.workflow_id
      WHERE e.type IN (${marks(types)}) ORDER BY e.stream, e.sequence`,
    [...streams.parameters, ...types],
  );
  return rows.map(({ canonical }) => JSON.parse(canonical) as RecordedEvent);
}
