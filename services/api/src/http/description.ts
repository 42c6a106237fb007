import { z } from 'zod';
import { PERMISSIONS } from '@app/domain';
import type { Route } from './routes';

type Json = Readonly<Record<string, unknown>>;

/** The interface description (OpenAPI 3.1) of these routes, with every named schema once. */
export function describe(routes: readonly Route[]): Json {
  const paths: Record<string, Record<string, Json>> = {};
  for (const route of routes) {
    const path = /^\/(health|metrics)/.test(route.path) ? route.path : `/api/v1${route.path}`;
    paths[path] = { ...paths[path], [route.method]: operationOf(route) };
  }
  return {
    openapi: '3.1.0',
    info: {
      title: '对标 Duibiao',
      version: '1',
      description: '各项办理须带 Idempotency-Key；拒绝一律为 application/problem+json，按 code 判断。',
    },
    paths,
    components: {
      schemas: namedSchemas(),
      parameters: { Office: OFFICE },
      headers: { NextCursor: NEXT_CURSOR },
      securitySchemes: {
        bearer: { type: 'http', scheme: 'bearer' },
        cookie: { type: 'apiKey', in: 'cookie', name: 'duibiao_session' },
      },
    },
  };
}

function operationOf(route: Route): Json {
  const { permission } = route;
  const roles = permission ? PERMISSIONS[permission].roles : [];
  return {
    operationId: `${route.handler}_${route.method}_${route.path.replace(/\W+/g, '_')}`.replace(/_+$/, ''),
    tags: [route.resource],
    ...(permission && { 'x-permission': permission, description: `${permission}：${roles.join('、')}` }),
    ...(route.isPublic ? {} : { security: [{ bearer: [] }, { cookie: [] }] }),
    parameters: parametersOf(route),
    ...(route.body && {
      requestBody: { required: true, content: { 'application/json': { schema: ref(route.body) } } },
    }),
    responses: {
      [String(route.status)]: {
        description: 'OK',
        ...(isList(route) && { headers: { 'Duibiao-Next-Cursor': { $ref: '#/components/headers/NextCursor' } } }),
        ...(route.answer &&
          route.status !== 204 && {
            content: {
              'application/json': { schema: ref(route.answer) },
              ...(isList(route) && { 'text/csv': { schema: { type: 'string' } } }),
            },
          }),
      },
      default: {
        description: '拒绝 / refusal',
        content: { 'application/problem+json': { schema: { $ref: '#/components/schemas/Problem' } } },
      },
    },
  };
}

function parametersOf({ path, query, needsKey, isPublic, method }: Route): Json[] {
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string' },
  }));
  const inQuery = Object.entries(query?.shape ?? {}).map(([name, schema]) => ({
    name,
    in: 'query',
    required: false,
    schema: plain(schema as z.ZodType),
  }));
  const header = (name: string) => ({ name, in: 'header', required: true, schema: { type: 'string' } });
  return [
    ...inPath,
    ...inQuery,
    ...(needsKey && !isPublic ? [header('Idempotency-Key')] : []),
    ...(method === 'put' ? [header('If-Match')] : []),
    ...(isPublic ? [] : [{ $ref: '#/components/parameters/Office' }]),
  ];
}

/** What csv.interceptor.ts can answer as CSV. */
const isList = ({ query }: Route): boolean => query?.shape.format !== undefined;

const OFFICE: Json = {
  name: 'Duibiao-Office',
  in: 'header',
  required: false,
  description: '以所任的哪个岗位（编号） / in which of his offices (id)',
  schema: { type: 'string' },
};

/** In CSV there is no other place for it. */
const NEXT_CURSOR: Json = {
  description: '仅 CSV：下一页的 cursor，末页没有 / CSV only: cursor of the next page, absent on the last',
  schema: { type: 'string' },
};

function ref(schema: z.ZodType): Json {
  const id = z.globalRegistry.get(schema)?.id;
  return id ? { $ref: `#/components/schemas/${id}` } : plain(schema);
}

function plain(schema: z.ZodType): Json {
  const { $schema, ...json } = z.toJSONSchema(schema, OPTIONS);
  void $schema;
  return json;
}

const OPTIONS = { io: 'input', unrepresentable: 'any' } as const;

function namedSchemas(): Json {
  const { schemas } = z.toJSONSchema(z.globalRegistry, { ...OPTIONS, uri: (id) => `#/components/schemas/${id}` });
  const named = Object.entries(schemas).map(([id, { $schema, $id, ...schema }]) => [id, schema] as const);
  return Object.fromEntries(named.sort(([a], [b]) => (a < b ? -1 : 1)));
}
