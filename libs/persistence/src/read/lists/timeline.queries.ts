import type { EntityManager } from 'typeorm';
import {
  type CivilDate,
  eventWords,
  type Instant,
  type Role,
  ROLE_DEFINITIONS,
  shanghaiDateOf,
  struckReasons,
} from '@app/domain';
import type { RecordedEvent } from '../../record/event-log';
import { Conditions, type Listed, marks, type PageRequest, readPage, select } from '../select';
import { remarkLines } from '../remark-lines';
import { namesOf } from './name.queries';

/** One event of a run's stream, in words; `sequence` and `hash` are its place in the chain. */
export interface TimelineLine {
  readonly sequence: number;
  readonly hash: string;
  readonly type: string;
  readonly title: string;
  readonly titleEn: string;
  readonly actor: string | null;
  readonly office: string | null;
  readonly by: Doer | null;
  /** Why, where a verdict needs it. */
  readonly reason: string | null;
  readonly provenance: string;
  readonly happenedAt: CivilDate | Instant | null;
  readonly recordedAt: Instant;
  readonly writtenAt: Instant;
  readonly payload: Readonly<Record<string, unknown>>;
}

/** Who did it: his name, and the office in which he did, as he held it on that day. What a recheck told was done by who confirmed it. */
export interface Doer {
  readonly name: string;
  readonly title: string;
  readonly titleEn: string;
  /** Of the office; null where it is the committee's, whose title says so, or nobody of the roster stands behind an account. */
  readonly body: string | null;
}

/** A page of a stream, and whether the newest event comes first. */
export interface TimelinePage extends PageRequest {
  readonly isNewestFirst?: true;
}

/** One page of a stream, the oldest event first where nothing else is asked. */
export async function readTimeline(
  m: EntityManager,
  stream: string,
  page: TimelinePage,
): Promise<Listed<TimelineLine>> {
  const { items, nextCursor } = await readPage<{ canonical: string; hash: string }>(m, {
    columns: 'e.canonical, e.hash',
    from: 'process_events e',
    where: new Conditions().equal('e.stream', stream),
    sort: { keys: [{ sql: 'e.sequence' }], ...(page.isNewestFirst && { descending: true }) },
    page,
  });
  const events = items.map(({ canonical, hash }) => ({ ...(JSON.parse(canonical) as RecordedEvent), hash }));
  const verdicts = new Map([...(await verdictsOf(m, events)), ...(await strikesOf(m, stream, events))]);
  const said = events.map((event): Said => verdicts.get(event.sequence) ?? event);
  const doers = await doersOf(m, said, await bodiesOf(m, stream));
  const lines = events.map((event, at) =>
    toTimelineLine(event, { by: doers[at] ?? null, reason: verdicts.get(event.sequence)?.reason ?? null }),
  );
  return { items: lines, nextCursor };
}

function toTimelineLine(
  event: RecordedEvent & { readonly hash: string },
  worked: Pick<TimelineLine, 'by' | 'reason'>,
): TimelineLine {
  const { sequence, hash, type, actor, office, provenance, happenedAt, recordedAt, writtenAt } = event;
  const { zh: title, en: titleEn } = eventWords(type);
  const payload = event.payload as Record<string, unknown>;
  const { by, reason } = worked;
  return {
    ...{ sequence, hash, type, title, titleEn, actor, office, by, reason },
    ...{ provenance, happenedAt, recordedAt, writtenAt, payload },
  };
}

type Said = Pick<RecordedEvent, 'actor' | 'office' | 'recordedAt'>;

type Reasoned = Said & { readonly reason: string | null };

const TOLD_OF_RECHECKS = ['recheck-upheld', 'recheck-overturned'];

/** What a spot check told a branch was decided by somebody there, and an overturned pass has a reason. */
async function verdictsOf(m: EntityManager, events: readonly RecordedEvent[]): Promise<Map<number, Reasoned>> {
  const verdicts = new Map<number, Reasoned>();
  for (const { type, sequence, payload } of events) {
    if (!TOLD_OF_RECHECKS.includes(type)) continue;
    const { recheckId } = payload as { readonly recheckId: string };
    const [row] = await select<{ canonical: string; reason: string | null; confirmerId: string | null }>(
      m,
      `SELECT e.canonical, d.body AS reason, k.confirmer_id AS confirmerId
         FROM rechecks k JOIN spot_checks c ON c.id = k.spot_check_id
         JOIN process_events e ON e.campaign_id = k.campaign_id AND e.recorded_at = k.concluded_at
          AND e.stream = c.workflow_id AND e.type = 'recheck-concluded'
         LEFT JOIN documents d ON d.id = k.reason_id
        WHERE k.id = ? AND e.canonical LIKE CONCAT('%', k.id, '%')`,
      [recheckId],
    );
    if (!row) continue;
    const { actor, office, recordedAt } = JSON.parse(row.canonical) as RecordedEvent;
    const isOverturned = row.confirmerId !== null && row.reason !== null;
    verdicts.set(sequence, { actor, office, recordedAt, reason: isOverturned ? textOf(row.reason ?? '') : null });
  }
  return verdicts;
}

