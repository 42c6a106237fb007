import { type ArgumentsHost, Catch, type ExceptionFilter } from '@nestjs/common';
import type { Response } from 'express';
import { DomainError } from '@app/domain';
import type { Logger } from '@app/platform';
import type { AskedRequest } from './asked-request';
import { refusalIn, toProblem } from './problem';

/** Turns everything thrown into a problem; what is no refusal is a bug: logged once, answered 500 with the request id. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  constructor(private readonly logger: Logger) {}

  catch(thrown: unknown, host: ArgumentsHost): void {
    const request = host.switchToHttp().getRequest<AskedRequest>();
    const response = host.switchToHttp().getResponse<Response>();
    const { requestId } = request;
    let refusal = refusalIn(thrown);
    if (!refusal || refusal.code === 'internal') {
      this.logger.error({ err: thrown, requestId }, 'unexpected error');
      refusal = new DomainError('internal', '系统内部错误，请提供请求编号', {});
    }
    if (response.headersSent) {
      response.destroy(); // an answer that breaks off must not look whole
      return;
    }
    const problem = toProblem(refusal, requestId);
    if (problem.status === 503 || problem.status === 429) response.setHeader('Retry-After', '2');
    response.status(problem.status).type('application/problem+json').send(JSON.stringify(problem));
  }
}
