import type { EntityManager } from 'typeorm';
import {
  type DeadlineSurroundings,
  dueRungs,
  expiryRuleOf,
  fireRungs,
  type Instant,
  nextRungAt,
  officeAboveProblem,
  officeOfRung,
  type OfficeRef,
  type PlannedRung,
  type ProblemState,
} from '@app/domain';
import { marks } from '../read/select';
import { nextActionAt, storedRung, toDeadline } from './deadline';
import { DeadlineEntity, type KeeperEntity } from '../tables/deadline.entity';
import { appendEvents, type NewEvent } from '../record/event-log';
import { type Addressee, holdersOfAll, officeKey } from '../read/holder.queries';
import { addNotices, delayOf, type NewNotice } from './notice';
import { type Firing, type FiringMoment, layDrafts } from './slip-draft';
import { programmeOf } from '../read/programme-store';

/** How many deadlines one transaction takes at most; the keeper looks again for the rest. */
const AT_ONCE = 500;

/**
 * Fires every escalation that is due and unmet on the keeper's deadlines: an event in the stream of its run, notices to
 * the offices of the ladder, a slip draft where the rung has one. All in the caller's transaction; answers how many fired.
 */
export async function fireDueRungs(m: EntityManager, keeper: KeeperEntity, moment: FiringMoment): Promise<number> {
  const { now } = moment;
  const rows = await m
    .createQueryBuilder(DeadlineEntity, 'd')
    .setLock('pessimistic_write')
    .where('d.keeperId = :keeper AND d.nextRungAt <= :now', { keeper: keeper.id, now: new Date(now) })
    .orderBy('d.nextRungAt')
    .addOrderBy('d.id')
    .limit(AT_ONCE)
    .getMany();
  if (rows.length === 0) return 0;
  const programme = await programmeOf(m, keeper.campaignId);
  const around = await surroundingsOf(m, rows);
  const firings = rows.map((row) => {
    const deadline = toDeadline(row, programme);
    // a keeper that looks only later must not escalate what it is about to end: the row stays due until the run has heard
    const ends = expiryRuleOf(row)?.endsDate;
    return { row, deadline, rungs: ends ? [] : dueRungs(deadline, now, 'escalate') };
  });
  const holders = await holdersOfAll(m, officesOf(firings, around));
  await appendEvents(
    m,
    firings.flatMap((firing) => firing.rungs.map((rung) => firedEvent(firing, rung, moment))),
  );
  await addNotices(
    m,
    firings.flatMap((firing) => {
      const surroundings = around.get(firing.row.id) as DeadlineSurroundings;
      return firing.rungs.flatMap((rung) => noticesOf(firing, rung, { around: surroundings, holders, now }));
    }),
  );
  await layDrafts(m, firings, { around, programme, moment });
  await storeFired(m, firings, now);
  return firings.reduce((sum, { rungs }) => sum + rungs.length, 0);
}

function firedEvent({ row, deadline }: Firing, rung: PlannedRung, moment: FiringMoment): NewEvent {
  return {
    campaign: row.campaignId,
    programmeVersion: row.programmeVersion,
    stream: row.stream,
    type: 'rung-fired',
    actor: null,
    office: null,
    operationKey: `${row.id}/${deadline.generation}/${rung.rung}`,
    provenance: 'keeper',
    happenedAt: rung.at,
    recordedAt: moment.now,
    writtenAt: moment.writtenAt,
    payload: {
      at: moment.now,
      deadlineId: row.id,
      kind: row.kind,
      generation: deadline.generation,
      rung: rung.rung,
      colour: rung.colour,
    },
  };
}

function noticesOf(
  { row, deadline }: Firing,
  rung: PlannedRung,
  {
    around,
    holders,
    now,
  }: {
    readonly around: DeadlineSurroundings;
    readonly holders: ReadonlyMap<string, readonly Addressee[]>;
    readonly now: Instant;
  },
): NewNotice[] {
  const offices = rung.to.map((to) => officeOfRung(to, around)).filter((office) => office !== null);
  const persons = new Map(
    offices
      .flatMap((office) => holders.get(officeKey(office)) ?? [])
      .map((addressee) => [addressee.personId, addressee]),
  );
  return [...persons.values()].map((to) => ({
    campaignId: row.campaignId,
    programmeVersion: row.programmeVersion,
    to,
    subject: 'deadline-escalated',
    runId: row.runId,
    deadline: { id: row.id, generation: deadline.generation, rung: rung.rung },
    colour: rung.colour,
    at: now,
    cause: row.id,
    delay: delayOf(row, rung.rung),
  }));
}

