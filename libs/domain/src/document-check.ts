import type { DocumentRef, RemarksRef } from './branch-run.command';
import { DomainError } from './errors';

interface KnownDocument {
  readonly digest: string;
  readonly frozen: boolean;
  readonly faults: readonly object[];
}

/** A document handed over: it belongs to the step, is not frozen, has not changed since it was read, and has no faults. */
export function checkDocument(
  input: DocumentRef,
  facts: { readonly document?: KnownDocument } | undefined,
  incomplete: 'survey-incomplete' | 'plan-incomplete' | 'score-invalid',
): void {
  if (!facts) return;
  const document = facts.document;
  if (!document)
    throw new DomainError('document-missing', 'The document does not belong to this step.', { pointer: '/documentId' });
  if (document.frozen)
    throw new DomainError('document-frozen', 'The document was handed over already.', { pointer: '/documentId' });
  if (document.digest !== input.digest) {
    throw new DomainError('digest-mismatch', 'The document changed after it was read.', {
      pointer: '/digest',
      current: document.digest,
    });
  }
  if (document.faults.length > 0)
    throw new DomainError(incomplete, 'The document is not complete.', { errors: document.faults });
}

/** Remarks by line or a reason, saved before the hand-over that cites them. */
export function checkRemarks(
  input: Pick<RemarksRef, 'digest'>,
  facts: { readonly remarks?: { readonly digest: string } } | undefined,
): void {
  if (!facts) return;
  if (!facts.remarks)
    throw new DomainError('document-missing', 'The remarks were not found.', { pointer: '/remarksId' });
  if (facts.remarks.digest !== input.digest)
    throw new DomainError('digest-mismatch', 'The remarks changed.', { pointer: '/digest' });
}

/** The two fields of a reference, whatever else a command carries. */
export function documentRef({ documentId, digest }: DocumentRef): DocumentRef {
  return { documentId, digest };
}
