import type { DataSource, EntityManager } from 'typeorm';
import type { DailyReminderOrder } from '@app/contracts';
import {
  dueRungs,
  fireRungs,
  nextRungAt,
  officeOfRung,
  type DeadlineSurroundings,
  type Instant,
  type PlannedRung,
} from '@app/domain';
import {
  addNotices,
  delayOf,
  holdersBelow,
  DeadlineEntity,
  HEADS_AT_ONCE,
  holdersOfAll,
  inTransaction,
  KeeperEntity,
  type NewNotice,
  officeKey,
  programmeOf,
  type Reminded,
  recordHeads,
  storedRung,
  surroundingsOf,
  toDeadline,
} from '@app/persistence';

/** How many deadlines one transaction reminds of. */
const AT_ONCE = 200;

/**
 * The daily reminders of one workday: every reminder that is due and unmet, to whoever holds the next step, folded into one
 * delivery per person. Reminders are read and not recorded as events; each is written once. With them the heads of all streams
 * are put on record. Answers how many reminders are new.
 */
export async function makeDailyReminders(
  dataSource: DataSource,
  order: DailyReminderOrder,
  writtenAt: Instant,
): Promise<number> {
  let reminders = 0;
  for (;;) {
    const part = await inTransaction(dataSource, (m) => remind(m, order));
    if (part === null) break;
    reminders += part;
  }
  while ((await inTransaction(dataSource, (m) => recordHeads(m, { ...order, writtenAt }))) === HEADS_AT_ONCE);
  await dataSource.manager.update(KeeperEntity, { id: order.keeperId }, { remindedAt: order.at });
  return reminders;
}

async function remind(m: EntityManager, { campaignId, at }: DailyReminderOrder): Promise<number | null> {
  const rows = await dueReminders(m, { campaignId, at });
  if (rows.length === 0) return null;
  const programme = await programmeOf(m, campaignId);
  const around = await surroundingsOf(m, rows);
  const below = await holdersBelow(m, rows, at);
  const due = rows.map((row) => {
    const deadline = toDeadline(row, programme);
    const rungs = dueRungs(deadline, at, 'remind');
    const place = around.get(row.id) as DeadlineSurroundings;
    const holding = below.get(row.id) ?? [];
    return { row, deadline, rungs: rungs.map((rung) => ({ rung, ...remindedBy(rung, place, holding) })) };
  });
  const holders = await holdersOfAll(
    m,
    due.flatMap(({ rungs }) => rungs.flatMap(({ offices }) => offices)),
  );
  const notices = due.flatMap(({ row, deadline, rungs }) =>
    rungs.flatMap(({ rung, offices, owners }) =>
      [
        ...owners.map((to) => ({ to, runId: row.runId })),
        ...offices.flatMap(({ runId, ...office }) =>
          (holders.get(officeKey(office)) ?? []).map((to) => ({ to, runId: runId ?? row.runId })),
        ),
      ].map(({ to, runId }): NewNotice => ({
        campaignId,
        programmeVersion: row.programmeVersion,
        to,
        subject: 'deadline-reminder',
        runId,
        deadline: { id: row.id, generation: deadline.generation, rung: rung.rung },
        colour: rung.colour,
        at,
        cause: row.id,
        delay: delayOf(row, rung.rung),
      })),
    ),
  );
  const added = await addNotices(m, notices);
  for (const { row, deadline, rungs } of due) {
    const after = fireRungs(
      deadline,
      rungs.map(({ rung }) => rung.rung),
      at,
    );
    await m.update(
      DeadlineEntity,
      { id: row.id },
      { rungs: after.rungs.map(storedRung), nextReminderAt: nextRungAt(after, 'remind') },
    );
  }
  return added;
}

/** Some of the dates whose reminders are due, of an organisation all: one delay is told of in one notice. */
async function dueReminders(m: EntityManager, { campaignId, at }: Pick<DailyReminderOrder, 'campaignId' | 'at'>) {
  const due = () =>
    m
      .createQueryBuilder(DeadlineEntity, 'd')
      .setLock('pessimistic_write')
      .where('d.campaignId = :campaignId AND d.nextReminderAt <= :at', { campaignId, at: new Date(at) })
      .orderBy('d.organisationId')
      .addOrderBy('d.id');
  const rows = await due().limit(AT_ONCE).getMany();
  const last = rows.at(-1);
  if (!last || rows.length < AT_ONCE) return rows;
  const { id, organisationId } = last;
  const rest = due().andWhere('d.organisationId = :organisationId AND d.id > :id', { organisationId, id });
  return [...rows, ...(await rest.getMany())];
}

/** Whom a reminder reaches: offices, and as himself the owner of a problem that is with him. */
function remindedBy({ to }: PlannedRung, around: DeadlineSurroundings, below: readonly Reminded[]) {
  const toHolder = to.includes('holder');
  const owners = around.ownerId && toHolder ? [{ personId: around.ownerId, office: null }] : [];
  const offices: Reminded[] = to.map((one) => officeOfRung(one, around)).filter((office) => office !== null);
  return { owners, offices: toHolder ? [...offices, ...below] : offices };
}
