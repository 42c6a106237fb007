import type { EntityManager } from 'typeorm';
import { type CivilDate, type Instant, struckReasons } from '@app/domain';
import { toInstant } from '../../tables/columns';
import { remarkLines } from '../remark-lines';
import { addScope, type Scope } from '../scope.queries';
import { Conditions, type Listed, type PageRequest, readPage } from '../select';

interface Asked {
  readonly campaignId: string;
  readonly year?: number | undefined;
  readonly organisationRunId?: string | undefined;
  readonly scope: Scope;
  readonly page: PageRequest;
}

interface OfRound {
  readonly id: string;
  readonly organisationRunId: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly year: number;
}

/** A result list as it was sent; `sentAt` is the date that counts as filed. */
export interface FilingLine extends OfRound {
  readonly no: number;
  readonly decisionId: string;
  readonly lines: number;
  readonly sendings: number;
  readonly sentAt: Instant | null;
  readonly returnedAt: Instant | null;
  readonly registeredAt: Instant | null;
  readonly bySilence: boolean;
}

/** One page of filings (备案), year by year in the order of their organisations; `registered` by the committee, not yet, or both. */
export async function listFilings(
  m: EntityManager,
  asked: Asked & { readonly registered?: boolean | undefined },
): Promise<Listed<FilingLine>> {
  type Row = Omit<FilingLine, 'sentAt' | 'returnedAt' | 'registeredAt' | 'bySilence'> &
    Record<'sentAt' | 'returnedAt' | 'registeredAt', Date | null> & { readonly bySilence: number | string };
  const where = narrowed(asked);
  if (asked.registered !== undefined) where.add(`f.registered_at IS ${asked.registered ? 'NOT NULL' : 'NULL'}`);
  const { items, nextCursor } = await readPage<Row>(m, {
    columns: `${OWN_COLUMNS}, f.list_no AS no, f.decision_id AS decisionId, f.line_count AS \`lines\`, f.sendings, f.sent_at AS sentAt,
      f.returned_at AS returnedAt, f.registered_at AS registeredAt, f.by_silence AS bySilence`,
    from: `filings f ${OF_RUN}`,
    where,
    sort: SORT,
    page: asked.page,
  });
  return {
    items: items.map(({ sentAt, returnedAt, registeredAt, bySilence, ...row }) => ({
      ...row,
      sentAt: toInstant(sentAt),
      returnedAt: toInstant(returnedAt),
      registeredAt: toInstant(registeredAt),
      bySilence: Number(bySilence) === 1,
    })),
    nextCursor,
  };
}

/** A party group's decision on one list: number and date of its paper, the branches agreed to and struck. */
export interface DecisionLine extends OfRound {
  readonly listNo: number;
  readonly listId: string;
  readonly number: string;
  readonly decidedOn: CivilDate;
  readonly agreed: readonly string[];
  readonly struck: readonly string[];
  /** Why, branch by branch in the order of `struck`. */
  readonly struckReasons: readonly string[];
  readonly recusals: readonly string[];
  readonly recordedBy: string;
  readonly recordedAt: Instant;
}

/** One page of decisions, year by year in the order of their organisations. */
export async function listDecisions(m: EntityManager, asked: Asked): Promise<Listed<DecisionLine>> {
  type Row = Omit<DecisionLine, 'agreed' | 'struck' | 'struckReasons' | 'recusals' | 'recordedAt'> &
    Record<'agreed' | 'struck' | 'recusals', string> & { readonly reasons: string | null; readonly recordedAt: Date };
  const { items, nextCursor } = await readPage<Row>(m, {
    columns: `${OWN_COLUMNS}, f.list_no AS listNo, f.list_id AS listId, f.paper_number AS number, f.decided_on AS decidedOn, f.agreed, f.struck,
      w.body AS reasons, f.recusals, f.recorded_by AS recordedBy, f.recorded_at AS recordedAt`,
    from: `decisions f ${OF_RUN} LEFT JOIN documents w ON w.id = f.reason_id`,
    where: narrowed(asked),
    sort: SORT,
    page: asked.page,
  });
  const listed = (text: string) => JSON.parse(text) as string[];
  return {
    items: items.map(({ agreed, struck, reasons, recusals, recordedAt, ...row }) => ({
      ...row,
      agreed: listed(agreed),
      struck: listed(struck),
      struckReasons: struckReasons(listed(struck), reasons === null ? [] : remarkLines(reasons)),
      recusals: listed(recusals),
      recordedAt: toInstant(recordedAt),
    })),
    nextCursor,
  };
}

/** Which organisation's round it belongs to. */
const OWN_COLUMNS = `f.id, f.organisation_run_id AS organisationRunId, r.organisation_id AS organisationId,
  o.code AS organisationCode, r.year`;

const OF_RUN =
  'JOIN organisation_runs r ON r.id = f.organisation_run_id JOIN organisations o ON o.id = r.organisation_id';

const SORT = {
  keys: [{ sql: 'r.year' }, { sql: 'o.code' }, { sql: 'f.list_no' }, { sql: 'f.id' }],
};

function narrowed({ campaignId, year, organisationRunId, scope }: Asked): Conditions {
  const where = new Conditions()
    .equal('f.campaign_id', campaignId)
    .equal('r.year', year)
    .equal('f.organisation_run_id', organisationRunId);
  addScope(where, scope, { area: 'r.area_id', organisation: 'r.organisation_id', branch: null });
  return where;
}
