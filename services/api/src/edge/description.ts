import { z } from 'zod';
import { PERMISSIONS } from '@app/domain';
import { EVENT_STREAM } from './decorators';
import { lineOf, type Route } from './routes';
import { summaryOf } from './summaries';

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
      parameters: { Office: OFFICE, LastEventId: LAST_EVENT_ID },
      headers: { NextCursor: NEXT_CURSOR, RowLimit: ROW_LIMIT },
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
  const summary = summaryOf(route);
  return {
    ...(summary && { summary: `${summary.zh} / ${summary.en}` }),
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
        ...(isList(route) && { headers: CSV_HEADERS }),
        ...(route.answer &&
          route.status !== 204 && {
            content: {
              [route.mediaType]: { schema: ref(route.answer) },
              ...(isList(route) && { 'text/csv': { schema: CSV } }),
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

function parametersOf({ path, query, needsKey, isPublic, takesVersion, mediaType }: Route): Json[] {
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
    ...(takesVersion ? [header('If-Match')] : []),
    ...(mediaType === EVENT_STREAM ? [{ $ref: '#/components/parameters/LastEventId' }] : []),
    ...(isPublic ? [] : [{ $ref: '#/components/parameters/Office' }]),
  ];
}

/** What list.interceptor.ts can answer as CSV. */
const isList = (route: Route): boolean => lineOf(route) !== null;

const OFFICE: Json = {
  name: 'Duibiao-Office',
  in: 'header',
  required: false,
  description: '以所任的哪个岗位（编号） / in which of his offices (id)',
  schema: { type: 'string' },
};

const LAST_EVENT_ID: Json = {
  name: 'Last-Event-ID',
  in: 'header',
  required: false,
  description: '从哪里续接 / after which event it goes on',
  schema: { type: 'string' },
};

const CSV: Json = {
  type: 'string',
  description:
    '整份清单（RFC 4180，UTF-8，首行为列名：中文列名，后接 JSON 字段名；代码旁有中文，编号旁有名称；时间为 Asia/Shanghai）。会被当作公式的行前加一个撇号。' +
    '写明 fields 时只有这些栏，只有给人看的内容。只有写明 limit 时才只给这么多行。达到行数上限时，末行只有一格，写明从何处续取。' +
    ' / The whole list; a heading ends with the name of its JSON field; instants in Asia/Shanghai; one apostrophe before each line that would be a formula. ' +
    'With `fields` these columns alone, and only what people read. With `limit` so many rows. At the row limit a last record of one cell says where to go on.',
};

const CSV_HEADERS: Json = {
  'Duibiao-Next-Cursor': { $ref: '#/components/headers/NextCursor' },
  'Duibiao-Row-Limit': { $ref: '#/components/headers/RowLimit' },
};

const NEXT_CURSOR: Json = {
  description: '仅 CSV 且写明 limit：其后的 cursor，末尾没有 / CSV with `limit`: the next cursor, absent at the end',
  schema: { type: 'string' },
};

const ROW_LIMIT: Json = {
  description: '仅 CSV：最多行数 / CSV only: the most rows of this answer',
  schema: { type: 'integer' },
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
