import type { Request } from 'express';
import { DomainError, type ErrorCode } from '@app/domain';

/** What a caller is told while nobody knows yet, or nothing could be asked: no refusal, and never kept or recorded as one. */
const UNSETTLED: readonly ErrorCode[] = ['outcome-unknown', 'worker-away', 'database-away', 'run-renewing'];

/** Whether this says nothing about the request itself. */
export function isUnsettled(error: unknown): boolean {
  return !(error instanceof DomainError) || UNSETTLED.includes(error.code);
}

/** 503: the same key attaches again. */
export function unknownOutcome(): DomainError {
  return new DomainError('outcome-unknown', '系统未及时得到结果，办理可能已经完成；请以同一请求编号重试', {});
}

/** What a caller is told who got no answer: of a command nobody knows yet what became of it, all else can be asked again. */
export function outageFor(request: Pick<Request, 'method' | 'get'>): DomainError {
  return request.method !== 'GET' && request.get('idempotency-key') ? unknownOutcome() : databaseAway();
}

/** 503: there is nobody to do it, and this request was not sent. */
export function workerAway(): DomainError {
  return new DomainError('worker-away', '后台办理程序没有运行，本次请求没有送出；请稍后以同一请求编号重试', {});
}

/** 503: the run goes over into a new history and took nothing in. */
export function runRenewing(): DomainError {
  return new DomainError('run-renewing', '流程正在换新记录，请稍候重试', {});
}

/** 503: nothing was to be changed, or nothing was. */
function databaseAway(): DomainError {
  return new DomainError('database-away', '系统暂时没有应答，请稍后重试', {});
}
