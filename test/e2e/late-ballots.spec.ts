import { In, IsNull, Not } from 'typeorm';
import type { Role } from '@app/domain';
import { DeadlineEntity, isSettled, NoticeEntity, PersonEntity, readStream, SlipEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { eventually } from '../support/eventually';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { present } from '../support/present';
import { World } from '../support/world';

interface Notice {
  readonly id: string;
  readonly kind: string;
  readonly runId: string;
  readonly sentence: string;
  readonly deadlineKind: string | null;
  readonly rung: string | null;
  readonly lines: readonly { readonly runId: string; readonly name: string }[];
  readonly readAt: string | null;
}

describe('an organisation late with the ballots of three branches', () => {
  let world: World;
  let http: HttpWorld;
  let handOvers: HandOvers;
  let own: BranchWithRun[];
  beforeAll(async () => {
    world = await World.open({ roster: syntheticRoster({ organisations: 2, branchesEach: 3, seed: 3 }) });
    http = await HttpWorld.open(world);
    handOvers = await HandOvers.of(world);
    own = handOvers.branches.filter(({ code }) => code.startsWith('HC0001-'));
    await handOvers.openRound();
    for (const branch of own) await handOvers.survey(branch);
    await handOvers.planOrganisation(own);
    for (const branch of own) await handOvers.planBranch(branch);
    await goTo('2020-10-12T02:00:00.000Z');
    for (const branch of own) await handOvers.applyAgain(branch, '自评');
  }, 240_000);
  afterAll(async () => {
    await http?.close();
    await world?.close();
  });

  const get = async (person: string, path: string) => {
    const { status, body } = await http.send(person, 'get', { path });
    expect([path, status]).toEqual([path, 200]);
    return body;
  };
  /** With the reminders of the day made. */
  const goTo = async (at: string) => {
    await handOvers.goTo(at);
    await eventually(() => isSettled(world.dataSource.manager, world.campaignId, at), `settled at ${at}`);
  };
  const datesOf = (kind: 'ballot' | 'assess') =>
    world.dataSource.manager.find(DeadlineEntity, { where: { kind }, order: { id: 'ASC' } });

  /** Whom each rung of these dates spoke to, by the offices of who was told. */
  async function told(kind: 'ballot' | 'assess'): Promise<Record<string, Role[]>> {
    const dates = await datesOf(kind);
    const notices = await world.dataSource.manager.find(NoticeEntity, {
      where: { deadlineId: In(dates.map(({ id }) => id)), rung: Not(IsNull()) }, // a hand-over names its date, too
    });
    const byRung = new Map<string, Set<Role>>();
    for (const { rung, office } of notices)
      byRung.set(rung ?? '', (byRung.get(rung ?? '') ?? new Set()).add(office as Role));
    return Object.fromEntries([...byRung].map(([rung, roles]) => [rung, [...roles].sort()]));
  }

  async function holdersOf(role: Role, bodyId = handOvers.organisationId): Promise<string[]> {
    const rows = await world.dataSource.query<{ code: string }[]>(
      'SELECT p.code FROM offices o JOIN people p ON p.id = o.person_id WHERE o.role = ? AND o.body_id = ? ORDER BY p.code',
      [role, bodyId],
    );
    return rows.map(({ code }) => code);
  }

  async function noticesOf(person: string, rung: string, kind = 'ballot'): Promise<Notice[]> {
    const { items } = (await get(person, '/me/notices?limit=200')) as { items: Notice[] };
    return items.filter((notice) => notice.deadlineKind === kind && notice.rung === rung);
  }

  it('owes them: the dates lie about its branches and are its own, in events and rows', async () => {
    for (const kind of ['ballot', 'assess'] as const) {
      const dates = await datesOf(kind);
      expect(dates).toHaveLength(3);
      for (const { body, branchId, owingRunId, runId, rungs, veryLateAt } of dates) {
        expect([body, owingRunId, veryLateAt]).toEqual(['organisation', handOvers.organisationRunId, null]);
        expect(own.find((branch) => branch.runId === runId)?.id).toBe(branchId);
        expect(rungs.map(([rung]) => rung)).toEqual(['-30', '-7', '-1', '+1', '+3']);
      }
    }
    const events = await readStream(world.dataSource.manager, present(own[0]).workflowId);
    expect(events.flatMap(({ type, payload }) => (type === 'deadline-opened' ? [payload] : []))).toEqual(
      expect.arrayContaining([
        expect.objectContaining({ kind: 'apply', body: 'branch' }),
        expect.objectContaining({ kind: 'ballot', body: 'organisation', owingRunId: handOvers.organisationRunId }),
      ]),
    );
  });

  it('reminds who holds the step, with one notice about all three', async () => {
    await goTo('2020-10-29T02:00:00.000Z');
    for (const officer of await holdersOf('organisation-officer')) {
      const [notice, ...more] = await noticesOf(officer, '-1');
      expect([notice?.lines.map(({ runId }) => runId), more]).toEqual([own.map(({ runId }) => runId), []]);
    }
  }, 240_000);

  it('tells its office on the first workday after, its head on the third, each once with a line for a branch', async () => {
    await goTo('2020-11-02T02:00:00.000Z');
    const officers = await holdersOf('organisation-officer');
    expect(officers.length).toBeGreaterThan(0);
    const { name } = present(
      (
        await world.dataSource.query<{ name: string }[]>('SELECT name FROM organisations WHERE id = ?', [
          handOvers.organisationId,
        ])
      )[0],
    );
    for (const officer of officers) {
      const [notice, ...more] = await noticesOf(officer, '+1');
      expect(more).toEqual([]);
      expect(notice).toMatchObject({
        kind: 'organisation-run',
        runId: handOvers.organisationRunId,
        sentence: `${name} 2020年度：测评（2020年10月30日到期）逾期第 1 个工作日（3个党支部），请督促办理`,
      });
      expect(present(notice).lines.map(({ runId }) => runId)).toEqual(own.map(({ runId }) => runId));
    }
    for (const head of await holdersOf('organisation-secretary')) expect(await noticesOf(head, '+1')).toEqual([]);
    await goTo('2020-11-04T02:00:00.000Z');
    for (const head of await holdersOf('organisation-secretary')) expect(await noticesOf(head, '+3')).toHaveLength(1);
  }, 240_000);

  it('is told to nobody above it, however late, and no slip is laid', async () => {
    await goTo('2020-11-26T02:00:00.000Z');
    expect(await told('ballot')).toEqual({
      '-30': ['branch-secretary'],
      '-7': ['organisation-officer'],
      '-1': ['organisation-officer'],
      '+1': ['organisation-officer'],
      '+3': ['organisation-secretary'],
    });
    expect(await told('assess')).toMatchObject({ '+1': ['organisation-officer'], '+3': ['organisation-secretary'] });
    const late = [...(await datesOf('ballot')), ...(await datesOf('assess'))].map(({ id }) => id);
    expect(await world.dataSource.manager.countBy(SlipEntity, { deadlineId: In(late) })).toBe(0);
  }, 240_000);

  it('colours the organisation and not its branches, and each number opens its list', async () => {
    const organisation = `organisationId=${handOvers.organisationId}`;
    const { items: runs } = await get('XC01', `/branch-runs?year=2020&${organisation}`);
    expect((runs as { light: string; awaited: object }[]).map(({ light, awaited }) => [light, awaited])).toEqual(
      own.map(() => ['met', expect.objectContaining({ kind: 'ballot', light: 'late' })]),
    );
    const { items: years } = await get('XC01', `/organisation-runs?year=2020&${organisation}`);
    expect(years).toMatchObject([{ light: 'late' }]);
    const overview = await get('XC01', `/campaigns/${world.campaignId}/overview?year=2020`);
    const line = (overview.organisations as { code: string; lights: object; worst: object; dates: object[] }[]).find(
      ({ code }) => code === 'HC0001',
    );
    expect(line).toMatchObject({ lights: { met: 3 }, worst: { assessment: 'late' } });
    for (const [kind, dueDate] of [
      ['ballot', '2020-10-30'],
      ['assess', '2020-11-15'],
    ] as const) {
      expect(line?.dates).toContainEqual({ kind, light: 'late', dueDate, count: 3 });
      const listed = await get('XC01', `/deadlines?year=2020&of=organisation&kind=${kind}&light=late&${organisation}`);
      expect(listed.items).toMatchObject(own.map(() => ({ kind, body: 'organisation' })));
      expect((await get('XC01', `/deadlines?year=2020&of=branch&kind=${kind}`)).items).toEqual([]);
    }
  });

  it('is read as one', async () => {
    const [officer] = await holdersOf('organisation-officer');
    const { id: personId } = await world.dataSource.manager.findOneByOrFail(PersonEntity, { code: present(officer) });
    const { id } = present((await noticesOf(present(officer), '+1'))[0]);
    await http.send(present(officer), 'post', { path: `/notices/${id}/read`, body: {} });
    const rows = await world.dataSource.manager.findBy(NoticeEntity, [
      { id, personId },
      { leadId: id, personId },
    ]);
    expect(rows.map(({ readAt }) => readAt !== null)).toEqual([true, true, true]);
  });

  it('is done with by the ballots, and the record is sound', async () => {
    for (const branch of own) await handOvers.holdBallot(branch);
    expect((await datesOf('ballot')).map(({ metHow }) => metHow)).toEqual(['late', 'late', 'late']);
    expect(await world.faults()).toEqual([]);
    const [line] = await world.dataSource.query<{ id: string; leadId: string }[]>(
      'SELECT id, lead_id AS leadId FROM notices WHERE lead_id IS NOT NULL ORDER BY id LIMIT 1',
    );
    const { id, leadId } = present(line);
    await world.dataSource.query('UPDATE notices SET lead_id = id WHERE id = ?', [id]);
    expect(await world.faults()).toMatchObject([{ check: 'notices', message: expect.stringContaining(id) }]);
    await world.dataSource.query('UPDATE notices SET lead_id = ? WHERE id = ?', [leadId, id]);
  }, 240_000);
});
