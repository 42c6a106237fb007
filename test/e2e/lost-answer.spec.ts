import { RightOfWay, RunActivities } from '@app/activities';
import { BranchRunEntity, digestOf, PersonEntity, RunOperationEntity } from '@app/persistence';
import { systemClock } from '@app/platform';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { present } from '../support/present';
import { World } from '../support/world';

/** The database committed; worker and engine were lost before the task was completed: the row is ahead of its workflow. */
describe('a run whose last answer was lost', () => {
  let world: World;
  let handOvers: HandOvers;
  let http: HttpWorld;
  let branch: BranchWithRun;

  beforeAll(async () => {
    world = await World.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 1, seed: 1 }) });
    handOvers = await HandOvers.of(world);
    http = await HttpWorld.open(world);
    await handOvers.openRound();
    branch = present(handOvers.branches[0]);
    await handOvers.say(handOvers.officer, branch.workflowId, { name: 'openSurvey' });
  }, 240_000);
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  it('takes the next command, and tells what it had to tell', async () => {
    const { manager } = world.dataSource;
    const rowOf = () => manager.findOneByOrFail(BranchRunEntity, { id: branch.runId });
    const answers = ['D1', 'D2', 'D3', 'D4', 'D5', 'D6'].map((dimension) => ({ dimension, found: false }));
    const input = await handOvers.draft(branch.runId, 'survey', { body: { answers }, author: branch.secretary });
    const written = await new RunActivities(world.dataSource, systemClock, new RightOfWay()).write('branch-run', {
      runId: branch.runId,
      expectedVersion: (await rowOf()).version,
      operationKey: 'lost',
      requestDigest: digestOf(input),
      what: {
        kind: 'command',
        command: { name: 'submitSurvey', input },
        attribution: { actor: branch.secretary.personId, office: 'branch-secretary', receivedAt: handOvers.now },
      },
    });
    expect(written.effects).toMatchObject([{ tell: 'organisation', topic: 'survey-submitted' }]);
    const told = () =>
      manager.findBy(RunOperationEntity, {
        runId: handOvers.organisationRunId,
        operationKey: `${branch.runId}/lost/0`,
      });
    expect(await told()).toEqual([]);

    const { code } = await manager.findOneByOrFail(PersonEntity, { id: handOvers.officer.personId });
    const body = { surveyClass: 'middle' };
    const { status } = await http.send(code, 'post', { path: `/surveys/${input.documentId}/confirm`, body });
    expect(status).toBe(200);
    expect((await rowOf()).step).toBe('target-waiting');
    await eventually(async () => (await told()).length === 1, 'the organisation has taken in the survey');
    expect(await world.faults()).toEqual([]);
  }, 240_000);
});
