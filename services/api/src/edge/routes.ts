import { RequestMethod, type Type } from '@nestjs/common';
import { METHOD_METADATA, PATH_METADATA, ROUTE_ARGS_METADATA } from '@nestjs/common/constants.js';
import { z } from 'zod';
import type { PermissionName } from '@app/domain';
import { ANSWER, MEDIA_TYPE, PERMISSION, PUBLIC, WITHOUT_KEY } from './decorators';

/** One route as its decorators say: what the description and the tests of the doors read. */
export interface Route {
  readonly method: 'get' | 'post' | 'put' | 'delete';
  /** `/surveys/{id}/submit`, without the prefix of the version. */
  readonly path: string;
  readonly handler: string;
  readonly resource: string;
  readonly permission: PermissionName | null;
  readonly isPublic: boolean;
  readonly needsKey: boolean;
  readonly answer: z.ZodType | null;
  /** Of the answer; of a stream of events the schema is that of each one's data. */
  readonly mediaType: string;
  /** It is decided on the version that If-Match names. */
  readonly takesVersion: boolean;
  readonly status: number;
  readonly body: z.ZodType | null;
  readonly query: z.ZodObject | null;
}

/** What the lines of a list look like; null for a route that answers no list. */
export function lineOf({ answer, method }: Pick<Route, 'answer' | 'method'>): z.ZodObject | null {
  if (method !== 'get' || !(answer instanceof z.ZodObject) || !('nextCursor' in answer.shape)) return null;
  const { items } = answer.shape as { readonly items?: unknown };
  return items instanceof z.ZodArray && items.element instanceof z.ZodObject ? items.element : null;
}

const BODY = 3;
const QUERY = 4;
const HEADERS = 6;
const HTTP_CODE = '__httpCode__';

/** The routes of these controllers, in the order of their paths. */
export function routesOf(controllers: readonly Type[]): Route[] {
  const routes = controllers.flatMap((controller) => {
    const resource = Reflect.getMetadata(PATH_METADATA, controller) as string;
    const prototype = controller.prototype as Record<string, object>;
    return Object.getOwnPropertyNames(prototype)
      .filter((name) => Reflect.hasMetadata(METHOD_METADATA, prototype[name]))
      .map((name) => routeOf(controller, name, { resource, handler: prototype[name] }));
  });
  return routes.sort((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
}

function routeOf(
  controller: Type,
  name: string,
  { resource, handler }: { readonly resource: string; readonly handler: object },
): Route {
  const own = Reflect.getMetadata(PATH_METADATA, handler) as string;
  const method = RequestMethod[Reflect.getMetadata(METHOD_METADATA, handler) as number] ?? '';
  const args = (Reflect.getMetadata(ROUTE_ARGS_METADATA, controller, name) ?? {}) as Record<
    string,
    { schema?: unknown; data?: unknown }
  >;
  const schemaOf = (kind: number) =>
    Object.entries(args).find(([key]) => key.startsWith(`${kind}:`))?.[1].schema as z.ZodType | undefined;
  const path = `/${resource}/${own}`.replace(/\/+/g, '/').replace(/(.)\/$/, '$1');
  return {
    method: method.toLowerCase() as Route['method'],
    path: path.replace(/:(\w+)/g, '{$1}'),
    handler: name,
    resource,
    permission: (Reflect.getMetadata(PERMISSION, handler) as PermissionName | undefined) ?? null,
    isPublic: Reflect.getMetadata(PUBLIC, handler) === true,
    needsKey: method !== 'GET' && Reflect.getMetadata(WITHOUT_KEY, handler) !== true,
    answer: (Reflect.getMetadata(ANSWER, handler) as z.ZodType | undefined) ?? null,
    mediaType: (Reflect.getMetadata(MEDIA_TYPE, handler) as string | undefined) ?? 'application/json',
    takesVersion: Object.entries(args).some(([key, { data }]) => key.startsWith(`${HEADERS}:`) && data === 'if-match'),
    status: (Reflect.getMetadata(HTTP_CODE, handler) as number | undefined) ?? (method === 'POST' ? 201 : 200),
    body: schemaOf(BODY) ?? null,
    query: (schemaOf(QUERY) as z.ZodObject | undefined) ?? null,
  };
}
