import type { EntityManager } from 'typeorm';
import {
  type CivilDate,
  type DeadlineKind,
  type Instant,
  type LadderColour,
  NOTICE_WORDS,
  noticeSentence,
  type NoticeSubject,
  type Role,
} from '@app/domain';
import { toInstant } from '../../tables/columns';
import { Conditions, type Listed, type PageRequest, readPage } from '../select';

/** A notice as its addressee sees it: what it is about, said in a sentence. */
export interface NoticeLine {
  readonly id: string;
  /** What `runId` is the id of: where the notice leads. */
  readonly kind: 'branch-run' | 'organisation-run' | 'problem' | null;
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
};

/** One page of what a person was told, the newest first. */
export async function listNotices(m: EntityManager, personId: string, page: PageRequest): Promise<Listed<NoticeLine>> {
  const { items, nextCursor } = await readPage<Row>(m, {
    columns: `n.id, CASE WHEN r.id IS NOT NULL THEN 'branch-run' WHEN o.id IS NOT NULL THEN 'organisation-run'
        WHEN p.id IS NOT NULL THEN 'problem' END AS kind, n.run_id AS runId, COALESCE(b.code, g.code) AS code,
      COALESCE(b.name, g.name) AS name, COALESCE(r.year, o.year, d.year) AS year, n.subject, n.office,
      n.deadline_id AS deadlineId, d.kind AS deadlineKind, d.due_date AS dueDate, d.remind_by_date AS remindByDate, n.rung, n.colour, n.at,
      n.delivery_id AS deliveryId, n.read_at AS readAt`,
    from: `notices n LEFT JOIN deadlines d ON d.id = n.deadline_id LEFT JOIN branch_runs r ON r.id = n.run_id
      LEFT JOIN organisation_runs o ON o.id = n.run_id LEFT JOIN problems p ON p.id = n.run_id
      LEFT JOIN branches b ON b.id = COALESCE(r.branch_id, p.branch_id)
      LEFT JOIN organisations g ON g.id = o.organisation_id`,
    where: new Conditions().equal('n.person_id', personId),
    sort: { keys: [{ sql: 'n.at', isInstant: true }, { sql: 'n.id' }], descending: true },
    page,
  });
  return { items: items.map(toNoticeLine), nextCursor };
}

function toNoticeLine({ at, readAt, ...row }: Row): NoticeLine {
  const { subject, name, year, deadlineKind: kind, dueDate, remindByDate, rung } = row;
  const deadline = kind && rung ? { kind, dueDate, remindByDate, rung } : null;
  const sentence = noticeSentence({ subject, name: name ?? '', year, deadline });
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
