import type { EntityManager } from 'typeorm';
import {
  type CivilDate,
  type DeadlineKind,
  type Instant,
  type LadderColour,
  NOTICE_WORDS,
  noticeEvents,
  type NoticeMatter,
  noticeSentence,
  type NoticeSubject,
  type Role,
} from '@app/domain';
import type { RecordedEvent } from '../../record/event-log';
import { toInstant } from '../../tables/columns';
import { Conditions, idsOf, type Listed, marks, type PageRequest, readPage, select } from '../select';

/** A notice as its addressee sees it: what it is about, said in a sentence. */
export interface NoticeLine {
  readonly id: string;
  /** What `runId` is the id of: where the notice leads. */
  readonly kind: 'branch-run' | 'organisation-run' | 'problem' | 'slip' | null;
  readonly runId: string | null;
  /** The body it is about. */
  readonly code: string | null;
  readonly name: string | null;
  readonly year: number | null;
  readonly subject: NoticeSubject;
  readonly title: string;
  readonly titleEn: string;
  readonly sentence: string;
  readonly sentenceEn: string;
  /** Null where he is told as the owner of a problem. */
  readonly office: Role | null;
  readonly deadlineId: string | null;
  readonly deadlineKind: DeadlineKind | null;
  /** Of the deadline as it stands now. */
  readonly dueDate: CivilDate | null;
  readonly remindByDate: CivilDate | null;
  readonly rung: string | null;
  readonly colour: LadderColour;
  readonly at: Instant;
  readonly deliveryId: string;
  readonly readAt: Instant | null;
}

type Row = Omit<NoticeLine, 'title' | 'titleEn' | 'sentence' | 'sentenceEn' | 'at' | 'readAt'> & {
  readonly at: Date;
  readonly readAt: Date | null;
  /** Of the date that a slip is about. */
  readonly slipKind: DeadlineKind | null;
};

/** One page of what a person was told, the newest first. */
export async function listNotices(m: EntityManager, personId: string, page: PageRequest): Promise<Listed<NoticeLine>> {
  const { items, nextCursor } = await readPage<Row>(m, {
    columns: `n.id, CASE WHEN r.id IS NOT NULL THEN 'branch-run' WHEN o.id IS NOT NULL THEN 'organisation-run'
        WHEN p.id IS NOT NULL THEN 'problem' WHEN s.id IS NOT NULL THEN 'slip' END AS kind, n.run_id AS runId, COALESCE(b.code, g.code) AS code,
      COALESCE(b.name, g.name) AS name, COALESCE(r.year, o.year, d.year, sd.year) AS year, n.subject, n.office,
      n.deadline_id AS deadlineId, d.kind AS deadlineKind, sd.kind AS slipKind, d.due_date AS dueDate, d.remind_by_date AS remindByDate, n.rung, n.colour, n.at,
      n.delivery_id AS deliveryId, n.read_at AS readAt`,
    from: `notices n LEFT JOIN deadlines d ON d.id = n.deadline_id LEFT JOIN branch_runs r ON r.id = n.run_id
      LEFT JOIN organisation_runs o ON o.id = n.run_id LEFT JOIN problems p ON p.id = n.run_id
      LEFT JOIN slips s ON s.id = n.run_id LEFT JOIN deadlines sd ON sd.id = s.deadline_id
      LEFT JOIN branches b ON b.id = COALESCE(r.branch_id, p.branch_id, s.branch_id)
      LEFT JOIN organisations g ON g.id = COALESCE(o.organisation_id, s.organisation_id)`,
    where: new Conditions().equal('n.person_id', personId),
    sort: { keys: [{ sql: 'n.at', isInstant: true }, { sql: 'n.id' }], descending: true },
    page,
  });
  const events = await eventsOf(m, items);
  return { items: items.map((row) => toNoticeLine(row, events.get(row.id) ?? null)), nextCursor };
}

/** With which event each was told, of those whose subject does not say what came about. */
async function eventsOf(m: EntityManager, rows: readonly Row[]): Promise<Map<string, NoticeMatter['told']>> {
  const asked = rows.filter(({ subject, deadlineId }) => deadlineId === null && noticeEvents(subject).length > 0);
  if (asked.length === 0) return new Map();
  const types = [...new Set(asked.flatMap(({ subject }) => noticeEvents(subject)))];
  const found = await select<{ id: string; type: string; canonical: string }>(
    m,
    `SELECT n.id, e.type, e.canonical FROM notices n
       LEFT JOIN branch_runs r ON r.id = n.run_id LEFT JOIN organisation_runs o ON o.id = n.run_id
       JOIN process_events e ON e.stream = COALESCE(r.workflow_id, o.workflow_id) AND e.recorded_at = n.at AND e.type IN (${marks(types)})
      WHERE n.id IN (${marks(asked)}) ORDER BY e.sequence`,
    [...types, ...idsOf(asked)],
  );
  const subjects = new Map(asked.map(({ id, subject }) => [id, subject]));
  return new Map(
    found
      .filter(({ id, type }) => noticeEvents(subjects.get(id) ?? 'returned').includes(type))
      .map(({ id, type, canonical }) => [id, { type, payload: payloadOf(canonical) }]),
  );
}

function payloadOf(canonical: string): Readonly<Record<string, unknown>> {
  return (JSON.parse(canonical) as RecordedEvent).payload as Readonly<Record<string, unknown>>;
}

function toNoticeLine({ at, readAt, slipKind: slip, ...row }: Row, told: NoticeMatter['told']): NoticeLine {
  const { subject, name, year, deadlineKind: kind, dueDate, remindByDate, rung } = row;
  const deadline = kind && rung ? { kind, dueDate, remindByDate, rung } : null;
  const sentence = noticeSentence({ subject, name: name ?? '', year, at: at.toISOString(), told, deadline, slip });
  return {
    ...row,
    title: NOTICE_WORDS[subject].zh,
    titleEn: NOTICE_WORDS[subject].en,
    sentence: sentence.zh,
    sentenceEn: sentence.en,
    at: toInstant(at),
    readAt: toInstant(readAt),
  };
}
