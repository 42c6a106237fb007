import type { EntityManager } from 'typeorm';
import { DomainError, type Role } from '@app/domain';
import { appendEvent } from '../record/event-log';
import { idOf } from '../record/ids';
import { importedEvent, insertRows, type OwningCampaign, type Written } from '../record/imported-event';

/** An account with one office of its person, as the command line lists it; a person with two offices has two lines. */
export interface AccountLine {
  readonly login: string;
  readonly campaign: string;
  readonly sample: boolean;
  readonly personCode: string;
  readonly name: string;
  readonly role: Role | null;
  readonly bodyKind: string | null;
  readonly bodyCode: string | null;
  readonly bodyName: string | null;
}

/** The login of a sample account. */
export const sampleLogin = (campaignKey: string, personCode: string) => `${campaignKey}/${personCode}`;

/**
 * Gives every holder of an office (deputies too) a sample account with one shared password; called again with another
 * hash it renews the password of sample accounts and of no other. Answers how many accounts there are.
 */
export async function createAccounts(
  m: EntityManager,
  { campaign, passwordHash }: { readonly campaign: OwningCampaign; readonly passwordHash: string },
  written: Written,
): Promise<number> {
  const { campaignId, campaignKey } = campaign;
  await m.query('SELECT id FROM campaigns WHERE id = ? FOR UPDATE', [campaignId]);
  const people = await m.query<{ id: string; code: string }[]>(
    `SELECT p.id, p.code FROM people p WHERE p.id IN (
       SELECT person_id FROM offices WHERE campaign_id = ? AND valid_to IS NULL
       UNION SELECT deputy_id FROM offices WHERE campaign_id = ? AND valid_to IS NULL AND deputy_id IS NOT NULL)
     ORDER BY p.code`,
    [campaignId, campaignId],
  );
  const [{ same }] = await m.query<[{ same: number | string }]>(
    'SELECT COUNT(*) AS same FROM users WHERE campaign_id = ? AND sample = 1 AND password_hash = ?',
    [campaignId, passwordHash],
  );
  if (people.length === 0 || Number(same) === people.length) return people.length;
  await insertRows(m, {
    table: 'users',
    columns: ['id', 'login', 'person_id', 'campaign_id', 'password_hash', 'sample'],
    rows: people.map(({ id, code }) => {
      const login = sampleLogin(campaignKey, code);
      return [idOf('user', login), login, id, campaignId, passwordHash, 1];
    }),
    tail: 'ON DUPLICATE KEY UPDATE password_hash = IF(users.sample = 1, VALUES(password_hash), users.password_hash)',
  });
  const event = {
    stream: `accounts:${campaignKey}`,
    type: 'sample-accounts-created' as const,
    operationKey: `accounts/${campaignKey}`,
    payload: { accounts: people.length, sample: true },
  };
  await appendEvent(m, importedEvent(event, written, campaign));
  return people.length;
}

/** Creates the account of one person of the roster; a login that is taken is refused (`already-exists`). */
export async function createUser(
  m: EntityManager,
  {
    campaign,
    login,
    personCode,
    passwordHash,
  }: {
    readonly campaign: OwningCampaign;
    readonly login: string;
    readonly personCode: string;
    readonly passwordHash: string;
  },
  written: Written,
): Promise<void> {
  const { campaignId, campaignKey } = campaign;
  if (!/^[\p{L}\p{N}][\p{L}\p{N}._@/-]{0,79}$/u.test(login)) {
    throw new DomainError('invalid-input', '登录名须为字母、汉字或数字开头，最多 80 个字符', { pointer: '/login' });
  }
  const [person] = await m.query<{ id: string }[]>('SELECT id FROM people WHERE campaign_id = ? AND code = ?', [
    campaignId,
    personCode,
  ]);
  if (!person) throw new DomainError('not-found', `${campaignKey} 的名册里没有人员 ${personCode}`, { personCode });
  const id = idOf('user', login);
  await m.query('SELECT id FROM campaigns WHERE id = ? FOR UPDATE', [campaignId]);
  const taken = await m.query<unknown[]>('SELECT id FROM users WHERE login = ?', [login]);
  if (taken.length > 0) throw new DomainError('already-exists', `登录名 ${login} 已经有了`, { login });
  await insertRows(m, {
    table: 'users',
    columns: ['id', 'login', 'person_id', 'campaign_id', 'password_hash', 'sample'],
    rows: [[id, login, person.id, campaignId, passwordHash, 0]],
  });
  const payload = { userId: id, personId: person.id };
  const event = {
    stream: `accounts:${campaignKey}`,
    type: 'account-created' as const,
    operationKey: `account/${id}`,
    payload,
  };
  await appendEvent(m, importedEvent(event, written, campaign));
}

/** The accounts of a campaign, or of all, with the offices they act in. */
export async function listAccounts(m: EntityManager, campaignKey?: string): Promise<AccountLine[]> {
  const rows = await m.query<(Omit<AccountLine, 'sample'> & { sample: number })[]>(
    `SELECT u.login, c.campaign_key AS campaign, u.sample, p.code AS personCode, p.name, o.role, o.body_kind AS bodyKind,
       COALESCE(a.code, g.code, b.code, IF(o.body_kind = 'committee', '工委', NULL)) AS bodyCode,
       COALESCE(a.name, g.name, b.name, IF(o.body_kind = 'committee', c.name, NULL)) AS bodyName
     FROM users u
     JOIN campaigns c ON c.id = u.campaign_id
     JOIN people p ON p.id = u.person_id
     LEFT JOIN (
       SELECT person_id AS holder_id, role, body_kind, body_id FROM offices WHERE valid_to IS NULL
       UNION ALL
       SELECT deputy_id, role, body_kind, body_id FROM offices WHERE valid_to IS NULL AND deputy_id IS NOT NULL
     ) o ON o.holder_id = u.person_id
     LEFT JOIN areas a ON a.id = o.body_id
     LEFT JOIN organisations g ON g.id = o.body_id
     LEFT JOIN branches b ON b.id = o.body_id
     WHERE (? IS NULL OR c.campaign_key = ?)
     ORDER BY c.campaign_key, p.code, o.role, bodyCode`,
    [campaignKey ?? null, campaignKey ?? null],
  );
  return rows.map((row) => ({ ...row, sample: Boolean(row.sample) }));
}

/** The hash that the sample accounts of a campaign share; undefined before there are any. */
export async function sampleAccountHash(m: EntityManager, campaignKey: string): Promise<string | undefined> {
  const [row] = await m.query<{ password_hash: string }[]>(
    `SELECT u.password_hash FROM users u JOIN campaigns c ON c.id = u.campaign_id
     WHERE c.campaign_key = ? AND u.sample = 1 LIMIT 1`,
    [campaignKey],
  );
  return row?.password_hash;
}
