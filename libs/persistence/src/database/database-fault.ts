/** Of the driver: nobody answers, the connection broke off, or there is none to be had. */
const CONNECTION_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'ENOTFOUND',
  'EAI_AGAIN',
  'PROTOCOL_CONNECTION_LOST',
  'PROTOCOL_SEQUENCE_TIMEOUT',
]);

/** Of the driver, where it gives no code. */
const CONNECTION_WORDS =
  /connection is in closed state|Pool is closed|Queue limit reached|No connections available|Connection is not established/i;

/** Of the server: it has no room, no connection left, takes no writes, is going down, or gave up waiting. */
const SERVER_NUMBERS = new Set([
  3, 1021, 1026, 1030, 1037, 1038, 1040, 1041, 1053, 1077, 1079, 1114, 1129, 1152, 1158, 1159, 1160, 1161, 1180, 1184,
  1203, 1205, 1213, 1226, 1290, 1317, 1836, 1927, 1969, 2002, 2003, 2006, 2013, 3024, 4031,
]);

/** Whether another wrote the same key first; asked again, its row is found. */
export function isDuplicate(error: unknown): boolean {
  const { driverError } = error as { readonly driverError?: { readonly errno?: unknown } };
  return driverError?.errno === 1062;
}

/**
 * Whether the database could not do its part: it is away, stands still, is full or takes no writes. What was asked of it
 * may have been done all the same, where the answer to a commit was lost.
 */
export function isDatabaseAway(error: unknown): boolean {
  const { driverError } = (error ?? {}) as { readonly driverError?: unknown };
  const { code, errno, message } = (driverError ?? error ?? {}) as Partial<
    Record<'code' | 'errno' | 'message', unknown>
  >;
  return (
    (typeof code === 'string' && CONNECTION_CODES.has(code)) ||
    (typeof errno === 'number' && SERVER_NUMBERS.has(errno)) ||
    (typeof message === 'string' && CONNECTION_WORDS.test(message))
  );
}
