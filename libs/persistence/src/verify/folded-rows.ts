/** Checks the rows of runs and problems against the fold of their streams, and that none lacks a stream. */
import { type EntityManager, type EntityTarget, type FindOptionsWhere, In } from 'typeorm';
import {
  evolveProblem,
  evolveRun,
  evolveSlip,
  EVENTS_BESIDE_THE_RUN,
  isDeadlineEvent,
  type Problem,
  type ProblemEvent,
  type RunTypes,
  type Slip,
  type SlipEvent,
} from '@app/domain';
import { problemOf, problemStream } from '../write/problem';
import { slipOf, slipStream } from '../write/slip';
import { HEADS_RECORDED } from '../record/recorded-heads';
import { ProblemEntity } from '../tables/problem.entity';
import { SlipEntity } from '../tables/slip.entity';
import { commonColumns, type RunRow, type RunTable } from '../write/run-table';
import type { RunEntity } from '../tables/run.entity';
import { select } from '../read/select';
import { anyDifference, type Findings, firstDifference, placeOf, streamPlace } from './findings';
import type { ReadEvent, ReadStream } from './streams';

/** A run with its stream; of a broken chain no fold is asked. */
export interface CheckedRun<E extends RunEntity = RunEntity> {
  readonly row: E;
  readonly events: readonly ReadEvent[];
}

/** What a stream and its row are, where only the row's id counts: runs and problems alike have dates. */
export interface DatedStream {
  readonly row: { readonly id: string };
  readonly events: readonly ReadEvent[];
}

/**
 * Of one kind of run: state, the columns read off it, and the version, which rises by one with each local write. Answers
 * the runs whose streams can be folded, for the checks that follow.
 */
export async function checkRuns<P extends RunTypes, E extends RunRow<P>>(
  m: EntityManager,
  findings: Findings,
  { table, streams }: { readonly table: RunTable<P, E>; readonly streams: readonly ReadStream[] },
): Promise<CheckedRun<E>[]> {
  if (streams.length === 0) return [];
  const names = streams.map(({ stream }) => stream);
  const rows = await m.find(table.entity, { where: { workflowId: In(names) } as FindOptionsWhere<E> });
  const byStream = new Map(rows.map((row) => [row.workflowId, row]));
  return streams.flatMap(({ stream, events }) => {
    const row = byStream.get(stream);
    const last = events.at(-1);
    if (!last) return [];
    findings.looked('rows');
    if (!row) {
      findings.fault('rows', placeOf(last), '台账有记载，没有对应的行');
      return [];
    }
    const fault = foldFault(table, row, events);
    if (fault) findings.fault('rows', placeOf(last), fault);
    return [{ row, events }];
  });
}

function foldFault<P extends RunTypes, E extends RunRow<P>>(
  { process, columns }: RunTable<P, E>,
  row: E,
  events: readonly ReadEvent[],
): string | null {
  const own = events.filter(({ type }) => type !== HEADS_RECORDED);
  const recorded = ownEvents(own);
  const { setting } = row;
  let state: P['state'];
  try {
    state = recorded.reduce(
      (before, { type, record }) => evolveRun(process, { setting, state: before }, { type, payload: record?.payload }),
      process.unopened,
    );
  } catch (error) {
    return `台账不能推算：${error instanceof Error ? error.message : String(error)}`;
  }
  const writes = own
    .filter(({ type }) => !EVENTS_BESIDE_THE_RUN.includes(type))
    .map(({ record }) => record?.operationKey);
  const expected = { ...commonColumns(state), ...columns(state), version: new Set(writes).size };
  const folded = state as object as Record<string, unknown>;
  const kept = row.state as object as Record<string, unknown>;
  return (
    firstDifference(expected, row as unknown as Record<string, unknown>) ??
    anyDifference(['台账', folded], ['行', kept])
  );
}

