import type { EntityManager } from 'typeorm';
import { type Instant, processOf, type RoundState, RUN_KINDS, type RunKind, stemOf, tableOf } from '@app/domain';
import { toInstant } from '../tables/columns';
import { literal, marks, select } from './select';

/** A row whose workflow should run, or did: all that a start of it needs. */
export interface KnownRun {
  readonly kind: RunKind | 'keeper';
  readonly id: string;
  readonly workflowId: string;
  readonly campaignId: string;
  readonly campaignKey: string;
  /** 0 of a run that is being opened; of a keeper always 0. */
  readonly version: number;
  readonly isOpen: boolean;
  /** Rows of a round that is being opened: the errand that starts their workflows is on its way, and not for too long. */
  readonly isAwaited: boolean;
  readonly year: number | null;
  readonly organisationCode: string | null;
  readonly openedAt: Instant;
  /** Start input of the workflow; null of a keeper. */
  readonly setting: unknown;
}

/** Where the rows of a kind are kept, and what stands for each field that not every kind has a column for. */
interface Table {
  readonly prefix: string;
  readonly from: string;
  /** The round of a row that may be awaited. */
  readonly join?: string;
  readonly version: string;
  readonly open: string;
  readonly awaited: string;
  readonly year: string;
  readonly organisationCode: string;
  readonly openedAt: string;
  readonly setting: string;
}

/** As long as an errand may take, in real time; what does not run then is named, and begun by whoever looks for it. */
const OPENING_MINUTES = 30;

const OF_OPENING_ROUND = `o.campaign_id = r.campaign_id AND o.year = r.year AND o.status = ${literal<RoundState['status']>('opening')}
              AND o.written_at > UTC_TIMESTAMP(3) - INTERVAL ${OPENING_MINUTES} MINUTE`;

/** An organisation's or a branch's year. */
const YEAR_OF_ORGANISATION = {
  join: `LEFT JOIN rounds o ON ${OF_OPENING_ROUND}`,
  awaited: '(r.version = 0 AND o.id IS NOT NULL)',
  year: 'r.year',
  organisationCode: '(SELECT g.code FROM organisations g WHERE g.id = r.organisation_id)',
};

/** In the order in which lost ones are begun again: who starts others first. */
const TABLES: Readonly<Record<KnownRun['kind'], Table>> = {
  campaign: runTable('campaign', { openedAt: 'r.established_at' }),
  keeper: {
    prefix: 'deadlines:',
    from: 'keepers r',
    version: '0',
    open: 'TRUE',
    awaited: 'FALSE',
    year: 'NULL',
    organisationCode: 'NULL',
    openedAt: 'c.established_at',
    setting: 'NULL',
  },
  'organisation-run': runTable('organisation-run', YEAR_OF_ORGANISATION),
  'spot-check': runTable('spot-check', { year: 'r.year' }),
  'branch-run': runTable('branch-run', YEAR_OF_ORGANISATION),
};

const KINDS = Object.keys(TABLES) as (keyof typeof TABLES)[];

/** A kind's table as its definition calls it and knows its end, with what is its own. */
function runTable(kind: RunKind, own: Partial<Table>): Table {
  const { last } = processOf(kind);
  return {
    prefix: `${stemOf(kind)}:`,
    from: `${tableOf(kind)} r`,
    version: 'r.version',
    open: last === null ? 'TRUE' : `r.step <> ${literal(last)}`,
    awaited: 'FALSE',
    year: 'NULL',
    organisationCode: 'NULL',
    openedAt:
      'COALESCE((SELECT e.recorded_at FROM process_events e WHERE e.stream = r.workflow_id AND e.sequence = 1), r.since)',
    setting: 'r.setting',
    ...own,
  };
}

const PAGE = 500;

