import { randomUUID } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import { DomainError } from '@app/domain';
import {
  canonicalJson,
  inTransaction,
  RefusalEntity,
  RequestKeyEntity,
  sha256Hex,
  shortSha256,
} from '@app/persistence';
import { Clock } from '@app/platform';
import { ProgrammeTime } from './programme-time';
import type { Speaker } from './speaker';

/** One request under its key: who, which command, which content. */
export interface KeyedRequest {
  readonly actor: string;
  readonly command: string;
  readonly requestKey: string;
  readonly requestDigest: string;
}

/** SHA-256(actor ‖ 0 ‖ command ‖ 0 ‖ key): the id of the key's row and of the engine's Update. */
export function requestIdOf({ actor, command, requestKey }: Omit<KeyedRequest, 'requestDigest'>): string {
  return shortSha256([actor, command, requestKey].join('\u0000'));
}

/** The keyed request of a speaker; `item` tells the parts of a batch apart. */
export function keyedRequest(speaker: Speaker, content: unknown, item = ''): KeyedRequest {
  return {
    actor: speaker.identity.actor,
    command: speaker.permission,
    requestKey: item ? `${sha256Hex(speaker.requestKey).slice(0, 32)}/${item}` : speaker.requestKey,
    requestDigest: shortSha256(canonicalJson(content)),
  };
}

/** Idempotency keys and refusals, both kept in our own tables: the engine forgets. */
@Injectable()
export class RequestKeys {
  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
    private readonly time: ProgrammeTime,
  ) {}

  /** Notes that a process command goes out under this key; the same key with other content is refused. */
  async claim(request: KeyedRequest, runId: string): Promise<void> {
    const { manager } = this.dataSource;
    const row = keyRow(request, { runId, writtenAt: this.clock.now() });
    const { affectedRows } = await manager.query<{ affectedRows: number }>(`INSERT IGNORE ${INTO_KEYS}`, row);
    if (affectedRows === 1) return;
    checkDigest(await manager.findOneByOrFail(RequestKeyEntity, { id: requestIdOf(request) }), request);
  }

  /** Runs a register command once per key, in one transaction with its key; again, it is answered as it was. */
  async once<T extends object>(request: KeyedRequest, work: (m: EntityManager) => Promise<T>): Promise<T> {
    return inTransaction(this.dataSource, async (m) => {
      const id = requestIdOf(request);
      const row = keyRow(request, { runId: null, writtenAt: this.clock.now() });
      await m.query(`INSERT ${INTO_KEYS} ON DUPLICATE KEY UPDATE id = request_keys.id`, row);
      const known = await m.findOneOrFail(RequestKeyEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
      checkDigest(known, request);
      if (known.outcome !== null) return known.outcome as T;
      const outcome = await work(m);
      await m.update(RequestKeyEntity, { id }, { outcome });
      return outcome;
    });
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
      if (error instanceof DomainError && error.code !== 'outcome-unknown') await this.note(speaker, subject, error);
      throw error;
    }
  }

  private async note(
    { identity, permission }: Speaker,
    { campaignId, id }: { readonly campaignId: string | null; readonly id: string | null },
    { code }: DomainError,
  ): Promise<void> {
    const writtenAt = this.clock.now();
    const recordedAt = campaignId ? await this.time.now(campaignId) : writtenAt;
    await this.dataSource.manager.insert(RefusalEntity, {
      id: randomUUID(),
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

const INTO_KEYS = `INTO request_keys (id, actor, command, request_key, request_digest, run_id, written_at)
   VALUES (?, ?, ?, ?, ?, ?, ?)`;

function keyRow(request: KeyedRequest, { runId, writtenAt }: { runId: string | null; writtenAt: string }): unknown[] {
  const { actor, command, requestKey, requestDigest } = request;
  return [requestIdOf(request), actor, command, requestKey, requestDigest, runId, new Date(writtenAt)];
}

function checkDigest(known: RequestKeyEntity, { requestDigest }: KeyedRequest): void {
  if (known.requestDigest === requestDigest) return;
  throw new DomainError('idempotency-key-reused', '同一 Idempotency-Key 已用于其他内容，请换一个', {});
}