/** Problems = fold of their streams, and nothing else; answers those that can be folded, for the check of their dates. */
export async function checkProblems(
  m: EntityManager,
  findings: Findings,
  streams: readonly ReadStream[],
): Promise<DatedStream[]> {
  if (streams.length === 0) return [];
  const ids = streams.map(({ stream }) => stream.slice(problemStream('').length));
  const rows = new Map((await m.findBy(ProblemEntity, { id: In(ids) })).map((row) => [row.id, row]));
  return streams.flatMap(({ events }, at) => {
    const row = rows.get(ids[at] ?? '');
    const last = events.at(-1);
    if (!last) return [];
    findings.looked('rows');
    if (!row) {
      findings.fault('rows', placeOf(last), '台账有记载，没有对应的行');
      return [];
    }
    const recorded = ownEvents(events);
    const folded = recorded.reduce<Problem | null>(
      (problem, { type, record }) => evolveProblem(problem, { type, payload: record?.payload } as ProblemEvent),
      null,
    );
    const found = { ...problemOf(row), version: row.version };
    const fault = firstDifference({ ...folded, version: recorded.length }, found);
    if (fault) findings.fault('rows', placeOf(last), fault);
    return [{ row, events }];
  });
}

/** Slips = fold of their streams; they have no dates of their own. */
export async function checkSlipRows(
  m: EntityManager,
  findings: Findings,
  streams: readonly ReadStream[],
): Promise<DatedStream[]> {
  if (streams.length === 0) return [];
  const ids = streams.map(({ stream }) => stream.slice(slipStream('').length));
  const rows = new Map((await m.findBy(SlipEntity, { id: In(ids) })).map((row) => [row.id, row]));
  for (const [at, { events }] of streams.entries()) {
    const row = rows.get(ids[at] ?? '');
    const last = events.at(-1);
    if (!last) continue;
    findings.looked('rows');
    if (!row) {
      findings.fault('rows', placeOf(last), '台账有记载，没有对应的行');
      continue;
    }
    const folded = events.reduce<Slip | null>(
      (slip, { type, record }) => evolveSlip(slip, { type, payload: record?.payload } as SlipEvent),
      null,
    );
    const found = { ...slipOf(row), version: row.version };
    const fault = firstDifference({ ...folded, version: events.length }, found);
    if (fault) findings.fault('rows', placeOf(last), fault);
  }
  return [];
}

/** The events of a stream's own kind, without those that the register of dates keeps in it. */
export function ownEvents(events: readonly ReadEvent[]): ReadEvent[] {
  return events.filter(({ type }) => !isDeadlineEvent(type));
}

const REGISTERS = [
  { table: 'problems', stream: "CONCAT('problem:', t.id)", written: 'TRUE' },
  { table: 'slips', stream: "CONCAT('slip:', t.id)", written: 'TRUE' },
  { table: 'deadlines', stream: 't.stream', written: 'TRUE' },
];

/** Rows of which the record says nothing. */
export async function checkUnrecordedRows(
  m: EntityManager,
  findings: Findings,
  { campaignId, entities }: { readonly campaignId: string; readonly entities: readonly EntityTarget<RunEntity>[] },
): Promise<void> {
  const runs = entities.map((entity) => ({
    table: m.connection.getMetadata(entity).tableName,
    stream: 't.workflow_id',
    written: "(t.version <> 0 OR t.step <> 'opening')",
  }));
  for (const { table, stream, written } of [...runs, ...REGISTERS]) {
    const rows = await select<{ stream: string }>(
      m,
      `SELECT DISTINCT ${stream} AS stream FROM ${table} t WHERE t.campaign_id = ? AND ${written}
          AND NOT EXISTS (SELECT 1 FROM process_events e WHERE e.stream = ${stream}) ORDER BY 1`,
      [campaignId],
    );
    for (const row of rows) {
      findings.fault(table === 'deadlines' ? 'deadlines' : 'rows', streamPlace(row.stream), '有行，台账没有记载');
    }
  }
}
