import { spotCheckWorkflowId } from '@app/contracts';
import {
  BranchRunEntity,
  DocumentEntity,
  DocumentOpeningEntity,
  idOf,
  PersonEntity,
  RecheckEntity,
} from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun, Officeholder } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { present } from '../support/present';
import { BELOW_THE_MARK, DIMENSIONS, SHEET } from '../support/sheets';
import { World } from '../support/world';

const FIRST = 'HC0001-P01';
const SECOND = 'HC0001-P02';
/** An assessor who is a member of the branch that is assessed. */
const MEMBER = 'HC0001-P03';
const SECRETARY = 'HC0001-001-01';
const UNTOUCHED = { deductions: [], notApplicable: [], remark: '' };

interface Sheet {
  readonly id: string;
  readonly digest: string;
  readonly etag: string;
  readonly authorId: string | null;
  readonly version: number;
  readonly body: { readonly confirmed?: readonly string[] };
}

describe('whose hands are on a score sheet (苏委工〔2020〕6号 三.4)', () => {
  let world: World;
  let handOvers: HandOvers;
  let http: HttpWorld;
  let branch: BranchWithRun;
  let other: BranchWithRun;
  let sheetId: string;
  const codes = new Map<string, string>();

  beforeAll(async () => {
    const roster = syntheticRoster({ organisations: 1, branchesEach: 2, seed: 1 });
    const people = roster.people.map((person) =>
      person.code === MEMBER ? { ...person, branchCode: 'HC0001-001' } : person,
    );
    world = await World.open({ roster: { ...roster, people } });
    handOvers = await HandOvers.of(world);
    http = await HttpWorld.open(world);
    [branch, other] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun];
    for (const { id, code } of await world.dataSource.query<{ id: string; code: string }[]>(
      'SELECT id, code FROM people',
    ))
      codes.set(code, id);
    await handOvers.openRound();
    await handOvers.surveyAndPlan();
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const one of handOvers.branches) await handOvers.apply(one);
    sheetId = (await handOvers.newest(branch.runId, 'superior-assessment')).id;
  }, 240_000);
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  const db = () => world.dataSource.manager;
  const rowOf = ({ runId }: BranchWithRun) => db().findOneByOrFail(BranchRunEntity, { id: runId });
  const codeOf = ({ personId }: Officeholder) => present([...codes].find(([, id]) => id === personId))[0];
  const nameOf = async (code: string) => (await db().findOneByOrFail(PersonEntity, { code })).name;
  const read = async (person: string, id = sheetId) =>
    (await http.send(person, 'get', { path: `/assessments/${id}` })).body as Sheet;
  const save = async (person: string, body: object, { id = sheetId, reader = person } = {}) => {
    const { etag } = await read(reader, id);
    return http.send(person, 'put', { path: `/assessments/${id}`, body, headers: { 'if-match': etag } });
  };
  const open = (
    person: string,
    digest: string,
    { id = sheetId, confirmed = undefined as readonly string[] | undefined } = {},
  ) =>
    http.send(person, 'post', { path: `/assessments/${id}/open`, body: { digest, ...(confirmed && { confirmed }) } });
  const sign = (person: string, digest: string, { verb = 'sign', id = sheetId } = {}) =>
    http.send(person, 'post', { path: `/assessments/${id}/${verb}`, body: { digest } });
  const items = async <T>(person: string, path: string) =>
    ((await http.send(person, 'get', { path })).body as { items: T[] }).items;
  const tasks = async (person: string) => (await items<{ id: string }>(person, '/me/tasks')).map(({ id }) => id);
  const explained = async () => {
    const { body } = await http.send(FIRST, 'get', { path: `/branch-runs/${branch.runId}/explain` });
    return (body as { waitingOn: { persons: string[] } }).waitingOn.persons;
  };

  it.each([
    ['reads', (who: string) => http.send(who, 'get', { path: `/assessments/${sheetId}` }), 'forbidden'],
    [
      'reads earlier savings of',
      (who: string) => http.send(who, 'get', { path: `/assessments/${sheetId}/versions` }),
      'forbidden',
    ],
    ['opens', async (who: string) => open(who, (await read(FIRST)).digest), 'forbidden'],
    ['saves', (who: string) => save(who, SHEET, { id: sheetId, reader: FIRST }), 'own-branch'],
    ['signs', async (who: string) => sign(who, (await read(FIRST)).digest), 'own-branch'],
  ] as const)('a member of the branch who is an assessor too never %s its open sheet', async (_, act, code) => {
    expect((await act(MEMBER)).body).toMatchObject({ status: 403, code });
    expect(await db().findOneByOrFail(DocumentEntity, { id: sheetId })).toMatchObject({ version: 0, authorId: null });
  });

  it('nobody of the branch finds it listed, and nobody of it is offered or asked to judge', async () => {
    const kinds = async (who: string) =>
      (await items<{ kind: string }>(who, `/branch-runs/${branch.runId}/documents`)).map(({ kind }) => kind);
    expect(await kinds(SECRETARY)).not.toContain('superior-assessment');
    expect(await kinds(MEMBER)).not.toContain('superior-assessment');
    expect(await kinds(FIRST)).toContain('superior-assessment');
    const actions = async (who: string, { runId }: BranchWithRun) =>
      ((await http.send(who, 'get', { path: `/branch-runs/${runId}` })).body as { allowedActions: string[] })
        .allowedActions;
    expect(await actions(MEMBER, branch)).toEqual([]);
    expect(await actions(MEMBER, other)).toEqual(['signAssessment']);
    expect(await actions(FIRST, branch)).toEqual(['signAssessment']);
    expect(await tasks(MEMBER)).toEqual([other.runId]);
    expect((await tasks(FIRST)).sort()).toEqual([branch.runId, other.runId].sort());
    expect((await explained()).join()).not.toContain('03');
    expect(await explained()).toHaveLength(2);
  });

  it('an unopened, an untouched, and a half-confirmed sheet are signed by nobody', async () => {
    const { digest: blank } = await read(FIRST);
    expect((await sign(FIRST, blank)).body).toMatchObject({ status: 409, code: 'sheet-unopened' });
    expect((await open(FIRST, blank)).body).toMatchObject({ version: 0, confirmed: [] });
    expect((await sign(FIRST, blank)).body).toMatchObject({ status: 409, code: 'sheet-unconfirmed' });
    expect((await open(FIRST, '0'.repeat(64))).body).toMatchObject({ status: 409, code: 'digest-mismatch' });
    expect((await open(FIRST, blank, { confirmed: ['D1', 'D9'] })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/confirmed/1' }],
    });
    const { digest } = (await save(FIRST, UNTOUCHED)).body as Sheet;
    expect((await sign(FIRST, digest)).body).toMatchObject({ status: 409, code: 'sheet-unconfirmed' });
    const half = (await open(FIRST, digest, { confirmed: DIMENSIONS.slice(1) })).body as { unconfirmed: string[] };
    expect(half.unconfirmed.length).toBeGreaterThan(0);
    expect(half.unconfirmed.every((id) => id.startsWith('D1.'))).toBe(true);
    expect((await sign(FIRST, digest)).body).toMatchObject({ code: 'sheet-unconfirmed' });
    expect((await rowOf(branch)).step).toBe('assessing');
  });

  it('who signs has opened this version; a colleague who did not, does not', async () => {
    const { digest } = (await save(FIRST, { ...SHEET, remark: '评估' })).body as Sheet;
    expect((await sign(SECOND, digest)).body).toMatchObject({ status: 409, code: 'sheet-unopened' });
    expect((await sign(FIRST, digest)).body).toMatchObject({ step: 'countersigning', allowedActions: [] });
  });

  it('half signed it is still not for the branch, by no route', async () => {
    expect((await http.send(SECRETARY, 'get', { path: `/assessments/${sheetId}` })).body).toMatchObject({
      code: 'forbidden',
    });
    const { body } = await http.send(SECRETARY, 'get', { path: `/branch-runs/${branch.runId}` });
    expect(body).toMatchObject({ step: 'countersigning', superiorScore: null });
    const lines = await items<{ type: string; payload: object }>(SECRETARY, `/branch-runs/${branch.runId}/timeline`);
    const signed = present(lines.find(({ type }) => type === 'assessment-signed'));
    expect(Object.keys(signed.payload).sort()).toEqual(['assessor', 'at']);
    expect(await tasks(FIRST)).toEqual([other.runId]);
    expect(await explained()).toHaveLength(1);
  });

  it('the second signs the same version, opened and confirmed by himself', async () => {
    const { digest } = await read(SECOND);
    expect((await sign(SECOND, digest, { verb: 'countersign' })).body).toMatchObject({ code: 'sheet-unopened' });
    const twice = [await open(SECOND, digest), await open(SECOND, digest)].map(({ body }) => body as object);
    expect(twice[0]).toEqual(twice[1]);
    expect((await sign(SECOND, digest, { verb: 'countersign' })).body).toMatchObject({ code: 'sheet-unconfirmed' });
    expect((await open(SECOND, digest, { confirmed: DIMENSIONS })).body).toMatchObject({ unconfirmed: [] });
    expect((await sign(SECOND, digest, { verb: 'countersign' })).body).toMatchObject({ step: 'listing' });
    expect((await http.send(SECRETARY, 'get', { path: `/assessments/${sheetId}` })).status).toBe(200);
    const versions = await http.send(SECRETARY, 'get', { path: `/assessments/${sheetId}/versions` });
    expect(versions.body).toMatchObject({ status: 403 });
    expect(await items('XC01', `/assessments/${sheetId}/versions`)).toHaveLength(3);
    expect(await db().countBy(DocumentOpeningEntity, { documentId: sheetId })).toBe(4);
  });

  it('a carried-over version names whose it was, is confirmed anew, and is signed by nobody if the branch wrote it', async () => {
    const first = await handOvers.newest(other.runId, 'superior-assessment');
    const sheet = { ...SHEET, remark: '初评' };
    expect((await save(FIRST, sheet, { id: first.id })).body).toMatchObject({ version: 1, authorId: codes.get(FIRST) });
    const body = { lines: [{ pointer: '', text: '请补正' }] };
    const self = await handOvers.newest(other.runId, 'self-assessment');
    await http.send(codeOf(handOvers.officer), 'post', { path: `/assessments/${self.id}/return`, body });
    expect(await handOvers.newest(other.runId, 'self-assessment')).toMatchObject({
      authorId: other.secretary.personId,
      body: { confirmed: [] },
    });
    await handOvers.applyAgain(other);
    const carried = await handOvers.newest(other.runId, 'superior-assessment');
    expect(carried).toMatchObject({ no: 2, authorId: codes.get(FIRST), body: { confirmed: [], remark: '初评' } });
    const again = (await save(FIRST, carried.body as object, { id: carried.id })).body as Sheet;
    expect(again).toMatchObject({ digest: carried.digest, version: carried.version });
    expect((await sign(FIRST, again.digest, { verb: 'sign', id: carried.id })).body).toMatchObject({
      code: 'sheet-unconfirmed',
    });
    expect((await open(FIRST, again.digest, { confirmed: ['D1'], id: carried.id })).body).toMatchObject({
      confirmed: ['D1'],
    });
    await save(FIRST, carried.body as object, { id: carried.id });
    expect((await open(FIRST, again.digest, { id: carried.id })).body).toMatchObject({ confirmed: ['D1'] });

    const planted = await handOvers.draft(other.runId, 'superior-assessment', {
      body: { ...SHEET, remark: '自己写' },
      author: other.secretary,
    });
    await open(FIRST, planted.digest, { confirmed: DIMENSIONS, id: carried.id });
    expect((await sign(FIRST, planted.digest, { verb: 'sign', id: carried.id })).body).toMatchObject({
      code: 'own-branch',
    });
    const saved = (await save(FIRST, { ...SHEET, remark: '自己写' }, { id: carried.id })).body as Sheet;
    expect(saved).toMatchObject({ version: 2, authorId: codes.get(FIRST) });
  });

  it('not applicable on the own sheet earns nothing until the sheet of the superior says the same', async () => {
    const excused = { notApplicable: [{ indicator: 'D1.6', reason: '无党小组' }] };
    await handOvers.say(handOvers.officer, other.workflowId, {
      name: 'returnAssessment',
      input: await handOvers.remark(other.runId, 'again'),
    });
    const self = { ...SHEET, ...excused };
    const submitted = await handOvers.draft(other.runId, 'self-assessment', { body: self, author: other.secretary });
    await handOvers.say(other.secretary, other.workflowId, { name: 'submitAssessment', input: submitted });
    const waiting = (await rowOf(other)).selfScore;
    expect(waiting).toBeLessThan(10_000);
    await handOvers.assess(other, { ...SHEET, ...excused, remark: '评估' });
    expect(await rowOf(other)).toMatchObject({ step: 'listing', selfScore: 10_000, superiorScore: 10_000 });
  });

  it('a recheck that finds against a pass needs a reason and a second person; until then the pass stands', async () => {
    await handOvers.goTo('2020-11-16T02:00:00.000Z');
    await handOvers.decideAndFile();
    const [officer, second] = handOvers.committee.map(present) as [Officeholder, Officeholder];
    const order = { path: '/spot-checks', body: { year: 2020 }, key: 'order' };
    const early = { path: '/spot-checks', body: { year: 2020, happenedOn: '2020-11-15' }, key: 'early' };
    expect(await http.send(codeOf(officer), 'post', early)).toMatchObject({
      body: { code: 'happened-too-early', details: { basis: { fact: '登记备案', on: '2020-11-16' } } },
    });
    const ordered = await http.send(codeOf(officer), 'post', order);
    expect(ordered.body).toMatchObject({ spotCheckId: idOf(world.campaignId, 'spot-check', 1), no: 1 });
    expect((await http.send(codeOf(officer), 'post', order)).body).toMatchObject({ no: 1 });
    const workflowId = spotCheckWorkflowId(world.campaign.setting.campaignKey, 1);
    await handOvers.untilSpotCheckIs(1, 'ordered');
    await handOvers.say(officer, workflowId, { name: 'freezeSpotCheck' });
    await handOvers.say(second, workflowId, { name: 'revealSpotCheck' });
    const recheckOf = () =>
      db().findOneByOrFail(RecheckEntity, { spotCheckId: idOf(world.campaignId, 'spot-check', 1) });
    const { id, branchId, documentId } = await recheckOf();
    const drawn = present(handOvers.branches.find((one) => one.id === branchId));
    await handOvers.untilBranchesAre('rechecking', [drawn]);
    const liaison = present(
      (
        await world.dataSource.query<{ code: string }[]>(
          `SELECT p.code FROM offices o JOIN people p ON p.id = o.person_id JOIN branch_runs r ON r.area_id = o.body_id
            WHERE o.role = 'area-liaison' AND r.id = ?`,
          [drawn.runId],
        )
      )[0],
    ).code;
    const secretary = codeOf(drawn.secretary);
    const [one, two] = [codeOf(officer), codeOf(second)];
    const say = (who: string, verb: string, { body, key }: { readonly body: object; readonly key?: string }) =>
      http.send(who, 'post', { path: `/rechecks/${id}/${verb}`, body, ...(key && { key }) });
    const line = async (who: string) => present((await items<object>(who, '/rechecks'))[0]);

    const [judge = ''] = (await rowOf(drawn)).state.assessors;
    const assessor = codeOf({ role: 'assessor', personId: judge });
    expect(await line(assessor)).toMatchObject({ allowedActions: [] });
    expect(await line(liaison)).toMatchObject({ allowedActions: ['concludeRecheck'] });
    expect((await save(assessor, SHEET, { id: documentId ?? '', reader: liaison })).body).toMatchObject({
      code: 'same-person',
    });
    const blank = (await read(liaison, documentId ?? '')).digest;
    expect((await say(liaison, 'conclude', { body: { digest: blank, verdict: 'upheld' } })).body).toMatchObject({
      code: 'sheet-unopened',
    });
    const { digest } = (await save(liaison, BELOW_THE_MARK, { id: documentId ?? '' })).body as Sheet;
    expect((await say(liaison, 'conclude', { body: { digest, verdict: 'overturned' } })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/reason' }],
    });
    const said = { digest, verdict: 'overturned', reason: '应调未调，无分工文件' };
    expect((await say(liaison, 'conclude', { body: said, key: 'once' })).status).toBe(200);
    expect((await say(liaison, 'conclude', { body: said, key: 'once' })).status).toBe(200);
    expect(await recheckOf()).toMatchObject({ verdict: null, concludedAt: null });
    expect(await rowOf(drawn)).toMatchObject({ step: 'rechecking', result: 'passed', recheck: null });
    const reasonId = (await recheckOf()).reasonId ?? '';
    expect(await line(secretary)).toMatchObject({ proposedAt: null, reasonId: null, recheckerId: null });
    expect((await http.send(secretary, 'get', { path: `/remarks/${reasonId}` })).body).toMatchObject({ status: 403 });
    expect((await http.send(two, 'get', { path: `/remarks/${reasonId}` })).status).toBe(200);
    expect(await tasks(liaison)).not.toContain(drawn.runId);
    expect(await tasks(two)).toContain(id);

    expect((await say(liaison, 'confirm', { body: { digest } })).body).toMatchObject({
      status: 403,
      code: 'forbidden',
    });
    expect((await say(two, 'confirm', { body: { digest } })).body).toMatchObject({ code: 'sheet-unopened' });
    const on = (pointer: string) => ({ digest, lines: [{ pointer, text: '扣错了一项' }] });
    expect((await say(liaison, 'return', { body: on('/deductions/99') })).body).toMatchObject({
      status: 400,
      errors: [{ pointer: '/lines/0/pointer' }],
    });
    const back = await say(liaison, 'return', { body: on('/deductions/0') });
    expect(back.status).toBe(200);
    const again = (await recheckOf()).documentId ?? '';
    expect(again).not.toBe(documentId);
    expect(await recheckOf()).toMatchObject({ proposedAt: null, recheckerId: null });
    expect((await read(liaison, again)).authorId).toBe(codes.get(liaison));
    expect((await say(liaison, 'conclude', { body: said, key: 'once' })).body).not.toMatchObject({ code: 'internal' });

    const rewritten = (await save(one, { ...BELOW_THE_MARK, remark: '再核' }, { id: again })).body as Sheet;
    expect((await say(one, 'conclude', { body: { ...said, digest: rewritten.digest } })).status).toBe(200);
    await open(one, rewritten.digest, { confirmed: DIMENSIONS, id: again });
    expect((await say(one, 'confirm', { body: { digest: rewritten.digest } })).body).toMatchObject({
      code: 'same-person',
    });
    await open(two, rewritten.digest, { confirmed: DIMENSIONS, id: again });
    expect((await say(two, 'confirm', { body: { digest: rewritten.digest } })).body).toMatchObject({
      step: 'concluded',
    });
    await handOvers.untilBranchesAre('rectifying', [drawn]);
    expect(await line(secretary)).toMatchObject({ verdict: 'overturned', score: 9450, confirmerId: codes.get(two) });
    const kept = await recheckOf();
    const timeline = await items<{ type: string; by: object | null; reason: string | null }>(
      secretary,
      `/branch-runs/${drawn.runId}/timeline?limit=200`,
    );
    expect(timeline.find(({ type }) => type === 'recheck-overturned')).toMatchObject({
      by: { name: await nameOf(two), title: '工委工作人员', body: null },
      reason: said.reason,
    });
    const listed = (result: string) => items<object>(secretary, `/branch-runs?result=${result}`);
    expect(await listed('overturned')).toMatchObject([{ id: drawn.runId, result: 'overturned' }]);
    expect(await listed('failed')).toEqual([]);
    expect((await http.send(secretary, 'get', { path: `/remarks/${kept.reasonId ?? ''}` })).status).toBe(200);
    expect((await http.send(secretary, 'get', { path: `/assessments/${documentId ?? ''}` })).body).toMatchObject({
      status: 403,
    });
  }, 240_000);

  it('leaves a record in which whoever signed had opened what he signed; a lost or later opening is named', async () => {
    expect(await world.faults()).toEqual([]);
    const openings = await db().find(DocumentOpeningEntity, { where: { documentId: sheetId } });
    const signed = present(openings.find(({ personId }) => personId === codes.get(SECOND)));
    const { documentId, version, personId, openedAt, confirmed } = signed;
    const spoilt = async (change: Partial<DocumentOpeningEntity>, named: string) => {
      await db().update(DocumentOpeningEntity, { documentId, personId }, { version, openedAt, confirmed, ...change });
      expect(await world.faults()).toMatchObject([
        { check: 'persons', message: expect.stringContaining(named) as string },
      ]);
    };
    await spoilt({ version: version + 1 }, '须先打开');
    await spoilt({ confirmed: confirmed.slice(1) }, '未经确认');
    await spoilt({ openedAt: '2020-10-11T02:00:00.000Z' }, '与台账不符');
  }, 240_000);
});
