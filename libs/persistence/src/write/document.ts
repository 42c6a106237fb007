import type { EntityManager, FindManyOptions } from 'typeorm';
import { type DocumentKind, DomainError, type FilledSheet, type Instant, isSheet } from '@app/domain';
import { isDuplicate } from '../database/database-fault';
import { digestOf } from '../record/digest';
import { DocumentEntity, DocumentOpeningEntity, DocumentVersionEntity } from '../tables/document.entity';
import { idOf } from '../record/ids';

/** The newest document of a kind in a run; `lock` keeps others from adding one. */
export async function newestDocument(
  m: EntityManager,
  { runId, kind, lock = false }: { readonly runId: string; readonly kind: DocumentKind; readonly lock?: boolean },
): Promise<DocumentEntity | undefined> {
  const options: FindManyOptions<DocumentEntity> = {
    where: { runId, kind },
    order: { no: 'DESC' },
    take: 1,
    ...(lock && { lock: { mode: 'pessimistic_write' } }),
  };
  let [found] = await m.find(DocumentEntity, options);
  while (lock && found) {
    const [newest] = await m.find(DocumentEntity, options); // whoever waited looks whether there is a newer one by now
    if (newest?.id === found.id) break;
    found = newest;
  }
  return found;
}

/** What a return's rule asks of remarks saved for this run. */
export async function remarksOf(
  m: EntityManager,
  runId: string,
  id: string,
): Promise<{ remarks?: { readonly digest: string; readonly lines: number; readonly pointers: readonly string[] } }> {
  const row = await m.findOneBy(DocumentEntity, { id, runId, kind: 'remarks' });
  if (!row) return {};
  const { lines } = row.body as Pick<NewRemarks, 'lines'>;
  return { remarks: { digest: row.digest, lines: lines.length, pointers: lines.map(({ pointer }) => pointer) } };
}

/** A draft as it is saved over an earlier one. */
export interface Draft {
  readonly documentId: string;
  readonly body: object;
  readonly authorId: string;
  readonly savedAt: Instant;
  /** Called with the version it was made from, under lock; refuses where that is not the current one. */
  readonly check: (current: DocumentEntity) => void | Promise<void>;
}

/**
 * Saves a draft as the next version; the version before stays as it was, and the same words by another person are
 * another version. Who saves a sheet has opened what he saved. `not-found`, `document-frozen`, or what `check` throws.
 */
export async function saveDraft(m: EntityManager, draft: Draft): Promise<DocumentEntity> {
  const { documentId: id, body, authorId, savedAt } = draft;
  const current = await m.findOne(DocumentEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!current) throw new DomainError('not-found', '没有这份文件', { pointer: '/path/id' });
  await draft.check(current);
  if (current.frozenAt !== null) throw new DomainError('document-frozen', '文件已提交，不能再改', { documentId: id });
  const digest = digestOf(body);
  const isAsItWas = digest === current.digest && authorId === current.authorId;
  if (!isAsItWas) await nextVersion(m, current, { digest, body, authorId, savedAt });
  if (isSheet(current.kind)) {
    const { confirmed = [] } = body as FilledSheet;
    const opening = { documentId: id, version: current.version, personId: authorId, openedAt: savedAt, confirmed };
    // of the same words he may have an opening already, which keeps its instant and what he confirmed since
    await m
      .createQueryBuilder()
      .insert()
      .into(DocumentOpeningEntity)
      .values(opening)
      .orIgnore()
      .updateEntity(false)
      .execute();
  }
  return current;
}

/** Puts the next version in the place of the current one, which is kept as it was saved. */
export async function nextVersion(
  m: EntityManager,
  current: DocumentEntity,
  written: {
    readonly digest: string;
    readonly body: object;
    readonly authorId: string | null;
    readonly savedAt: Instant;
  },
): Promise<void> {
  const { id, version, digest, body, authorId, savedAt } = current;
  await m.insert(DocumentVersionEntity, {
    documentId: id,
    version,
    digest,
    body: body as object,
    authorId,
    savedAt,
  });
  const change = { version: version + 1, ...written };
  await m.update(DocumentEntity, { id }, change);
  Object.assign(current, change);
}

/** Remarks on one returned document, or the reasons of a dissolution, of an overturned pass, of the branches a decision strikes. */
export interface NewRemarks {
  readonly runId: string;
  readonly campaignId: string;
  readonly programmeVersion: string;
  readonly lines: readonly { readonly pointer: string; readonly text: string }[];
  readonly authorId: string;
  readonly savedAt: Instant;
  /** Makes the id: the same request finds its own remarks. */
  readonly requestId: string;
  /** Called where they are new; refuses what cannot be said of the document. */
  readonly check?: () => void | Promise<void>;
}

/** Saves remarks by line before they are sent, so that a message carries only their digest; again, finds them. */
export async function saveRemarks(
  m: EntityManager,
  remarks: NewRemarks,
): Promise<{ remarksId: string; digest: string; lines: number }> {
  const { runId, campaignId, programmeVersion, lines, authorId, savedAt } = remarks;
  const kind: DocumentKind = 'remarks';
  const id = idOf(runId, kind, remarks.requestId);
  const body = { lines };
  const digest = digestOf(body);
  const ref = { remarksId: id, digest, lines: lines.length };
  if (await m.existsBy(DocumentEntity, { id })) return ref;
  await remarks.check?.();
  const row = { id, campaignId, programmeVersion, runId, kind, version: 0, digest, body, authorId, savedAt };
  for (;;) {
    const no = ((await newestDocument(m, { runId, kind, lock: true }))?.no ?? 0) + 1;
    try {
      await m.insert(DocumentEntity, { ...row, no, frozenAt: null, settledAt: null });
      return ref;
    } catch (error) {
      if (!isDuplicate(error)) throw error; // the first of all, or the same request, by another at once
      if (await m.existsBy(DocumentEntity, { id })) return ref;
    }
  }
}
