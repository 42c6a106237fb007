import { z } from 'zod';
import type { MailSettings } from './mail-server';

const port = z.coerce.number().int().min(0).max(65535);

const databaseUrl = z
  .string()
  .regex(/^(mysql|mariadb):\/\/[^/]+\/[^/?]+/, 'must look like mariadb://user:password@host:3306/database');

const configSchema = z.object({
  DATABASE_URL: databaseUrl,
  TEMPORAL_ADDRESS: z.string().regex(/^[^:\s]+:\d+$/, 'must look like host:7233'),
  TEMPORAL_NAMESPACE: z.string().min(1).default('duibiao'),
  API_HOST: z.string().min(1).default('127.0.0.1'),
  API_PORT: port.default(8080),
  WORKER_MAX_CACHED_WORKFLOWS: z.coerce.number().int().min(10).default(750),
  WORKER_HEALS: z.enum(['yes', 'no']).default('yes'),
  CSV_ROW_LIMIT: z.coerce.number().int().min(1).max(1_000_000).default(100_000),
  MAIL_URL: z
    .string()
    .regex(/^smtps?:\/\/[^/\s]+$/, 'must look like smtp://user:password@host:587 or smtps://…')
    .optional(),
  MAIL_FROM: z.email('must be an address: duibiao@example.org').optional(),
  CONSOLE_URL: z.url({ protocol: /^https?$/, error: 'must look like https://host' }).optional(),
  LOG_LEVEL: z.enum(['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent']).default('info'),
});

/** The settings of every service, read from the environment once at its start. */
export interface Config {
  /** The services' own user, which may not change the record: `mariadb://duibiao_app:…`. */
  readonly databaseUrl: string;
  readonly temporalAddress: string;
  readonly temporalNamespace: string;
  readonly apiHost: string;
  /** 0 lets the system choose. */
  readonly apiPort: number;
  /** About 0.35 MB each; 750 of ours take a third of a gigabyte. */
  readonly maxCachedWorkflows: number;
  /** Whether the worker begins runs again that the engine does not know; not while a copy of either is being put back. */
  readonly heals: boolean;
  /** The most rows of one list that is answered as CSV. */
  readonly csvRowLimit: number;
  /** Null where no mail is sent. */
  readonly mail: MailSettings | null;
  /** Where people find the console; mails name it. */
  readonly consoleUrl: string | null;
  readonly logLevel: z.infer<typeof configSchema>['LOG_LEVEL'];
}

/** A setting that is missing or wrong; the message names each one in a sentence of its own. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

/** Reads the settings, or throws a `ConfigError` whose one line says which is wrong and how it should look. */
export function readConfig(environment: NodeJS.ProcessEnv = process.env): Config {
  const present = Object.fromEntries(Object.entries(environment).filter(([, value]) => value !== ''));
  const parsed = configSchema.safeParse(present);
  if (!parsed.success) {
    const faults = parsed.error.issues.map((issue) => {
      const name = issue.path.join('.');
      return present[name] === undefined ? `${name} is not set` : `${name}: ${issue.message}`;
    });
    throw new ConfigError(`设置有误 / Bad settings: ${faults.join('; ')}`);
  }
  const settings = parsed.data;
  const { MAIL_URL: mailUrl, MAIL_FROM: mailFrom } = settings;
  if (mailUrl && !mailFrom) throw new ConfigError('设置有误 / Bad settings: MAIL_FROM is not set, though MAIL_URL is');
  return {
    databaseUrl: settings.DATABASE_URL,
    temporalAddress: settings.TEMPORAL_ADDRESS,
    temporalNamespace: settings.TEMPORAL_NAMESPACE,
    apiHost: settings.API_HOST,
    apiPort: settings.API_PORT,
    maxCachedWorkflows: settings.WORKER_MAX_CACHED_WORKFLOWS,
    heals: settings.WORKER_HEALS === 'yes',
    csvRowLimit: settings.CSV_ROW_LIMIT,
    mail: mailUrl && mailFrom ? { url: mailUrl, from: mailFrom } : null,
    consoleUrl: settings.CONSOLE_URL ?? null,
    logLevel: settings.LOG_LEVEL,
  };
}
