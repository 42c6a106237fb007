import type { Roster } from '@app/domain';
import { LocalEstablishing } from '../../../../test/support/establishing';
import { TEST_DATABASE_MS } from '../../../../test/support/database';
import { campaignOf, establishCampaign, listCampaigns } from './campaign';
import { readStream } from '../record/event-log';
import { publishProgramme } from './programme';
import { inTransaction } from '../database/transaction';

let established: LocalEstablishing;
beforeAll(async () => {
  established = await LocalEstablishing.open();
}, TEST_DATABASE_MS);
afterAll(() => established?.close());

const AT = '2026-01-05T02:00:00.000Z';
const ANCHOR = '2020-04-17T00:30:00.000Z';
const rehearsal = { seed: 'one', anchorProgramme: ANCHOR, rate: 1000 };

const establish = (change: object = {}, at = AT) =>
  inTransaction(established.dataSource, (m) =>
    establishCampaign(
      m,
      { key: 'spec', name: '样例专项', programme: 'suzhou-2020', roster: established.roster, rehearsal, ...change },
      at,
    ),
  );

describe('establishing a campaign', () => {
  it('writes row, clock and roster with their events, and stands held at the first instant', async () => {
    const { setting, isNew, establishedAt } = await establish();
    expect({ isNew, establishedAt, key: setting.campaignKey, years: setting.years }).toEqual({
      isNew: true,
      establishedAt: ANCHOR,
      key: 'spec',
      years: [2020, 2021, 2022],
    });
    const [clock] = await established.select('SELECT rate, held_since AS heldSince FROM campaign_clocks');
    expect(clock).toEqual({ rate: 1000, heldSince: new Date(ANCHOR) });
    const { manager } = established.dataSource;
    const events = [...(await readStream(manager, 'roster:spec')), ...(await readStream(manager, 'clock:spec'))];
    expect(
      events.map(({ type, campaign, provenance, actor, recordedAt, writtenAt }) => ({
        type,
        campaign,
        provenance,
        actor,
        recordedAt,
        writtenAt,
      })),
    ).toEqual(
      ['roster-imported', 'clock-set'].map((type) => ({
        type,
        campaign: setting.campaignId,
        provenance: 'import',
        actor: null,
        recordedAt: ANCHOR,
        writtenAt: AT,
      })),
    );
  });

  it('changes nothing when it is done again, later', async () => {
    const before = await established.contents();
    const again = await establish({}, '2026-02-01T02:00:00.000Z');
    expect({ isNew: again.isNew, establishedAt: again.establishedAt }).toEqual({ isNew: false, establishedAt: ANCHOR });
    expect(await established.contents()).toEqual(before);
  });

  it('writes once when two found it at the same time', async () => {
    const both = await Promise.all([establish({ key: 'two' }), establish({ key: 'two' })]);
    expect(both.map(({ isNew }) => isNew).sort()).toEqual([false, true]);
    expect(await readStream(established.dataSource.manager, 'clock:two')).toHaveLength(1);
  });

  it('runs with real time where it is no rehearsal', async () => {
    const { establishedAt } = await establish({ key: 'real', rehearsal: undefined });
    const [clock] = await established.select(
      `SELECT k.rate, k.held_since AS heldSince, k.anchor_programme AS anchor FROM campaign_clocks k
         JOIN campaigns c ON c.id = k.campaign_id WHERE c.campaign_key = 'real'`,
    );
    expect({ establishedAt, clock }).toEqual({
      establishedAt: AT,
      clock: { rate: 1, heldSince: null, anchor: new Date(AT) },
    });
  });

  const otherRoster = (): Roster => ({ ...established.roster, people: established.roster.people.slice(0, -1) });
  it.each([
    ['another name', () => ({ name: '另一专项' }), 'already-exists'],
    ['another rate', () => ({ rehearsal: { ...rehearsal, rate: 2 } }), 'already-exists'],
    ['another roster', () => ({ roster: otherRoster() }), 'already-exists'],
  ])('refuses %s under the same key, and stores nothing', async (_, change, code) => {
    const before = await established.contents();
    await expect(establish(change())).rejects.toMatchObject({ code });
    expect(await established.contents()).toEqual(before);
  });

  it.each([
    ['a key in capitals', { key: 'ABC' }, 'invalid-input', '/key'],
    ['a key that is too long', { key: `a${'b'.repeat(40)}` }, 'invalid-input', '/key'],
    ['no name', { key: 'x', name: ' ' }, 'invalid-input', '/name'],
    ['no seed', { key: 'x', rehearsal: { ...rehearsal, seed: '' } }, 'invalid-input', '/rehearsal/seed'],
    ['a rate of nothing', { key: 'x', rehearsal: { ...rehearsal, rate: 0 } }, 'invalid-input', '/rehearsal/rate'],
    [
      'a start that does not exist',
      { key: 'x', rehearsal: { ...rehearsal, anchorProgramme: '2020-02-30T01:00:00.000Z' } },
      'invalid-input',
      '/rehearsal/anchorProgramme',
    ],
    ['an unknown programme', { key: 'x', programme: 'nobody' }, 'not-found', undefined],
    ['an unpublished version', { key: 'x', programmeVersion: '99' }, 'not-found', undefined],
  ])('refuses %s, and stores nothing', async (_, change, code, pointer) => {
    const before = await established.contents();
    const refusal = await establish(change).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ code, ...(pointer && { details: { pointer } }) });
    expect(await established.contents()).toEqual(before);
  });

  it('lists campaigns and finds one by its key', async () => {
    const { manager } = established.dataSource;
    const lines = await listCampaigns(manager);
    expect(lines.map(({ key, step, openRounds }) => ({ key, step, openRounds }))).toEqual(
      ['spec', 'two', 'real'].map((key) => ({ key, step: 'opening', openRounds: [] })),
    );
    expect(await campaignOf(manager, 'spec')).toMatchObject({ campaignId: lines[0]?.id, campaignKey: 'spec' });
    await expect(campaignOf(manager, 'nobody')).rejects.toMatchObject({ code: 'not-found' });
  });
});

describe('publishing a programme', () => {
  const publish = (change: object = {}) => {
    const { programme, digestSource } = established.programme;
    const changed = { ...programme, ...change };
    const text = Object.keys(change).length === 0 ? digestSource : JSON.stringify(changed);
    return inTransaction(established.dataSource, (m) =>
      publishProgramme(m, { programme: changed, digestSource: text }, AT),
    );
  };

  it('changes nothing when the same is published again', async () => {
    const before = await established.contents();
    expect(await publish()).toMatchObject({ key: 'suzhou-2020', isNew: false });
    expect(await established.contents()).toEqual(before);
  });

  it('refuses other content under a published version, with both digests', async () => {
    const before = await established.contents();
    await expect(publish({ nameEn: 'another' })).rejects.toMatchObject({
      code: 'already-exists',
      details: { digest: expect.stringMatching(/^[0-9a-f]{64}$/), published: expect.stringMatching(/^[0-9a-f]{64}$/) },
    });
    expect(await established.contents()).toEqual(before);
  });

  it('takes a further version, which only campaigns established later run', async () => {
    expect(await publish({ version: '9.9' })).toMatchObject({ version: '9.9', isNew: true });
    expect(await readStream(established.dataSource.manager, 'programme:suzhou-2020:9.9')).toHaveLength(1);
    const rows = await established.select('SELECT DISTINCT programme_version AS version FROM campaigns');
    expect(rows).toEqual([{ version: established.programme.programme.version }]);
  });
});
