import { LocalEstablishing } from '../../../../test/support/establishing';
import { TEST_DATABASE_MS } from '../../../../test/support/database';
import { createAccounts, createUser, listAccounts, sampleAccountHash, sampleLogin } from './account';
import { establishCampaign } from './campaign';
import { readStream } from '../record/event-log';
import type { OwningCampaign } from '../record/imported-event';
import { importRoster, rosterCounts, rosterIds } from './roster';
import { inTransaction } from '../database/transaction';

let established: LocalEstablishing;
let campaign: OwningCampaign;
beforeAll(async () => {
  established = await LocalEstablishing.open();
  const { setting } = await inTransaction(established.dataSource, (m) =>
    establishCampaign(m, { key: 'spec', name: '样例', programme: 'suzhou-2020', roster: established.roster }, AT),
  );
  const { campaignId, campaignKey, programmeVersion } = setting;
  campaign = { campaignId, campaignKey, programmeVersion };
}, TEST_DATABASE_MS);
afterAll(() => established?.close());

const AT = '2020-04-17T02:00:00.000Z';
const written = { recordedAt: AT, writtenAt: AT };

describe('a roster', () => {
  it('stands as rows: as many as it counts, valid from the established day', async () => {
    const counts = rosterCounts(established.roster);
    const names = ['areas', 'organisations', 'branches', 'people', 'offices'] as const;
    for (const table of names) {
      const rows = await established.select<{ validFrom: string; validTo: string | null }>(
        `SELECT valid_from AS validFrom, valid_to AS validTo FROM ${table} WHERE campaign_id = ?`,
        [campaign.campaignId],
      );
      expect([table, rows.length]).toEqual([table, counts[table]]);
      expect(rows.every(({ validFrom, validTo }) => validFrom === '2020-04-17' && validTo === null)).toBe(true);
    }
    const [event] = await readStream(established.dataSource.manager, 'roster:spec');
    expect(event).toMatchObject({ type: 'roster-imported', payload: { counts, validFrom: '2020-04-17' } });
  });

  it('has ids that follow from campaign and code alone, and memberships of whom it names', async () => {
    const ids = rosterIds(campaign.campaignId);
    const members = established.roster.people.filter(({ branchCode }) => branchCode !== undefined);
    const rows = await established.select<{ id: string }>('SELECT id FROM memberships');
    expect(rows.map(({ id }) => id).sort()).toEqual(
      members.map(({ code, branchCode = '' }) => ids.membership(code, branchCode)).sort(),
    );
  });

  it('changes nothing when it comes again, and is refused where another has come', async () => {
    const before = await established.contents();
    const load = (roster = established.roster) =>
      inTransaction(established.dataSource, (m) =>
        importRoster(m, { campaign, roster, validFrom: '2021-01-01' }, written),
      );
    expect(await load()).toMatchObject({ isNew: false });
    await expect(load({ ...established.roster, areas: [] })).rejects.toMatchObject({ code: 'already-exists' });
    expect(await established.contents()).toEqual(before);
  });
});

describe('accounts', () => {
  const holders = () => new Set(established.roster.offices.map(({ personCode }) => personCode));
  const open = (passwordHash: string) =>
    inTransaction(established.dataSource, (m) => createAccounts(m, { campaign, passwordHash }, written));
  const create = (login: string, personCode = [...holders()][0] ?? '', passwordHash = 'own') =>
    inTransaction(established.dataSource, (m) => createUser(m, { campaign, login, personCode, passwordHash }, written));

  it('of the sample: one for each holder of an office, said to be samples, and again none', async () => {
    expect(await open('hash-1')).toBe(holders().size);
    const before = await established.contents();
    expect(await open('hash-1')).toBe(holders().size);
    expect(await established.contents()).toEqual(before);
    const lines = await listAccounts(established.dataSource.manager, 'spec');
    expect(lines).toHaveLength(established.roster.offices.length);
    expect(lines.every(({ sample, login, personCode }) => sample && login === sampleLogin('spec', personCode))).toBe(
      true,
    );
  });

  it('of a person: with his own password, which a renewed sample password leaves alone', async () => {
    await create('样例.本人');
    await open('hash-2');
    const rows = await established.select(
      'SELECT sample, password_hash AS hash FROM users GROUP BY sample, password_hash ORDER BY sample',
    );
    expect(rows).toEqual([
      { sample: 0, hash: 'own' },
      { sample: 1, hash: 'hash-2' },
    ]);
    expect(await sampleAccountHash(established.dataSource.manager, 'spec')).toBe('hash-2');
    expect(await sampleAccountHash(established.dataSource.manager, 'nobody')).toBeUndefined();
  });

  it.each([
    ['a taken login', () => create('样例.本人'), 'already-exists', { login: '样例.本人' }],
    ['an empty login', () => create(''), 'invalid-input', { pointer: '/login' }],
    ['a login with a space', () => create('a b'), 'invalid-input', { pointer: '/login' }],
    ['a person who is not in the roster', () => create('other', 'NOBODY'), 'not-found', { personCode: 'NOBODY' }],
  ])('refuses %s, and stores nothing', async (_, attempt, code, details) => {
    const before = await established.contents();
    await expect(attempt()).rejects.toMatchObject({ code, details });
    expect(await established.contents()).toEqual(before);
  });

  it('records who may come in without a word of his password', async () => {
    const events = await readStream(established.dataSource.manager, 'accounts:spec');
    expect(events.map(({ type }) => type)).toEqual([
      'sample-accounts-created',
      'account-created',
      'sample-accounts-created',
    ]);
    expect(JSON.stringify(events)).not.toMatch(/hash-|own/);
  });
});
