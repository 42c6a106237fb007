import type { Route } from './routes';

/** The methods that the address of this path has; none where there is no such address. */
export type MethodsOf = (path: string) => readonly string[];

/** What each address of these routes can be asked, by the path with or without the prefix of the version. */
export function methodsByPath(routes: readonly Pick<Route, 'method' | 'path'>[]): MethodsOf {
  const known = routes.map(({ method, path }) => ({
    pattern: new RegExp(`^(/api/v1)?${path.replace(/\{\w+\}/g, '[^/]+')}/?$`),
    methods: method === 'get' ? ['GET', 'HEAD'] : [method.toUpperCase()],
  }));
  return (path) =>
    [...new Set(known.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))].sort();
}
