import { type EntityManager, IsNull } from 'typeorm';
import {
  type DocumentKind,
  type DocumentOrder,
  DomainError,
  type Instant,
  isSheet,
  type Attribution,
} from '@app/domain';
import { digestOf } from '../record/digest';
import { newestDocument, nextVersion } from './document';
import { insertAll } from './insert';
import { DocumentEntity } from '../tables/document.entity';
import { idOf } from '../record/ids';
import { literals } from '../read/select';

/** The run whose documents are meant. */
export interface DocumentHome {
  readonly campaignId: string;
  readonly programmeVersion: string;
  readonly runId: string;
}

/** What a document holds before anybody wrote into it. */
const EMPTY_BODY: Readonly<Record<DocumentKind, unknown>> = {
  survey: { answers: [] },
  'branch-plan': { problems: [] },
  'organisation-plan': { branches: [], responsible: [], dates: null },
  'self-assessment': { deductions: [], notApplicable: [], confirmed: [], remark: '' },
  'superior-assessment': { deductions: [], notApplicable: [], confirmed: [], remark: '' },
  'recheck-assessment': { deductions: [], notApplicable: [], confirmed: [], remark: '' },
  review: { deductions: [], notApplicable: [], confirmed: [], remark: '', changes: [] },
  'conclusion-list': {},
  'filing-list': {},
  'publication-list': {},
  'disposition-list': {},
  remarks: { lines: [] },
};

interface Said {
  readonly at: Instant;
  readonly attribution: Attribution | null;
  /** The words of a document that is made from a register, as its rule was asked about them. */
  readonly made?: object;
}

/** Opens documents for drafting and freezes those handed over, in the decision's transaction. */
export async function applyDocumentOrders(
  m: EntityManager,
  home: DocumentHome,
  { orders, ...said }: Said & { readonly orders: readonly DocumentOrder[] },
): Promise<void> {
  for (const order of orders) {
    if (order.action === 'freeze') await freezeDocument(m, order, said);
    else if (order.action === 'settle') await settleDocument(m, order, said.at);
    else await openDocument(m, home, { kind: order.kind, at: said.at });
  }
}

/**
 * Opens the next document of a kind in a run; it starts with the content of the one before and names whose that was, a
 * review with the branch's last superior sheet, so that nothing is typed twice. What was confirmed of the one before is
 * not: that is asked anew.
 */
export async function openDocument(
  m: EntityManager,
  home: DocumentHome,
  { kind, at }: { readonly kind: DocumentKind; readonly at: Instant },
): Promise<string> {
  const last = await newestDocument(m, { runId: home.runId, kind });
  const no = (last?.no ?? 0) + 1;
  const before = last ?? (kind === 'review' ? await lastSheet(m, home.runId) : undefined);
  const { body, authorId } = before ?? { body: EMPTY_BODY[kind], authorId: null };
  return insertDocument(m, home, { kind, no, body: toBeConfirmed(kind, body), authorId, at, frozenAt: null });
}

/** Opens the first document of a kind in each of these runs, blank; answers their ids in the order of the runs. */
export async function openFirstDocuments(
  m: EntityManager,
  homes: readonly DocumentHome[],
  { kind, at }: { readonly kind: DocumentKind; readonly at: Instant },
): Promise<string[]> {
  const blank = { kind, no: 1, body: EMPTY_BODY[kind], authorId: null, at, frozenAt: null };
  const rows = homes.map((home) => toRow(home, blank));
  await insertAll(m, DocumentEntity, rows);
  return rows.map(({ id }) => id);
}

interface NewDocument {
  readonly kind: DocumentKind;
  readonly no: number;
  readonly body: unknown;
  readonly authorId: string | null;
  readonly at: Instant;
  readonly frozenAt: Instant | null;
}

interface Carried {
  readonly body: unknown;
  readonly authorId: string | null;
}

function toBeConfirmed(kind: DocumentKind, body: unknown): unknown {
  return isSheet(kind) ? { ...(body as object), confirmed: [] } : body;
}

/** The last sheet of the branch that was signed in an earlier round, as the body of a review. */
async function lastSheet(m: EntityManager, runId: string): Promise<Carried | undefined> {
  const [row] = await m.query<{ body: string; authorId: string | null }[]>(
    `SELECT d.body, d.author_id AS authorId FROM branch_runs r
       JOIN branch_runs e ON e.branch_id = r.branch_id AND e.year < r.year
       JOIN documents d ON d.run_id = e.id AND d.kind IN (${literals<DocumentKind>(['superior-assessment', 'review'])}) AND d.settled_at IS NOT NULL
      WHERE r.id = ? ORDER BY e.year DESC, d.no DESC LIMIT 1`,
    [runId],
  );
  return row && { body: { ...(JSON.parse(row.body) as object), changes: [] }, authorId: row.authorId };
}

/** Writes a generated list, frozen at once: what was decided on is kept word for word. */
export async function keepList(
  m: EntityManager,
  home: DocumentHome,
  list: { readonly kind: DocumentKind; readonly no: number; readonly body: unknown; readonly at: Instant },
): Promise<string> {
  return insertDocument(m, home, { ...list, authorId: null, frozenAt: list.at });
}

/** The id of the n-th document of a kind in a run. */
export function documentId(runId: string, kind: DocumentKind, no: number): string {
  return idOf(runId, 'document', kind, no);
}

async function insertDocument(m: EntityManager, home: DocumentHome, document: NewDocument): Promise<string> {
  const row = toRow(home, document);
  await m.insert(DocumentEntity, row);
  return row.id;
}

function toRow(home: DocumentHome, { at, ...columns }: NewDocument) {
  const { kind, no, body, frozenAt } = columns;
  return {
    ...home,
    ...columns,
    id: documentId(home.runId, kind, no),
    version: 0,
    digest: digestOf(body),
    body: body as object,
    savedAt: at,
    settledAt: frozenAt,
  };
}

async function freezeDocument(
  m: EntityManager,
  { documentId: id, digest, half, made }: Extract<DocumentOrder, { action: 'freeze' }>,
  { at, attribution, made: body }: Said,
): Promise<void> {
  if (made && body) {
    const current = await m.findOneByOrFail(DocumentEntity, { id });
    const written = { body, digest, authorId: attribution?.actor ?? null, savedAt: at };
    if (current.digest !== digest) await nextVersion(m, current, written);
  }
  const stated = { happenedOn: attribution?.happenedOn ?? null, paperDate: attribution?.lateEntry?.paperDate ?? null };
  const { affected } = await m.update(
    DocumentEntity,
    { id, digest },
    { frozenAt: at, settledAt: half ? null : at, ...stated },
  );
  if (affected !== 1) {
    throw new DomainError('digest-mismatch', '文件在阅读之后又有改动，请重新阅读后提交', { documentId: id });
  }
}

async function settleDocument(
  m: EntityManager,
  { documentId: id, digest }: Extract<DocumentOrder, { action: 'settle' }>,
  at: Instant,
): Promise<void> {
  const { affected } = await m.update(DocumentEntity, { id, digest, settledAt: IsNull() }, { settledAt: at });
  if (affected !== 1) throw new Error(`document ${id} cannot be settled`);
}
