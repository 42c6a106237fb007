import type { EntityManager } from 'typeorm';
import { DomainError, type Instant, type ScoreSheet, type SheetOpening, unconfirmedIndicators } from '@app/domain';
import { DocumentEntity, DocumentOpeningEntity } from '../tables/document.entity';

/** A person's opening of a version, as he asks for it. */
export interface Opening {
  readonly documentId: string;
  /** Of the words he has read. */
  readonly digest: string;
  readonly personId: string;
  readonly openedAt: Instant;
  /** What he confirms of it now; absent where he only opens it. */
  readonly confirmed?: readonly string[] | undefined;
}

/**
 * Records that a person opened the present version of a sheet; again, the first instant stays and what he confirms is
 * as he says it now. Once the words are frozen he only adds to it, so that no signature loses what it stands on.
 * `not-found`, `digest-mismatch` where another version is there by now, `document-frozen` once the sheet is settled.
 */
export async function openVersion(m: EntityManager, opening: Opening): Promise<DocumentOpeningEntity> {
  const { documentId, digest, personId, openedAt, confirmed } = opening;
  const document = await m.findOne(DocumentEntity, { where: { id: documentId }, lock: { mode: 'pessimistic_write' } });
  if (!document) throw new DomainError('not-found', '没有这份文件', { pointer: '/path/id' });
  // a review is signed by its branch alone; who confirms it opens what is signed
  if (document.settledAt !== null && document.kind !== 'review')
    throw new DomainError('document-frozen', '文件已经签署完毕', { documentId });
  if (document.digest !== digest) {
    const { digest: current } = document;
    throw new DomainError('digest-mismatch', '文件在阅读之后又有改动，请重新阅读', { pointer: '/digest', current });
  }
  const { version, frozenAt } = document;
  const known = await m.findOneBy(DocumentOpeningEntity, { documentId, version, personId });
  const kept = known && frozenAt !== null ? known.confirmed : [];
  const names = confirmed ? [...new Set([...kept, ...confirmed])] : (known?.confirmed ?? []);
  const row = { documentId, version, personId, openedAt: known?.openedAt ?? openedAt, confirmed: names };
  await m.save(DocumentOpeningEntity, row);
  return row;
}

/** What the signer of a version has opened and confirmed of it; null where he never opened this version. */
export async function openingOf(
  m: EntityManager,
  { document, personId }: { readonly document: Pick<DocumentEntity, 'id' | 'version'>; readonly personId: string },
  sheet: ScoreSheet,
): Promise<SheetOpening | null> {
  const { id: documentId, version } = document;
  const row = await m.findOneBy(DocumentOpeningEntity, { documentId, version, personId });
  if (!row) return null;
  return { openedAt: row.openedAt, unconfirmed: unconfirmedIndicators(sheet, row.confirmed) };
}
