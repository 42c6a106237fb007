import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '@app/domain';
import { inTransaction, randomId, RefusalEntity, RequestKeyEntity, RunOperationEntity } from '@app/persistence';
import { Clock } from '@app/platform';
import { type KeyedRequest, requestIdOf } from './keyed-request';
import { isUnsettled } from '../outage';
import { ProgrammeTime } from '../programme-time';
import type { Speaker } from '../speaker';

/** What a key was used for before: the run it went to, and what that run's write made of it, where it came so far. */
export interface EarlierSending {
  readonly runId: string;
  readonly outcome: { readonly refusal: Pick<DomainError, 'code' | 'message' | 'details'> | null } | null;
}

/** Idempotency keys with their answers, and refusals, both kept in our own tables: the engine forgets. */
@Injectable()
export class RequestKeys {
  /** Answers that stand in the table already. */
  private readonly kept = new WeakSet<object>();
  /** Requests whose key was looked up a moment ago and is new. */
  private readonly fresh = new WeakSet<KeyedRequest>();

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly time: ProgrammeTime,
  ) {}

  /**
   * Answers a command once per key: the key is looked up before anything else, and a known one is answered as it was,
   * whatever has changed since. `shownOnce` says what is kept in the place of fields that nobody is given a second time.
   */
  async answered<A extends object>(
    request: KeyedRequest,
    work: () => Promise<A>,
    shownOnce: (answer: A) => object = () => ({}),
  ): Promise<A> {
    const known = await this.answerOf<A>(request);
    if (known) return known;
    try {
      const answer = await work();
      if (this.kept.has(answer)) return answer;
      const instead = shownOnce(answer);
      if (await this.keep(request, { ...answer, ...instead })) return answer;
      const shown = Object.entries(answer).filter(([field]) => field in instead);
      return { ...((await this.answerOf<A>(request)) ?? answer), ...Object.fromEntries(shown) };
    } catch (error) {
      const meanwhile = isUnsettled(error) ? null : await this.answerOf<A>(request);
      if (meanwhile) return meanwhile;
      throw error;
    }
  }

  /** Where the same request went before it was answered; null where it never went out. */
  async earlier(request: KeyedRequest): Promise<EarlierSending | null> {
    if (this.fresh.delete(request)) return null;
    const { manager } = this.dataSource;
    const id = requestIdOf(request);
    const known = await manager.findOne(RequestKeyEntity, { where: { id }, select: KEY_WITHOUT_ANSWER });
    if (!known?.runId) return null;
    checkDigest(known, request);
    const { runId } = known;
    const operation = await manager.findOneBy(RunOperationEntity, { runId, operationKey: id });
    return { runId, outcome: (operation?.outcome as EarlierSending['outcome']) ?? null };
  }

  /** Notes that a process command goes out under this key; the same key with other content is refused. */
  async claim(request: KeyedRequest, runId: string): Promise<void> {
    if (await this.insert(request, runId, null)) return;
    const id = requestIdOf(request);
    checkDigest(await this.dataSource.manager.findOneByOrFail(RequestKeyEntity, { id }), request);
  }

  /** Runs a register command once per key, in one transaction with its key; again, it is answered as it was. */
  async once<T extends object>(request: KeyedRequest, work: (m: EntityManager) => Promise<T>): Promise<T> {
    const outcome = await inTransaction(this.dataSource, async (m) => {
      const id = requestIdOf(request);
      await m.query(
        `INSERT ${INTO_KEYS} ON DUPLICATE KEY UPDATE id = request_keys.id`,
        this.rowOf(request, null, null),
      );
      const known = await m.findOneOrFail(RequestKeyEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      checkDigest(known, request);
      if (known.outcome !== null) return known.outcome as T;
      const done = await work(m);
      await m.update(RequestKeyEntity, { id }, { outcome: done });
      return done;
    });
    this.kept.add(outcome);
    return outcome;
  }

  /** Records who was refused what, and lets the refusal go on its way. */
  async noting<T>(
    speaker: Speaker,
    subject: { readonly campaignId: string | null; readonly id: string | null },
    work: () => Promise<T>,
  ): Promise<T> {
    try {
      return await work();
    } catch (error) {
      if (error instanceof DomainError && !isUnsettled(error)) await this.note(speaker, subject, error);
      throw error;
    }
  }

  private async answerOf<A extends object>(request: KeyedRequest): Promise<A | null> {
    const known = await this.dataSource.manager.findOneBy(RequestKeyEntity, { id: requestIdOf(request) });
    if (!known) this.fresh.add(request);
    if (!known) return null;
    checkDigest(known, request);
    return known.outcome as A | null;
  }

  /** False where another request under the same key was answered first. */
  private async keep(request: KeyedRequest, outcome: object): Promise<boolean> {
    const { affectedRows } = await this.dataSource.manager.query<{ affectedRows: number }>(
      'UPDATE request_keys SET outcome = ? WHERE id = ? AND outcome IS NULL',
      [JSON.stringify(outcome), requestIdOf(request)],
    );
    return affectedRows === 1 || this.insert(request, null, outcome);
  }

  private async insert(request: KeyedRequest, runId: string | null, outcome: object | null): Promise<boolean> {
    const row = this.rowOf(request, runId, outcome);
    const { manager } = this.dataSource;
    const { affectedRows } = await manager.query<{ affectedRows: number }>(`INSERT IGNORE ${INTO_KEYS}`, row);
    return affectedRows === 1;
  }

  private rowOf(request: KeyedRequest, runId: string | null, outcome: object | null): unknown[] {
    const { actor, command, requestKey, requestDigest } = request;
    const writtenAt = new Date(this.clock.now());
    const kept = outcome && JSON.stringify(outcome);
    return [requestIdOf(request), actor, command, requestKey, requestDigest, runId, kept, writtenAt];
  }

  private async note(
    { identity, permission }: Speaker,
    { campaignId, id }: { readonly campaignId: string | null; readonly id: string | null },
    { code }: DomainError,
  ): Promise<void> {
    const writtenAt = this.clock.now();
    const recordedAt = campaignId ? await this.time.now(campaignId) : writtenAt;
    await this.dataSource.manager.insert(RefusalEntity, {
      id: randomId(),
      campaignId,
      actor: identity.actor,
      command: permission,
      subjectId: id,
      code,
      recordedAt,
      writtenAt,
    });
  }
}

const KEY_WITHOUT_ANSWER = { id: true, runId: true, requestDigest: true } as const;

const INTO_KEYS = `INTO request_keys (id, actor, command, request_key, request_digest, run_id, outcome, written_at)
   VALUES (?, ?, ?, ?, ?, ?, ?, ?)`;

function checkDigest(known: RequestKeyEntity, { requestDigest }: KeyedRequest): void {
  if (known.requestDigest === requestDigest) return;
  throw new DomainError('idempotency-key-reused', '同一请求编号已用于其他内容，请重新打开后再办理', {});
}
