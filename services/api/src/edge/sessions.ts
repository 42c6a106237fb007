import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, msOf } from '@app/domain';
import { officesHeldBy, SessionEntity, sha256Hex } from '@app/persistence';
import { Clock, verifyPassword } from '@app/platform';
import type { Identity } from './speaker';

/** A session ends after this long without a request; real time. */
export const IDLE_MS = 30 * 60_000;

const SEEN_EVERY_MS = 60_000;

interface AccountRow {
  readonly id: string;
  readonly login: string;
  readonly sample: number;
  readonly personId: string | null;
  readonly campaignId: string | null;
}

/** Opaque sessions: of a token only its SHA-256 is kept; offices are read with each request. */
@Injectable()
export class Sessions {
  private readonly closing: ((tokenHash: string) => void)[] = [];

  constructor(
    private readonly dataSource: DataSource,
    private readonly clock: Clock,
  ) {}

  /** A new token for the right password; an unknown login takes as long as a wrong password. */
  async open(login: string, password: string): Promise<{ token: string; identity: Identity }> {
    const [account] = await this.dataSource.query<(AccountRow & { passwordHash: string })[]>(
      `SELECT id, login, sample, person_id AS personId, campaign_id AS campaignId, password_hash AS passwordHash
         FROM users WHERE login = ?`,
      [login],
    );
    const right = await verifyPassword(account?.passwordHash ?? null, password);
    if (!account || !right) throw new DomainError('login-failed', '登录名或口令不对', {});
    const token = randomBytes(32).toString('base64url');
    const now = this.clock.now();
    const tokenHash = sha256Hex(token);
    await this.dataSource.manager.insert(SessionEntity, {
      tokenHash,
      userId: account.id,
      createdAt: now,
      lastSeenAt: now,
    });
    return { token, identity: await this.identityOf(account, tokenHash) };
  }

  /** Who holds this token; `not-signed-in` where nobody does any more. */
  async find(token: string): Promise<Identity> {
    const tokenHash = sha256Hex(token);
    const { account, idle } = await this.accountOf(tokenHash);
    if (!account) {
      if (idle !== Infinity) await this.close(tokenHash);
      throw new DomainError('not-signed-in', '未登录或登录已过期', {});
    }
    if (idle > SEEN_EVERY_MS) {
      await this.dataSource.manager.update(SessionEntity, { tokenHash }, { lastSeenAt: this.clock.now() });
    }
    return this.identityOf(account, tokenHash);
  }

  /** Who holds this token, without keeping the session alive; null where it has ended or never was. */
  look(token: string): Promise<Identity | null> {
    return this.holderOf(sha256Hex(token));
  }

  /** Who holds this session, without its being a request; null where it has ended. */
  async holderOf(tokenHash: string): Promise<Identity | null> {
    const { account } = await this.accountOf(tokenHash);
    return account && this.identityOf(account, tokenHash);
  }

  async close(tokenHash: string): Promise<void> {
    await this.dataSource.manager.delete(SessionEntity, { tokenHash });
    for (const hear of this.closing) hear(tokenHash);
  }

  /** Is told of every session that is closed here. */
  onClose(hear: (tokenHash: string) => void): void {
    this.closing.push(hear);
  }

  /** The account of a session and for how long nothing was asked in it; no account of one that has ended. */
  private async accountOf(tokenHash: string): Promise<{ account: AccountRow | null; idle: number }> {
    const [row] = await this.dataSource.query<(AccountRow & { lastSeenAt: Date })[]>(
      `SELECT u.id, u.login, u.sample, u.person_id AS personId, u.campaign_id AS campaignId, s.last_seen_at AS lastSeenAt
         FROM sessions s JOIN users u ON u.id = s.user_id WHERE s.token_hash = ?`,
      [tokenHash],
    );
    const idle = row ? msOf(this.clock.now()) - row.lastSeenAt.getTime() : Infinity;
    return { account: row && idle <= IDLE_MS ? row : null, idle };
  }

  private async identityOf(account: AccountRow, tokenHash: string): Promise<Identity> {
    const { id: userId, login, personId, campaignId } = account;
    const { manager } = this.dataSource;
    const held = personId ? await officesHeldBy(manager, { personId, campaignId }) : { offices: [], branchIds: [] };
    return {
      userId,
      login,
      sample: Boolean(account.sample),
      actor: personId ?? userId,
      personId,
      campaignId,
      tokenHash,
      ...held,
    };
  }
}
