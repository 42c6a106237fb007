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
  STEP_WORDS,
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
  /** Of a problem too, which is looked at among those of its branch. */
  readonly branchId: string | null;
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
  /** The branches at one delay of their organisation, a line each; empty for what is about one body alone. */
  readonly lines: readonly NoticeBranch[];
  readonly readAt: Instant | null;
}

/** A branch that an organisation's delay is about. */
export interface NoticeBranch {
  readonly runId: string;
  readonly code: string;
  readonly name: string;
}

type Row = Omit<NoticeLine, 'title' | 'titleEn' | 'sentence' | 'sentenceEn' | 'at' | 'readAt' | 'lines'> & {
  readonly owingRunId: string | null;
  readonly step: string | null;
  readonly at: Date;
  readonly readAt: Date | null;
  /** Of the date that a slip is about. */
  readonly slipKind: DeadlineKind | null;
};

/** One page of what a person was told, the newest first. */
export async function listNotices(m: EntityManager, personId: string, page: PageRequest): Promise<Listed<NoticeLine>> {
  const { items, nextCursor } = await readPage<Row>(m, {
    columns: `n.id, CASE WHEN r.id IS NOT NULL THEN 'branch-run' WHEN o.id IS NOT NULL THEN 'organisation-run'
        WHEN p.id IS NOT NULL THEN 'problem' WHEN s.id IS NOT NULL THEN 'slip' END AS kind, COALESCE(d.owing_run_id, n.run_id) AS runId, b.id AS branchId, COALESCE(b.code, g.code) AS code,
      COALESCE(b.name, g.name) AS name, COALESCE(r.year, o.year, d.year, sd.year) AS year, n.subject, n.office, d.owing_run_id AS owingRunId,
      n.deadline_id AS deadlineId, d.kind AS deadlineKind, sd.kind AS slipKind, d.due_date AS dueDate, d.remind_by_date AS remindByDate, n.rung, n.step, n.colour, n.at,
      n.read_at AS readAt`,
    from: `notices n LEFT JOIN deadlines d ON d.id = n.deadline_id LEFT JOIN branch_runs r ON r.id = n.run_id AND d.owing_run_id IS NULL
      LEFT JOIN organisation_runs o ON o.id = COALESCE(d.owing_run_id, n.run_id) LEFT JOIN problems p ON p.id = n.run_id
      LEFT JOIN slips s ON s.id = n.run_id LEFT JOIN deadlines sd ON sd.id = s.deadline_id
      LEFT JOIN branches b ON b.id = COALESCE(r.branch_id, p.branch_id, s.branch_id)
      LEFT JOIN organisations g ON g.id = COALESCE(o.organisation_id, s.organisation_id)`,
    where: new Conditions().equal('n.person_id', personId).add('n.lead_id IS NULL'),
    sort: { keys: [{ sql: 'n.at', isInstant: true }, { sql: 'n.id' }], descending: true },
    page,
  });
  const events = await eventsOf(m, items);
  const lines = await linesOf(m, items);
  return {
    items: items.map((row) => toNoticeLine(row, { told: events.get(row.id) ?? null, lines: lines.get(row.id) ?? [] })),
    nextCursor,
  };
}

/** The branches that each of these is about, where it tells of an organisation's delay, in the order of their codes. */
async function linesOf(m: EntityManager, rows: readonly Row[]): Promise<Map<string, NoticeBranch[]>> {
  const leads = idsOf(rows.filter(({ owingRunId }) => owingRunId !== null));
  if (leads.length === 0) return new Map();
  const found = await select<NoticeBranch & { readonly leadId: string }>(
    m,
    `SELECT COALESCE(n.lead_id, n.id) AS leadId, r.id AS runId, b.code, b.name
       FROM notices n JOIN branch_runs r ON r.id = n.run_id JOIN branches b ON b.id = r.branch_id
      WHERE n.id IN (${marks(leads)}) OR n.lead_id IN (${marks(leads)}) ORDER BY b.code`,
    [...leads, ...leads],
  );
  const lines = new Map<string, NoticeBranch[]>();
  for (const { leadId, ...line } of found) lines.set(leadId, [...(lines.get(leadId) ?? []), line]);
  return lines;
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

/** One branch alone is where the notice leads. */
function toNoticeLine(
  { at, readAt, step, slipKind: slip, owingRunId: _, ...row }: Row,
  { told, lines }: { readonly told: NoticeMatter['told']; readonly lines: readonly NoticeBranch[] },
): NoticeLine {
  const { subject, name, year, deadlineKind: kind, dueDate, remindByDate, rung } = row;
  const deadline = kind ? { kind, dueDate, remindByDate, rung } : null;
  const branches = lines.map((line) => line.name);
  const handed = { step: step && isStep(step) ? STEP_WORDS[step] : null };
  const sentence = noticeSentence({
    subject,
    name: name ?? '',
    year,
    at: at.toISOString(),
    told,
    deadline,
    branches,
    slip,
    ...handed,
  });
  const [only] = lines.length === 1 ? lines : [];
  return {
    ...row,
    ...(only && { kind: 'branch-run', runId: only.runId }),
    lines,
    title: NOTICE_WORDS[subject].zh,
    titleEn: NOTICE_WORDS[subject].en,
    sentence: sentence.zh,
    sentenceEn: sentence.en,
    at: toInstant(at),
    readAt: toInstant(readAt),
  };
}

function isStep(step: string): step is keyof typeof STEP_WORDS {
  return Object.hasOwn(STEP_WORDS, step);
}
