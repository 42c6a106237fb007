import { ConfigError, readConfig } from './config';

const good = { DATABASE_URL: 'mariadb://duibiao_app:x@127.0.0.1:3306/duibiao', TEMPORAL_ADDRESS: '127.0.0.1:7233' };

it('reads settings and fills in the rest', () => {
  expect(readConfig({ ...good, API_PORT: '0', LOG_LEVEL: '' })).toEqual({
    databaseUrl: good.DATABASE_URL,
    temporalAddress: good.TEMPORAL_ADDRESS,
    temporalNamespace: 'duibiao',
    csvRowLimit: 100_000,
    mail: null,
    consoleUrl: null,
    apiHost: '127.0.0.1',
    apiPort: 0,
    maxCachedWorkflows: 750,
    heals: true,
    logLevel: 'info',
  });
});

it.each([
  [{ ...good, DATABASE_URL: undefined }, /DATABASE_URL is not set$/],
  [{ ...good, DATABASE_URL: 'postgres://x/y' }, /DATABASE_URL: must look like mariadb:/],
  [{ ...good, TEMPORAL_ADDRESS: 'localhost' }, /TEMPORAL_ADDRESS: must look like host:7233$/],
  [{ ...good, API_PORT: '70000' }, /API_PORT: /],
  [{ ...good, API_PORT: 'eighty' }, /API_PORT: /],
  [{ ...good, WORKER_HEALS: 'maybe' }, /WORKER_HEALS: /],
  [{ ...good, LOG_LEVEL: 'loud' }, /LOG_LEVEL: /],
  [{ ...good, MAIL_URL: 'http://mail', MAIL_FROM: 'a@b.example' }, /MAIL_URL: must look like smtp:/],
  [{ ...good, MAIL_URL: 'smtp://mail:587' }, /MAIL_FROM is not set, though MAIL_URL is$/],
  [{ ...good, CONSOLE_URL: 'console' }, /CONSOLE_URL: must look like https:/],
])('names a bad setting in one line: %j', (environment, message) => {
  expect(() => readConfig(environment)).toThrow(ConfigError);
  expect(() => readConfig(environment)).toThrow(message);
});

it('names every bad setting at once, and never their values', () => {
  expect(() => readConfig({ DATABASE_URL: 'secret' })).toThrow(
    '设置有误 / Bad settings: DATABASE_URL: must look like mariadb://user:password@host:3306/database; TEMPORAL_ADDRESS is not set',
  );
});
