import type { ApiClient } from './api-client';
import type { BallotCodes } from './ballot-codes';
import type { Moment } from './calendar';
import type { Officeholders } from './officeholders';
import type { DocumentView, Reads } from './reads';
import { DIMENSIONS } from './sheets';

/** What every actor has at hand at one moment. */
export interface Stage {
  readonly api: ApiClient;
  readonly officeholders: Officeholders;
  readonly reads: Reads;
  readonly seed: string;
  readonly moment: Moment;
  readonly ballotCodes: BallotCodes;
}

/** The run that an act is about; its version makes the act's key, so that a repeat in the same state is the same request. */
export interface Subject {
  readonly id: string;
  readonly version: number;
}

/** The Idempotency-Key of an act: seed, subject, act, and the state in which it is done. */
export function keyOf({ seed }: Stage, { id, version }: Subject, act: string): string {
  return `${seed}/${id}/${version}/${act}`;
}

/** Says a command about a subject. */
export function say<T = unknown>(
  stage: Stage,
  login: string,
  act: { readonly path: string; readonly subject: Subject; readonly body?: object },
): Promise<T> {
  const { path, subject, body } = act;
  return stage.api.post<T>(login, path, { key: keyOf(stage, subject, path.split('/').pop() ?? path), body });
}

/** Saves the body as the newest draft of its kind, unless it stands there already; answers what can be handed over. */
export async function saveDraft(
  stage: Stage,
  login: string,
  on: { readonly document: Pick<DocumentView, 'id'>; readonly resource: string; readonly body: object },
): Promise<{ readonly id: string; readonly digest: string }> {
  const path = `/${on.resource}/${on.document.id}`;
  const before = await stage.api.get<{ digest: string; etag: string; version: number; body: unknown }>(login, path);
  if (isSame(before.body, on.body)) return { id: on.document.id, digest: before.digest };
  const key = keyOf(stage, { id: on.document.id, version: before.version }, 'save');
  const saved = await stage.api.put<{ digest: string }>(login, path, { key, body: on.body, ifMatch: before.etag });
  return { id: on.document.id, digest: saved.digest };
}

/** Opens the sheet as it was read, and confirms each of its dimensions: without it nobody signs what another wrote. */
export async function openSheet(
  stage: Stage,
  login: string,
  on: { readonly document: Pick<DocumentView, 'id' | 'digest'>; readonly resource: string },
): Promise<void> {
  const { id, digest } = on.document;
  const key = `${stage.seed}/${id}/${digest.slice(0, 16)}/open`; // a key has 120 characters at most
  await stage.api.post(login, `/${on.resource}/${id}/open`, { key, body: { digest, confirmed: DIMENSIONS } });
}

function isSame(one: unknown, other: unknown): boolean {
  return canonical(one) === canonical(other);
}

function canonical(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  if (typeof value !== 'object' || value === null) return JSON.stringify(value);
  const entries = Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${entries.map(([name, part]) => `${name}:${canonical(part)}`).join(',')}}`;
}
