import type { VerificationState } from '@app/domain';
import { VerificationEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { CommandLine } from '../support/command-line';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { holdTable } from '../support/held-table';
import { HttpWorld } from '../support/http';
import { present } from '../support/present';
import { kill, spawnCommand } from '../support/worker-process';
import { World } from '../support/world';

interface Verification {
  readonly id: string;
  readonly state: VerificationState;
  readonly way: string;
  readonly startedBy: string | null;
  readonly endedAt: string | null;
  readonly events: number | null;
  readonly eventsChecked: number;
  readonly faults: number | null;
  readonly checks: readonly { readonly name: string; readonly count: number }[];
  readonly found: readonly { readonly message: string; readonly of: { readonly kind: string } | null }[];
  readonly allowedActions: readonly string[];
}

/** 核验: asked for over HTTP or on the command line, kept with what it found, one at once, and cancelled at any time. */
describe('verifications of a campaign', () => {
  const roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 });
  const holderOf = (role: string) => present(roster.offices.find((office) => office.role === role)).personCode;
  const [inspector, officer] = [holderOf('inspector'), holderOf('committee-officer')];
  let world: World;
  let http: HttpWorld;
  let handOvers: HandOvers;
  beforeAll(async () => {
    world = await World.open({ roster, key: 'verifications' });
    http = await HttpWorld.open(world);
    handOvers = await HandOvers.of(world);
    await handOvers.openRound();
  }, 240_000);
  afterAll(async () => {
    await http?.close();
    await world?.close();
  });

  const begin = (person: string, key?: string) =>
    http.send(person, 'post', { path: '/verifications', body: {}, ...(key && { key }) });
  const read = async (id: string) =>
    (await http.send(inspector, 'get', { path: `/verifications/${id}` })).body as Verification;
  const ended = async (id: string): Promise<Verification> => {
    await eventually(async () => (await read(id)).state !== 'running', 'the verification ends');
    return read(id);
  };
  const idOf = ({ body }: { readonly body: unknown }) => (body as { id: string }).id;
  const runningOnes = () => world.dataSource.manager.countBy(VerificationEntity, { state: 'running' });

  it('is begun once under one key, checks every event, and says by whom, when and with what result', async () => {
    const answer = await begin(inspector, 'once');
    expect(answer.status).toBe(201);
    expect(idOf(await begin(inspector, 'once'))).toBe(idOf(answer));
    const done = await ended(idOf(answer));
    expect(done).toMatchObject({ state: 'sound', way: 'console', faults: 0, found: [], allowedActions: [] });
    expect(done.startedBy).not.toBeNull();
    expect(done.endedAt).not.toBeNull();
    expect(done.eventsChecked).toBe(done.events);
    expect(done.checks.find(({ name }) => name === 'chains')?.count).toBe(done.events);
    expect(await world.dataSource.manager.count(VerificationEntity)).toBe(1);
  });

  it('is kept where the command line asked for it, by nobody who is signed in', async () => {
    const line = new CommandLine(world.database, {
      TEMPORAL_ADDRESS: world.temporalAddress,
      TEMPORAL_NAMESPACE: world.namespace,
    });
    expect(await line.run('verify', '--campaign', 'verifications')).toMatchObject({ status: 0 });
    await line.close();
    const { body } = await http.send(officer, 'get', { path: '/verifications' });
    const [newest] = (body as { items: Verification[] }).items;
    expect(newest).toMatchObject({ way: 'command-line', startedBy: null, state: 'sound' });
  });

  it('names the stream of a fault by what it is of', async () => {
    const [run] = handOvers.branches;
    const { id } = present(run);
    await world.dataSource.query('UPDATE branch_runs SET target = NULL, version = version + 1 WHERE branch_id = ?', [
      id,
    ]);
    const { state, faults, found } = await ended(idOf(await begin(inspector)));
    await world.dataSource.query('UPDATE branch_runs SET version = version - 1 WHERE branch_id = ?', [id]);
    expect(state).toBe('faulty');
    expect(faults).toBe(found.length);
    expect(found[0]?.of).toMatchObject({ kind: 'branch-run' });
  });

  it('is one at once: another is refused, on the command line not kept, and it can be cancelled', async () => {
    const letGo = await holdTable(world.database, 'process_events');
    try {
      const id = idOf(await begin(inspector));
      const second = await begin(officer);
      expect([second.status, (second.body as { code: string }).code]).toEqual([409, 'verification-running']);
      expect(await read(id)).toMatchObject({ state: 'running', allowedActions: ['cancelVerification'] });
      expect((await http.send(officer, 'post', { path: `/verifications/${id}/cancel`, body: {} })).status).toBe(200);
      expect(await read(id)).toMatchObject({ state: 'cancelled', faults: null });
      const again = await http.send(officer, 'post', { path: `/verifications/${id}/cancel`, body: {} });
      expect((again.body as { code: string }).code).toBe('transition-not-allowed');
      expect(await runningOnes()).toBe(0);
    } finally {
      await letGo();
    }
    expect((await ended(idOf(await begin(inspector)))).state).toBe('sound');
  });

  it('shows one that was killed as broken off once it is silent, and the next begins', async () => {
    const letGo = await holdTable(world.database, 'process_events');
    const child = spawnCommand(
      {
        DATABASE_URL: world.database.appUrl,
        TEMPORAL_ADDRESS: world.temporalAddress,
        TEMPORAL_NAMESPACE: world.namespace,
      },
      ['verify', '--campaign', 'verifications'],
    );
    try {
      await eventually(async () => (await runningOnes()) === 1, 'the command line begins');
      await kill(child);
    } finally {
      await letGo();
    }
    const { id } = await world.dataSource.manager.findOneByOrFail(VerificationEntity, { state: 'running' });
    expect((await begin(inspector)).status).toBe(409);
    await world.dataSource.query('UPDATE verifications SET heard_at = heard_at - INTERVAL 1 HOUR WHERE id = ?', [id]);
    expect(await read(id)).toMatchObject({ state: 'broken-off', allowedActions: [] });
    expect((await ended(idOf(await begin(inspector)))).state).toBe('sound');
    expect(await read(id)).toMatchObject({ state: 'broken-off' });
  });

  it.each(['branch-secretary', 'organisation-officer', 'security-administrator'])('is not for a %s', async (role) => {
    expect((await begin(holderOf(role))).status).toBe(403);
    expect((await http.send(holderOf(role), 'get', { path: '/verifications' })).status).toBe(403);
  });

  it('shows the record of every kind of stream to those who may look at the whole, and of none to others', async () => {
    for (const kind of ['campaign', 'organisation-run', 'branch-run', 'roster', 'clock']) {
      const { body } = await http.send(inspector, 'get', { path: `/streams?kind=${kind}` });
      const [line] = (body as { items: { stream: string; events: number }[] }).items;
      const { stream, events } = present(line);
      const path = `/streams/${encodeURIComponent(stream)}`;
      const timeline = await http.send(inspector, 'get', { path: `${path}/timeline?order=newest` });
      const { items } = timeline.body as { items: { sequence: number }[] };
      expect([kind, items[0]?.sequence]).toEqual([kind, events]);
      expect((await http.send(holderOf('branch-secretary'), 'get', { path })).status).toBe(403);
    }
    expect((await http.send(inspector, 'get', { path: '/streams/branch:nobody:X:2020' })).status).toBe(404);
  });
});
