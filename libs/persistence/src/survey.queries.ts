import type { EntityManager } from 'typeorm';
import type { Instant } from '@app/domain';
import { toInstant } from './columns';
import { select } from './select';

/** Branch runs `r`, each with the instant `d.first` at which it first handed its survey over. */
const SURVEYED = `branch_runs r
  LEFT JOIN (SELECT run_id, MIN(frozen_at) AS first FROM documents WHERE kind = 'survey' GROUP BY run_id) d
    ON d.run_id = r.id`;

/** Whether such a run still owes its survey; one that was returned has been handed over. */
const OWED = `(r.step IN ('opening', 'survey-opening', 'survey-writing') AND d.first IS NULL)`;

/**
 * The surveys of an organisation's year: how many are not handed over, of how many branches, and since when none is owed:
 * the last was handed over, or the last branch that owed one left.
 */
export async function surveyProgress(
  m: EntityManager,
  organisationId: string,
  year: number,
): Promise<{ open: number; branches: number; lastSubmittedAt: Instant | null }> {
  const [row] = await select<{ openCount: string; branches: string; lastSubmittedAt: Date | null }>(
    m,
    `SELECT COALESCE(SUM(${OWED}), 0) AS openCount,
            COALESCE(SUM(r.disposition IS NULL OR r.disposition <> 'excluded'), 0) AS branches,
            MAX(COALESCE(d.first, IF(r.disposition = 'excluded', r.since, NULL))) AS lastSubmittedAt
       FROM ${SURVEYED}
      WHERE r.organisation_id = ? AND r.year = ?`,
    [organisationId, year],
  );
  return {
    open: Number(row?.openCount),
    branches: Number(row?.branches),
    lastSubmittedAt: toInstant(row?.lastSubmittedAt ?? null),
  };
}

/** An organisation's year that owes its survey although none of its branches does. */
export interface UnheardSurveys {
  readonly workflowId: string;
  /** The branch whose survey, or whose leaving, it has not heard of. */
  readonly lastStream: string;
}

/** The organisations of a campaign that have not taken in that their last survey was handed over. */
export function unheardSurveys(m: EntityManager, campaignId: string): Promise<UnheardSurveys[]> {
  const own = `r.organisation_id = o.organisation_id AND r.year = o.year`;
  return select<UnheardSurveys>(
    m,
    `SELECT o.workflow_id AS workflowId,
            (SELECT r.workflow_id FROM ${SURVEYED} WHERE ${own}
              ORDER BY COALESCE(d.first, r.since) DESC, r.workflow_id DESC LIMIT 1) AS lastStream
       FROM organisation_runs o
       JOIN deadlines s ON s.run_id = o.id AND s.kind = 'survey' AND s.met_at IS NULL AND s.voided_at IS NULL
      WHERE o.campaign_id = ? AND EXISTS (SELECT 1 FROM branch_runs r WHERE ${own})
        AND NOT EXISTS (SELECT 1 FROM ${SURVEYED} WHERE ${own} AND ${OWED})
      ORDER BY o.workflow_id`,
    [campaignId],
  );
}
