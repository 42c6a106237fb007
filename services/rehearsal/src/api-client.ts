import { setTimeout as pause } from 'node:timers/promises';

/** A request that is repeated under one key until its outcome is known. */
export interface Order {
  readonly method: 'GET' | 'POST' | 'PUT';
  readonly path: string;
  readonly body?: object;
  /** Idempotency-Key: derived from the seed and the act, so that a repeat is the same request. */
  readonly key?: string;
  readonly ifMatch?: string;
}

/** An answer other than 2xx that repeating does not change. */
export class Refused extends Error {
  override readonly name = 'Refused';
  constructor(
    readonly order: string,
    readonly status: number,
    readonly code: string,
    detail: string,
  ) {
    super(`${order}: ${status} ${code} ${detail}`);
  }
}

interface Problem {
  readonly code?: string;
  readonly detail?: string;
  readonly errors?: readonly { readonly pointer: string; readonly message: string }[];
}

const FIRST_PAUSE_MS = 100;
const LONGEST_PAUSE_MS = 2000;
/** An outage that lasts longer than this ends the rehearsal; the starter begins it again. */
const LONGEST_OUTAGE_MS = 180_000;
/** A fault of the service (500) is repeated for this long: a database that was killed looks like one. */
const LONGEST_FAULT_MS = 30_000;
const OUTAGES = [429, 502, 503, 504];

/** The HTTP API as the actors use it: one session per account, the same key for a repeat, patience in an outage. */
export class ApiClient {
  private readonly tokens = new Map<string, Promise<string>>();

  constructor(
    private readonly address: string,
    private readonly passwordOf: (login: string) => string,
  ) {}

  get<T>(login: string, path: string): Promise<T> {
    return this.as(login, { method: 'GET', path });
  }

  /** Every page of a list. */
  async list<T>(login: string, path: string): Promise<T[]> {
    const items: T[] = [];
    const separator = path.includes('?') ? '&' : '?';
    for (let cursor: string | null = ''; cursor !== null;) {
      const from: string = cursor === '' ? '' : `&cursor=${encodeURIComponent(cursor)}`;
      const page: { items: T[]; nextCursor: string | null } = await this.get(
        login,
        `${path}${separator}limit=200${from}`,
      );
      items.push(...page.items);
      cursor = page.nextCursor;
    }
    return items;
  }

  post<T>(login: string, path: string, key: string, body: object = {}): Promise<T> {
    return this.as(login, { method: 'POST', path, key, body });
  }

  put<T>(login: string, path: string, key: string, body: object, ifMatch: string): Promise<T> {
    return this.as(login, { method: 'PUT', path, key, body, ifMatch });
  }

  /** A request that needs no session. */
  anonymous<T>(order: Order): Promise<T> {
    return this.untilAnswered(order);
  }

  private async as<T>(login: string, order: Order): Promise<T> {
    try {
      return await this.untilAnswered<T>(order, await this.tokenOf(login));
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'not-signed-in') throw error;
      this.tokens.delete(login);
      return this.untilAnswered<T>(order, await this.tokenOf(login));
    }
  }

  private tokenOf(login: string): Promise<string> {
    const known = this.tokens.get(login);
    if (known) return known;
    const body = { login, password: this.passwordOf(login) };
    const opened = this.untilAnswered<{ token: string }>({ method: 'POST', path: '/sessions', body });
    const token = opened.then((session) => session.token);
    this.tokens.set(login, token);
    token.catch(() => this.tokens.delete(login));
    return token;
  }

  private async untilAnswered<T>(order: Order, token?: string): Promise<T> {
    const begun = performance.now();
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      const outcome = await this.once<T>(order, token);
      if ('answer' in outcome) return outcome.answer;
      if (performance.now() - begun > outcome.patienceMs) throw outcome.refused;
      await pause(pauseMs);
    }
  }

  private async once<T>(
    order: Order,
    token: string | undefined,
  ): Promise<{ answer: T } | { refused: Error; patienceMs: number }> {
    const named = `${order.method} ${order.path}`;
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${this.address}/api/v1${order.path}`, requestOf(order, token));
      text = await response.text();
    } catch (cause) {
      return { refused: new Error(`${named}: no answer`, { cause }), patienceMs: LONGEST_OUTAGE_MS };
    }
    if (response.ok) return { answer: (text === '' ? undefined : JSON.parse(text)) as T };
    const { code = 'unreadable', detail = '', errors = [] } = problemIn(text);
    const places = errors.map(({ pointer, message }) => `${pointer} ${message}`);
    const refused = new Refused(named, response.status, code, [detail, ...places].join('; '));
    if (OUTAGES.includes(response.status) || code === 'run-opening') {
      return { refused, patienceMs: LONGEST_OUTAGE_MS };
    }
    if (response.status === 500) return { refused, patienceMs: LONGEST_FAULT_MS };
    throw refused;
  }
}

function requestOf({ method, body, key, ifMatch }: Order, token: string | undefined): RequestInit {
  return {
    method,
    headers: {
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
      ...(token && { authorization: `Bearer ${token}` }),
      ...(key && { 'idempotency-key': key }),
      ...(ifMatch && { 'if-match': ifMatch }),
    },
    ...(body && { body: JSON.stringify(body) }),
    signal: AbortSignal.timeout(30_000),
  };
}

function problemIn(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return { detail: text.slice(0, 200) };
  }
}
