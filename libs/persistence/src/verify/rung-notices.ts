/** Checks the notices of rungs against their deadlines: one for each person, none early, none without a firing. */
import { type EntityManager, In, IsNull, MoreThan, Not } from 'typeorm';
import { shanghaiDateOf } from '@app/domain';
import { toInstant } from '../tables/columns';
import { DeadlineEntity } from '../tables/deadline.entity';
import { NoticeEntity } from '../tables/notice.entity';
import { select } from '../read/select';
import { type Findings, type Place, streamPlace } from './findings';
import { readEvents } from './streams';

const PAGE = 500;

export async function checkNotices(m: EntityManager, findings: Findings, campaignId: string): Promise<void> {
  await checkOnce(m, findings, campaignId);
  await checkLines(m, findings, campaignId);
  for (let after = ''; ;) {
    const deadlines = await m.find(DeadlineEntity, {
      where: { campaignId, id: MoreThan(after) },
      order: { id: 'ASC' },
      take: PAGE,
    });
    const last = deadlines.at(-1);
    if (!last) return;
    const byId = new Map(deadlines.map((deadline) => [deadline.id, deadline]));
    for (const notice of await m.find(NoticeEntity, {
      where: { deadlineId: In([...byId.keys()]), rung: Not(IsNull()) },
      order: { at: 'ASC', id: 'ASC' },
    })) {
      findings.looked('notices');
      const deadline = byId.get(notice.deadlineId ?? '') as DeadlineEntity;
      const fault = noticeFault(notice, deadline);
      if (fault) findings.fault('notices', await placeOfNotice(m, notice, deadline.stream), fault);
    }
    after = last.id;
  }
}

function noticeFault({ rung, generation, at }: NoticeEntity, deadline: DeadlineEntity): string | null {
  const [, instant, state] = deadline.rungs.find(([name]) => name === rung) ?? [];
  if (instant === undefined || (generation ?? 0) > deadline.generation) return `时限 ${deadline.id} 没有 ${rung} 级`;
  const earlier = generation !== deadline.generation;
  if (!earlier && instant === null) return `时限 ${deadline.id} 的 ${rung} 级还在等待放假安排，却有通知`;
  if (!earlier && instant !== null && at < instant)
    return `时限 ${deadline.id} 的 ${rung} 级应在 ${instant}，通知早于此（${at}）`;
  const fired = earlier || typeof state === 'string';
  return fired ? null : `时限 ${deadline.id} 的 ${rung} 级没有催办，却有通知`;
}

interface Told {
  readonly id: string;
  readonly deadlineId: string;
  readonly generation: number;
  readonly rung: string;
  readonly personId: string;
  readonly stream: string | null;
  readonly at: Date;
  readonly n: string;
}

/** Grouped by the database: only what is wrong is read. */
async function checkOnce(m: EntityManager, findings: Findings, campaignId: string): Promise<void> {
  const twice = await select<Told>(
    m,
    `SELECT n.deadline_id AS deadlineId, n.generation, n.rung, n.person_id AS personId, COUNT(*) AS n, MAX(n.at) AS at,
            MAX(d.stream) AS stream
       FROM notices n LEFT JOIN deadlines d ON d.id = n.deadline_id
      WHERE n.campaign_id = ? AND n.rung IS NOT NULL
      GROUP BY n.deadline_id, n.generation, n.rung, n.person_id HAVING COUNT(*) > 1 OR MAX(d.id) IS NULL`,
    [campaignId],
  );
  for (const { deadlineId, generation, rung, personId, n, at, stream } of twice) {
    const told = { deadlineId, generation, rung, at: toInstant(at) };
    const message =
      stream === null
        ? `通知所指的时限 ${deadlineId} 不存在`
        : `时限 ${deadlineId} 第 ${generation} 次 ${rung} 级对同一人（${personId}）有 ${n} 份通知`;
    findings.fault('notices', await placeOfNotice(m, told, stream ?? ''), message);
  }
}

/** A line is about the delay that its lead is about, and told to the same person. */
async function checkLines(m: EntityManager, findings: Findings, campaignId: string): Promise<void> {
  const astray = await select<{ id: string; stream: string | null }>(
    m,
    `SELECT n.id, d.stream FROM notices n LEFT JOIN deadlines d ON d.id = n.deadline_id
       LEFT JOIN notices l ON l.id = n.lead_id LEFT JOIN deadlines ld ON ld.id = l.deadline_id
      WHERE n.campaign_id = ? AND n.lead_id IS NOT NULL AND NOT (l.lead_id IS NULL AND l.person_id <=> n.person_id
        AND l.rung <=> n.rung AND d.owing_run_id = ld.owing_run_id AND d.kind = ld.kind)`,
    [campaignId],
  );
  for (const { id, stream } of astray) {
    findings.fault('notices', streamPlace(stream ?? ''), `通知 ${id} 并入的不是同一人、同一项逾期的通知`);
  }
}

/** The firing of its rung; a reminder has no event, and no sequence. */
async function placeOfNotice(
  m: EntityManager,
  { deadlineId, generation, rung, at }: Pick<NoticeEntity, 'deadlineId' | 'generation' | 'rung' | 'at'>,
  stream: string,
): Promise<Place> {
  const fired = (await readEvents(m, stream)).find(
    ({ type, record }) => type === 'rung-fired' && record?.operationKey === `${deadlineId}/${generation}/${rung}`,
  );
  return { ...streamPlace(stream), sequence: fired?.sequence ?? null, date: shanghaiDateOf(at) };
}
