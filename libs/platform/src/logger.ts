import pino, { type Logger, type LoggerOptions } from 'pino';

export type { Logger } from 'pino';

/** The log of one service, as JSON lines on standard output; passwords, tokens and ballot codes never reach it. */
export function createLogger(service: string, level: string): Logger {
  const options: LoggerOptions = {
    base: { service },
    level,
    timestamp: pino.stdTimeFunctions.isoTime,
    redact: ['req.headers.cookie', 'req.headers.authorization', '*.password', '*.token', '*.credential'],
  };
  return pino(options, standardOutput());
}

/** Lines kept while a full disk takes none; what comes beyond is dropped. */
const KEPT_BYTES = 1_000_000;

/** A line that cannot be written, as on a full disk, ends nobody. */
function standardOutput(): pino.DestinationStream {
  const output = pino.destination({ dest: 1, sync: true, maxLength: KEPT_BYTES });
  output.on('error', unheard);
  for (const stream of [process.stdout, process.stderr] as NodeJS.WritableStream[]) {
    stream.removeListener('error', unheard).on('error', unheard);
  }
  return output;
}

function unheard(): void {}
