import { DocumentEntity, DocumentVersionEntity, ProcessEventEntity } from '@app/persistence';
import type { BranchWithRun, Officeholder } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { present } from '../support/present';
import { World } from '../support/world';

const NOBODY = '0000000000000000';
const reason = '样例';

interface Faults {
  readonly errors?: readonly { readonly pointer: string; readonly code?: string }[];
}

describe('drafts and returns that name what there is not', () => {
  let world: World;
  let handOvers: HandOvers;
  let http: HttpWorld;
  let branch: BranchWithRun;
  let other: BranchWithRun;

  beforeAll(async () => {
    world = await World.open();
    handOvers = await HandOvers.of(world);
    http = await HttpWorld.open(world);
    await handOvers.openRound();
    [branch, other] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun];
    for (const one of handOvers.branches)
      await handOvers.say(handOvers.officer, one.workflowId, { name: 'openSurvey' });
  }, 240_000);
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  const codeOf = async (officeholder: Officeholder) => {
    const sql = 'SELECT code FROM people WHERE id = ?';
    return present((await world.dataSource.query<{ code: string }[]>(sql, [officeholder.personId]))[0]).code;
  };
  const stored = async () => {
    const { manager } = world.dataSource;
    const entities = [DocumentEntity, DocumentVersionEntity, ProcessEventEntity];
    return Promise.all(entities.map((entity) => manager.count(entity)));
  };

  /** Saves a draft through the API. */
  async function save(officeholder: Officeholder, path: string, body: object) {
    const person = await codeOf(officeholder);
    const { etag } = (await http.send(person, 'get', { path })).body as { etag: string };
    return http.send(person, 'put', { path, body, headers: { 'if-match': etag } });
  }

  /** What a draft is refused for; nothing is stored. */
  async function refused(officeholder: Officeholder, path: string, body: object): Promise<string[]> {
    const before = await stored();
    const answer = await save(officeholder, path, body);
    expect(answer.status).toBe(400);
    expect(await stored()).toEqual(before);
    return ((answer.body as Faults).errors ?? []).map(({ pointer }) => pointer);
  }

  it('survey: an unknown dimension and one answered twice; one that is not finished is kept', async () => {
    const { id } = await handOvers.newest(branch.runId, 'survey');
    const answer = (dimension: string) => ({ dimension, found: false });
    const answers = [answer('D1'), answer('D9'), answer('D1')];
    expect(await refused(branch.secretary, `/surveys/${id}`, { answers })).toEqual([
      '/answers/1/dimension',
      '/answers/2/dimension',
    ]);
    expect((await save(branch.secretary, `/surveys/${id}`, { answers: [answer('D1')] })).status).toBe(200);
  });

  it('plan: a branch of others, a person nobody knows, dates of 2031', async () => {
    const { id } = await handOvers.newest(handOvers.organisationRunId, 'organisation-plan');
    const body = {
      branches: [{ branchId: NOBODY, target: 'this-year' }],
      responsible: [handOvers.officer.personId, NOBODY],
      dates: { applyBy: '2020-10-15', ballotBy: '2020-10-30', assessBy: '2031-11-15' },
    };
    expect(await refused(handOvers.officer, `/organisation-plans/${id}`, body)).toEqual([
      '/branches/0/branchId',
      '/responsible/1',
      '/dates/assessBy',
    ]);
    const unfinished = { branches: [], responsible: [], dates: null };
    expect((await save(handOvers.officer, `/organisation-plans/${id}`, unfinished)).status).toBe(200);
  });

  it('return of a survey: remarks on parts that are there, or on the whole', async () => {
    await handOvers.submitSurvey(other);
    const { id } = await handOvers.newest(other.runId, 'survey');
    const officer = await codeOf(handOvers.officer);
    const sendBack = (...pointers: string[]) => {
      const lines = pointers.map((pointer) => ({ pointer, text: '请补正' }));
      return http.send(officer, 'post', { path: `/surveys/${id}/return`, body: { lines } });
    };
    const before = await stored();
    const { status, body } = await sendBack('', '/foo', '/answers/99');
    expect([status, (body as Faults).errors?.map(({ pointer }) => pointer)]).toEqual([
      400,
      ['/lines/1/pointer', '/lines/2/pointer'],
    ]);
    expect(await stored()).toEqual(before);
    expect((await sendBack('', '/answers/0/note')).body).toMatchObject({ step: 'survey-writing' });
    await handOvers.submitSurvey(other);
  });

  it('survey opened twice: refused with both steps in words', async () => {
    const asked = { body: { branchRunId: branch.runId } };
    const { body } = await http.send(await codeOf(handOvers.officer), 'post', { path: '/surveys', ...asked });
    expect(body).toMatchObject({
      code: 'wrong-step',
      detail: '现处“支部填报摸底”环节，此项须在“待部署摸底”环节办理',
    });
  });

  it('measure: due before it is planned, or in 2031', async () => {
    const secretary = await codeOf(branch.secretary);
    const line = { branchId: branch.id, dimension: 'D1', description: '样例' };
    const entered = await http.send(secretary, 'post', { path: '/problems', body: line });
    const problem = present((entered.body as { ids: string[] }).ids[0]);
    const plan = (dueDate: string) => {
      const body = { measure: '补齐', ownerId: branch.secretary.personId, dueDate };
      return http.send(secretary, 'post', { path: `/problems/${problem}/plan`, body });
    };
    for (const dueDate of ['2020-05-05', '2031-01-01']) {
      expect((await plan(dueDate)).body).toMatchObject({ status: 400, errors: [{ pointer: '/dueDate' }] });
    }
    expect((await plan('2020-05-06')).body).toMatchObject({ state: 'owned' });
  });

  it('sheet: an unknown indicator, a rule that is none, thirty times what is spent after a few', async () => {
    await handOvers.submitSurvey(branch);
    for (const one of handOvers.branches) {
      await handOvers.say(handOvers.officer, one.workflowId, {
        name: 'confirmSurvey',
        input: { surveyClass: 'middle' },
      });
    }
    await handOvers.planOrganisation();
    await handOvers.planBranch(other);
    await handOvers.untilBranchesAre('building', [other]);
    const { id } = await handOvers.newest(other.runId, 'self-assessment');
    const deductions = [
      { indicator: 'D9.9', rule: 0, times: 1, reason },
      { indicator: 'D1.1', rule: 99, times: 1, reason },
      { indicator: 'D1.2', rule: 1, times: 30, reason },
    ];
    expect(
      await refused(other.secretary, `/assessments/${id}`, {
        deductions,
        notApplicable: [{ indicator: 'D0.0', reason }],
      }),
    ).toEqual(['/deductions/0/indicator', '/deductions/1/rule', '/deductions/2/times', '/notApplicable/0/indicator']);
  });
});
