import { NoticeEntity, PersonEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun, Officeholder } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';

/** 09:00 on the workday on which the survey is reminded of for the last week. */
const REMINDED = '2020-05-21T01:00:00.000Z';

describe('who holds up a date of an organisation', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  let handOvers: HandOvers;
  let first: BranchWithRun, second: BranchWithRun;
  beforeAll(async () => {
    world = await LocalWorld.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 2, seed: 5 }) });
    http = await HttpWorld.open(world);
    handOvers = await HandOvers.of(world);
    [first, second] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun];
    await handOvers.openRound();
  }, 240_000);
  afterAll(async () => {
    await http?.close();
    await world?.close();
  });

  const get = async (who: Officeholder, path: string) => {
    const { code } = await world.dataSource.manager.findOneByOrFail(PersonEntity, { id: who.personId });
    return (await http.send(code, 'get', { path })).body;
  };
  const explained = ({ runId, secretary }: BranchWithRun) => get(secretary, `/branch-runs/${runId}/explain`);
  const remindedOf = async ({ personId }: Officeholder, rung: string) =>
    (await world.dataSource.manager.findBy(NoticeEntity, { personId, rung, subject: 'deadline-reminder' })).map(
      ({ runId }) => runId,
    );

  it('is told by its explanation that the reminder of that date comes next, not its own a month later', async () => {
    await handOvers.say(handOvers.officer, first.workflowId, { name: 'openSurvey' });
    await handOvers.goTo('2020-05-19T02:00:00.000Z');
    expect(await explained(first)).toMatchObject({ next: { kind: 'survey', rung: '-7' } });
  });

  it('is reminded of it with a way to his own branch, beside the office that owes it; who has done his part is not', async () => {
    await handOvers.survey(second);
    await handOvers.goTo(REMINDED);
    expect(await remindedOf(first.secretary, '-7')).toEqual([first.runId]);
    expect(await remindedOf(second.secretary, '-7')).toEqual([]);
    expect(await remindedOf(handOvers.officer, '-7')).toHaveLength(1);
  });

  it('is its organisation again where a filing is returned, and no longer the committee', async () => {
    await handOvers.submitSurvey(first);
    await handOvers.confirmSurvey(first);
    await handOvers.planOrganisation(handOvers.branches);
    for (const branch of handOvers.branches) await handOvers.planBranch(branch);
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of handOvers.branches) {
      await handOvers.apply(branch);
      await handOvers.assess(branch);
    }
    await handOvers.submitConclusions();
    await handOvers.untilBranchesAre('deciding');
    await handOvers.decide();
    await handOvers.untilBranchesAre('filing');
    await handOvers.sendFiling();
    await handOvers.untilBranchesAre('registering');
    await handOvers.returnFiling();
    await handOvers.untilBranchesAre('filing');
    expect(await explained(first)).toMatchObject({
      step: 'filing',
      waitingOn: { role: 'organisation-officer' },
      awaited: { kind: 'correction' },
      next: { kind: 'correction' },
    });
    const waiting = async (who: Officeholder) =>
      ((await get(who, '/me/tasks')).items as { kind: string }[]).filter(({ kind }) => kind === 'organisation-run');
    expect(await waiting(present(handOvers.committee[0]))).toEqual([]);
    expect(await waiting(handOvers.officer)).toMatchObject([{ step: 'filing', action: { name: 'sendFiling' } }]);
  });
});
