import type { DataSource, EntityManager } from 'typeorm';
import {
  type Decision,
  DomainError,
  type EffectOrder,
  evolveRun,
  type Instant,
  type PendingEffect,
  type RecordedEvent,
  type RunTypes,
  type Attribution,
  type EventType,
} from '@app/domain';
import { endSlips } from './slip';
import { applyDeadlineOrders, type DeadlineHome, type DeadlineOutcome } from './deadline';
import { applyDocumentOrders } from './document-order';
import { appendEvents, type NewEvent, type Provenance } from '../record/event-log';
import {
  findOperation,
  hasEffectsAfter,
  isUnfit,
  keepOperation,
  type KeptOutcome,
  unfitContent,
} from './kept-operation';
import { programmeOf } from '../read/programme-store';
import { tellOffices } from './run-notices';
import { checkEventDates, checkAttributedDate } from './stated-dates';
import { commonColumns, type RunRow, type RunTable } from './run-table';
import { inTransaction } from '../database/transaction';

/** One local write: which run, under which key, at which version, and the rule that decides. */
export interface RunOperation<P extends RunTypes = RunTypes, E extends RunRow<P> = RunRow<P>> {
  readonly table: RunTable<P, E>;
  readonly runId: string;
  readonly operationKey: string;
  readonly requestDigest: string;
  readonly expectedVersion: number;
  /** Programme time of the message. */
  readonly at: Instant;
  /** Real time. */
  readonly writtenAt: Instant;
  readonly attribution: Attribution | null;
  readonly provenance: Provenance;
  /** Whether somebody sent it, so that content which nothing can take is refused; the run's own openings are tried again. */
  readonly isSent: boolean;
  readonly decide: (m: EntityManager, entity: E) => Promise<Decision<RecordedEvent<P>>>;
  /** The words of a document that the decision makes from a register, as it was asked about them. */
  readonly made?: () => object | undefined;
  /** Where the run's deadlines are kept; absent for runs without deadlines. */
  readonly deadlineHome?: (entity: E) => DeadlineHome;
  /** Further rows of the run's own that one of its events makes, with the state after it. */
  readonly record?: (m: EntityManager, row: { state: P['state']; entity: E }, event: RecordedEvent<P>) => Promise<void>;
}

/** The stored answer of a local write. */
export interface OperationOutcome<S = RunTypes['state']> {
  readonly version: number;
  readonly state: S;
  readonly stale: boolean;
  readonly refusal: KeptOutcome['refusal'];
  readonly effects: readonly EffectOrder[];
  /** Where the row was ahead: the errand that tells what other writes since `expectedVersion` asked for. */
  readonly untold?: readonly PendingEffect[];
  /** The state that this very write changed; absent where it wrote nothing. */
  readonly before?: S;
}

/**
 * The one write path of processes. Locks the run's row, then: the key is known → its stored outcome; the row is ahead of
 * `expectedVersion` → the current snapshot, marked stale, with what was asked to be told meanwhile; else decides, and
 * writes row, events, deadlines, documents, notices and the operation in one transaction. Safe to run twice. The refusal
 * of a command is kept under the key like an outcome; openings and news have nobody to refuse, so they are tried again;
 * but what no rule and no column can take is refused whoever sent it: tried again, it would block the run for ever.
 */
export async function runOperation<P extends RunTypes, E extends RunRow<P>>(
  dataSource: DataSource,
  typed: RunOperation<P, E>,
): Promise<OperationOutcome<P['state']>> {
  // the path is the same for every kind: its types are of the caller
  const operation = typed as unknown as RunOperation;
  try {
    return await inTransaction(dataSource, (m) => write(m, operation));
  } catch (thrown) {
    const error = operation.isSent && isUnfit(thrown) ? unfitContent(thrown) : thrown;
    if (!(error instanceof DomainError)) throw error;
    const { code, message, details } = error;
    if (error !== thrown && operation.attribution === null) {
      return inTransaction(dataSource, (m) => keepRefusal(m, operation, { code, message, details }));
    }
    if (operation.attribution === null)
      throw new Error(`${code}: ${message} ${JSON.stringify(details)}`, { cause: thrown });
    const refusal = { code, message, details };
    if (code === 'idempotency-key-reused') return inTransaction(dataSource, (m) => answerOnly(m, operation, refusal));
    return inTransaction(dataSource, (m) => keepRefusal(m, operation, refusal));
  }
}

