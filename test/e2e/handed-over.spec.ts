import { PersonEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun, Officeholder } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';

interface Notice {
  readonly subject: string;
  readonly sentence: string;
  readonly sentenceEn: string;
  readonly kind: string;
  readonly runId: string;
  readonly deliveryId: string;
}

describe('whoever a step is handed over to', () => {
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

  const codeOf = async ({ personId }: Pick<Officeholder, 'personId'>) =>
    (await world.dataSource.manager.findOneByOrFail(PersonEntity, { id: personId })).code;

  async function handedTo(who: Officeholder): Promise<Notice[]> {
    const { items } = (await http.send(await codeOf(who), 'get', { path: '/me/notices' })).body;
    return (items as Notice[]).filter(({ subject }) => subject === 'handed-over');
  }

  it('is told at the opening what his own body is to do, by when and where, and nothing of those below', async () => {
    const told = await handedTo(handOvers.officer);
    expect(told).toMatchObject([{ kind: 'organisation-run', runId: handOvers.organisationRunId }]);
    expect(present(told[0]).sentence).toMatch(/ 2020年度：制定年度计划，请办理；年度计划（2020年6月30日到期）$/);
    expect(await handedTo(first.secretary)).toEqual([]);
  });

  it('is told in both directions, with the date that waits for him, and not what he did himself', async () => {
    await handOvers.survey(first);
    const [down] = await handedTo(first.secretary);
    expect(down).toMatchObject({ kind: 'branch-run', runId: first.runId });
    expect(down?.sentence).toMatch(/支部填报摸底，请办理；摸底调研（2020年5月31日到期）$/);
    expect(down?.sentenceEn).toMatch(/writing the survey, it is your turn; survey \(due on 2020-05-31\)$/);
    const up = (await handedTo(handOvers.officer)).filter(({ runId }) => runId === first.runId);
    expect(up.map(({ sentence }) => sentence)).toEqual([expect.stringMatching(/待确认摸底，请办理；摸底调研/)]);
  });

  it('gets what comes of one matter on one day together', async () => {
    await handOvers.survey(second);
    const up = (await handedTo(handOvers.officer)).filter(({ kind }) => kind === 'branch-run');
    expect(up).toHaveLength(2);
    expect(new Set(up.map(({ deliveryId }) => deliveryId)).size).toBe(1);
  });

  it('is told once for all branches where a list of theirs is handed over', async () => {
    await handOvers.planOrganisation(handOvers.branches);
    for (const branch of handOvers.branches) await handOvers.planBranch(branch);
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of handOvers.branches) {
      await handOvers.apply(branch);
      await handOvers.assess(branch);
    }
    const steps = (await handedTo(first.secretary)).map(({ sentence }) => /：(.*)，请办理/.exec(sentence)?.[1]);
    expect(steps.toSorted()).toEqual(['按清单整改', '支部填报摸底', '支部制定计划'].toSorted());
    const [judge] = handOvers.assessors;
    const judged = (await handedTo(present(judge))).map(({ sentence }) => sentence);
    expect(judged).toHaveLength(2);
    expect(judged[0]).toMatch(/对标评估，请办理；对标评估（2020年11月15日到期）$/);
    await handOvers.submitConclusions();
    await handOvers.untilBranchesAre('deciding', [first]);
    expect(await handedTo(handOvers.recorder)).toEqual([]);
    await handOvers.decide();
    const filing = (await handedTo(handOvers.officer)).filter(({ sentence }) => sentence.includes('待报备案'));
    expect(filing).toMatchObject([{ kind: 'organisation-run' }]);
    await handOvers.sendFiling();
    const committee = await handedTo(present(handOvers.committee[0]));
    expect(committee.map(({ sentence }) => sentence)).toEqual([
      expect.stringMatching(/待登记备案，请办理；登记备案（.*到期）$/),
    ]);
  });
});
