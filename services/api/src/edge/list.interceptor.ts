import { type CallHandler, type ExecutionContext, type NestInterceptor, StreamableFile } from '@nestjs/common';
import type { Reflector } from '@nestjs/core';
import type { Response } from 'express';
import { mergeMap, type Observable } from 'rxjs';
import type { DataSource } from 'typeorm';
import { z } from 'zod';
import type { Logger } from '@app/platform';
import type { AskedRequest } from './asked-request';
import { columnsNamed, columnsOf, type CsvLine } from './csv/columns';
import { namesWithin, readNames } from './csv/names';
import { CSV_ROW_LIMIT, CsvStreams } from './csv/stream';
import { ANSWER } from './decorators';
import { Listing } from './listing';
import { lineOf } from './routes';

/** What the interceptor of lists works with. */
export interface ListSettings {
  readonly dataSource: DataSource;
  readonly reflector: Reflector;
  readonly logger: Logger;
  readonly csvRowLimit?: number | undefined;
}

/**
 * Answers a list: one page as JSON, or the whole as CSV where it is asked for (`?format=csv` or `Accept: text/csv`). Beside the
 * ids of any answer that promises `names` it says what they are called.
 */
export class ListInterceptor implements NestInterceptor {
  private readonly streams: CsvStreams;

  constructor(private readonly settings: ListSettings) {
    this.streams = new CsvStreams(settings.dataSource);
  }

  intercept(context: ExecutionContext, next: CallHandler<unknown>): Observable<unknown> {
    return next.handle().pipe(mergeMap((answer) => this.answer(answer, context)));
  }

  private async answer(answer: unknown, context: ExecutionContext): Promise<unknown> {
    const schema = this.settings.reflector.get<z.ZodType | undefined>(ANSWER, context.getHandler());
    const list = asListing(answer);
    if (!list) return schema && hasNames(schema) ? this.withNames(answer as object) : answer;
    const line = lineOf({ answer: schema ?? null, method: 'get' });
    if (!line) return answer;
    const request = context.switchToHttp().getRequest<AskedRequest>();
    const columns = columnsOf(line);
    if (!wantsCsv(request)) return this.asPage(list, columns);
    const { fields } = request.query;
    const asked = typeof fields === 'string' && fields !== '' ? columnsNamed(columns, fields.split(',')) : columns;
    return this.asCsv(list, asked, context.switchToHttp());
  }

  /** One page, and what the ids in its lines are called. */
  private async asPage(list: Listing<object>, columns: ReturnType<typeof columnsOf>) {
    const { manager } = this.settings.dataSource;
    const page = await list.read(manager, list.page);
    const { of } = await readNames(manager, columns, page.items as readonly CsvLine[]);
    return { ...page, names: Object.fromEntries(of) };
  }

  private async withNames(answer: object) {
    return { ...answer, names: Object.fromEntries(await namesWithin(this.settings.dataSource.manager, answer)) };
  }

  /** A failure on the way breaks the connection: a list that ends early must not look whole. */
  private async asCsv(
    list: Listing<object>,
    columns: ReturnType<typeof columnsOf>,
    http: ReturnType<ExecutionContext['switchToHttp']>,
  ): Promise<StreamableFile> {
    const request = http.getRequest<AskedRequest>();
    const response = http.getResponse<Response>();
    const isPage = request.query.limit !== undefined;
    const limit = isPage ? list.page.limit : (this.settings.csvRowLimit ?? CSV_ROW_LIMIT);
    const text = await this.streams.of({ list, columns, limit, isPage }, response, ({ nextCursor }) => {
      response.vary('Accept');
      response.setHeader('Duibiao-Row-Limit', limit);
      if (isPage && nextCursor) response.setHeader('Duibiao-Next-Cursor', nextCursor);
    });
    const { requestId } = request;
    return new StreamableFile(text, {
      type: 'text/csv; charset=utf-8; header=present',
      disposition: `attachment; filename="${fileNameOf(request.path)}.csv"`,
    }).setErrorHandler((error) => {
      this.settings.logger.error({ err: error, requestId }, 'a list could not be written to its end');
      response.destroy(error);
    });
  }
}

function hasNames(schema: z.ZodType): boolean {
  return schema instanceof z.ZodObject && 'names' in schema.shape;
}

/** A list that is always whole has one page. */
function asListing(answer: unknown): Listing<object> | null {
  if (answer instanceof Listing) return answer as Listing<object>;
  const { items, nextCursor } = (answer ?? {}) as { items?: readonly object[]; nextCursor?: string | null };
  if (!Array.isArray(items) || nextCursor === undefined) return null;
  return new Listing({ limit: items.length }, async () => ({ items: items as readonly object[], nextCursor }));
}

function wantsCsv(request: AskedRequest): boolean {
  const { format } = request.query;
  return format === 'csv' || (format !== 'json' && request.accepts(['json', 'text/csv']) === 'text/csv');
}

/** `/api/v1/branch-runs/…/timeline` is `branch-runs-timeline`. */
function fileNameOf(path: string): string {
  return path
    .split('/')
    .filter((part) => /^[a-z-]+$/.test(part) && part !== 'api')
    .join('-');
}
