import type { NextFunction, Request, Response } from 'express';
import type { AskedRequest } from './edge/asked-request';
import { outageFor } from './edge/outage';
import { sendProblem } from './edge/problem';

/** Longer than the ten seconds for the engine and a look at the worker; every wait behind it has a limit of its own, but not their sum. */
const ANSWER_MS = 13_000;

/** Answers in time whatever stands still: 503, and who had a key asks again under it. An answer that has begun goes on. */
export function answerInTime(request: Request, response: Response, next: NextFunction): void {
  const limit = setTimeout(() => {
    if (!response.headersSent) sendProblem(response, outageFor(request), (request as AskedRequest).requestId);
  }, ANSWER_MS);
  response.once('close', () => clearTimeout(limit));
  next();
}