async function write(m: EntityManager, operation: RunOperation): Promise<OperationOutcome> {
  const { table, runId, at } = operation;
  const entity = await lockRun(m, operation);
  const { setting, state } = entity;
  const known = await findOperation(m, operation);
  const ahead = entity.version > operation.expectedVersion && {
    untold: await untoldUntil(m, operation, entity.version),
  };
  if (known) {
    const { refusal, effects } = known;
    return { version: entity.version, state, stale: false, refusal, effects, ...ahead };
  }
  if (ahead) return { version: entity.version, state, stale: true, refusal: null, effects: [], ...ahead };
  if (entity.version < operation.expectedVersion) {
    throw new Error(
      `${table.process.kind} ${runId} is at version ${entity.version}, behind ${operation.expectedVersion}`,
    );
  }
  if (operation.attribution) await checkAttributedDate(m, entity, operation.attribution);
  const decision = await operation.decide(m, entity);
  if (decision.events.length === 0) {
    await keepOperation(m, operation, { version: entity.version, refusal: null, effects: [] });
    return { version: entity.version, state, stale: false, refusal: null, effects: [] };
  }

  const version = entity.version + 1;
  const next = decision.events.reduce(
    (before, event) => evolveRun(table.process, { setting, state: before }, event),
    state,
  );
  const programme = await programmeOf(m, entity.campaignId);
  const deadlines: DeadlineOutcome = operation.deadlineHome
    ? await applyDeadlineOrders(m, operation.deadlineHome(entity), {
        orders: decision.deadlines ?? [],
        at,
        attribution: operation.attribution,
        programme,
      })
    : { events: [], wake: [], ended: [] };
  const home = { campaignId: entity.campaignId, programmeVersion: entity.programmeVersion, runId };
  await applyDocumentOrders(m, home, {
    orders: decision.documents ?? [],
    at,
    attribution: operation.attribution,
    made: operation.made?.(),
  });
  const events = [...decision.events, ...deadlines.events].map((event) => toEvent(operation, entity, event));
  await checkEventDates(m, entity, events);
  await appendEvents(m, events);
  const { operationKey, writtenAt } = operation;
  await endSlips(m, deadlines.ended, { operationKey, provenance: operation.provenance, recordedAt: at, writtenAt });
  if (operation.record) {
    for (const event of decision.events) await operation.record(m, { state: next, entity }, event);
  }
  const light = table.isLit && deadlines.light;
  const columns = { ...commonColumns(next), ...table.columns(next), ...light, version, state: next };
  await m.update(table.entity, { id: runId }, columns);
  await tellOffices(m, table.process, {
    entity: { ...entity, state: next },
    before: state,
    orders: decision.notices ?? [],
    write: operation,
  });
  const effects = [...(decision.effects ?? []), ...(await wakeEffects(m, deadlines.wake))];
  await keepOperation(m, operation, { version, refusal: null, effects, ...(effects.length > 0 && { at }) });
  return { version, state: next, stale: false, refusal: null, effects, before: state };
}

async function keepRefusal(
  m: EntityManager,
  operation: RunOperation,
  refusal: NonNullable<KeptOutcome['refusal']>,
): Promise<OperationOutcome> {
  const entity = await lockRun(m, operation);
  const known = await findOperation(m, operation);
  if (!known) await keepOperation(m, operation, { version: entity.version, refusal, effects: [] });
  return {
    version: entity.version,
    state: entity.state,
    stale: false,
    refusal: known ? known.refusal : refusal,
    effects: known ? known.effects : [],
  };
}

/** The refusal of a key that already stands for another request: answered, but not kept under that key. */
async function answerOnly(
  m: EntityManager,
  operation: RunOperation,
  refusal: NonNullable<KeptOutcome['refusal']>,
): Promise<OperationOutcome> {
  const { version, state } = await lockRun(m, operation);
  return { version, state, stale: false, refusal, effects: [] };
}

async function lockRun(m: EntityManager, { table, runId }: RunOperation): Promise<RunRow<RunTypes>> {
  const entity = await m.findOne(table.entity, { where: { id: runId }, lock: { mode: 'pessimistic_write' } });
  if (!entity) throw new Error(`${table.process.kind} ${runId} has no row`);
  return entity;
}

/**
 * Where other writes after `expectedVersion` asked for something to be told: their answers never reached the workflow. A new
 * execution expects nothing, so it asks for the run's whole life; who has heard of it what is looked up by the errand, for
 * it takes as long as there are receivers.
 */
async function untoldUntil(m: EntityManager, operation: RunOperation, until: number): Promise<PendingEffect[]> {
  const { operationKey, expectedVersion: after, at } = operation;
  if (!(await hasEffectsAfter(m, operation, after))) return [];
  return [{ operationKey, index: 0, at, effect: { tell: 'untold', topic: 'untold', refs: { after, until } } }];
}

function toEvent(
  operation: RunOperation,
  entity: RunRow<RunTypes>,
  event: { readonly type: string; readonly payload: unknown },
): NewEvent {
  const { attribution, operationKey, provenance, at, writtenAt } = operation;
  return {
    campaign: entity.campaignId,
    programmeVersion: entity.programmeVersion,
    stream: entity.workflowId,
    type: event.type as EventType, // of whatever kind the run is: the words of all are one table
    actor: attribution?.actor ?? null,
    office: attribution?.office ?? null,
    operationKey,
    provenance,
    happenedAt: attribution?.happenedOn ?? null,
    recordedAt: at,
    writtenAt,
    payload: attribution?.lateEntry
      ? { ...(event.payload as object), lateEntry: attribution.lateEntry }
      : event.payload,
  };
}

/** A keeper is woken when its earliest instant lies before the one it sleeps for. */
async function wakeEffects(m: EntityManager, wake: DeadlineOutcome['wake']): Promise<EffectOrder[]> {
  if (wake.length === 0) return [];
  const rows = await m.query<{ workflowId: string; nextAt: Date | null; earliest: Date | null }[]>(
    `SELECT k.workflow_id AS workflowId, k.next_at AS nextAt,
            (SELECT MIN(d.next_rung_at) FROM deadlines d WHERE d.keeper_id = k.id) AS earliest
       FROM keepers k WHERE k.id IN (${wake.map(() => '?').join(', ')}) ORDER BY k.id`,
    [...wake],
  );
  return rows
    .filter(({ nextAt, earliest }) => earliest !== null && (nextAt === null || earliest < nextAt))
    .map(({ workflowId }) => ({ tell: 'keeper', topic: 'wake', refs: { workflowId } }));
}
