import { setTimeout as pause } from 'node:timers/promises';
import type { ChildProcess } from 'node:child_process';
import { In } from 'typeorm';
import { BranchRunEntity, PersonEntity, ProblemEntity, ProcessEventEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { OwnSystem } from '../support/own-system';
import { present } from '../support/present';
import { kill } from '../support/worker-process';

const BRANCHES = 16;

/** Each lane waits for its answer before it asks again; between two questions it rests, so that the kills fall into many. */
const LANES = 6;
const REST_MS = 20;

/** What somebody asked for under a key, and what he was told in the end. */
interface Acknowledged {
  readonly key: string;
  readonly body: { readonly ids?: readonly string[] };
}

describe('every part is killed while people work', () => {
  let system: OwnSystem;
  let handOvers: HandOvers;
  let officer: string;
  let second: { http: HttpWorld; api: ChildProcess; worker: ChildProcess };
  /** Neither an answer that was meant, nor an outage that was told as one. */
  const unexpected: string[] = [];
  const problems: Acknowledged[] = [];
  const opened: BranchWithRun[] = [];
  let outages = 0;

  beforeAll(async () => {
    system = await OwnSystem.start(syntheticRoster({ organisations: 1, branchesEach: BRANCHES, seed: 1 }));
    handOvers = await HandOvers.of(system.world);
    await handOvers.openRound();
    officer = (await system.world.dataSource.manager.findOneByOrFail(PersonEntity, { id: handOvers.officer.personId }))
      .code;
    second = await system.startSecond();
    for (const http of [system.http, second.http]) {
      await eventually(
        async () => (await http.send(officer, 'get', { path: '/health/ready' })).status === 200,
        'ready',
      );
    }
  }, 240_000);
  afterAll(async () => {
    await Promise.all([kill(second.api), kill(second.worker)]);
    await system.close();
  }, 240_000);

  /** Asks under one key, of either API in turn, until there is an answer; an outage is asked again, as people are told to. */
  const ask = async (path: string, body: object, key: string): Promise<Acknowledged> => {
    for (let turn = 0; ; turn += 1) {
      const http = turn % 2 === 0 ? system.http : second.http;
      const answer = await http.send(officer, 'post', { path, body, key }).catch(() => null);
      if (answer && answer.status < 300) return { key, body: answer.body as Acknowledged['body'] };
      outages += 1;
      if (answer && answer.status !== 503) unexpected.push(`${path} ${answer.status} ${JSON.stringify(answer.body)}`);
      if (turn > 300) throw new Error(`no answer to ${path} under ${key}: ${JSON.stringify(answer?.body)}`);
      await pause(100);
    }
  };

  const enterProblems = async (lane: number, isOver: () => boolean) => {
    for (let n = 0; !isOver(); n += 1) {
      const key = `lane-${lane}-${n}`;
      const branchId = present(handOvers.branches[(lane + n) % BRANCHES]).id;
      problems.push(await ask('/problems/import', { items: [{ branchId, dimension: 'D1', description: key }] }, key));
      await pause(REST_MS);
    }
  };
  const openSurveys = async (isOver: () => boolean) => {
    for (const branch of handOvers.branches) {
      await ask('/surveys', { branchRunId: branch.runId }, `open-${branch.code}`);
      opened.push(branch);
      if (!isOver()) await pause(1500);
    }
  };
  /** Starts worker and API again whenever they have ended, as the starter does. */
  const keepUp = async (isOver: () => boolean) => {
    while (!isOver()) {
      if (hasEnded(system.worker)) system.startWorker();
      if (hasEnded(system.api)) await system.startApi();
      await pause(200);
    }
  };
  const killEach = async () => {
    for (const part of ['api', 'worker'] as const) {
      const before = system[part];
      await kill(before);
      await eventually(async () => system[part] !== before, `another ${part}`);
      await pause(1500);
    }
    for (const part of ['engine', 'database'] as const) {
      const before = system.pidOf(part);
      process.kill(before, 'SIGKILL');
      await eventually(async () => system.pidOf(part) !== before, `another ${part}`);
      await pause(3000);
    }
    await kill(second.worker);
    await kill(second.api);
  };

  it('what was acknowledged is there, once, and nobody was told anything but an outage', async () => {
    let over = false;
    const isOver = () => over;
    const lanes = Array.from({ length: LANES }, (_, lane) => enterProblems(lane, isOver));
    const surveys = openSurveys(isOver);
    let isDone = false;
    const kept = keepUp(() => isDone);
    await killEach();
    over = true;
    await Promise.all([...lanes, surveys]);
    isDone = true;
    await kept;

    expect(unexpected).toEqual([]);
    expect(outages).toBeGreaterThan(0);
    const { manager } = system.world.dataSource;
    const rows = await manager.find(ProblemEntity, { select: { id: true, description: true } });
    const told = problems.map(({ key, body }) => `${present(body.ids?.[0])} ${key}`).sort();
    expect(rows.map(({ id, description }) => `${id} ${description}`).sort()).toEqual(told);
    const runs = await manager.findBy(BranchRunEntity, { id: In(opened.map(({ runId }) => runId)) });
    expect(runs.map(({ step }) => step)).toEqual(opened.map(() => 'survey-writing'));
    const events = await manager.findBy(ProcessEventEntity, { type: 'survey-opened' });
    expect(events.map(({ stream }) => stream).sort()).toEqual(opened.map(({ workflowId }) => workflowId).sort());
    // a workflow that a dead worker held in memory answers once the engine has given it to the other
    await eventually(async () => (await system.world.faults()).length === 0, 'the record is sound');
  }, 300_000);
});

const hasEnded = ({ exitCode, signalCode }: ChildProcess) => exitCode !== null || signalCode !== null;
