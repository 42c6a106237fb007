import { DocumentEntity, DocumentVersionEntity, ProcessEventEntity } from '@app/persistence';
import { type BranchAtHand, type Hand, Hands, present } from '../support/hands';
import { HttpWorld } from '../support/http';
import { World } from '../support/world';

const NOBODY = '00000000-0000-4000-8000-000000000000';
const reason = '样例';

interface Faults {
  readonly errors?: readonly { readonly pointer: string; readonly code?: string }[];
}

describe('drafts and returns that name what there is not', () => {
  let world: World;
  let hands: Hands;
  let http: HttpWorld;
  let branch: BranchAtHand;
  let other: BranchAtHand;

  beforeAll(async () => {
    world = await World.open();
    hands = await Hands.of(world);
    http = await HttpWorld.open(world);
    await hands.openRound();
    [branch, other] = hands.branches.map(present) as [BranchAtHand, BranchAtHand];
    for (const one of hands.branches) await hands.say(hands.officer, one.workflowId, 'openSurvey');
  }, 240_000);
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  const codeOf = async (hand: Hand) => {
    const sql = 'SELECT code FROM people WHERE id = ?';
    return present((await world.dataSource.query<{ code: string }[]>(sql, [hand.personId]))[0]).code;
  };
  const stored = async () => {
    const { manager } = world.dataSource;
    const entities = [DocumentEntity, DocumentVersionEntity, ProcessEventEntity];
    return Promise.all(entities.map((entity) => manager.count(entity)));
  };

  /** Saves a draft through the API. */
  async function save(hand: Hand, resource: string, id: string, body: object) {
    const person = await codeOf(hand);
    const { etag } = (await http.send(person, 'get', `/${resource}/${id}`)).body as { etag: string };
    return http.send(person, 'put', `/${resource}/${id}`, { body, headers: { 'if-match': etag } });
  }

  /** What a draft is refused for; nothing is stored. */
  async function refused(hand: Hand, resource: string, id: string, body: object): Promise<string[]> {
    const before = await stored();
    const answer = await save(hand, resource, id, body);
    expect(answer.status).toBe(400);
    expect(await stored()).toEqual(before);
    return ((answer.body as Faults).errors ?? []).map(({ pointer }) => pointer);
  }

  it('survey: an unknown dimension and one answered twice; one that is not finished is kept', async () => {
    const { id } = await hands.newest(branch.runId, 'survey');
    const answer = (dimension: string) => ({ dimension, found: false });
    const answers = [answer('D1'), answer('D9'), answer('D1')];
    expect(await refused(branch.secretary, 'surveys', id, { answers })).toEqual([
      '/answers/1/dimension',
      '/answers/2/dimension',
    ]);
    expect((await save(branch.secretary, 'surveys', id, { answers: [answer('D1')] })).status).toBe(200);
  });

  it('plan: a branch of others, a person nobody knows, dates of 2031', async () => {
    const { id } = await hands.newest(hands.organisationRunId, 'organisation-plan');
    const body = {
      branches: [{ branchId: NOBODY, target: 'this-year' }],
      responsible: [hands.officer.personId, NOBODY],
      dates: { applyBy: '2020-10-15', ballotBy: '2020-10-30', assessBy: '2031-11-15' },
    };
    expect(await refused(hands.officer, 'organisation-plans', id, body)).toEqual([
      '/branches/0/branchId',
      '/responsible/1',
      '/dates/assessBy',
    ]);
    const unfinished = { branches: [], responsible: [], dates: null };
    expect((await save(hands.officer, 'organisation-plans', id, unfinished)).status).toBe(200);
  });

  it('return of a survey: remarks on parts that are there, or on the whole', async () => {
    await hands.submitSurvey(other);
    const { id } = await hands.newest(other.runId, 'survey');
    const officer = await codeOf(hands.officer);
    const sendBack = (...pointers: string[]) => {
      const lines = pointers.map((pointer) => ({ pointer, text: '请补正' }));
      return http.send(officer, 'post', `/surveys/${id}/return`, { body: { lines } });
    };
    const before = await stored();
    const { status, body } = await sendBack('', '/foo', '/answers/99');
    expect([status, (body as Faults).errors?.map(({ pointer }) => pointer)]).toEqual([
      400,
      ['/lines/1/pointer', '/lines/2/pointer'],
    ]);
    expect(await stored()).toEqual(before);
    expect((await sendBack('', '/answers/0/note')).body).toMatchObject({ step: 'survey-writing' });
    await hands.submitSurvey(other);
  });

  it('survey opened twice: refused with both steps in words', async () => {
    const asked = { body: { branchRunId: branch.runId } };
    const { body } = await http.send(await codeOf(hands.officer), 'post', '/surveys', asked);
    expect(body).toMatchObject({
      code: 'wrong-step',
      detail: '现处“支部填报摸底”环节，此项须在“待部署摸底”环节办理',
    });
  });

  it('measure: due before it is planned, or in 2031', async () => {
    const secretary = await codeOf(branch.secretary);
    const line = { branchId: branch.id, dimension: 'D1', description: '样例' };
    const entered = await http.send(secretary, 'post', '/problems', { body: line });
    const problem = present((entered.body as { ids: string[] }).ids[0]);
    const plan = (dueDate: string) => {
      const body = { measure: '补齐', ownerId: branch.secretary.personId, dueDate };
      return http.send(secretary, 'post', `/problems/${problem}/plan`, { body });
    };
    for (const dueDate of ['2020-05-05', '2031-01-01']) {
      expect((await plan(dueDate)).body).toMatchObject({ status: 400, errors: [{ pointer: '/dueDate' }] });
    }
    expect((await plan('2020-05-06')).body).toMatchObject({ state: 'owned' });
  });

  it('sheet: an unknown indicator, a rule that is none, thirty times what is spent after a few', async () => {
    await hands.submitSurvey(branch);
    for (const one of hands.branches) {
      await hands.say(hands.officer, one.workflowId, 'confirmSurvey', { surveyClass: 'middle' });
    }
    await hands.planOrganisation();
    await hands.planBranch(other);
    await hands.untilBranchesAre('building', [other]);
    const { id } = await hands.newest(other.runId, 'self-assessment');
    const deductions = [
      { indicator: 'D9.9', rule: 0, times: 1, reason },
      { indicator: 'D1.1', rule: 99, times: 1, reason },
      { indicator: 'D1.2', rule: 1, times: 30, reason },
    ];
    expect(
      await refused(other.secretary, 'assessments', id, {
        deductions,
        notApplicable: [{ indicator: 'D0.0', reason }],
      }),
    ).toEqual(['/deductions/0/indicator', '/deductions/1/rule', '/deductions/2/times', '/notApplicable/0/indicator']);
  });
});
