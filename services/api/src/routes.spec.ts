import 'reflect-metadata';
import { PERMISSION_NAMES, PERMISSIONS, RUN_COMMANDS, RUN_KINDS } from '@app/domain';
import { workflowTypeOf } from '@app/contracts';
import * as workflows from '@app/workflows';
import { CONTROLLERS } from './app.module';
import { routesOf } from './edge/routes';
import { SUMMARIES, summaryOf } from './edge/summaries';

const routes = routesOf(CONTROLLERS);
const guarded = routes.filter(({ isPublic }) => !isPublic);
const PROCESS_COMMANDS = RUN_COMMANDS.map(({ name }) => name);

describe('routes and the permission table', () => {
  it.each(guarded.map((route) => [`${route.method} ${route.path}`, route] as const))(
    '%s has one permission',
    (_, route) => {
      expect(PERMISSION_NAMES).toContain(route.permission);
      expect(PERMISSIONS[route.permission ?? 'readMe'].kind).toBe(route.method === 'get' ? 'read' : 'command');
    },
  );

  it('opens without a session only the login, the ballot of a code, a calendar by its secret and what says nothing of the business', () => {
    expect(routes.filter(({ isPublic }) => isPublic).map(({ method, path }) => `${method} ${path}`)).toEqual([
      'post /ballot-boxes/by-code',
      'post /ballot-boxes/{id}/ballots',
      'get /calendar-feeds/{secret}.ics',
      'get /health/live',
      'get /health/ready',
      'get /metrics',
      'post /sessions',
      'get /sessions/current',
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

describe('routes and their summaries', () => {
  it.each(routes.map((route) => [`${route.method} ${route.path}`, route] as const))('%s has one', (_, route) => {
    expect(summaryOf(route)?.zh).toMatch(/\p{Script=Han}/u);
    expect(summaryOf(route)?.en).toMatch(/^[a-z]/i);
  });

  it('each is that of one operation', () => {
    const zh = routes.map((route) => summaryOf(route)?.zh);
    const twice = zh.filter((word, at) => zh.indexOf(word) < at);
    expect(twice).toEqual([]);
    const known = routes.map(({ method, path }) => `${method} ${path}`);
    expect(Object.keys(SUMMARIES).filter((name) => !known.includes(name))).toEqual([]);
  });
});

describe('routes and the processes', () => {
  it.each(PROCESS_COMMANDS)('%s is a route', (name) => {
    expect(guarded.map(({ permission }) => permission)).toContain(name);
  });

  it.each(RUN_KINDS)('%s has a workflow, which takes every command that its definition names', (kind) => {
    expect(Object.keys(workflows)).toContain(workflowTypeOf(kind));
  });
});
