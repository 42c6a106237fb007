import type { NestExpressApplication } from '@nestjs/platform-express';
import request from 'supertest';
import { campaignWorkflowId } from '@app/contracts';
import { createAccounts, idOf, inTransaction } from '@app/persistence';
import { createLogger, hashPassword, systemClock } from '@app/platform';
import { createApp } from '../../services/api/src/create-app';
import { sampleRoster } from '../../services/rehearsal/src/roster';
import { LocalWorld } from '../support/local-world';

const KEY = 'reads';
const PASSWORD = 'a word for the sample only';
const AT = '2020-04-17T02:00:00.000Z';

interface Line {
  readonly id: string;
  readonly branchCode: string;
  readonly organisationCode: string;
}

describe('what each office reads (design section 12: nobody reads outside his scope)', () => {
  let world: LocalWorld;
  let app: NestExpressApplication;
  const tokens = new Map<string, string>();
  beforeAll(async () => {
    world = await LocalWorld.open({ roster: sampleRoster(), key: KEY });
    const { campaignId, dataSource } = world;
    const officer = idOf(campaignId, 'person', 'GW11');
    const spoken = { actor: officer, office: 'committee-officer', receivedAt: AT } as const;
    await world.send(campaignWorkflowId(KEY), 'openRound', { year: 2020 }, spoken);
    const campaign = { campaignId, campaignKey: KEY, programmeVersion: world.campaign.setting.programmeVersion };
    const passwordHash = await hashPassword(PASSWORD);
    await inTransaction(dataSource, (m) =>
      createAccounts(m, { campaign, passwordHash }, { recordedAt: AT, writtenAt: systemClock.now() }),
    );
    const config = { temporalAddress: '127.0.0.1:1', temporalNamespace: 'none' };
    app = await createApp({ dataSource, clock: systemClock, config, logger: createLogger('api', 'silent') });
    await app.init();
  }, 120_000);
  afterAll(async () => {
    await app.close();
    await world.close();
  });

  const http = () => request(app.getHttpServer());

  async function as(person: string, path: string, accept = 'application/json') {
    if (!tokens.has(person)) {
      const login = await http()
        .post('/api/v1/sessions')
        .send({ login: `${KEY}/${person}`, password: PASSWORD });
      tokens.set(person, login.body.token as string);
    }
    return http()
      .get(`/api/v1${path}`)
      .set('authorization', `Bearer ${tokens.get(person)}`)
      .set('accept', accept);
  }

  async function runsSeenBy(person: string): Promise<Line[]> {
    const { status, body } = await as(person, '/branch-runs?year=2020&limit=200');
    expect([person, status]).toEqual([person, 200]);
    return body.items as Line[];
  }

  it.each([
    ['GW11', 60],
    ['XC01', 60],
    ['PQ01-02', 24],
    ['PQ02-02', 36],
    ['JG03-Z02', 8],
    ['JG04-P01', 21],
    ['JG03-02-S1', 1],
    ['JG03-02-W1', 1],
  ])('%s sees %d branch runs', async (person, count) => {
    const items = await runsSeenBy(person);
    expect(new Set(items.map(({ id }) => id)).size).toBe(count);
    if (person.startsWith('JG03')) expect(items.every(({ branchCode }) => branchCode.startsWith('JG03'))).toBe(true);
  });

  it('comes whole through pages, and as CSV', async () => {
    const codes: string[] = [];
    for (let cursor: string | null = ''; cursor !== null;) {
      const { body } = await as('GW11', `/branch-runs?year=2020&limit=7${cursor && `&cursor=${cursor}`}`);
      codes.push(...(body.items as Line[]).map(({ branchCode }) => branchCode));
      cursor = body.nextCursor as string | null;
    }
    expect(codes).toEqual([...sampleRoster().branches.map(({ code }) => code)].sort());
    const csv = await as('JG03-Z02', '/branch-runs?year=2020', 'text/csv');
    expect(csv.text.trim().split('\r\n')).toHaveLength(9);
  });

  it('counts in the overview what its lists hold', async () => {
    for (const [person, branches] of [
      ['GW11', 60],
      ['PQ01-02', 24],
      ['JG03-02-S1', 1],
    ] as const) {
      const { body } = await as(person, `/campaigns/${world.campaignId}/overview?year=2020`);
      const { organisations, goal } = body as {
        organisations: { code: string; phases: Record<string, number>; goal: { inScope: number } }[];
        goal: { inScope: number; required: number };
      };
      const phases = organisations.flatMap((line) => Object.values(line.phases));
      expect([person, phases.reduce((sum, n) => sum + n, 0), goal.inScope]).toEqual([person, branches, branches]);
      expect(goal.required).toBe(Math.ceil(branches * 0.8));
    }
    for (const [name, value] of [
      ['phase', 'survey'],
      ['step', 'survey-opening'],
      ['waitingOn', 'organisation-officer'],
      ['light', 'on-track'],
    ] as const) {
      const { body } = await as('GW11', `/branch-runs?year=2020&limit=200&${name}=${value}`);
      expect([name, (body.items as Line[]).length]).toEqual([name, name === 'waitingOn' ? 59 : 60]);
    }
  });

  it('is refused about another branch, by every view of it', async () => {
    const [other] = (await runsSeenBy('GW11')).filter(({ branchCode }) => branchCode === 'JG04-01');
    for (const view of ['', '/explain', '/readiness', '/timeline', '/documents', '/deadlines', '/problems']) {
      const path = `/branch-runs/${other?.id}${view}`;
      expect([view, (await as('GW11', path)).status]).toEqual([view, 200]);
      const { status, body } = await as('JG03-02-S1', path);
      expect([view, status, body.code]).toEqual([view, 403, 'not-in-scope']);
    }
  });

  it('explains why a branch stands here, who must act, and what happens next', async () => {
    const [run] = await runsSeenBy('JG03-02-S1');
    const { body } = await as('JG03-02-S1', `/branch-runs/${run?.id}/explain`);
    expect(body).toMatchObject({
      branch: { code: 'JG03-02' },
      phase: 'survey',
      step: 'survey-opening',
      because: { type: 'branch-run-opened', recordedAt: AT },
      waitingOn: { role: 'organisation-officer' },
      next: { kind: 'branch-plan', rung: '+1', at: '2020-07-01T01:00:00.000Z' },
    });
    const readiness = await as('JG03-02-S1', `/branch-runs/${run?.id}/readiness`);
    expect(readiness.body.missing).toEqual(['self-application', 'ballot-held', 'superior-score']);
  });

  it('lists what waits for an office as its tasks', async () => {
    expect((await as('JG03-Z02', '/me/tasks')).body.items).toHaveLength(9);
    expect((await as('JG03-02-S1', '/me/tasks')).body.items).toEqual([]);
  });

  it('keeps the lists of organisations, people, dates, slips, late entries, refusals and grants to their readers', async () => {
    const counts = async (person: string) => {
      const paths = ['organisations', 'people', 'deadlines', 'slips', 'late-entries', 'organisation-runs'];
      const answers: (number | string)[] = [];
      for (const path of paths) {
        const { status, body } = await as(person, `/${path}?limit=200`);
        answers.push(status === 200 ? (body.items as unknown[]).length : (body.code as string));
      }
      return answers;
    };
    const people = sampleRoster().people.filter(({ code }) => code.startsWith('JG03')).length;
    expect(await counts('JG03-Z02')).toEqual([1, people, 8 + 5, 0, 0, 1]);
    expect(await counts('JG03-02-S1')).toEqual([0, expect.any(Number), 1, 'forbidden', 'forbidden', 'forbidden']);
    for (const path of ['/refusals', '/grants']) {
      expect((await as('JG03-02-S1', path)).body.code).toBe('forbidden');
      expect((await as('GW11', path)).status).toBe(200);
    }
  });
});
