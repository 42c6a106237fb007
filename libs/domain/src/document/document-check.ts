import type { DocumentRef, RemarksRef } from '../branch-run/branch-run.command';
import { DomainError } from '../errors';

interface KnownDocument {
  readonly digest: string;
  readonly frozen: boolean;
  readonly faults: readonly object[];
}

/** A document handed over: it belongs to the step, is not frozen, has not changed since it was read, and has no faults. */
export function checkDocument(
  input: DocumentRef,
  lookup: { readonly document?: KnownDocument } | undefined,
  incomplete: 'survey-incomplete' | 'plan-incomplete' | 'score-invalid',
): void {
  if (!lookup) return;
  const document = lookup.document;
  if (!document)
    throw new DomainError('document-missing', '没有这一步应提交的文件，或不是最新的一份', { pointer: '/documentId' });
  if (document.frozen) throw new DomainError('document-frozen', '文件已经提交', { pointer: '/documentId' });
  if (document.digest !== input.digest) {
    throw new DomainError('digest-mismatch', '文件在阅读之后又有改动，请重新阅读后提交', {
      pointer: '/digest',
      current: document.digest,
    });
  }
  if (document.faults.length > 0) throw new DomainError(incomplete, '文件填写不完整', { errors: document.faults });
}

/** A generated list handed over: it has not changed since it was read. */
export function checkList(list: { readonly digest: string } | null | undefined, digest: string): void {
  if (!list || list.digest === digest) return;
  throw new DomainError('list-mismatch', '名单在阅读之后又有变化，请重新阅读', {
    pointer: '/digest',
    current: list.digest,
  });
}

/** A filing registered or returned: the one that waits for it, not that of an earlier list. */
export function checkFiling(filingId: string, current: string | null): void {
  if (filingId === current) return;
  throw new DomainError('list-mismatch', '这不是正待登记的备案，请重新打开后办理', { pointer: '/path/id', current });
}

/** Remarks by line or a reason, saved before the hand-over that cites them. */
export function checkRemarks(
  input: Pick<RemarksRef, 'digest'>,
  lookup: { readonly remarks?: { readonly digest: string } } | undefined,
): void {
  if (!lookup) return;
  if (!lookup.remarks) throw new DomainError('document-missing', '没有找到退回意见', { pointer: '/remarksId' });
  if (lookup.remarks.digest !== input.digest)
    throw new DomainError('digest-mismatch', '退回意见有改动', { pointer: '/digest' });
}

/** The two fields of a reference, whatever else a command carries. */
export function documentRef({ documentId, digest }: DocumentRef): DocumentRef {
  return { documentId, digest };
}
