import type { Problem } from '../problem';
import type { paths } from './schema';

/**
 * The API as the console sees it: lists come as JSON, keys and offices are the client's business, and what is refused is
 * thrown as a `Problem`.
 */
export type ConsolePaths = { [P in keyof paths]: { [M in keyof paths[P]]: SeenOperation<paths[P][M]> } };

type SeenOperation<O> = O extends { responses: infer R; parameters: infer Q }
  ? Omit<O, 'responses' | 'parameters'> & {
      responses: { [S in keyof R]: S extends 200 | 201 | 204 ? OnlyJson<R[S]> : Refusal };
      parameters: Omit<Q, 'header'> & SeenHeader<Q>;
    }
  : O;

interface Refusal {
  headers: Record<string, unknown>;
  content: { 'application/problem+json': Problem };
}

type OnlyJson<R> = R extends { headers: infer H; content: { 'application/json': infer J } }
  ? { headers: H; content: { 'application/json': J } }
  : R;

type SeenHeader<Q> = Q extends { header: { 'If-Match': string } }
  ? { header: { 'If-Match': string } }
  : { header?: undefined };
