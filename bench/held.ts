import type { ApiClient } from '../services/rehearsal/src/api-client';
import type { Stage } from '../services/rehearsal/src/stage';

/** A command that is ready and not sent: all that goes before it – drafts, openings, ballots – is done. */
export interface HeldCommand {
  /** Its route without ids. */
  readonly kind: string;
  readonly send: () => Promise<unknown>;
}

/** What is asked of a workflow; the other requests of an act go through the API alone. */
const COMMANDS = new Set([
  'surveys',
  'surveys submit',
  'surveys confirm',
  'branch-plans submit',
  'branch-plans approve',
  'assessments submit',
  'ballot-boxes',
  'ballot-boxes close',
  'assessments sign',
  'assessments countersign',
  'organisation-plans submit',
  'conclusions submit',
  'decisions',
  'filings',
  'filings register',
]);

/** Lets an actor do all of an act but its commands, which are answered in its place by nothing and kept. */
export async function hold(stage: Stage, act: (stage: Stage) => Promise<unknown>): Promise<HeldCommand[]> {
  const held: HeldCommand[] = [];
  const api = Object.create(stage.api) as ApiClient; // one set of sessions for all who act
  api.post = <T>(...order: Parameters<ApiClient['post']>): Promise<T> => {
    const [, path] = order;
    const kind = kindOf(path);
    if (!COMMANDS.has(kind)) return stage.api.post<T>(...order);
    held.push({ kind, send: () => stage.api.post(...order) });
    return Promise.resolve({} as T);
  };
  await act({ ...stage, api });
  return held;
}

/** `/surveys/…/submit` is `surveys submit`. */
function kindOf(path: string): string {
  const [resource = '', ...rest] = path.split('/').filter(Boolean);
  const verb = rest.at(-1);
  return verb === undefined ? resource : `${resource} ${verb}`;
}
