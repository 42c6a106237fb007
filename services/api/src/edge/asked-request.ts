import type { Request } from 'express';
import type { Speaker } from './speaker';

/** A request as it passes the edge: it has an id, and once the guard let it in, a speaker. */
export interface AskedRequest extends Request {
  requestId: string;
  speaker?: Speaker;
}
