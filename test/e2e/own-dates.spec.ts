import { DeadlineEntity, listOwnDates, officesHeldBy, type OwnDateEntry, PersonEntity } from '@app/persistence';
import type { BranchWithRun, Officeholder } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';
import { rosterWithMember } from '../support/roster-with-member';

const MEMBER = 'HC0001-P01';

/** What a calendar feed is written from, over a branch's year. */
describe('whose dates are whose', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  let handOvers: HandOvers;
  let first: BranchWithRun;
  let owner: Officeholder;
  beforeAll(async () => {
    world = await LocalWorld.open({ key: 'own-dates', roster: rosterWithMember(MEMBER) });
    http = await HttpWorld.open(world);
    handOvers = await HandOvers.of(world);
    await handOvers.openRound();
    first = present(handOvers.branches[0]);
    const { id: personId } = await world.dataSource.manager.findOneByOrFail(PersonEntity, { code: MEMBER });
    owner = { role: 'assessor', personId };
  }, 240_000);
  afterAll(async () => {
    await http?.close();
    await world?.close();
  });

  const datesOf = async ({ personId }: Officeholder) => {
    const { manager } = world.dataSource;
    const { campaignId } = world;
    const { offices } = await officesHeldBy(manager, { personId, campaignId });
    return listOwnDates(manager, { campaignId, personId, offices }, handOvers.now);
  };
  const ofKind = async (who: Officeholder, kind: OwnDateEntry['kind']) =>
    (await datesOf(who)).filter((entry) => entry.kind === kind);
  const codeOf = async ({ personId }: Officeholder) =>
    (await world.dataSource.manager.findOneByOrFail(PersonEntity, { id: personId })).code;
  const problem = async (by: Officeholder, path: string, body: object) => {
    const answer = await http.send(await codeOf(by), 'post', { path: `/problems${path}`, body });
    expect(answer.status).toBeLessThan(300);
    return answer.body as { readonly ids: string[] };
  };

  it('a branch’s own is one entry that leads to it; its officer has one for all branches of a day', async () => {
    for (const branch of handOvers.branches) await handOvers.survey(branch);
    await handOvers.planOrganisation();
    const own = present((await ofKind(first.secretary, 'branch-plan'))[0]);
    const { id } = await world.dataSource.manager.findOneByOrFail(DeadlineEntity, {
      runId: first.runId,
      kind: 'branch-plan',
    });
    const run = { kind: 'branch-run', id: first.runId };
    expect(own).toMatchObject({ id, count: 1, dueDate: '2020-06-30', seenFrom: 'branch', seenFromName: null, run });
    const all = { count: handOvers.branches.length, seenFrom: 'organisation', run: null };
    const folded = await ofKind(handOvers.officer, 'branch-plan');
    expect(folded).toMatchObject([{ ...all, body: 'branch', dueDate: '2020-06-30' }]);
    expect(folded[0]?.id).not.toBe(id);
    expect(await ofKind(present(handOvers.committee[0]), 'branch-plan')).toEqual([]);
    await handOvers.planBranch(first);
    expect(await ofKind(first.secretary, 'branch-plan')).toEqual([]);
    expect(await ofKind(handOvers.officer, 'branch-plan')).toMatchObject([{ count: all.count - 1 }]);
  });

  it('a problem’s date is its owner’s and his secretary’s, and the office’s above only once it is raised', async () => {
    expect(await ofKind(owner, 'problem')).toEqual([]);
    const entered = { branchId: first.id, dimension: 'D1', description: '制度未上墙' };
    const [id = ''] = (await problem(first.secretary, '', entered)).ids;
    const planned = { measure: '补齐', ownerId: owner.personId, dueDate: '2020-09-30' };
    await problem(first.secretary, `/${id}/plan`, planned);
    const [own] = await ofKind(owner, 'problem');
    expect(own).toMatchObject({ count: 1, dueDate: '2020-09-30', seenFrom: null, run: null });
    expect(await ofKind(first.secretary, 'problem')).toMatchObject([{ id: own?.id }]);
    expect(await ofKind(handOvers.officer, 'problem')).toEqual([]);
    await problem(first.secretary, `/${id}/raise`, { reason: '须统一安排场地' });
    expect(await ofKind(owner, 'problem')).toEqual([]);
    expect(await ofKind(handOvers.officer, 'problem')).toMatchObject([{ id: own?.id, count: 1 }]);
  });
});
