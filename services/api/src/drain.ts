import type { Server } from 'node:http';
import type { NextFunction, Request, Response } from 'express';
import { DomainError } from '@app/domain';
import type { AskedRequest } from './edge/asked-request';
import { sendProblem } from './edge/problem';

/** Requests that are being answered get this long to end; whoever repeats a cut one under its key is answered as ever. */
const DRAIN_MS = 5000;

/** Ends the serving of an API in bounded time: what is under way is answered, nothing new is taken, every connection closed. */
export class Drain {
  private isEnding = false;
  private readonly underWay = new Set<Response>();
  private readonly endless: (() => void)[] = [];

  /** Stands before everything else. */
  readonly gate = (request: Request, response: Response, next: NextFunction): void => {
    if (this.isEnding) {
      refuse(request as AskedRequest, response);
      return;
    }
    this.underWay.add(response);
    response.once('close', () => this.underWay.delete(response));
    next();
  };

  /** What has no end of its own is ended first. */
  whenEnding(end: () => void): void {
    this.endless.push(end);
  }

  /** Resolves when no connection is left. A connection that a client keeps busy ends with its next answer. */
  async end(server: Server): Promise<void> {
    this.isEnding = true;
    for (const end of this.endless) end();
    for (const response of this.underWay) if (!response.headersSent) response.setHeader('Connection', 'close');
    const closed = new Promise<void>((resolve) => server.close(() => resolve()));
    server.closeIdleConnections();
    const limit = setTimeout(() => server.closeAllConnections(), DRAIN_MS);
    await closed;
    clearTimeout(limit);
  }
}

function refuse({ requestId }: AskedRequest, response: Response): void {
  const refusal = new DomainError('service-stopping', '服务正在停止，本次请求没有受理，请稍后重试', {});
  response.setHeader('Connection', 'close');
  sendProblem(response, refusal, requestId);
}
