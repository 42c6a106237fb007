import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Worker } from '@temporalio/worker';
import { CAMPAIGN_ATTRIBUTE, keeperWorkflowId, PHASE_ATTRIBUTE, spotCheckWorkflowId } from '@app/contracts';
import {
  branchPlanOf,
  digestOf,
  PersonEntity,
  ProcessEventEntity,
  RecognitionEntity,
  RefusalEntity,
} from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import { HttpWorld } from '../support/http';
import { OwnEngine } from '../support/own-engine';
import { World } from '../support/world';

/** Limits that every run meets within its round, were it not to go on in a new history before them. */
const LOWERED = {
  'limit.historyCount.suggestContinueAsNew': 60,
  'limit.historyCount.error': 400,
  'history.maxTotalUpdates': 24,
};

/** So often plans come back: more commands than a dozen executions may take under these limits. */
const RETURNS = 150;

describe('histories that grow long (docs/decisions/0022)', () => {
  let engine: OwnEngine;
  let world: World;
  let handOvers: HandOvers;
  let branch: BranchWithRun;

  beforeAll(async () => {
    engine = await OwnEngine.start(LOWERED);
    const roster = syntheticRoster({ organisations: 1, branchesEach: 6, seed: 1 });
    world = await World.open({ engine: engine.address, roster });
    handOvers = await HandOvers.of(world);
    branch = present(handOvers.branches[0]);
  }, 240_000);

  afterAll(async () => {
    await world?.close();
    await engine?.close();
  }, 240_000);

  /** Whether the workflow goes on in another execution than its first. */
  const wentOn = async (workflowId: string) => {
    const { raw, runId } = await world.engine.workflow.getHandle(workflowId).describe();
    return present(raw.workflowExecutionInfo?.firstRunId ?? undefined) !== runId;
  };

  const submitBranchPlan = async () => {
    const { id: documentId } = await handOvers.newest(branch.runId, 'branch-plan');
    const digest = digestOf(await branchPlanOf(world.dataSource.manager, branch.id));
    return handOvers.say(branch.secretary, branch.workflowId, {
      name: 'submitBranchPlan',
      input: { documentId, digest },
    });
  };

  it(`a branch's plan comes back ${RETURNS} times, and a tenth of that its organisation's`, async () => {
    const { organisationWorkflowId, organisationRunId } = handOvers;
    await handOvers.openRound();
    for (const each of handOvers.branches) await handOvers.survey(each);
    await handOvers.planOrganisation();
    for (let times = 1; times <= RETURNS / 10; times += 1) {
      const remarks = await handOvers.remark(organisationRunId, `plan ${times}`);
      await handOvers.say(present(handOvers.committee[0]), organisationWorkflowId, {
        name: 'returnOrganisationPlan',
        input: remarks,
      });
      await handOvers.planOrganisation();
    }
    for (let times = 1; times <= RETURNS; times += 1) {
      await submitBranchPlan();
      await handOvers.say(handOvers.officer, branch.workflowId, {
        name: 'returnBranchPlan',
        input: await handOvers.remark(branch.runId, `no ${times}`),
      });
    }
    const returned = { stream: branch.workflowId, type: 'branch-plan-returned' };
    expect(await world.dataSource.manager.countBy(ProcessEventEntity, returned)).toBe(RETURNS);
    expect(await wentOn(branch.workflowId)).toBe(true);
    expect(await wentOn(organisationWorkflowId)).toBe(true);
    const { typedSearchAttributes } = await world.engine.workflow.getHandle(branch.workflowId).describe();
    expect(typedSearchAttributes.get(PHASE_ATTRIBUTE)).toBe('plan');
    expect(typedSearchAttributes.get(CAMPAIGN_ATTRIBUTE)).toBe(world.campaign.setting.campaignKey);
  }, 240_000);

  it('thirty at once before the API, more than an execution takes: one is done, every other is answered', async () => {
    const http = await HttpWorld.open(world);
    await submitBranchPlan();
    const { manager } = world.dataSource;
    const officer = (await manager.findOneByOrFail(PersonEntity, { id: handOvers.officer.personId })).code;
    await http.send(officer, 'get', { path: '/me' });
    const { id: planId } = await handOvers.newest(branch.runId, 'branch-plan');
    const body = { lines: [{ pointer: '', text: '请补正' }] };
    // 503 asks the caller to repeat under the same key
    const untilAnswered = async (key: string) => {
      const asked = () => http.send(officer, 'post', { path: `/branch-plans/${planId}/return`, body, key });
      let { status } = await asked();
      for (let times = 0; status === 503 && times < 20; times += 1) ({ status } = await asked());
      return status;
    };
    const statuses = await Promise.all(Array.from({ length: 30 }, (_, no) => untilAnswered(`at-once-${no}`)));
    await http.close();
    expect(statuses.sort()).toEqual([200, ...Array.from({ length: 29 }, () => 409)]);
    const returned = { stream: branch.workflowId, type: 'branch-plan-returned' };
    expect(await manager.countBy(ProcessEventEntity, returned)).toBe(RETURNS + 1);
    for (const each of handOvers.branches) await handOvers.planBranch(each);
  }, 240_000);

  it('a round goes on to its end, its spot check and the committee with it', async () => {
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const each of handOvers.branches) await handOvers.apply(each);
    for (const each of handOvers.branches) await handOvers.assess(each);
    await handOvers.goTo('2020-11-20T02:00:00.000Z');
    await handOvers.decideAndFile();
    await handOvers.goTo('2020-12-10T02:00:00.000Z');
    await handOvers.inspect(1, handOvers.branches, {
      verdict: 'upheld',
      before: async (recheck) => {
        for (let times = 1; times <= 15; times += 1) await handOvers.takeBackRecheck(1, recheck);
      },
    });
    expect(await wentOn(spotCheckWorkflowId(world.campaign.setting.campaignKey, 1))).toBe(true);
    await handOvers.publishAndRecognise(1, handOvers.branches);
    await handOvers.closeRound();
    const { campaignId, dataSource } = world;
    expect(await dataSource.manager.findBy(RecognitionEntity, { campaignId })).toMatchObject([{ branches: 6 }]);
  }, 240_000);

  it('leaves a record, rows and workflows that agree, keepers that went on and nothing said twice', async () => {
    const { campaignKey } = world.campaign.setting;
    const organisation = present(handOvers.organisationWorkflowId.split(':')[2]);
    expect(await wentOn(keeperWorkflowId(campaignKey, organisation))).toBe(true);
    expect(await world.faults()).toEqual([]);
    expect(await world.dataSource.manager.countBy(RefusalEntity, { code: 'invalid-input' })).toBe(0);
  }, 240_000);

  /** Without those that the engine holds back for a moment: a replay waits for a first task for ever. */
  async function* begunHistories() {
    for await (const each of world.engine.workflow.list().intoHistories()) {
      const { events } = each.history as { readonly events: readonly unknown[] };
      if (events.length > 1) yield each;
    }
  }

  it('replays on the present code, execution by execution', async () => {
    const code = readFileSync(join(__dirname, '../../dist/workflow-bundle.js'), 'utf8');
    const faults: string[] = [];
    let executions = 0;
    const results = Worker.runReplayHistories({ workflowBundle: { code } }, begunHistories());
    for await (const { workflowId, error } of results) {
      executions += 1;
      if (error) faults.push(`${workflowId}: ${error.message}`);
    }
    expect(faults).toEqual([]);
    expect(executions).toBeGreaterThan(2 * 6);
  }, 240_000);
});
