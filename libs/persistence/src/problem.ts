import type { EntityManager } from 'typeorm';
import {
  decideProblem,
  DomainError,
  evolveProblem,
  type Instant,
  type Problem,
  type ProblemCommand,
} from '@app/domain';
import { appendEvents } from './event-log';
import { ProblemEntity } from './problem.entity';

/** A command on one line of the register: who spoke it, in which office, under which key. */
export interface ProblemWrite {
  readonly problemId: string;
  readonly campaignId: string;
  readonly programmeVersion: string;
  readonly command: ProblemCommand;
  readonly actor: string;
  readonly office: string;
  readonly operationKey: string;
  /** Programme time. */
  readonly recordedAt: Instant;
  /** Real time. */
  readonly writtenAt: Instant;
}

/** The stream of a problem's events. */
export const problemStream = (problemId: string): string => `problem:${problemId}`;

/**
 * Keeps one command on a problem inside the caller's transaction: decides under lock, folds, writes row and event. The
 * row is the fold of its stream and nothing else.
 */
export async function keepProblem(m: EntityManager, write: ProblemWrite): Promise<ProblemEntity> {
  const { problemId: id, campaignId, programmeVersion, command } = write;
  const current = await m.findOne(ProblemEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!current && command.kind !== 'enter') {
    throw new DomainError('not-found', '没有这条问题', { pointer: '/path/id' });
  }
  const events = decideProblem(current, command);
  const next = events.reduce<Problem | null>(evolveProblem, current ? problemOf(current) : null);
  if (!next) throw new DomainError('internal', '问题没有登记', { problemId: id });
  await appendEvents(
    m,
    events.map(({ type, payload }) => ({
      campaign: campaignId,
      programmeVersion,
      stream: problemStream(id),
      type,
      actor: write.actor,
      office: write.office,
      operationKey: write.operationKey,
      provenance: 'api',
      happenedAt: null,
      recordedAt: write.recordedAt,
      writtenAt: write.writtenAt,
      payload,
    })),
  );
  const version = (current?.version ?? 0) + events.length;
  const row = m.create(ProblemEntity, { ...next, campaignId, programmeVersion, version });
  if (current) await m.update(ProblemEntity, { id }, { ...next, version });
  else await m.insert(ProblemEntity, row);
  return row;
}

/** The domain's problem in a row. */
export function problemOf(row: ProblemEntity): Problem {
  const { id, branchId, openedYear, dimension, indicator, source, description, mandatory } = row;
  const { measure, ownerId, dueDate, state, raisedBecause, verifierId, closedAt } = row;
  return {
    id,
    branchId,
    openedYear,
    dimension,
    indicator,
    source,
    description,
    mandatory,
    measure,
    ownerId,
    dueDate,
    state,
    raisedBecause,
    verifierId,
    closedAt,
  };
}
