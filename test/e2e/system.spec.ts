import { keeperWorkflowId } from '@app/contracts';
import type { Role } from '@app/domain';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { OwnSystem } from '../support/own-system';
import { present } from '../support/present';
import { kill } from '../support/worker-process';

interface Queue {
  readonly queue: string;
  readonly backlog: number;
  readonly workers: readonly { readonly identity: string; readonly release: string | null }[];
}

interface System {
  readonly database: boolean;
  readonly engine: boolean;
  readonly worker: boolean;
  readonly queues: readonly Queue[] | null;
  readonly notRunning: { readonly count: number; readonly runs: readonly { readonly bodyId: string }[] } | null;
  readonly keepersPast: number | null;
  readonly rungsDue: number;
  readonly names: Readonly<Record<string, { readonly name: string }>>;
}

/** The limits of all that is asked at once, and the slowness of a machine. */
const ANSWERED_MS = 6000;

describe('how the system does', () => {
  const roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 });
  const holderOf = (role: Role) => present(roster.offices.find((office) => office.role === role)).personCode;
  let system: OwnSystem;
  let handOvers: HandOvers;
  beforeAll(async () => {
    system = await OwnSystem.start(roster);
    handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
  }, 240_000);
  afterAll(() => system.close(), 240_000);

  const ask = async () => {
    const begun = performance.now();
    const { status, body } = await system.http.send(holderOf('system-administrator'), 'get', { path: '/system' });
    expect(performance.now() - begun).toBeLessThan(ANSWERED_MS);
    expect(status).toBe(200);
    return body as System;
  };
  const until = async (holds: (seen: System) => boolean, what: string) => {
    let seen: System | undefined;
    await eventually(async () => holds((seen = await ask())), what);
    return present(seen);
  };

  it('is said whole while all is well: parts, queues with who asks them, nothing that stands still', async () => {
    const seen = await until(
      ({ worker, queues }) => worker && (queues ?? []).every(({ workers }) => workers.length > 0),
      'all up',
    );
    expect(seen).toMatchObject({
      database: true,
      engine: true,
      notRunning: { count: 0, runs: [] },
      keepersPast: 0,
      rungsDue: 0,
    });
    expect(seen.queues?.map(({ queue }) => queue)).toEqual(['processes', 'keepers', 'errands']);
    const [processes] = seen.queues ?? [];
    expect(present(processes?.workers[0])).toMatchObject({
      identity: expect.stringMatching(/^\d+@/),
      release: expect.any(String),
    });
  });

  it('is shown to the administrators whose it is, and to nobody else', async () => {
    const asked = async (role: Role, path: string) => (await system.http.send(holderOf(role), 'get', { path })).status;
    const roles: readonly Role[] = [
      'system-administrator',
      'security-administrator',
      'audit-administrator',
      'committee-officer',
      'branch-secretary',
    ];
    const seen = await Promise.all(
      roles.map(async (role) => [role, await asked(role, '/system'), await asked(role, '/accounts')]),
    );
    expect(seen).toEqual([
      ['system-administrator', 200, 403],
      ['security-administrator', 403, 200],
      ['audit-administrator', 200, 200],
      ['committee-officer', 403, 403],
      ['branch-secretary', 403, 403],
    ]);
  });

  it('counts who is signed in', async () => {
    const path = (query: string) => ({ path: `/accounts?limit=200${query}` });
    const asker = holderOf('security-administrator');
    const { body } = await system.http.send(asker, 'get', path('&signedIn=true'));
    const logins = (body.items as { login: string; openSessions: number }[]).map(({ login, openSessions }) => [
      login,
      openSessions,
    ]);
    expect(logins).toContainEqual([system.http.accountOf(asker).login, 1]);
    const never = await system.http.send(asker, 'get', path(`&signedIn=false&q=${holderOf('inspector')}`));
    expect(never.body.items).toMatchObject([{ openSessions: 0, lastSeenAt: null }]);
  });

  it('names what was ended in the engine, a keeper by the body whose dates it keeps', async () => {
    const { campaignKey } = system.world.campaign.setting;
    const { engine } = system.world;
    const [branch] = handOvers.branches;
    const keeper = keeperWorkflowId(campaignKey, handOvers.organisationWorkflowId.split(':')[2] ?? '');
    await engine.workflow.getHandle(present(branch).workflowId).terminate('by mistake');
    await engine.workflow.getHandle(keeper).terminate('by mistake');
    const seen = await until(({ notRunning }) => notRunning?.count === 2, 'both are named');
    const runs = seen.notRunning?.runs ?? [];
    expect(runs).toMatchObject([
      { kind: 'keeper', cause: { zh: expect.any(String) } },
      { kind: 'branch-run', bodyId: present(branch).id, year: 2020 },
    ]);
    for (const { bodyId } of runs) expect(seen.names[bodyId]?.name).toMatch(/\p{Script=Han}/u);
  });

  it('says that no worker works, and of which queues tasks wait', async () => {
    await kill(system.worker);
    const seen = await until(({ worker }) => !worker, 'the worker is away');
    expect(seen).toMatchObject({ database: true, engine: true, worker: false });
    expect(seen.queues).toHaveLength(3);
    system.startWorker();
    await until(({ worker }) => worker, 'the worker is back');
  });

  it('says that the engine does not answer, without waiting for it', async () => {
    process.kill(system.pidOf('engine'), 'SIGSTOP');
    try {
      expect(await ask()).toMatchObject({
        database: true,
        engine: false,
        worker: false,
        queues: null,
        notRunning: null,
        keepersPast: null,
      });
    } finally {
      process.kill(system.pidOf('engine'), 'SIGCONT');
    }
    await until(({ engine, worker }) => engine && worker, 'the engine is back');
  });
});
