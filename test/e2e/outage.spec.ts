import { once } from 'node:events';
import { Agent, request } from 'node:http';
import { BranchRunEntity, DocumentEntity, PersonEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { type CommitProxy, startCommitProxy } from '../support/commit-proxy';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { OwnSystem } from '../support/own-system';
import { present } from '../support/present';
import { kill, loseStarter } from '../support/worker-process';

/** What a check of readiness may take at the very most, on a slow machine too. */
const READY_MS = 4000;
/** The ten seconds that are promised, the looking around them, and the slowness of a machine. */
const PROMISED_MS = 15_000;
/** The limit of a draining API, and the end of the process. */
const STOPPED_MS = 9000;

describe('while a part is away', () => {
  let system: OwnSystem;
  let proxy: CommitProxy;
  let handOvers: HandOvers;
  let officer: string;
  let branches: BranchWithRun[];
  beforeAll(async () => {
    system = await OwnSystem.start(syntheticRoster({ organisations: 1, branchesEach: 6, seed: 1 }));
    handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
    branches = [...handOvers.branches];
    officer = await codeOf(handOvers.officer.personId);
  }, 240_000);
  afterAll(async () => {
    await system.close();
    await proxy?.close();
  }, 240_000);

  const codeOf = async (id: string) =>
    (await system.world.dataSource.manager.findOneByOrFail(PersonEntity, { id })).code;
  const signal = (part: 'database' | 'engine', name: NodeJS.Signals) => process.kill(system.pidOf(part), name);
  const open = ({ runId: branchRunId }: BranchWithRun, key: string) =>
    timed(system.http.send(officer, 'post', { path: '/surveys', body: { branchRunId }, key }));
  const ready = () => timed(system.http.send(null, 'get', { path: '/health/ready' }));
  const isReady = () =>
    eventually(async () => (await ready()).status === 200, 'database, engine and worker do their work');
  const stepOf = async ({ runId: id }: BranchWithRun) =>
    (await system.world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id })).step;

  it('is ready while nothing is', async () => {
    await isReady();
    const { body } = await ready();
    expect(body).toMatchObject({ status: 'up', database: true, engine: true, worker: true });
    const { text } = await system.http.send(null, 'get', { path: '/metrics' });
    expect(text).toContain('duibiao_part_up{part="worker",service="api"} 1');
    await open(present(branches.shift()), 'warm');
  }, 240_000);

  it('a database that stands still: readiness is bounded, a read and a command are told 503', async () => {
    const branch = present(branches.shift());
    signal('database', 'SIGSTOP');
    try {
      const looked = await ready();
      expect(looked.body).toMatchObject({ status: 'down', database: false, engine: true });
      expect(looked.ms).toBeLessThan(READY_MS);
      const [read, command] = await Promise.all([
        timed(system.http.send(officer, 'get', { path: '/me' })),
        open(branch, 'still'),
      ]);
      expect(read).toMatchObject({ status: 503, body: { code: 'database-away' } });
      expect(command).toMatchObject({ status: 503, body: { code: 'outcome-unknown' }, retryAfter: '2' });
      expect(Math.max(read.ms, command.ms)).toBeLessThan(PROMISED_MS);
    } finally {
      signal('database', 'SIGCONT');
    }
    await isReady();
    expect(await open(branch, 'still')).toMatchObject({ status: 201, body: { step: 'survey-writing' } });
  }, 240_000);

  it('a database that dies: 503 until it is back, never 500', async () => {
    const branch = present(branches.shift());
    signal('database', 'SIGKILL');
    const statuses = new Set<number>();
    await eventually(async () => {
      const { status } = await open(branch, 'dies');
      statuses.add(status);
      return status === 201;
    }, 'the database is back and the command is done');
    expect([...statuses].filter((status) => status !== 201)).toEqual([503]);
    await isReady();
  }, 240_000);

  it('a commit whose answer is lost: unknown, and answered under its key', async () => {
    const { dataSource, database } = system.world;
    const { secretary, runId } = present(handOvers.branches[0]);
    proxy = await startCommitProxy(database.appUrl);
    await kill(system.api);
    await system.startApi({ DATABASE_URL: proxy.url });
    const survey = await handOvers.newest(runId, 'survey');
    const answers = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'].map((dimension) => ({ dimension, found: false }));
    const save = async () =>
      timed(
        system.http.send(await codeOf(secretary.personId), 'put', {
          path: `/surveys/${survey.id}`,
          body: { answers },
          key: 'lost',
          headers: { 'if-match': `"${survey.version}-${survey.digest.slice(0, 16)}"` },
        }),
      );
    const broken = proxy.breakAtCommit('UPDATE `request_keys`');
    const first = await save();
    await broken;
    expect(first).toMatchObject({ status: 503, body: { code: 'outcome-unknown' }, retryAfter: '2' });
    const again = await save();
    expect(again).toMatchObject({ status: 200, body: { version: survey.version + 1, body: { answers } } });
    const { version } = await dataSource.manager.findOneByOrFail(DocumentEntity, { id: survey.id });
    expect(version).toBe(survey.version + 1);
    await kill(system.api);
    await system.startApi();
  }, 240_000);

  it('a worker that stands still: ten seconds for what was sent, at once for what was not', async () => {
    const [done, sent, unsent] = [branches.shift(), branches.shift(), branches.shift()].map(present) as [
      BranchWithRun,
      BranchWithRun,
      BranchWithRun,
    ];
    await isReady();
    expect(await open(done, 'done')).toMatchObject({ status: 201 });
    system.worker.kill('SIGSTOP');
    try {
      const waited = await open(sent, 'sent');
      expect(waited).toMatchObject({ status: 503, body: { code: 'outcome-unknown' }, retryAfter: '2' });
      expect(waited.ms).toBeLessThan(PROMISED_MS);
      const looked = await ready();
      expect(looked.body).toMatchObject({ status: 'down', database: true, engine: true, worker: false });
      expect(looked.ms).toBeLessThan(READY_MS);
      const told = await open(unsent, 'unsent');
      expect(told).toMatchObject({ status: 503, body: { code: 'worker-away' }, retryAfter: '2' });
      expect(told.ms).toBeLessThan(READY_MS);
      expect([await stepOf(sent), await stepOf(unsent)]).toEqual(['survey-opening', 'survey-opening']);
    } finally {
      system.worker.kill('SIGCONT');
    }
    await isReady();
    for (const [branch, key] of [
      [sent, 'sent'],
      [unsent, 'unsent'],
    ] as const) {
      expect(await open(branch, key)).toMatchObject({ status: 201, body: { step: 'survey-writing' } });
    }
  }, 240_000);

  it('no worker at all: said at once, also of what went out before, without calling that undone', async () => {
    const branch = present(handOvers.branches[0]);
    const confirm = async () => {
      const { id, digest } = await handOvers.newest(branch.runId, 'survey');
      const path = `/surveys/${id}/submit`;
      const secretary = await codeOf(branch.secretary.personId);
      return timed(system.http.send(secretary, 'post', { path, body: { digest }, key: 'away' }));
    };
    await eventually(async () => (await ready()).status === 200, 'the worker works');
    expect(await open(present(handOvers.branches[1]), 'fresh')).toMatchObject({ status: 409 });
    await kill(system.worker);
    const waited = await confirm();
    expect(waited).toMatchObject({ status: 503, retryAfter: '2' });
    const wentOut = (waited.body as { code: string }).code === 'outcome-unknown';
    const told = await confirm();
    expect(told).toMatchObject({ status: 503, body: { code: wentOut ? 'outcome-unknown' : 'worker-away' } });
    expect(told.ms).toBeLessThan(READY_MS);
    system.startWorker();
    await eventually(async () => (await confirm()).status === 200, 'the same key is answered by the next worker');
    expect(await stepOf(branch)).toBe('survey-confirming');
  }, 240_000);

  it.each([
    ['is told to stop', () => system.api.kill('SIGTERM')],
    ['has lost its starter', () => loseStarter(system.api)],
  ])(
    'an API that %s ends, however busy a client keeps its connection',
    async (_, end) => {
      const agent = new Agent({ keepAlive: true, maxSockets: 1 });
      let busy = true;
      const keepsBusy = (async () => {
        while (busy) await askOn(agent, `${system.address}/health/live`).catch(() => undefined);
      })();
      await eventually(async () => (await askOn(agent, `${system.address}/health/live`)) === 200, 'it is busy');
      const begun = performance.now();
      const gone = once(system.api, 'exit');
      end();
      await gone;
      expect(performance.now() - begun).toBeLessThan(STOPPED_MS);
      busy = false;
      await keepsBusy;
      agent.destroy();
      await system.startApi();
    },
    60_000,
  );
});

async function timed(answer: Promise<{ status: number; body: unknown; headers: unknown }>) {
  const begun = performance.now();
  const { status, body, headers } = await answer;
  const retryAfter = (headers as Record<string, string>)['retry-after'];
  return { status, body, retryAfter, ms: performance.now() - begun };
}

function askOn(agent: Agent, url: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const asked = request(url, { agent }, (response) => {
      response.resume().once('end', () => resolve(response.statusCode ?? 0));
    });
    asked.once('error', reject).end();
  });
}
