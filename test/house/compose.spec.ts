import { existsSync, readFileSync } from 'node:fs';
import { join, normalize } from 'node:path';
import { parse } from 'yaml';

const root = join(__dirname, '../..');
const read = (path: string) => readFileSync(join(root, path), 'utf8');

interface Service {
  image?: string;
  build?: { context: string; dockerfile: string };
  command?: string[];
  environment?: Record<string, string>;
  depends_on?: Record<string, { condition: string }>;
  ports?: string[];
  volumes?: string[];
  healthcheck?: { test: string[] };
}

const compose = parse(read('docker/compose.yaml'), { merge: true }) as {
  services: Record<string, Service>;
  volumes: Record<string, unknown>;
};
const services = Object.entries(compose.services);
const ours = services.filter(([, { build }]) => build);

describe('docker/compose.yaml', () => {
  it('has database, engine, set-up, API and worker', () => {
    expect(Object.keys(compose.services)).toEqual(
      expect.arrayContaining(['mysql', 'temporal', 'setup', 'api', 'worker']),
    );
    expect(compose.services.mysql.image).toMatch(/^mysql:8\./);
  });

  it.each(services)('%s depends on services that are there and can say that they are ready', (_, service) => {
    for (const [name, { condition }] of Object.entries(service.depends_on ?? {})) {
      const other = compose.services[name];
      expect(other).toBeDefined();
      if (condition === 'service_healthy') expect(other.healthcheck).toBeDefined();
    }
  });

  it.each(services)('%s has commands that are lists of words', (_, { command = [], healthcheck }) => {
    for (const word of [...command, ...(healthcheck?.test ?? [])]) expect(typeof word).toBe('string');
  });

  it.each(services)('%s listens on loopback only', (_, { ports }) => {
    for (const port of ports ?? []) expect(port).toMatch(/^127\.0\.0\.1:\d+:\d+$/);
  });

  it.each(services)('%s mounts files and volumes that exist', (_, { volumes }) => {
    for (const [source] of (volumes ?? []).map((volume) => volume.split(':'))) {
      if (source.startsWith('.')) expect(existsSync(join(root, 'docker', source))).toBe(true);
      else expect(compose.volumes).toHaveProperty(source);
    }
  });

  it.each(ours)('%s takes only settings that the code reads', (_, service) => {
    const readers = ['libs/platform/src/config.ts', 'docker/prepare.cjs', 'services/cli/src/context.ts'];
    const known = readers.map(read).join();
    const unknown = Object.keys(service.environment ?? {}).filter((name) => !new RegExp(`\\b${name}\\b`).test(known));
    expect(unknown).toEqual([]);
  });

  it.each(ours)('%s is given the settings that have no default', (_, { environment }) => {
    const settings = read('libs/platform/src/config.ts').split('z.object({')[1].split('});')[0];
    const required = [...settings.matchAll(/^ {2}([A-Z_]+): (.*),$/gm)].filter(
      ([, , rule]) => !/default\(|optional\(/.test(rule),
    );
    expect(
      required.map(([, name]) => name).filter((name) => !['DATABASE_URL', 'TEMPORAL_ADDRESS'].includes(name)),
    ).toEqual([]);
    expect(environment).toMatchObject({ DATABASE_URL: expect.any(String), TEMPORAL_ADDRESS: 'temporal:7233' });
  });

  it.each(ours)('%s starts a program of this tree', (_, { build, command }) => {
    expect(existsSync(join(root, 'docker', build!.context, build!.dockerfile))).toBe(true);
    const source = command![1].replace(/^dist\/(.+)\.js$/, '$1.ts');
    expect(existsSync(join(root, normalize(source)))).toBe(true);
  });

  it('reaches the services by their names', () => {
    for (const [, { environment }] of services) {
      for (const value of Object.values(environment ?? {})) {
        const host = /@([a-z-]+):\d+\/|^([a-z-]+):\d+$/.exec(value);
        if (host) expect(compose.services).toHaveProperty(host[1] ?? host[2]);
      }
    }
  });

  it('has no password of its own', () => {
    for (const [, { environment }] of services) {
      for (const [name, value] of Object.entries(environment ?? {})) {
        if (/PASSWORD|_PWD$/.test(name)) expect(value).toMatch(/^\$\{[A-Z_]+:\?.+\}$/);
        else if (value.includes('@')) expect(value).toMatch(/:\$\{[A-Z_]+:\?[^}]+\}@/);
      }
    }
  });
});

describe('docker/Dockerfile', () => {
  const copied = [...read('docker/Dockerfile').matchAll(/^COPY (?!--from)(.+) \S+$/gm)].flatMap(([, names]) =>
    names.split(' '),
  );

  it.each(copied)('copies %s, which is there', (name) => {
    expect(existsSync(join(root, name))).toBe(true);
  });

  it('is built on Node 24, as a user without rights', () => {
    expect(read('docker/Dockerfile').match(/^FROM .*$/gm)).toEqual([
      'FROM node:24-bookworm-slim AS build',
      'FROM node:24-bookworm-slim',
    ]);
    expect(read('docker/Dockerfile')).toMatch(/^USER node$/m);
  });
});
