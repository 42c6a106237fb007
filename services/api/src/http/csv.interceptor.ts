import { type CallHandler, type ExecutionContext, Injectable, type NestInterceptor } from '@nestjs/common';
import type { Response } from 'express';
import { map, type Observable } from 'rxjs';
import type { AskedRequest } from './asked-request';
import { toCsv } from './csv';

/** Answers a list as CSV where it is asked for (`Accept: text/csv` or `?format=csv`); the next page is named in a header. */
@Injectable()
export class CsvInterceptor implements NestInterceptor {
  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    const request = context.switchToHttp().getRequest<AskedRequest>();
    const wanted =
      request.method === 'GET' &&
      (request.query.format === 'csv' || request.accepts(['json', 'text/csv']) === 'text/csv');
    return wanted
      ? next.handle().pipe(map((answer) => asCsv(answer, context.switchToHttp().getResponse())))
      : next.handle();
  }
}

function asCsv(answer: unknown, response: Response): unknown {
  const { items, nextCursor } = (answer ?? {}) as { items?: object[]; nextCursor?: string | null };
  if (!Array.isArray(items)) return answer;
  response.type('text/csv; charset=utf-8');
  if (nextCursor) response.setHeader('Duibiao-Next-Cursor', nextCursor);
  return toCsv(items);
}
