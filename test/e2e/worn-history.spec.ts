import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { keeperWorkflowId, spotCheckWorkflowId } from '@app/contracts';
import { startEngine, type EmbeddedEngine } from '../../services/starter/src/embedded-engine';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { Hands } from '../support/hands';
import { present } from '../support/hands';
import { recognisedRound } from '../support/history';
import { World } from '../support/world';

const PATIENCE_MS = 240_000;

/** Returned so often, one execution would take more commands than this engine allows. */
const RETURNS = 12;

/** An engine that allows a run what it would reach only after years: 20 commands, 300 events; it suggests a new history at 24. */
const NARROW = {
  'history.maxTotalUpdates': 20,
  'limit.historyCount.suggestContinueAsNew': 24,
  'limit.historyCount.error': 300,
};

describe('a run whose history grows long', () => {
  let home: string;
  let engine: EmbeddedEngine;
  let world: World;
  let hands: Hands;

  beforeAll(async () => {
    home = mkdtempSync(join(tmpdir(), 'duibiao-worn-'));
    const program = process.env.DUIBIAO_TEMPORAL_PROGRAM;
    if (!program) throw new Error('DUIBIAO_TEMPORAL_PROGRAM is not set: run the tests with npm test');
    engine = await startEngine({ home, program, namespace: 'duibiao', headless: true, settings: NARROW });
    world = await World.open({
      engine: engine.address,
      roster: syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 }),
    });
  }, PATIENCE_MS);

  afterAll(async () => {
    await world?.close();
    await engine?.part.stop();
    rmSync(home, { recursive: true, force: true });
  }, PATIENCE_MS);

  it(
    'goes on in a new one, of every kind, through a whole round and a hand-over that comes back again and again',
    async () => {
      hands = await recognisedRound(world, async (round) => {
        const branch = present(round.branches[0]);
        await round.say(round.officer, branch.workflowId, 'openSurvey');
        for (let no = 1; no <= RETURNS; no += 1) {
          await round.submitSurvey(branch);
          const remarks = await round.remark(branch.runId, `${no}`);
          await round.say(round.officer, branch.workflowId, 'returnSurvey', remarks);
        }
        await round.submitSurvey(branch);
        await round.say(round.officer, branch.workflowId, 'confirmSurvey', { surveyClass: 'middle' });
      });
      const { campaignKey } = world.campaign.setting;
      const runs = [
        hands.campaignWorkflowId,
        hands.organisationWorkflowId,
        ...hands.branches.map(({ workflowId }) => workflowId),
        spotCheckWorkflowId(campaignKey, 1),
        keeperWorkflowId(campaignKey, 'committee'),
        keeperWorkflowId(campaignKey, hands.organisationWorkflowId.split(':')[2] ?? ''),
      ];
      for (const workflowId of runs) {
        const { raw, runId } = await world.engine.workflow.getHandle(workflowId).describe();
        expect({ workflowId, renewed: raw.workflowExecutionInfo?.firstRunId !== runId }).toEqual({
          workflowId,
          renewed: true,
        });
      }
      expect(await world.faults()).toEqual([]);
    },
    PATIENCE_MS,
  );
});
