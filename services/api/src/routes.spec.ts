import 'reflect-metadata';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  BRANCH_COMMAND_STEPS,
  CAMPAIGN_COMMAND_ROUNDS,
  ORGANISATION_COMMAND_STEPS,
  PERMISSION_NAMES,
  PERMISSIONS,
  SPOT_CHECK_COMMAND_STEPS,
} from '@app/domain';
import { CONTROLLERS } from './app.module';
import { routesOf } from './edge/routes';

const routes = routesOf(CONTROLLERS);
const guarded = routes.filter(({ isPublic }) => !isPublic);
const PROCESS_COMMANDS = [
  BRANCH_COMMAND_STEPS,
  ORGANISATION_COMMAND_STEPS,
  CAMPAIGN_COMMAND_ROUNDS,
  SPOT_CHECK_COMMAND_STEPS,
].flatMap(Object.keys);

describe('routes and the permission table', () => {
  it.each(guarded.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s has one permission',
    (_, route) => {
      expect(PERMISSION_NAMES).toContain(route.permission);
      expect(PERMISSIONS[route.permission ?? 'readMe'].kind).toBe(route.method === 'get' ? 'read' : 'command');
    },
  );

  it('opens without a session only the login, the casting of a ballot and what says nothing of the business', () => {
    expect(routes.filter(({ isPublic }) => isPublic).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'post /ballot-boxes/{id}/ballots',
      'get /health/live',
      'get /health/ready',
      'get /metrics',
      'post /sessions',
    ]);
  });

  it.each(PERMISSION_NAMES)('%s has a route', (name) => {
    expect(guarded.map(({ permission }) => permission)).toContain(name);
  });

  it('asks a key of every write but the end of a session', () => {
    const without = guarded.filter(({ method, needsKey }) => method !== 'get' && !needsKey);
    expect(without.map(({ path }) => path)).toEqual(['/sessions/current']);
  });
});

describe('routes and the workflows', () => {
  it.each(PROCESS_COMMANDS)('%s is a route and an Update of a workflow', (name) => {
    expect(guarded.map(({ permission }) => permission)).toContain(name);
    expect(acceptedUpdates()).toContain(name);
  });

  it('has no Update that is no command', () => {
    expect(acceptedUpdates().filter((name) => !PROCESS_COMMANDS.includes(name))).toEqual([]);
  });
});

/** The names given to `accept` in the workflows' code. */
function acceptedUpdates(): string[] {
  const folder = join(__dirname, '../../../workflows/src');
  const files = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((name) =>
    /\.(workflow|phase)\.ts$/.test(name),
  );
  const calls = files.flatMap((name) => [...readFileSync(join(folder, name), 'utf8').matchAll(/\.accept\(([^)]*)\)/g)]);
  return calls.flatMap(([, names = '']) => [...names.matchAll(/'(\w+)'/g)].map(([, name]) => name ?? ''));
}
