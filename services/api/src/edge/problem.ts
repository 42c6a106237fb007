import { HttpException } from '@nestjs/common';
import type { Request, Response } from 'express';
import { DomainError, type ErrorCode, type InputFault } from '@app/domain';
import { CODE_MEANINGS, statusOf } from './status';
import { sentenceOf } from './step-sentence';

/** A refusal over HTTP (RFC 9457): clients decide by `code`, the rest is for people. */
export interface Problem {
  readonly type: string;
  readonly title: string;
  readonly status: number;
  readonly detail: string;
  readonly code: ErrorCode;
  readonly requestId: string;
  readonly errors?: readonly InputFault[];
  /** The numbers and places behind the refusal. */
  readonly details?: Readonly<Record<string, unknown>>;
}

/** The refusal inside whatever was thrown; undefined for a bug. */
export function refusalIn(thrown: unknown): DomainError | undefined {
  if (thrown instanceof DomainError) return thrown;
  const { type } = thrown as { type?: unknown };
  if (type === 'entity.too.large') return new DomainError('payload-too-large', '请求内容不得超过 1 MiB', {});
  if (typeof type === 'string' && /^(entity|encoding|charset|request)\./.test(type)) return unreadable();
  if (!(thrown instanceof HttpException)) return undefined;
  switch (thrown.getStatus()) {
    case 400:
    case 415:
      return unreadable();
    case 404:
      return new DomainError('not-found', '没有这个地址', {});
    case 413:
      return new DomainError('payload-too-large', '请求内容不得超过 1 MiB', {});
    default:
      return undefined;
  }
}

/** Where the `type` of a problem leads: the page of all codes. */
export const PROBLEMS_PAGE = '/api/docs/problems';

/** What a reader chose to read. */
export type Language = 'zh' | 'en';

/** The language that a request asks to be answered in: Chinese where it says nothing. */
export function languageOf(request: Request): Language {
  return request.acceptsLanguages('zh', 'en') === 'en' ? 'en' : 'zh';
}

/** For whom a problem is written: of which request, in which language. */
export interface Reader {
  readonly requestId: string;
  readonly language: Language;
}

/** The body of a refusal's answer, its title in the reader's language. */
export function toProblem(refusal: DomainError, { requestId, language }: Reader): Problem {
  const { errors, ...details } = refusal.details;
  const faults = faultsOf(refusal, errors);
  const { title, titleEn } = CODE_MEANINGS[refusal.code];
  return {
    type: `${PROBLEMS_PAGE}#${refusal.code}`,
    title: language === 'en' ? titleEn : title,
    status: statusOf(refusal.code),
    detail: sentenceOf(refusal),
    code: refusal.code,
    requestId,
    ...(faults.length > 0 && { errors: faults }),
    ...(Object.keys(details).length > 0 && { details }),
  };
}

/** Sends a refusal as the answer; an outage and a limit say when to come again. */
export function sendProblem(response: Response, refusal: DomainError, requestId: string): void {
  const problem = toProblem(refusal, { requestId, language: languageOf(response.req) });
  if (problem.status === 503 || problem.status === 429) response.setHeader('Retry-After', '2');
  response
    .vary('Accept-Language')
    .status(problem.status)
    .type('application/problem+json')
    .send(JSON.stringify(problem));
}

function faultsOf(refusal: DomainError, errors: unknown): readonly InputFault[] {
  if (Array.isArray(errors)) return errors as InputFault[];
  const { pointer } = refusal.details;
  return typeof pointer === 'string' ? [{ pointer, code: refusal.code, message: refusal.message }] : [];
}

function unreadable(): DomainError {
  return new DomainError('invalid-input', '请求内容不是有效的 JSON', {
    errors: [{ pointer: '', code: 'not-json', message: '请求内容不是有效的 JSON' }],
  });
}
