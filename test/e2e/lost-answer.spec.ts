import { BranchRunActivities } from '@app/activities';
import { BranchRunEntity, digestOf, PersonEntity, RunOperationEntity } from '@app/persistence';
import { systemClock } from '@app/platform';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { eventually } from '../support/eventually';
import { type BranchAtHand, Hands, present } from '../support/hands';
import { HttpWorld } from '../support/http';
import { World } from '../support/world';

/** The database committed; worker and engine were lost before the task was completed: the row is ahead of its workflow. */
describe('a run whose last answer was lost', () => {
  let world: World;
  let hands: Hands;
  let http: HttpWorld;
  let branch: BranchAtHand;

  beforeAll(async () => {
    world = await World.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 1, seed: 1 }) });
    hands = await Hands.of(world);
    http = await HttpWorld.open(world);
    await hands.openRound();
    branch = present(hands.branches[0]);
    await hands.say(hands.officer, branch.workflowId, 'openSurvey');
  }, 240_000);
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  it('takes the next command, and tells what it had to tell', async () => {
    const { manager } = world.dataSource;
    const rowOf = () => manager.findOneByOrFail(BranchRunEntity, { id: branch.runId });
    const answers = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'].map((dimension) => ({ dimension, found: false }));
    const input = await hands.draft(branch.runId, 'survey', { answers }, branch.secretary);
    const written = await new BranchRunActivities(world.dataSource, systemClock).writeBranchRun({
      runId: branch.runId,
      expectedVersion: (await rowOf()).version,
      operationKey: 'lost',
      requestDigest: digestOf(input),
      what: {
        kind: 'command',
        command: { name: 'submitSurvey', input },
        spoken: { actor: branch.secretary.personId, office: 'branch-secretary', receivedAt: hands.now },
      },
    });
    expect(written.effects).toMatchObject([{ tell: 'organisation', topic: 'survey-submitted' }]);
    const told = () =>
      manager.findBy(RunOperationEntity, {
        runId: hands.organisationRunId,
        operationKey: `${branch.runId}/lost/0`,
      });
    expect(await told()).toEqual([]);

    const { code } = await manager.findOneByOrFail(PersonEntity, { id: hands.officer.personId });
    const body = { surveyClass: 'middle' };
    const { status } = await http.send(code, 'post', `/surveys/${input.documentId}/confirm`, { body });
    expect(status).toBe(200);
    expect((await rowOf()).step).toBe('target-waiting');
    await eventually(async () => (await told()).length === 1, 'the organisation has taken in the survey');
    expect(await world.faults()).toEqual([]);
  }, 240_000);
});
