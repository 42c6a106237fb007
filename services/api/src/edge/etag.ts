import type { CallHandler, ExecutionContext, NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { type Observable, tap } from 'rxjs';
import { DomainError } from '@app/domain';

/** What an ETag is made of. */
interface Tagged {
  readonly version: number;
  readonly digest: string;
  readonly frozenAt?: string | null;
  readonly settledAt?: string | null;
}

/**
 * The ETag of a document: its version, the beginning of its digest, whether it was handed over and has its last signature:
 * a browser answers itself from what it read under the same tag.
 */
export function etagOf({ version, digest, frozenAt, settledAt }: Tagged): string {
  return `"${version}-${digest.slice(0, 16)}${settledAt ? '-settled' : frozenAt ? '-frozen' : ''}"`;
}

/**
 * Refuses a write that does not name the version it was made from, or names an old one. A list of tags, `*`, a tag that a
 * compressing proxy weakened, and one whose quotes were lost name the version as well.
 */
export function checkIfMatch(header: string | undefined, current: Tagged): void {
  if (header === undefined) throw new DomainError('precondition-required', '未带所见版本，请重新打开后再保存', {});
  const { version, digest, frozenAt = null } = current;
  const stages = [{ version, digest }, { version, digest, frozenAt }, current];
  const tags = stages.map((stage) => etagOf(stage).slice(1, -1));
  const named = [...header.matchAll(TAGS)];
  if (named.some(([, quoted, bare]) => bare === '*' || tags.includes(quoted ?? bare ?? ''))) return;
  throw new DomainError('precondition-failed', '草稿已被他人修改，请重新读取', { current: etagOf(current) });
}

const TAGS = /(?:W\/)?"([^"]*)"|([^\s,"]+)/g;

/** Puts the tag of an answered document into the ETag header, where HTTP has it. */
export class EtagInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return next.handle().pipe(
      tap((answer) => {
        const { etag } = (answer ?? {}) as { readonly etag?: unknown };
        if (typeof etag === 'string') context.switchToHttp().getResponse<Response>().setHeader('ETag', etag);
      }),
    );
  }
}
