import { DomainError } from '@app/domain';

/** The ETag of a draft: its version and the beginning of its digest. */
export function etagOf({ version, digest }: { readonly version: number; readonly digest: string }): string {
  return `"${version}-${digest.slice(0, 16)}"`;
}

/** Refuses a write that does not name the version it was made from, or names an old one. */
export function checkIfMatch(
  header: string | undefined,
  current: { readonly version: number; readonly digest: string },
): void {
  if (header === undefined) throw new DomainError('precondition-required', '请在 If-Match 中写明所改的版本', {});
  const named = header.split(',').map((part) => part.trim().replace(/^W\//, ''));
  if (named.includes('*') || named.includes(etagOf(current))) return;
  throw new DomainError('precondition-failed', '草稿已被他人修改，请重新读取', { current: etagOf(current) });
}
