import type { components } from './api/schema';

type ProblemBody = components['schemas']['Problem'];

/** What a request was refused with, in the words of the API; `status` 0 where nobody answered. */
export class Problem extends Error {
  override readonly name = 'Problem';
  readonly status: number;
  readonly code: string;
  readonly title: string;
  readonly detail: string;
  /** Which fields are meant, each with its own sentence. */
  readonly errors: NonNullable<ProblemBody['errors']>;
  /** Where the circular says it. */
  readonly clause: string | null;
  readonly requestId: string | null;

  constructor(body: Partial<ProblemBody> & Pick<ProblemBody, 'status' | 'code'>) {
    super(body.detail ?? body.title ?? body.code);
    this.status = body.status;
    this.code = body.code;
    this.title = body.title ?? '';
    this.detail = body.detail ?? '';
    this.errors = body.errors ?? [];
    const clause = body.details?.clause;
    this.clause = typeof clause === 'string' ? clause : null;
    this.requestId = body.requestId ?? null;
  }

  /** Nobody answered, or nobody knows yet: the same request may be sent again. */
  get isUnsettled(): boolean {
    return UNSETTLED.includes(this.code);
  }

  get isSessionEnd(): boolean {
    return this.code === 'not-signed-in';
  }
}

/** The code of what never reached the API. */
export const NO_ANSWER = 'no-answer';

/** Codes of what has no outcome yet. */
export const UNSETTLED: readonly string[] = [
  NO_ANSWER,
  'outcome-unknown',
  'worker-away',
  'database-away',
  'run-renewing',
  'service-stopping',
  'too-many-requests',
];

/** Whether an answer is that of a batch of which some items have no outcome yet: sent again under its key, these go on. */
export async function holdsUnsettled(response: Response): Promise<boolean> {
  try {
    const { items } = (await response.clone().json()) as { readonly items?: unknown };
    return (
      Array.isArray(items) && (items as readonly Item[]).some(({ problem }) => UNSETTLED.includes(problem?.code ?? ''))
    );
  } catch {
    return false; // no JSON
  }
}

interface Item {
  readonly problem?: { readonly code: string };
}

/** The problem inside a refusing answer; one that comes from elsewhere (a proxy) still has its status. */
export async function problemOf(response: Response): Promise<Problem> {
  const { status } = response;
  try {
    const body = (await response.json()) as ProblemBody;
    if (typeof body.code === 'string') return new Problem(body);
  } catch {
    // no JSON
  }
  return new Problem({ status, code: status >= 502 ? NO_ANSWER : 'internal' });
}
