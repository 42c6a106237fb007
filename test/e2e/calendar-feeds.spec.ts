import { randomUUID } from 'node:crypto';
import ICAL from 'ical.js';
import pino from 'pino';
import request from 'supertest';
import { campaignWorkflowId } from '@app/contracts';
import type { Role, Roster } from '@app/domain';
import {
  CalendarFeedEntity,
  CampaignClockEntity,
  DeadlineEntity,
  idOf,
  OfficeEntity,
  PersonEntity,
  RequestKeyEntity,
  UserEntity,
} from '@app/persistence';
import { systemClock } from '@app/platform';
import { createApp } from '../../services/api/src/create-app';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';

const AT = '2020-04-17T02:00:00.000Z';
const BEFORE = '2020-04-16T02:00:00.000Z';
const KEY = 'calendar-feeds';
const WHOLE = syntheticRoster({ organisations: 3, branchesEach: 3, seed: 1 });
const officerOf = (code: string) =>
  present(WHOLE.offices.find(({ role, bodyCode }) => role === 'organisation-officer' && bodyCode === code));

/** The officer of the second organisation deputises at the third. */
const ROSTER: Roster = {
  ...WHOLE,
  offices: WHOLE.offices.map((office) =>
    office === officerOf('HC0003') ? { ...office, deputyCode: officerOf('HC0002').personCode } : office,
  ),
};

interface Issued {
  readonly issuedAt: string;
  readonly address: string | null;
  readonly notice: string;
}