async function storeFired(m: EntityManager, firings: readonly Firing[], now: Instant): Promise<void> {
  const values = firings.map(({ row, deadline, rungs }) => {
    const after = fireRungs(
      deadline,
      rungs.map(({ rung }) => rung),
      now,
    );
    const action = nextActionAt(after);
    const next = action !== null && action > now ? action : nextRungAt(after, 'escalate');
    return [row.id, JSON.stringify(after.rungs.map(storedRung)), next ? new Date(next) : null] as const;
  });
  const columns = (column: string) => `CASE id ${values.map(() => 'WHEN ? THEN ?').join(' ')} ELSE ${column} END`;
  await m.query(
    `UPDATE deadlines SET rungs = ${columns('rungs')}, next_rung_at = ${columns('next_rung_at')}
      WHERE id IN (${marks(values)})`,
    [
      ...values.flatMap(([id, rungs]) => [id, rungs]),
      ...values.flatMap(([id, , next]) => [id, next]),
      ...values.map(([id]) => id),
    ],
  );
}

/** The bodies around each deadline and whom its run waits for now. */
export async function surroundingsOf(
  m: EntityManager,
  rows: readonly DeadlineEntity[],
): Promise<Map<string, DeadlineSurroundings>> {
  const runIds = rows.map(({ runId }) => runId);
  const runs = await m.query<
    {
      id: string;
      areaId: string;
      role: OfficeRef['role'] | null;
      bodyKind: OfficeRef['bodyKind'] | null;
      bodyId: string | null;
      organisationKind: string;
      problemState: ProblemState | null;
      ownerId: string | null;
    }[]
  >(
    `SELECT r.id, r.area_id AS areaId, r.waiting_role AS role, r.waiting_body_kind AS bodyKind, r.waiting_body_id AS bodyId,
            o.kind AS organisationKind, r.problem_state AS problemState, r.owner_id AS ownerId
       FROM (SELECT id, area_id, organisation_id, waiting_role, waiting_body_kind, waiting_body_id, NULL AS problem_state, NULL AS owner_id FROM branch_runs WHERE id IN (?)
             UNION ALL
             SELECT id, area_id, organisation_id, waiting_role, waiting_body_kind, waiting_body_id, NULL, NULL FROM organisation_runs WHERE id IN (?)
             UNION ALL
             SELECT p.id, bo.area_id, b.organisation_id, NULL, NULL, NULL, p.state, p.owner_id
               FROM problems p JOIN branches b ON b.id = p.branch_id JOIN organisations bo ON bo.id = b.organisation_id WHERE p.id IN (?)) r
       JOIN organisations o ON o.id = r.organisation_id`,
    [runIds, runIds, runIds],
  );
  const byRun = new Map(runs.map((run) => [run.id, run]));
  return new Map(
    rows.map((row) => {
      const run = byRun.get(row.runId);
      const waitingOn =
        run?.role && run.bodyKind && run.bodyId ? { role: run.role, bodyKind: run.bodyKind, bodyId: run.bodyId } : null;
      const around: DeadlineSurroundings = {
        body: row.body,
        campaignId: row.campaignId,
        organisationId: row.organisationId,
        areaId: run?.areaId ?? '',
        branchId: row.branchId,
        direct: run?.organisationKind === 'direct-branch',
        waitingOn,
        ownerId: run?.problemState === 'owned' ? run.ownerId : null,
      };
      return [row.id, run?.problemState === 'raised' ? { ...around, waitingOn: officeAboveProblem(around) } : around];
    }),
  );
}

function officesOf(firings: readonly Firing[], around: ReadonlyMap<string, DeadlineSurroundings>): OfficeRef[] {
  return firings.flatMap(({ row, rungs }) =>
    rungs.flatMap(({ to }) =>
      to
        .map((addressee) => officeOfRung(addressee, around.get(row.id) as DeadlineSurroundings))
        .filter((office) => office !== null),
    ),
  );
}
