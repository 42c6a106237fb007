import { type ArgumentsHost, Catch, type ExceptionFilter, NotFoundException } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError } from '@app/domain';
import { isDatabaseAway } from '@app/persistence';
import type { Logger } from '@app/platform';
import type { MethodsOf } from './allowed-methods';
import type { AskedRequest } from './asked-request';
import { outageFor } from './outage';
import { refusalIn, sendProblem } from './problem';

/** Turns everything thrown into a problem; what is no refusal is a bug: logged once, answered 500 with the request id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(
    private readonly logger: Logger,
    private readonly methodsOf: MethodsOf,
  ) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<AskedRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const { requestId } = request;
    const methods = thrown instanceof NotFoundException ? this.methodsOf(request.path) : [];
    if (methods.length > 0) {
      response.setHeader('Allow', methods.join(', '));
      return sendProblem(response, new DomainError('method-not-allowed', '此处不能这样办理', { methods }), requestId);
    }
    let refusal = this.outageIn(thrown, request) ?? refusalIn(thrown);
    if (!refusal && isTooLate(thrown)) return;
    if (!refusal || refusal.code === 'internal') {
      this.logger.error({ err: thrown, requestId }, 'unexpected error');
      refusal = new DomainError('internal', '系统内部错误，请提供请求编号', {});
    }
    if (response.headersSent) {
      response.destroy(); // an answer that breaks off must not look whole
      return;
    }
    sendProblem(response, refusal, requestId);
  }

  private outageIn(thrown: unknown, request: AskedRequest): DomainError | undefined {
    if (!isDatabaseAway(thrown)) return undefined;
    const { message } = thrown as Error;
    this.logger.warn({ reason: message, requestId: request.requestId }, 'the database is away');
    return outageFor(request);
  }
}

/** The answer came when the limit had answered already. */
function isTooLate(thrown: unknown): boolean {
  return (thrown as { readonly code?: unknown } | null)?.code === 'ERR_HTTP_HEADERS_SENT';
}