/** The row behind a workflow's id; null where none has it. */
export async function knownRun(m: EntityManager, workflowId: string): Promise<KnownRun | null> {
  const kind = KINDS.find((one) => workflowId.startsWith(TABLES[one].prefix));
  if (!kind) return null;
  const [run] = await readRuns(m, kind, { sql: 'r.workflow_id = ?', parameters: [workflowId] });
  return run ?? null;
}

/** Every open run and every keeper, page by page, of one campaign or of all. */
export async function* openRuns(m: EntityManager, campaignId: string | null = null): AsyncGenerator<KnownRun[]> {
  for (const kind of KINDS) {
    for (let after = ''; ;) {
      const page = await readRuns(m, kind, {
        sql: `${TABLES[kind].open} AND r.workflow_id > ? AND (? IS NULL OR r.campaign_id = ?) ORDER BY r.workflow_id LIMIT ${PAGE}`,
        parameters: [after, campaignId, campaignId],
      });
      const last = page.at(-1);
      if (!last) break;
      yield page;
      after = last.workflowId;
    }
  }
}

/**
 * How many workflows should run now: open runs and keepers, those left out that an errand is still starting. The open ones are
 * counted in an index; rows are read of a round alone that is being opened.
 */
export async function countOpenRuns(m: EntityManager): Promise<number> {
  const tables = Object.values(TABLES);
  const open = tables.map((table) => `(SELECT COUNT(*) FROM ${table.from} WHERE ${table.open})`);
  const awaited = tables
    .filter(({ join }) => join)
    .map(
      ({ from }) => `(SELECT COUNT(*) FROM rounds o STRAIGHT_JOIN ${from} ON ${OF_OPENING_ROUND} WHERE r.version = 0)`,
    );
  const [row] = await select<{ n: string }>(m, `SELECT ${open.join(' + ')} - ${awaited.join(' - ')} AS n`);
  return Number(row?.n ?? 0);
}

/** The ids of the runs behind some workflows. */
export async function runIdsOf(m: EntityManager, workflowIds: readonly string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (let from = 0; from < workflowIds.length; from += PAGE) {
    const part = workflowIds.slice(from, from + PAGE);
    const rows = await select<{ id: string; workflowId: string }>(
      m,
      RUN_KINDS.map(
        (kind) => `SELECT id, workflow_id AS workflowId FROM ${tableOf(kind)} WHERE workflow_id IN (${marks(part)})`,
      ).join(' UNION ALL '),
      RUN_KINDS.flatMap(() => part),
    );
    for (const { id, workflowId } of rows) ids.set(workflowId, id);
  }
  return ids;
}

async function readRuns(
  m: EntityManager,
  kind: KnownRun['kind'],
  where: { readonly sql: string; readonly parameters: readonly unknown[] },
): Promise<KnownRun[]> {
  const { from, join = '', version, open, awaited, year, organisationCode, openedAt, setting } = TABLES[kind];
  const rows = await select<
    Omit<KnownRun, 'kind' | 'isOpen' | 'isAwaited' | 'openedAt' | 'setting'> & {
      isOpen: number;
      isAwaited: number;
      openedAt: Date;
      setting: string | null;
    }
  >(
    m,
    `SELECT r.id, r.workflow_id AS workflowId, r.campaign_id AS campaignId, c.campaign_key AS campaignKey,
            ${version} AS version, ${open} AS isOpen, ${awaited} AS isAwaited, ${year} AS year,
            ${organisationCode} AS organisationCode, ${openedAt} AS openedAt, ${setting} AS setting
       FROM ${from} ${join} JOIN campaigns c ON c.id = r.campaign_id WHERE ${where.sql}`,
    where.parameters,
  );
  return rows.map((row) => ({
    ...row,
    kind,
    isOpen: Boolean(row.isOpen),
    isAwaited: Boolean(row.isAwaited),
    openedAt: toInstant(row.openedAt),
    setting: typeof row.setting === 'string' ? (JSON.parse(row.setting) as unknown) : row.setting,
  }));
}
