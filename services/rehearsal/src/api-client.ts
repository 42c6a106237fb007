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

/** What a command takes along. */
interface Keyed {
  readonly key: string;
  readonly body?: object;
  readonly ifMatch?: string;
}

/** An answer other than 2xx that repeating does not change. */
export class Refused extends Error {
  override readonly name = 'Refused';
  readonly status: number;
  readonly code: string;

  constructor(
    readonly order: string,
    { status, code, detail }: { readonly status: number; readonly code: string; readonly detail: string },
  ) {
    super(`${order}: ${status} ${code} ${detail}`);
    this.status = status;
    this.code = code;
  }
}

interface Session {
  readonly token: string;
  /** The office he speaks in, where he holds several. */
  readonly office?: string;
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
  private readonly sessions = new Map<string, Promise<Session>>();

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

  post<T>(login: string, path: string, { key, body = {} }: Pick<Keyed, 'key' | 'body'>): Promise<T> {
    return this.as(login, { method: 'POST', path, key, body });
  }

  put<T>(login: string, path: string, { key, body, ifMatch }: Required<Keyed>): Promise<T> {
    return this.as(login, { method: 'PUT', path, key, body, ifMatch });
  }

  /** A request that needs no session. */
  anonymous<T>(order: Order): Promise<T> {
    return this.untilAnswered(order);
  }

  private async as<T>(login: string, order: Order): Promise<T> {
    try {
      return await this.untilAnswered<T>(order, await this.sessionOf(login));
    } catch (error) {
      if (!(error instanceof Refused) || error.code !== 'not-signed-in') throw error;
      this.sessions.delete(login);
      return this.untilAnswered<T>(order, await this.sessionOf(login));
    }
  }

  private sessionOf(login: string): Promise<Session> {
    const known = this.sessions.get(login);
    if (known) return known;
    const session = this.signIn(login);
    this.sessions.set(login, session);
    session.catch(() => this.sessions.delete(login));
    return session;
  }

  /** Who holds an office of the committee and others, too, speaks as the committee. */
  private async signIn(login: string): Promise<Session> {
    const body = { login, password: this.passwordOf(login) };
    const { token } = await this.untilAnswered<{ token: string }>({ method: 'POST', path: '/sessions', body });
    const me = await this.untilAnswered<{ offices: { id: string; role: string }[] }>(
      { method: 'GET', path: '/me' },
      { token },
    );
    const chosen = me.offices.length > 1 && me.offices.find(({ role }) => role === 'committee-officer');
    return { token, ...(chosen && { office: chosen.id }) };
  }

  private async untilAnswered<T>(order: Order, session?: Session): Promise<T> {
    const begun = performance.now();
    for (let pauseMs = FIRST_PAUSE_MS; ; pauseMs = Math.min(pauseMs * 2, LONGEST_PAUSE_MS)) {
      const outcome = await this.once<T>(order, session);
      if ('answer' in outcome) return outcome.answer;
      if (performance.now() - begun > outcome.patienceMs) throw outcome.refused;
      await pause(pauseMs);
    }
  }

  private async once<T>(
    order: Order,
    session: Session | undefined,
  ): Promise<{ answer: T } | { refused: Error; patienceMs: number }> {
    const named = `${order.method} ${order.path}`;
    let response: Response;
    let text: string;
    try {
      response = await fetch(`${this.address}/api/v1${order.path}`, requestOf(order, session));
      text = await response.text();
    } catch (cause) {
      return { refused: new Error(`${named}: no answer`, { cause }), patienceMs: LONGEST_OUTAGE_MS };
    }
    if (response.ok) return { answer: (text === '' ? undefined : JSON.parse(text)) as T };
    const { code = 'unreadable', detail = '', errors = [] } = problemIn(text);
    const places = errors.map(({ pointer, message }) => `${pointer} ${message}`);
    const refused = new Refused(named, { status: response.status, code, detail: [detail, ...places].join('; ') });
    if (OUTAGES.includes(response.status) || code === 'run-opening') {
      return { refused, patienceMs: LONGEST_OUTAGE_MS };
    }
    if (response.status === 500) return { refused, patienceMs: LONGEST_FAULT_MS };
    throw refused;
  }
}

function requestOf({ method, body, key, ifMatch }: Order, session: Session | undefined): RequestInit {
  return {
    method,
    headers: {
      accept: 'application/json',
      ...(body && { 'content-type': 'application/json' }),
      ...(session && { authorization: `Bearer ${session.token}` }),
      ...(session?.office && { 'duibiao-office': session.office }),
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
