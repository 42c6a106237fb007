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
    held.push({ kind, send: () => send(stage, order) });
    return Promise.resolve({} as T);
  };
  await act({ ...stage, api });
  return held;
}

/** The same actors, of whose commands it is told how long each took, in ms. */
export function watching(stage: Stage, tell: (ms: number) => void): Stage {
  const api = Object.create(stage.api) as ApiClient;
  api.post = async <T>(...order: Parameters<ApiClient['post']>): Promise<T> => {
    const begun = performance.now();
    const answer = await stage.api.post<T>(...order);
    if (COMMANDS.has(kindOf(order[1]))) tell(performance.now() - begun);
    return answer;
  };
  return { ...stage, api };
}

/** The codes of a ballot come with the answer to its opening; who casts it asks for them. */
async function send({ api, ballotCodes }: Stage, order: Parameters<ApiClient['post']>): Promise<void> {
  const [, , { body }] = order;
  const { codes } = await api.post<{ codes?: Readonly<Record<'members' | 'masses', readonly string[]>> }>(...order);
  const { branchRunId } = (body ?? {}) as { readonly branchRunId?: string };
  if (codes && branchRunId) ballotCodes.keep(`${branchRunId}/1`, [...codes.members, ...codes.masses]);
}

/** `/surveys/…/submit` is `surveys submit`. */
function kindOf(path: string): string {
  const [resource = '', ...rest] = path.split('/').filter(Boolean);
  const verb = rest.at(-1);
  return verb === undefined ? resource : `${resource} ${verb}`;
}
