import type { EntityManager } from 'typeorm';
import type { BranchStep, Instant, OrganisationStep, RoundState, SpotCheckStep } from '@app/domain';
import { literal, marks, select } from './select';

/** The kinds of workflow that a row stands for. */
export type RunNoun = 'campaign' | 'keeper' | 'organisation' | 'spot-check' | 'branch';

/** A row whose workflow should run, or did: all that a start of it needs. */
export interface KnownRun {
  readonly noun: RunNoun;
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

interface Table {
  readonly noun: RunNoun;
  readonly prefix: string;
  readonly from: string;
  readonly columns: string;
  readonly open: string;
}

/** As long as an errand may take, in real time; what does not run then is named, and begun by whoever looks for it. */
const OPENING_MINUTES = 30;

const ROUND = `LEFT JOIN rounds o ON o.campaign_id = r.campaign_id AND o.year = r.year AND o.status = ${literal<RoundState['status']>('opening')}
              AND o.written_at > UTC_TIMESTAMP(3) - INTERVAL ${OPENING_MINUTES} MINUTE`;
const AWAITED = '(r.version = 0 AND o.id IS NOT NULL) AS isAwaited';
const OPENED = '(SELECT e.recorded_at FROM process_events e WHERE e.stream = r.workflow_id AND e.sequence = 1)';

const RUN_OPEN = `r.step <> ${literal<BranchStep & OrganisationStep>('closed')}`;
const CHECK_OPEN = `r.step <> ${literal<SpotCheckStep>('concluded')}`;

const CODE = '(SELECT g.code FROM organisations g WHERE g.id = r.organisation_id)';

/** In the order in which lost ones are begun again: who starts others first. */
const TABLES: readonly Table[] = [
  {
    noun: 'campaign',
    prefix: 'campaign:',
    from: 'campaigns r',
    columns: `r.version, TRUE AS isOpen, FALSE AS isAwaited, NULL AS year, NULL AS organisationCode,
              r.established_at AS openedAt, r.setting`,
    open: 'TRUE',
  },
  {
    noun: 'keeper',
    prefix: 'deadlines:',
    from: 'keepers r',
    columns: `0 AS version, TRUE AS isOpen, FALSE AS isAwaited, NULL AS year, NULL AS organisationCode,
              c.established_at AS openedAt, NULL AS setting`,
    open: 'TRUE',
  },
  {
    noun: 'organisation',
    prefix: 'organisation:',
    from: `organisation_runs r ${ROUND}`,
    columns: `r.version, ${RUN_OPEN} AS isOpen, ${AWAITED}, r.year,
              ${CODE} AS organisationCode, COALESCE(${OPENED}, r.since) AS openedAt, r.setting`,
    open: RUN_OPEN,
  },
  {
    noun: 'spot-check',
    prefix: 'spot-check:',
    from: 'spot_checks r',
    columns: `r.version, ${CHECK_OPEN} AS isOpen, FALSE AS isAwaited, r.year, NULL AS organisationCode,
              COALESCE(${OPENED}, r.since) AS openedAt, r.setting`,
    open: CHECK_OPEN,
  },
  {
    noun: 'branch',
    prefix: 'branch:',
    from: `branch_runs r ${ROUND}`,
    columns: `r.version, ${RUN_OPEN} AS isOpen, ${AWAITED}, r.year,
              ${CODE} AS organisationCode, COALESCE(${OPENED}, r.since) AS openedAt, r.setting`,
    open: RUN_OPEN,
  },
];

const PAGE = 500;

/** The row behind a workflow's id; null where none has it. */
export async function knownRun(m: EntityManager, workflowId: string): Promise<KnownRun | null> {
  const table = TABLES.find(({ prefix }) => workflowId.startsWith(prefix));
  if (!table) return null;
  const [run] = await readRuns(m, table, { sql: 'r.workflow_id = ?', parameters: [workflowId] });
  return run ?? null;
}

/** Every open run and every keeper, page by page, of one campaign or of all. */
export async function* openRuns(m: EntityManager, campaignId: string | null = null): AsyncGenerator<KnownRun[]> {
  for (const table of TABLES) {
    for (let after = ''; ;) {
      const page = await readRuns(m, table, {
        sql: `${table.open} AND r.workflow_id > ? AND (? IS NULL OR r.campaign_id = ?) ORDER BY r.workflow_id LIMIT ${PAGE}`,
        parameters: [after, campaignId, campaignId],
      });
      const last = page.at(-1);
      if (!last) break;
      yield page;
      after = last.workflowId;
    }
  }
}

/** How many workflows should run now: open runs and keepers, those left out that an errand is still starting. */
export async function countOpenRuns(m: EntityManager): Promise<number> {
  const counts = TABLES.map(({ from, open, noun }) => {
    const awaited = noun === 'organisation' || noun === 'branch' ? 'AND NOT (r.version = 0 AND o.id IS NOT NULL)' : '';
    return `(SELECT COUNT(*) FROM ${from} WHERE ${open} ${awaited})`;
  });
  const [row] = await select<{ n: string }>(m, `SELECT ${counts.join(' + ')} AS n`);
  return Number(row?.n ?? 0);
}

/** The ids of the runs behind some workflows. */
export async function runIdsOf(m: EntityManager, workflowIds: readonly string[]): Promise<Map<string, string>> {
  const ids = new Map<string, string>();
  for (let from = 0; from < workflowIds.length; from += PAGE) {
    const part = workflowIds.slice(from, from + PAGE);
    const tables = ['branch_runs', 'organisation_runs', 'campaigns', 'spot_checks'];
    const rows = await select<{ id: string; workflowId: string }>(
      m,
      tables
        .map((table) => `SELECT id, workflow_id AS workflowId FROM ${table} WHERE workflow_id IN (${marks(part)})`)
        .join(' UNION ALL '),
      tables.flatMap(() => part),
    );
    for (const { id, workflowId } of rows) ids.set(workflowId, id);
  }
  return ids;
}

async function readRuns(
  m: EntityManager,
  table: Table,
  where: { readonly sql: string; readonly parameters: readonly unknown[] },
): Promise<KnownRun[]> {
  const rows = await select<
    Omit<KnownRun, 'isOpen' | 'isAwaited' | 'openedAt' | 'setting' | 'noun'> & {
      isOpen: number;
      isAwaited: number;
      openedAt: Date;
      setting: string | null;
    }
  >(
    m,
    `SELECT r.id, r.workflow_id AS workflowId, r.campaign_id AS campaignId, c.campaign_key AS campaignKey, ${table.columns}
       FROM ${table.from} JOIN campaigns c ON c.id = r.campaign_id WHERE ${where.sql}`,
    where.parameters,
  );
  return rows.map((row) => ({
    ...row,
    noun: table.noun,
    isOpen: Boolean(row.isOpen),
    isAwaited: Boolean(row.isAwaited),
    openedAt: row.openedAt.toISOString(),
    setting: typeof row.setting === 'string' ? (JSON.parse(row.setting) as unknown) : row.setting,
  }));
}
