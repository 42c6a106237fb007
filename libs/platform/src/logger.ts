import pino, { type Logger } from 'pino';

export type { Logger } from 'pino';

/** The log of one service, as JSON lines on standard output; passwords, tokens and ballot codes never reach it. */
export function createLogger(service: string, level: string): Logger {
  return pino({
    base: { service },
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token', '*.credential'],
  });
}