/** Why the party group struck the branch of this stream. */
async function strikesOf(
  m: EntityManager,
  stream: string,
  events: readonly RecordedEvent[],
): Promise<Map<number, Reasoned>> {
  const strikes = new Map<number, Reasoned>();
  for (const { type, sequence, payload, ...event } of events) {
    if (type !== 'branch-struck') continue;
    const { decisionId } = payload as { readonly decisionId: string };
    const [row] = await select<{ branchId: string; struck: string; reasons: string }>(
      m,
      `SELECT r.branch_id AS branchId, f.struck, w.body AS reasons
         FROM decisions f JOIN documents w ON w.id = f.reason_id JOIN branch_runs r ON r.workflow_id = ?
        WHERE f.id = ?`,
      [stream, decisionId],
    );
    if (!row) continue;
    const struck = JSON.parse(row.struck) as string[];
    const reason = struckReasons(struck, remarkLines(row.reasons))[struck.indexOf(row.branchId)];
    strikes.set(sequence, { ...event, reason: reason ?? null });
  }
  return strikes;
}

function textOf(remarks: string): string {
  return remarkLines(remarks)
    .map(({ text }) => text)
    .join('\n');
}

/** The bodies that a year of a branch or an organisation is of: of two offices of one role, one of these is meant. */
async function bodiesOf(m: EntityManager, stream: string): Promise<ReadonlySet<string>> {
  const rows = await select<{ bodyId: string | null; organisationId: string; areaId: string | null }>(
    m,
    `SELECT r.branch_id AS bodyId, r.organisation_id AS organisationId, o.area_id AS areaId
       FROM branch_runs r JOIN organisations o ON o.id = r.organisation_id WHERE r.workflow_id = ?
     UNION ALL
     SELECT NULL, r.organisation_id, o.area_id
       FROM organisation_runs r JOIN organisations o ON o.id = r.organisation_id WHERE r.workflow_id = ?`,
    [stream, stream],
  );
  return new Set(rows.flatMap((row) => [row.bodyId, row.organisationId, row.areaId].filter((id) => id !== null)));
}

async function doersOf(m: EntityManager, said: readonly Said[], bodies: ReadonlySet<string>): Promise<(Doer | null)[]> {
  const actors = [...new Set(said.flatMap(({ actor }) => actor ?? []))];
  if (actors.length === 0) return [];
  const names = await namesOf(
    m,
    new Map([
      ['people' as const, new Set(actors)],
      ['users' as const, new Set(actors)],
    ]),
  );
  const held = await select<{
    role: Role;
    personId: string;
    deputyId: string | null;
    from: string;
    to: string | null;
    bodyId: string;
    body: string | null;
  }>(
    m,
    `SELECT f.role, f.person_id AS personId, f.deputy_id AS deputyId, f.valid_from AS \`from\`, f.valid_to AS \`to\`,
            f.body_id AS bodyId, COALESCE(b.name, o.name, a.name) AS body
       FROM offices f LEFT JOIN branches b ON b.id = f.body_id LEFT JOIN organisations o ON o.id = f.body_id
       LEFT JOIN areas a ON a.id = f.body_id
      WHERE f.person_id IN (${marks(actors)}) OR f.deputy_id IN (${marks(actors)}) ORDER BY f.id`,
    [...actors, ...actors],
  );
  return said.map(({ actor, office, recordedAt }) => {
    if (actor === null) return null;
    const day = shanghaiDateOf(recordedAt);
    const could = held.filter(
      ({ role, personId, deputyId, from, to }) =>
        role === office && [personId, deputyId].includes(actor) && from <= day && (to === null || day < to),
    );
    const own = could.find(({ bodyId }) => bodies.has(bodyId)) ?? could[0];
    const role = office === null ? undefined : ROLE_DEFINITIONS[office as Role];
    const title = { title: role?.zh ?? '', titleEn: role?.en ?? '' };
    return { name: names.get(actor)?.name ?? '', ...title, body: own?.body ?? null };
  });
}
