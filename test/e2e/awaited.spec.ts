import type { Instant } from '@app/domain';
import { PersonEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';
import { BELOW_THE_MARK } from '../support/sheets';

interface Awaited {
  readonly kind: string;
  readonly dueDate: string;
  readonly workdaysLeft: number;
  readonly light: string;
}

describe('by which date a branch is waited for', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  let handOvers: HandOvers;
  let first: BranchWithRun, failed: BranchWithRun, later: BranchWithRun;
  beforeAll(async () => {
    world = await LocalWorld.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 3, seed: 5 }) });
    http = await HttpWorld.open(world);
    handOvers = await HandOvers.of(world);
    [first, failed, later] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun, BranchWithRun];
    await handOvers.openRound();
  }, 240_000);
  afterAll(async () => {
    await http?.close();
    await world?.close();
  });

  const get = async (person: string, path: string) => (await http.send(person, 'get', { path })).body;
  const explained = ({ runId }: BranchWithRun) => get('GW11', `/branch-runs/${runId}/explain`);

  async function secretaryOf({ secretary: { personId: id } }: BranchWithRun): Promise<string> {
    return (await world.dataSource.manager.findOneByOrFail(PersonEntity, { id })).code;
  }

  async function tasksOf(branch: BranchWithRun): Promise<unknown[]> {
    return (await get(await secretaryOf(branch), '/me/tasks')).items;
  }

  /** Whether its secretary is offered to apply: not at all, as it comes, or as a late entry. */
  async function application(branch: BranchWithRun): Promise<'none' | 'now' | 'late'> {
    const run = await get(await secretaryOf(branch), `/branch-runs/${branch.runId}`);
    if (!(run.allowedActions as string[]).includes('submitAssessment')) return 'none';
    return (run.lateEntryActions as string[]).includes('submitAssessment') ? 'late' : 'now';
  }

  /** What the list, the branch and its explanation say: one thing; of its own dates too. */
  async function awaited(branch: BranchWithRun): Promise<Awaited | null> {
    const { awaited: told, light, nextNeededOn } = await explained(branch);
    expect(await get('GW11', `/branch-runs/${branch.runId}`)).toMatchObject({ awaited: told, light });
    const { items } = await get('GW11', '/branch-runs?year=2020');
    expect((items as { id: string }[]).find(({ id }) => id === branch.runId)).toMatchObject({ awaited: told, light });
    expect(nextNeededOn).toBe((told as Awaited | null)?.dueDate ?? null);
    return told;
  }

  it('is the date of the survey while it is asked and written', async () => {
    await handOvers.goTo('2020-05-28T02:00:00.000Z');
    const may = { kind: 'survey', dueDate: '2020-05-31', workdaysLeft: 1, light: 'near' };
    expect(await awaited(first)).toEqual(may);
    await handOvers.say(handOvers.officer, first.workflowId, { name: 'openSurvey' });
    const secretary = await world.dataSource.manager.findOneByOrFail(PersonEntity, { id: first.secretary.personId });
    expect(await get(secretary.code, `/branch-runs/${first.runId}/explain`)).toMatchObject({
      step: 'survey-writing',
      nextNeededOn: '2020-05-31',
      light: 'near',
      awaited: { light: 'near' },
    });
    await handOvers.goTo('2020-06-01T02:00:00.000Z' satisfies Instant);
    expect(await awaited(first)).toEqual({ ...may, workdaysLeft: -1, light: 'late' });
    expect(await explained(first)).toMatchObject({ light: 'late' });
    const { items: told } = await get(secretary.code, '/me/notices?limit=200');
    expect(
      (told as { deadlineKind: string; rung: string | null }[]).map(({ deadlineKind, rung }) => [deadlineKind, rung]),
    ).toEqual([
      ['survey', '-1'],
      ['survey', null], // it was handed over to him
    ]);
    await handOvers.submitSurvey(first);
    const input = { surveyClass: 'middle' };
    await handOvers.say(handOvers.officer, first.workflowId, { name: 'confirmSurvey', input });
    expect(await awaited(first)).toMatchObject({ kind: 'organisation-plan', dueDate: '2020-06-30' });
  });

  it('is the branch’s own as long as it has one, then its organisation’s', async () => {
    await handOvers.survey(failed);
    await handOvers.survey(later);
    await handOvers.planOrganisation(handOvers.branches, [later]);
    expect(await awaited(failed)).toMatchObject({ kind: 'branch-plan', dueDate: '2020-06-30' });
    for (const branch of handOvers.branches) await handOvers.planBranch(branch);
    expect(await awaited(first)).toMatchObject({ kind: 'apply', dueDate: '2020-10-15' });
    expect(await awaited(later)).toBeNull();
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of [first, failed]) await handOvers.apply(branch);
    expect(await awaited(first)).toMatchObject({ kind: 'assess', dueDate: '2020-11-15' });
    await handOvers.assess(first);
    expect(await awaited(first)).toMatchObject({ kind: 'assessment', dueDate: '2020-11-30', light: 'on-track' });
  });

  it('a branch that failed sees what it lacked, and until when its round takes it again', async () => {
    await handOvers.assess(failed, BELOW_THE_MARK);
    const story = await explained(failed);
    expect(story).toMatchObject({ step: 'rectifying', nextNeededOn: '2020-11-30', awaited: { light: 'on-track' } });
    expect(story).toMatchObject({ appliesUntil: '2020-11-30' });
    expect(story.gaps.length).toBeGreaterThan(0);
    for (const gap of story.gaps as { indicator: string; name: string }[]) {
      expect(gap.name).toMatch(/^\p{Script=Han}/u);
    }
    expect(await tasksOf(failed)).toMatchObject([{ action: { name: 'submitAssessment' }, dueDate: '2020-11-30' }]);
    await handOvers.goTo('2020-11-30T02:00:00.000Z');
    expect(await application(failed)).toBe('now');
    await handOvers.goTo('2020-12-01T02:00:00.000Z');
    expect(await explained(failed)).toMatchObject({ awaited: { workdaysLeft: -1, light: 'late' } });
  });

  it('… and is asked for nothing from the day after', async () => {
    expect(await tasksOf(failed)).toEqual([]);
  });

  it('… what it did in time may be entered late, and is offered as that', async () => {
    expect(await application(failed)).toBe('late');
    await expect(handOvers.apply(failed)).rejects.toMatchObject({ code: 'assessment-over' });
  });

  it('an organisation sees its own: list, decision and filing in turn', async () => {
    const own = async () => (await get('GW11', '/organisation-runs?year=2020')).items[0].awaited as Awaited;
    expect(await own()).toMatchObject({ kind: 'assessment', dueDate: '2020-11-30', light: 'late' });
    await handOvers.submitConclusions();
    await handOvers.untilBranchesAre('deciding', [first]);
    expect(await own()).toMatchObject({ kind: 'decision' });
    expect(await awaited(first)).toMatchObject({ kind: 'decision', light: 'late' });
    expect(await explained(failed)).toMatchObject({ awaited: null, appliesUntil: '2020-11-30' });
    expect(await explained(first)).toMatchObject({ appliesUntil: null });
  });

  it('what cannot be entered late any more is not offered, nor a round before its first day', async () => {
    await handOvers.goTo('2020-12-15T02:00:00.000Z');
    expect(await application(failed)).toBe('none');
    const { allowedActions } = await get('GW11', `/campaigns/${world.campaignId}`);
    expect(allowedActions).not.toContain('openRound');
  });
});
