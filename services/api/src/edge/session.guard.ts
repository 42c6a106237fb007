import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { DomainError, type PermissionName, PERMISSIONS } from '@app/domain';
import type { AskedRequest } from './asked-request';
import { PERMISSION, PUBLIC, WITHOUT_KEY } from './decorators';
import { sentDigest } from './keys/keyed-request';
import { languageOf } from './problem';
import { Sessions } from './sessions';
import { type Identity, Speaker } from './speaker';

/** The session's cookie. */
export const SESSION_COOKIE = 'duibiao_session';

/** The only door: no session, no entry; no permission on the route, no entry for anybody. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: Sessions,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const handler = context.getHandler();
    const request = context.switchToHttp().getRequest<AskedRequest>();
    const writes = !['GET', 'HEAD', 'OPTIONS'].includes(request.method);
    if (writes) checkOrigin(request);
    if (this.reflector.get<boolean | undefined>(PUBLIC, handler)) return true;
    const permission = this.reflector.get<PermissionName | undefined>(PERMISSION, handler);
    const identity = await this.identityOf(request, writes);
    if (!permission || !(permission in PERMISSIONS)) throw new DomainError('forbidden', '此地址未设权限', {});
    const requestKey = request.get('idempotency-key')?.trim() ?? '';
    const pointer = '/header/idempotency-key';
    if (writes && requestKey === '' && !this.reflector.get<boolean | undefined>(WITHOUT_KEY, handler)) {
      throw new DomainError('idempotency-key-missing', '每项办理须带请求编号，请重新打开后再办理', { pointer });
    }
    if (requestKey.length > 120) {
      throw new DomainError('invalid-input', '请求编号不得超过 120 个字符', { pointer });
    }
    if (request.method === 'POST') checkUnconditional(request.get('if-match'));
    const requestDigest = writes
      ? sentDigest({ path: request.path, body: request.body, ifMatch: request.get('if-match') })
      : '';
    const keyed = { actor: identity.actor, command: permission, requestKey, requestDigest };
    const chosenOffice = request.get('duibiao-office')?.trim();
    const reader = { requestId: request.requestId, language: languageOf(request) };
    request.speaker = new Speaker(identity, permission, { request: keyed, reader, chosenOffice });
    return true;
  }

  /** A page that asks by itself, or listens, does not keep anybody signed in (docs/decisions/0029). */
  private async identityOf(request: AskedRequest, writes: boolean): Promise<Identity> {
    const token = tokenOf(request);
    const isByItself = request.get('duibiao-unattended') !== undefined || request.get('accept') === 'text/event-stream';
    const seen = writes || !isByItself ? null : await this.sessions.look(token);
    return seen ?? this.sessions.find(token);
  }
}

/** A hand-over is decided on what stands now: a version that it names is not compared, so naming one must not look heeded. */
function checkUnconditional(ifMatch: string | undefined): void {
  if (ifMatch === undefined || ifMatch.trim() === '*') return;
  const message = '此项按现在的情况办理，不比对所见版本，因此没有办理；请重新查看后不带 If-Match 再办理';
  throw new DomainError('precondition-failed', message, { pointer: '/header/if-match' });
}

/** The token that a request brings; undefined of nobody's. */
export function tokenIn(request: AskedRequest): string | undefined {
  const [scheme, bearer] = (request.get('authorization') ?? '').split(' ');
  return (scheme?.toLowerCase() === 'bearer' ? bearer : cookieOf(request)) || undefined;
}

function tokenOf(request: AskedRequest): string {
  const token = tokenIn(request);
  if (!token) throw new DomainError('not-signed-in', '请先登录', {});
  return token;
}

/** A browser names where a write comes from; another site's page is refused. A program names nothing. */
function checkOrigin(request: AskedRequest): void {
  const origin = request.get('origin');
  if (origin === undefined) {
    if (request.get('sec-fetch-site') === 'cross-site') throw new DomainError('forbidden', '请求来自其他网站', {});
    return;
  }
  let host = '';
  try {
    host = new URL(origin).host;
  } catch {
    // `null` and other words that are no address
  }
  if (host !== request.get('host')) throw new DomainError('forbidden', '请求来自其他网站', { origin });
}

function cookieOf(request: AskedRequest): string | undefined {
  const pairs = (request.get('cookie') ?? '').split(';').map((pair) => pair.trim().split('='));
  return pairs.find(([name]) => name === SESSION_COOKIE)?.[1];
}
