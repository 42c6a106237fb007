import { BranchRunEntity, DecisionEntity, DocumentEntity, PersonEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun, Officeholder } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { present } from '../support/present';
import { Tampering } from '../support/tampering';
import { World } from '../support/world';

describe('a party group that strikes branches says why (苏委工〔2020〕6号 三.4)', () => {
  let world: World;
  let handOvers: HandOvers;
  let http: HttpWorld;
  let recorder: string;
  let decision: object;
  let branches: [BranchWithRun, BranchWithRun, BranchWithRun];

  beforeAll(async () => {
    world = await World.open({ roster: syntheticRoster({ organisations: 1, branchesEach: 3, seed: 1 }) });
    handOvers = await HandOvers.of(world);
    http = await HttpWorld.open(world);
    branches = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun, BranchWithRun];
    await handOvers.openRound();
    await handOvers.surveyAndPlan();
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of branches) await handOvers.apply(branch);
    for (const branch of branches) await handOvers.assess(branch);
    await handOvers.submitConclusions();
    await handOvers.untilBranchesAre('deciding', branches);
    recorder = await codeOf(handOvers.recorder);
    const { digest } = await handOvers.laid();
    const { organisationRunId } = handOvers;
    decision = { organisationRunId, digest, number: '党组〔2020〕1号', decidedOn: handOvers.now.slice(0, 10) };
  }, 240_000);
  afterAll(async () => {
    await http?.close();
    await world?.close();
  });

  const db = () => world.dataSource.manager;
  const codeOf = async ({ personId }: Officeholder) =>
    (await db().findOneByOrFail(PersonEntity, { id: personId })).code;
  const strike = (struck: readonly object[], who = recorder) =>
    http.send(who, 'post', { path: '/decisions', body: { ...decision, struck } });

  it('refuses what gives no reason, names a branch twice or one of another list, whoever says it', async () => {
    const [{ id: branchId }] = branches;
    const line = { branchId, reason: '党员大会记录不全' };
    const at = (pointer: string) => ({ status: 400, errors: [{ pointer }] });
    expect((await strike([{ branchId }])).body).toMatchObject(at('/struck/0/reason'));
    expect((await strike([line, { branchId, reason: ' \n ' }])).body).toMatchObject(at('/struck/1/reason'));
    expect((await strike([{ branchId, reason: '长'.repeat(2001) }])).body).toMatchObject(at('/struck/0/reason'));
    expect((await strike([{ branchId, reason: '记录\u200b不全' }])).body).toMatchObject(at('/struck/0/reason'));
    expect((await strike([branchId] as unknown as object[])).body).toMatchObject(at('/struck/0'));
    const mismatch = { code: 'list-mismatch', errors: [{ pointer: '/struck' }] };
    expect((await strike([line, { ...line, reason: '又一理由' }])).body).toMatchObject(mismatch);
    expect((await strike([{ ...line, branchId: handOvers.organisationId }])).body).toMatchObject(mismatch);
    expect((await strike([line], await codeOf(handOvers.officer))).body).toMatchObject({ status: 403 });
    expect(await db().count(DecisionEntity)).toBe(0);
    expect(
      await db().findBy(DocumentEntity, { kind: 'remarks', runId: handOvers.organisationRunId }),
    ).not.toContainEqual(expect.objectContaining({ frozenAt: expect.anything() }));
  }, 240_000);

  it('keeps what was said, and tells it in the list, in the table and in the record of each branch', async () => {
    const [kept, first, second] = branches;
    const said = [
      { branchId: second.id, reason: '党员大会记录不全' },
      { branchId: first.id, reason: '长'.repeat(2000) },
    ];
    expect((await strike(said)).status).toBe(201);
    await handOvers.untilBranchesAre('rectifying', [first, second]);
    await handOvers.untilBranchesAre('filing', [kept]);
    const list = await http.send(recorder, 'get', { path: '/decisions' });
    expect(list.body.items).toMatchObject([
      {
        agreed: [kept.id],
        struck: said.map(({ branchId }) => branchId),
        struckReasons: said.map(({ reason }) => reason),
      },
    ]);
    const { text } = await http.send(recorder, 'get', { path: '/decisions?format=csv&fields=struck,struckReasons' });
    for (const { reason } of said) expect(text).toContain(reason);
    for (const branch of [first, second]) {
      const reader = await codeOf(branch.secretary);
      const path = `/branch-runs/${branch.runId}/timeline?limit=200`;
      const { items } = (await http.send(reader, 'get', { path })).body as { items: { type: string }[] };
      const reason = said.find(({ branchId }) => branchId === branch.id)?.reason;
      expect(items.filter(({ type }) => type === 'branch-struck')).toMatchObject([{ reason }]);
      expect(await db().findOneByOrFail(BranchRunEntity, { id: branch.runId })).toMatchObject({ result: null });
    }
  }, 240_000);

  it('is found where the reasons were changed or taken away afterwards', async () => {
    const { id, reasonId } = await db().findOneByOrFail(DecisionEntity, {
      organisationRunId: handOvers.organisationRunId,
    });
    const tampering = await Tampering.on(world);
    expect(await tampering.faults()).toEqual([]);
    await tampering.run(`UPDATE documents SET body = REPLACE(body, '不全', '齐全') WHERE id = ?`, [
      present(reasonId ?? undefined),
    ]);
    await tampering.run(`UPDATE decisions SET reason_id = NULL WHERE id = ?`, [id]);
    const checks = (await tampering.faults()).map(({ check }) => check);
    expect([...new Set(checks)].sort()).toEqual(['documents', 'registers']);
    await tampering.restore();
    await tampering.close();
  }, 240_000);
});
