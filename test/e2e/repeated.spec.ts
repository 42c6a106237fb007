import 'reflect-metadata';
import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { In } from 'typeorm';
import { NoticeEntity, SlipEntity } from '@app/persistence';
import { CONTROLLERS } from '../../services/api/src/app.module';
import { routesOf } from '../../services/api/src/edge/routes';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun, Officeholder } from '../support/branch-hand-overs';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { holdTable } from '../support/held-table';
import { OwnSystem } from '../support/own-system';
import { present } from '../support/present';
import { RepeatingWorld } from '../support/repeating';
import { draftAgain, returnEveryHandOver } from '../support/returned-hand-overs';

interface Pinned {
  readonly id: string;
  readonly etag: string;
}

/** Every route that takes a key, as a pattern of its path. */
const COMMANDS = routesOf(CONTROLLERS)
  .filter(({ needsKey }) => needsKey)
  .map(({ method, path }) => ({
    name: `${method} ${path}`,
    method,
    pattern: new RegExp(`^${path.replace(/\{\w+\}/g, '[0-9a-v]{16}')}$`),
  }));

describe('every command, said again under its key', () => {
  let system: OwnSystem;
  let world: RepeatingWorld;
  let handOvers: HandOvers;
  let first: BranchWithRun;
  let struck: BranchWithRun;
  beforeAll(async () => {
    system = await OwnSystem.start(syntheticRoster({ organisations: 1, branchesEach: 3, seed: 1 }));
    world = new RepeatingWorld(system.world, system.http);
  }, 180_000);
  afterAll(() => system.close(), 240_000);

  it('is answered as it was: a round in which every hand-over comes back', async () => {
    handOvers = await returnEveryHandOver(world);
  }, 300_000);

  it('… the register of problems, the clock, and what one was told', async () => {
    const { secretary, id: branchId } = present(handOvers.branches[0]);
    const officer = handOvers.officer.personId;
    const line = { branchId, dimension: 'D1', description: '制度未上墙' };
    const enter = (path: string, person: Officeholder['personId'], body: object) =>
      world.say<{ ids: string[] }>(person, { path, body });
    const [own] = (await enter('/problems', secretary.personId, line)).ids;
    const [found] = (await enter('/problems/import', officer, { items: [line] })).ids;
    const act = (
      person: string,
      verb: string,
      { body, id = present(own) }: { readonly body: object; readonly id?: string },
    ) => world.say(person, { path: `/problems/${id}/${verb}`, body });
    const plan = { measure: '补齐', ownerId: secretary.personId, dueDate: '2021-09-30' };
    for (const id of [own, found].map(present)) await act(secretary.personId, 'plan', { body: plan, id });
    await act(secretary.personId, 'raise', { body: { reason: '须由单位统筹' } });
    await act(officer, 'answer', { body: { answer: '已协调' } });
    await act(officer, 'close', { body: { remark: '已核实' } });
    await act(officer, 'send-back', { body: { remark: '又现' } });
    for (const id of [own, found].map(present)) await act(officer, 'close', { body: { remark: '再核实' }, id });

    const notice = present((await world.dataSource.manager.findBy(NoticeEntity, { personId: officer }))[0]);
    await world.say(officer, { path: `/notices/${notice.id}/read`, body: {} });
    await world.say(officer, { path: '/notices/read', body: { until: notice.at } });
    const committee = present(handOvers.committee[0]).personId;
    const clock = `/campaigns/${world.campaignId}`;
    await world.say(committee, { path: `${clock}/release`, body: { until: '2020-12-31T15:00:00.000Z' } });
    await world.say(committee, { path: `${clock}/hold`, body: {} });
  }, 240_000);

  it('… a round that recognises, and one with reviews', async () => {
    [first, struck] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun];
    for (const year of [2021, 2022]) {
      handOvers = await HandOvers.of(world, year);
      handOvers.now = `${year}-01-05T02:00:00.000Z`;
      [first, struck] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun];
      await handOvers.openRound(2);
      await refusedPlan();
      if (year === 2021) {
        await handOvers.planOrganisation([first, struck], [struck]);
        await supervise(first, struck);
        await attain(first, [first, struck]);
      } else {
        await handOvers.planOrganisation([struck]);
        await handOvers.planBranch(first);
        await returnedReview(first);
        await attain(struck, [struck]);
      }
      await handOvers.closeRound([first, struck]);
    }
  }, 300_000);

  async function refusedPlan(): Promise<void> {
    const { id } = await handOvers.newest(handOvers.organisationRunId, 'organisation-plan');
    const command = { path: `/organisation-plans/${id}/submit`, body: { digest: '0'.repeat(64) } };
    expect(await world.sayRefused(handOvers.officer.personId, command)).toMatchObject({ code: 'digest-mismatch' });
  }

  async function attain(branch: BranchWithRun, planned: readonly BranchWithRun[]): Promise<void> {
    const { year } = handOvers;
    for (const one of planned) await handOvers.planBranch(one);
    const [applies, decides] = year === 2022 ? ['06-10', '07-05'] : ['10-12', '11-12'];
    await handOvers.goTo(`${year}-${applies}T02:00:00.000Z`);
    await handOvers.apply(branch);
    await handOvers.assess(branch);
    await handOvers.goTo(`${year}-${decides}T02:00:00.000Z`);
    await handOvers.decideAndFile([branch]);
    await handOvers.drawAndRecognise(year - 2019, [branch]);
  }

  /** Two branches are late with their plans: one slip goes its whole way, the other is dropped. */
  async function supervise(...late: readonly BranchWithRun[]): Promise<void> {
    await handOvers.goTo('2021-03-01T02:00:00.000Z');
    const { manager } = world.dataSource;
    const where = { branchId: In(late.map(({ id }) => id)), state: 'draft' as const };
    await eventually(async () => (await manager.countBy(SlipEntity, where)) === late.length, 'their slips are drafted');
    const drafts = await manager.findBy(SlipEntity, where);
    const [issued, dropped] = late.map(({ id }) => present(drafts.find(({ branchId }) => branchId === id)).id);
    const officer = handOvers.officer.personId;
    const secretary = present(late[0]).secretary.personId;
    const act = (person: string, verb: string, body: object, id = present(issued)) =>
      world.say(person, { path: `/slips/${id}/${verb}`, body });
    await act(officer, 'discard', { reason: '已口头督办' }, present(dropped));
    await act(officer, 'issue', {});
    await act(officer, 'withdraw', { reason: '文号漏填' });
    await act(officer, 'issue', { documentNumber: '苏合成督〔2021〕1号' });
    await act(secretary, 'receive', { receivedOn: '2021-03-01' });
    await handOvers.goTo('2021-03-04T02:00:00.000Z');
    await act(secretary, 'answer', { answer: '支委会改期，3月10日前报送' });
    await act(officer, 'close', { reason: '已另行安排' });
  }

  async function returnedReview(branch: BranchWithRun): Promise<void> {
    const { workflowId, runId, secretary } = branch;
    const review = await draftAgain(handOvers, runId, { kind: 'review', author: secretary });
    await handOvers.say(secretary, workflowId, { name: 'submitReview', input: review });
    await handOvers.say(handOvers.officer, workflowId, {
      name: 'returnReview',
      input: await handOvers.remark(runId, 'review'),
    });
    await handOvers.review(branch);
  }

  it('… how one looks at lists, one’s calendar and mails, and a verification', async () => {
    const committee = present(handOvers.committee[0]).personId;
    const look = { list: 'branch-runs', name: '每周看' };
    const view = await world.say<Pinned>(committee, { path: '/views', body: look });
    const path = `/views/${view.id}`;
    const renamed = await world.say<Pinned>(committee, { path, body: { name: '每月看' }, ifMatch: view.etag });
    await world.say(committee, { method: 'delete', path, body: {}, ifMatch: renamed.etag });
    await world.say(committee, { path: '/me/calendar-feed', body: {} });
    await world.say(committee, { method: 'delete', path: '/me/calendar-feed', body: {} });
    const mail = { address: 'committee@office.example', wish: 'all' };
    await world.say(committee, { method: 'put', path: '/me/mail-address', body: mail });
    await world.say(committee, { method: 'delete', path: '/me/mail-address', body: {} });
    const letGo = await holdTable(system.world.database, 'process_events'); // else it might end before it is cancelled
    try {
      const { id } = await world.say<Pinned>(committee, { path: '/verifications', body: {} });
      await world.say(committee, { path: `/verifications/${id}/cancel`, body: {} });
    } finally {
      await letGo();
    }
  }, 240_000);

  it('leaves out no command', () => {
    const done = world.sent.filter(({ status }) => status < 300);
    const unsaid = COMMANDS.filter(
      ({ method, pattern }) => !done.some((sent) => sent.method === method && pattern.test(sent.path)),
    );
    expect(unsaid.map(({ name }) => name)).toEqual([]);
  });

  it('is answered the same when everything was killed and started again', async () => {
    await system.restart();
    await world.sayAllAgain();
  }, 300_000);

  it('is answered the same when the engine has forgotten all of it', async () => {
    await system.restart(() => rmSync(join(system.home, 'temporal.db')));
    await world.sayAllAgain();
  }, 300_000);
});
