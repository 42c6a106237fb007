import createClient from 'openapi-fetch';
import createQueryClient from 'openapi-react-query';
import type { ConsolePaths } from './api/console-paths';
import { isAttended } from './app/attendance';
import { chosenLanguage, chosenOffice } from './app/preferences';
import { noteSettled, noteUnsettled } from './app/trouble';
import { holdsUnsettled, NO_ANSWER, Problem, problemOf } from './problem';
import { RequestKeys } from './request-keys';

/**
 * The one place that fetches. The session is a cookie that no script reads. What is refused is thrown as a `Problem`; what
 * has no outcome yet is sent again by itself, a command under the key it had.
 */
export const client = createClient<ConsolePaths>({ baseUrl: location.origin, fetch: send });

/** The same requests for React: `api.useQuery('get', …)`, `api.useMutation('post', …)`. */
export const api = createQueryClient(client);

/** The pauses between the tries of a request without an outcome: half a minute in all, then the person decides. */
const PAUSES_MS = [500, 1000, 2000, 4000, 8000, 15_000];

const keys = new RequestKeys(sessionStorage);

async function send(request: Request): Promise<Response> {
  request.headers.set('accept-language', chosenLanguage());
  const isNobody = request.credentials === 'omit'; // a ballot: neither session nor office nor key goes with it
  const office = chosenOffice();
  if (office && !isNobody) request.headers.set('duibiao-office', office);
  const isRead = request.method === 'GET';
  if (isRead && !isAttended()) request.headers.set('duibiao-unattended', '1');
  const intention = {
    method: request.method,
    path: new URL(request.url).pathname,
    ifMatch: request.headers.get('if-match'),
    body: isRead ? '' : await request.clone().text(),
  };
  const takesKey = !isRead && !isNobody && !intention.path.startsWith('/api/v1/sessions');
  if (takesKey) request.headers.set('idempotency-key', keys.keyOf(intention));
  const outcome = await untilSettled(request);
  if (takesKey && !(await isOpen(outcome))) keys.forget(intention);
  if (outcome instanceof Problem) throw outcome;
  return outcome;
}

/** Whether the same words may still be sent under the same key. */
async function isOpen(outcome: Response | Problem): Promise<boolean> {
  return outcome instanceof Problem ? outcome.isUnsettled : holdsUnsettled(outcome);
}

async function untilSettled(request: Request): Promise<Response | Problem> {
  let isAnswered: boolean | undefined;
  try {
    for (let tried = 0; ; tried += 1) {
      const outcome = await once(request.clone());
      const pauseMs = PAUSES_MS[tried];
      isAnswered = !(outcome instanceof Problem) || outcome.code !== NO_ANSWER;
      if (!(outcome instanceof Problem) || !outcome.isUnsettled || pauseMs === undefined) return outcome;
      noteUnsettled(request, outcome, tried);
      await pause(pauseMs, request.signal);
    }
  } finally {
    noteSettled(request, isAnswered === true);
  }
}

async function once(request: Request): Promise<Response | Problem> {
  let response: Response;
  try {
    response = await fetch(request);
  } catch (cause) {
    if (request.signal.aborted) throw cause;
    return new Problem({ status: 0, code: NO_ANSWER });
  }
  return response.ok ? response : problemOf(response);
}

function pause(ms: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal.addEventListener('abort', () => {
      clearTimeout(timer);
      reject(signal.reason as Error);
    });
  });
}
