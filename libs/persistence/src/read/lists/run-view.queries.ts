import type { EntityManager } from 'typeorm';
import { type CivilDate, type DeadlineKind, type DocumentKind, type Instant, type Light, lightAt } from '@app/domain';
import { toInstant } from '../../tables/columns';
import { toDeadline } from '../../write/deadline';
import { DeadlineEntity } from '../../tables/deadline.entity';
import { programmeOf } from '../programme-store';
import { Conditions, type Listed, type PageRequest, readPage, select } from '../select';

/** The documents of a run without their bodies, in the order in which they were opened; remarks once they are sent. */
export async function listDocuments(m: EntityManager, runId: string): Promise<DocumentLine[]> {
  const rows = await select<
    Omit<DocumentLine, 'savedAt' | 'frozenAt' | 'settledAt'> & {
      savedAt: Date;
      frozenAt: Date | null;
      settledAt: Date | null;
    }
  >(
    m,
    `SELECT id, kind, no, version, digest, author_id AS authorId, saved_at AS savedAt, frozen_at AS frozenAt,
            settled_at AS settledAt
       FROM documents WHERE run_id = ? AND (kind <> 'remarks' OR frozen_at IS NOT NULL) ORDER BY kind, no`,
    [runId],
  );
  return rows.map((row) => ({
    ...row,
    savedAt: toInstant(row.savedAt),
    frozenAt: toInstant(row.frozenAt),
    settledAt: toInstant(row.settledAt),
  }));
}

/** The newest document of each kind among these: what the next hand-over names. */
export function newestDocuments(documents: readonly DocumentLine[]): DocumentLine[] {
  return documents.filter(({ kind }, at) => documents[at + 1]?.kind !== kind);
}

/** One saving of a document with what it said. */
export interface DocumentVersion {
  readonly version: number;
  readonly digest: string;
  readonly authorId: string | null;
  readonly savedAt: Instant;
  readonly body: unknown;
}

/** One page of the savings of a document, the newest first; the first draft is 0. */
export async function listVersions(
  m: EntityManager,
  documentId: string,
  page: PageRequest,
): Promise<Listed<DocumentVersion>> {
  type Row = Omit<DocumentVersion, 'savedAt' | 'body'> & { readonly savedAt: Date; readonly body: string };
  const columns = 'version, digest, author_id AS authorId, saved_at AS savedAt, body';
  const where = new Conditions();
  where.parameters.push(documentId, documentId);
  const { items, nextCursor } = await readPage<Row>(m, {
    columns: 'v.version, v.digest, v.authorId, v.savedAt, v.body',
    from: `(SELECT ${columns} FROM documents WHERE id = ?
            UNION ALL SELECT ${columns} FROM document_versions WHERE document_id = ?) v`,
    where,
    sort: { keys: [{ sql: 'v.version' }], descending: true },
    page,
  });
  return {
    items: items.map(({ savedAt, body, ...row }) => ({
      ...row,
      savedAt: toInstant(savedAt),
      body: JSON.parse(body) as unknown,
    })),
    nextCursor,
  };
}

export interface DocumentLine {
  readonly id: string;
  readonly kind: DocumentKind;
  readonly no: number;
  readonly version: number;
  readonly digest: string;
  readonly authorId: string | null;
  readonly savedAt: Instant;
  readonly frozenAt: Instant | null;
  /** When the last signature it needs was given. */
  readonly settledAt: Instant | null;
}

/** A dated obligation with its light and its ladder at `now`. */
export interface DeadlineLine {
  readonly id: string;
  readonly runId: string;
  readonly kind: DeadlineKind;
  readonly body: string;
  readonly year: number;
  readonly organisationId: string;
  readonly branchId: string | null;
  readonly generation: number;
  readonly openedAt: Instant;
  /** Both null while no holiday notice tells on which day the last of so many workdays falls. */
  readonly remindByDate: CivilDate | null;
  readonly dueDate: CivilDate | null;
  readonly light: Light;
  readonly metAt: Instant | null;
  readonly metHow: string | null;
  readonly voidedAt: Instant | null;
  readonly rungs: readonly {
    readonly rung: string;
    /** Null: it waits for a holiday notice. */
    readonly at: Instant | null;
    readonly skipped: boolean;
    readonly firedAt: Instant | null;
    /** Its instant came and the date ended before anybody was told: the service was down. */
    readonly missed: boolean;
  }[];
}

/** The dates of a run, the earliest first. */
export async function deadlinesOfRun(m: EntityManager, runId: string, now: Instant): Promise<DeadlineLine[]> {
  const rows = await m.find(DeadlineEntity, { where: { runId }, order: { dueAt: 'ASC', kind: 'ASC', no: 'ASC' } });
  return deadlineLines(m, rows, now);
}

/** Deadlines as lists show them. */
export async function deadlineLines(
  m: EntityManager,
  rows: readonly DeadlineEntity[],
  now: Instant,
): Promise<DeadlineLine[]> {
  const [first] = rows;
  if (!first) return [];
  const programme = await programmeOf(m, first.campaignId);
  return rows.map((row) => {
    const { id, runId, kind, body, year, organisationId, branchId, generation, openedAt } = row;
    const { remindByDate, dueDate, metAt, metHow, voidedAt } = row;
    const rungs = toDeadline(row, programme).rungs.map(({ rung, at, skipped, firedAt, missed }) => ({
      rung,
      at,
      skipped,
      firedAt,
      missed,
    }));
    return {
      id,
      runId,
      kind,
      body,
      year,
      organisationId,
      branchId,
      generation,
      openedAt,
      remindByDate,
      dueDate,
      light: lightAt(row, now),
      metAt,
      metHow,
      voidedAt,
      rungs,
    };
  });
}
