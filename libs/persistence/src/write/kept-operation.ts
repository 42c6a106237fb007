import { Between, type EntityManager } from 'typeorm';
import { DomainError, type EffectOrder, type ErrorCode, type Instant, type PendingEffect } from '@app/domain';
import { select } from '../read/select';
import { RunOperationEntity } from '../tables/run-operation.entity';

/** By what an operation is known. */
export interface Keyed {
  readonly runId: string;
  readonly operationKey: string;
  readonly requestDigest: string;
}

/** The outcome of an operation as it is kept under its key. */
export interface KeptOutcome {
  readonly refusal: {
    readonly code: ErrorCode;
    readonly message: string;
    readonly details: Record<string, unknown>;
  } | null;
  readonly effects: readonly EffectOrder[];
  /** Programme time of an outcome with effects: whoever tells them later tells the same. */
  readonly at?: Instant;
}

/** The stored outcome under the key; the same key with another content is a refusal of its own. */
export async function findOperation(
  m: EntityManager,
  { runId, operationKey, requestDigest }: Keyed,
): Promise<KeptOutcome | null> {
  const row = await m.findOneBy(RunOperationEntity, { runId, operationKey });
  if (!row) return null;
  if (row.requestDigest !== requestDigest) {
    throw new DomainError('idempotency-key-reused', '同一请求编号已用于其他内容，请重新打开后再办理', { operationKey });
  }
  return row.outcome as KeptOutcome;
}

export async function keepOperation(
  m: EntityManager,
  { runId, operationKey, requestDigest }: Keyed,
  { version, ...outcome }: KeptOutcome & { readonly version: number },
): Promise<void> {
  const told = toldBy(outcome.effects);
  await m.insert(RunOperationEntity, { runId, operationKey, requestDigest, version, outcome: outcome as object, told });
}

/** Words by which the receiver of an effect is found; the keeper looks by itself. */
function toldBy(effects: readonly EffectOrder[]): string {
  const words = effects.flatMap(({ tell, refs }) => [
    tell,
    ...(tell === 'organisation' ? [refs.workflowId] : tell === 'branch' ? [refs.recheckId] : []),
  ]);
  return [...new Set(words)].join(',');
}

/** Of some operations those that are kept under their keys. */
export async function findKept<O extends Pick<Keyed, 'runId' | 'operationKey'>>(
  m: EntityManager,
  operations: readonly O[],
): Promise<O[]> {
  const kept = new Set<string>();
  for (let from = 0; from < operations.length; from += CHUNK) {
    const part = operations.slice(from, from + CHUNK);
    const rows = await select<Pick<Keyed, 'runId' | 'operationKey'>>(
      m,
      `SELECT run_id AS runId, operation_key AS operationKey FROM run_operations
        WHERE ${part.map(() => '(run_id = ? AND operation_key = ?)').join(' OR ')}`,
      part.flatMap(({ runId, operationKey }) => [runId, operationKey]),
    );
    for (const { runId, operationKey } of rows) kept.add(`${runId} ${operationKey}`);
  }
  return operations.filter(({ runId, operationKey }) => kept.has(`${runId} ${operationKey}`));
}

const CHUNK = 200;

/** What the writes of a run after a version, up to another, asked to be told, in their order. */
export async function effectsBetween(
  m: EntityManager,
  runId: string,
  { after, until }: { readonly after: number; readonly until: number },
): Promise<PendingEffect[]> {
  const rows = await m.find(RunOperationEntity, {
    where: { runId, version: Between(after + 1, until) },
    order: { version: 'ASC' },
  });
  return rows.flatMap(pendingOf);
}

/** Whether writes of a run after a version asked for anything to be told, that under one key left out. */
export async function hasEffectsAfter(
  m: EntityManager,
  { runId, operationKey }: Keyed,
  version: number,
): Promise<boolean> {
  const rows = await m.query<unknown[]>(
    `SELECT 1 FROM run_operations WHERE run_id = ? AND version > ? AND operation_key <> ?
        AND told <> '' LIMIT 1`,
    [runId, version, operationKey],
  );
  return rows.length > 0;
}

/** What some runs asked to be told in writes of which an effect is for one of these: a kind of receivers or an id; run by run in order. */
export async function effectsNaming(
  m: EntityManager,
  runIds: readonly string[],
  words: readonly string[],
): Promise<(PendingEffect & { readonly sourceRunId: string })[]> {
  if (runIds.length === 0) return [];
  const rows = await m
    .createQueryBuilder(RunOperationEntity, 'o')
    .where('o.runId IN (:...runIds)', { runIds })
    .andWhere(`(${words.map((_, at) => `FIND_IN_SET(:word${at}, o.told)`).join(' OR ')})`)
    .setParameters(Object.fromEntries(words.map((word, at) => [`word${at}`, word])))
    .orderBy({ 'o.runId': 'ASC', 'o.version': 'ASC' })
    .getMany();
  return rows.flatMap((row) => pendingOf(row).map((one) => ({ ...one, sourceRunId: row.runId })));
}

function pendingOf({ operationKey, outcome }: RunOperationEntity): PendingEffect[] {
  const { effects, at = '' } = outcome as KeptOutcome;
  return effects.map((effect, index) => ({ operationKey, index, at, effect }));
}

/** The class of SQL states of a value that no column takes: too long, out of range, not a date, not a text. */
const DATA_EXCEPTION = '22';

/** Whether no rule and no column can take what was sent: tried again, it fails again. A lost database is none of these. */
export function isUnfit(error: unknown): boolean {
  if (error instanceof TypeError || error instanceof RangeError || error instanceof SyntaxError) return isOurs(error);
  if (error instanceof Error && error.name === 'EntityPropertyNotFoundError') return true;
  const { sqlState } = ((error as { driverError?: unknown }).driverError ?? error) as { readonly sqlState?: unknown };
  return typeof sqlState === 'string' && sqlState.startsWith(DATA_EXCEPTION);
}

/** Thrown by a rule of ours: a package that stumbles over a lost connection says nothing about the content. */
function isOurs({ stack = '' }: Error): boolean {
  return !stack.split('\n')[1]?.includes('node_modules');
}

/** The refusal of what is unfit; the reason is for the log of who sent it, not for people. */
export function unfitContent(error: unknown): DomainError {
  const reason = (error instanceof Error ? error.message : String(error)).slice(0, 200);
  return new DomainError('invalid-input', '内容无法办理', { pointer: '', reason });
}