describe('calendar feeds', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  const holder = (role: Role) => present(ROSTER.offices.find((office) => office.role === role)).personCode;
  const officer = officerOf('HC0001').personCode;
  const deputy = officerOf('HC0002').personCode;
  const secretary = holder('branch-secretary');
  const committee = holder('committee-officer');
  const personId = (code: string) => idOf(world.campaignId, 'person', code);

  beforeAll(async () => {
    world = await LocalWorld.open({ key: KEY, roster: ROSTER });
    http = await HttpWorld.open(world);
    const attribution = { actor: personId(committee), office: 'committee-officer', receivedAt: AT } as const;
    await world.send(campaignWorkflowId(KEY), 'openRound', { year: 2020 }, attribution);
  }, 240_000);
  afterAll(async () => {
    await http?.close();
    await world?.close();
  });

  const issue = async (person: string, key = randomUUID()) => {
    const answer = await http.send(person, 'post', { path: '/me/calendar-feed', key, body: {} });
    expect(answer.status).toBe(201);
    return answer.body as Issued;
  };
  const read = (address: string, query = '') => http.send(null, 'get', { path: `${address}${query}` });
  const eventsIn = (text: string) =>
    new ICAL.Component(ICAL.parse(text) as unknown[]).getAllSubcomponents('vevent').map((event) => {
      const said = (name: string) => event.getFirstPropertyValue(name)?.toString() ?? null;
      return {
        uid: said('uid'),
        on: said('dtstart'),
        summary: said('summary'),
        sequence: said('sequence'),
        url: said('url'),
      };
    });
  const addressFor = async (person: string) => present((await issue(person)).address ?? undefined);
  const feedOf = async (person: string, query = '') => {
    const { status, text } = await read(await addressFor(person), query);
    expect(status).toBe(200);
    return eventsIn(text);
  };
  const summariesOf = async (person: string, query = '') =>
    (await feedOf(person, query)).map(({ on, summary }) => `${on} ${summary}`);

  it('says of an organisation’s office its own dates, and of the committee’s those of all organisations in one', async () => {
    expect(await summariesOf(officer)).toEqual(
      expect.arrayContaining([
        '2020-05-31 【演练】摸底调研（2020年度）',
        '2020-06-30 【演练】年度计划（2020年度）',
        '2020-11-30 【演练】评估认定（2020年度）',
      ]),
    );
    const below = (await summariesOf(committee)).filter((line) => line.includes('年度计划'));
    expect(below).toEqual(['2020-06-30 【演练】年度计划（2020年度）：3个机关党组织']);
    expect(await summariesOf(officer, '?lang=en')).toContain('2020-06-30 [rehearsal] organisation plan (2020)');
  });

  it('has every open date of the office and no other’s, each at its own id', async () => {
    const organisationId = idOf(world.campaignId, 'organisation', 'HC0001');
    const dates = await world.dataSource.manager.findBy(DeadlineEntity, { organisationId, body: 'organisation' });
    expect(dates.length).toBeGreaterThan(2);
    const events = await feedOf(officer);
    const own = events.filter(({ url }) => url?.includes('/organisation-runs/'));
    expect(own.map(({ uid, on }) => `${uid} ${on}`).sort()).toEqual(
      dates.map(({ id, dueDate }) => `${id}@duibiao ${dueDate}`).sort(),
    );
    const [run] = new Set(own.map(({ url }) => new URL(present(url ?? undefined)).pathname));
    expect(run).toBe(`/organisation-runs/${present(dates[0]).runId}`);
  });

  it('tells the bodies apart where somebody stands in several', async () => {
    const [second, third] = ['HC0002', 'HC0003'].map(
      (code) => present(ROSTER.organisations.find((one) => one.code === code)).name,
    );
    const plans = (await summariesOf(deputy)).filter((line) => line.includes('年度计划'));
    const expected = [second, third].map((name) => `2020-06-30 【演练】年度计划（2020年度）（${name}）`);
    expect(plans.sort()).toEqual(expected.sort());
  });

  it('drops a date that is met or void or stands still, and raises the sequence of one that was moved', async () => {
    const { manager } = world.dataSource;
    const address = await addressFor(officer);
    const find = async (uid: string) =>
      eventsIn((await read(address)).text).find((event) => event.uid === `${uid}@duibiao`);
    const organisationId = idOf(world.campaignId, 'organisation', 'HC0001');
    const { id } = await manager.findOneByOrFail(DeadlineEntity, { organisationId, kind: 'filing' });
    expect(await find(id)).toMatchObject({ sequence: '1' });
    await manager.update(DeadlineEntity, { id }, { generation: 2, dueDate: '2021-01-08', remindByDate: '2020-12-31' });
    expect(await find(id)).toMatchObject({ sequence: '2', on: '2021-01-08' });
    const { text } = await read(address);
    expect(text.replaceAll('\r\n ', '')).toContain('DESCRIPTION:按较严理解2020年12月31日到期，最迟2021年1月8日');
    for (const ended of ['metAt', 'voidedAt', 'pausedAt'] as const) {
      await manager.update(DeadlineEntity, { id }, { [ended]: BEFORE });
      expect(await find(id)).toBeUndefined();
      await manager.update(DeadlineEntity, { id }, { [ended]: null });
    }
    expect(await find(id)).toBeDefined();
  });

  it('is iCalendar of whole days with no name of a person, folded at 75 octets, and kept by nobody on the way', async () => {
    const { text, headers } = await read(await addressFor(officer));
    expect(headers).toMatchObject({
      'content-type': 'text/calendar; charset=utf-8',
      'cache-control': 'private, no-store',
      'referrer-policy': 'no-referrer',
    });
    const lines = text.split('\r\n');
    expect(lines.filter((line) => Buffer.byteLength(line) > 75)).toEqual([]);
    expect(text).not.toMatch(/[^\r]\n/);
    expect(text).toContain('DTSTART;VALUE=DATE:20200630');
    const whole = text.replaceAll('\r\n ', '');
    expect(ROSTER.people.filter(({ name }) => whole.includes(name))).toEqual([]);
  });

  it('shows the address once, keeps only its hash, and a new one takes the place of the old', async () => {
    const key = randomUUID();
    const first = await issue(secretary, key);
    const address = present(first.address ?? undefined);
    expect(first).toMatchObject({
      address: expect.stringMatching(/^\/api\/v1\/calendar-feeds\/[\w-]{43}\.ics$/) as string,
    });
    expect(await issue(secretary, key)).toEqual({
      issuedAt: first.issuedAt,
      address: null,
      notice: expect.stringContaining('已经显示过') as string,
    });
    expect((await http.send(secretary, 'get', { path: '/me/calendar-feed' })).body).toEqual({
      issuedAt: first.issuedAt,
    });
    const secret = present(/([\w-]{43})\.ics$/.exec(address)?.[1]);
    const { manager } = world.dataSource;
    const kept = JSON.stringify([await manager.find(CalendarFeedEntity), await manager.find(RequestKeyEntity)]);
    expect(kept).not.toContain(secret);
    expect((await read(address)).status).toBe(200);
    const second = await addressFor(secretary);
    expect(second).not.toBe(address);
    expect((await read(address)).body).toMatchObject({ status: 404, code: 'not-found' });
    expect((await read(second)).status).toBe(200);
    const revoke = () => http.send(secretary, 'delete', { path: '/me/calendar-feed' });
    expect([(await revoke()).body, (await revoke()).body]).toEqual([{ issuedAt: null }, { issuedAt: null }]);
    expect((await read(second)).status).toBe(404);
    expect((await http.send(secretary, 'get', { path: '/me/calendar-feed' })).body).toEqual({ issuedAt: null });
  });

  it('answers every address that leads nowhere in the same words', async () => {
    const { manager } = world.dataSource;
    const issued = await addressFor(secretary);
    const known = await manager.findOneByOrFail(CalendarFeedEntity, { personId: personId(secretary) });
    await http.send(secretary, 'delete', { path: '/me/calendar-feed' });
    const secrets = [
      'A'.repeat(43),
      known.secretHash,
      personId(secretary),
      "' OR 1=1 -- ".padEnd(43, 'x'),
      '%00'.repeat(43),
      '口令',
      'x'.repeat(7000),
    ];
    const addresses = [issued, ...secrets.map((secret) => `/calendar-feeds/${encodeURIComponent(secret)}.ics`)];
    const refusals = await Promise.all(addresses.map(async (address) => (await read(address)).body as object));
    const said = refusals.map((refusal) => JSON.stringify({ ...refusal, requestId: null }));
    expect(JSON.parse(present(said[0]))).toMatchObject({ status: 404, code: 'not-found' });
    expect(new Set(said).size).toBe(1);
    expect((await read('/calendar-feeds/x.ics', '?lang=fr')).body).toMatchObject({
      status: 400,
      code: 'invalid-input',
    });
    expect((await http.send(null, 'post', { path: '/me/calendar-feed', body: {} })).status).toBe(401);
  });

  it('ends with the office, the person and the account', async () => {
    const { manager } = world.dataSource;
    const address = await addressFor(officer);
    const id = personId(officer);
    await manager.update(OfficeEntity, { personId: id }, { validTo: '2020-04-16' });
    expect(eventsIn((await read(address)).text)).toEqual([]);
    await manager.update(OfficeEntity, { personId: id }, { validTo: null });
    expect(eventsIn((await read(address)).text)).not.toEqual([]);
    await manager.update(PersonEntity, { id }, { validTo: '2020-04-16' });
    expect((await read(address)).status).toBe(404);
    await manager.update(PersonEntity, { id }, { validTo: null });
    await manager.update(UserEntity, { personId: id }, { personId: null });
    expect((await read(address)).status).toBe(404);
    const refused = await http.send(officer, 'post', { path: '/me/calendar-feed', body: {} });
    expect(refused.body).toMatchObject({ status: 403, code: 'forbidden' });
    await manager.update(UserEntity, { login: http.accountOf(officer).login }, { personId: id });
  });

  it('marks a rehearsal, and a clock that is held', async () => {
    const { manager } = world.dataSource;
    const { campaignId } = world;
    const address = await addressFor(secretary);
    const marks = async () =>
      new Set(eventsIn((await read(address)).text).map(({ summary }) => /^【.*?】/.exec(summary ?? '')?.[0] ?? ''));
    expect(await marks()).toEqual(new Set(['【演练】']));
    await manager.query('UPDATE campaigns SET rehearsal = 0 WHERE id = ?', [campaignId]);
    expect(await manager.findOneByOrFail(CampaignClockEntity, { campaignId })).not.toMatchObject({ heldSince: null });
    expect(await marks()).toEqual(new Set(['【时钟已停】']));
    await manager.query('UPDATE campaigns SET rehearsal = 1 WHERE id = ?', [campaignId]);
  });

  it('leaves the secret in no line of the log, and is asked so often a minute and no more', async () => {
    const address = await addressFor(secretary);
    const lines: string[] = [];
    const logger = pino({ level: 'debug' }, { write: (line: string) => lines.push(line) });
    const config = { temporalAddress: '127.0.0.1:1', temporalNamespace: 'none' };
    const app = await createApp({ dataSource: world.dataSource, clock: systemClock, config, logger });
    await app.init();
    try {
      const server = app.getHttpServer() as Parameters<typeof request>[0];
      expect((await request(server).get(address)).status).toBe(200);
      expect((await request(server).get(`${address}?lang=fr`)).status).toBe(400);
      const logged = lines.filter((line) => line.includes('/calendar-feeds/…'));
      expect(logged).toHaveLength(2);
      expect(lines.join('')).not.toContain(address.slice(-47, -4));
      let status = 200;
      for (let asked = 0; asked < 700 && status !== 429; asked += 1) {
        ({ status } = await request(server).get('/api/v1/calendar-feeds/x.ics'));
      }
      expect(status).toBe(429);
    } finally {
      await app.close();
    }
  });
});
