import type { EntityManager } from 'typeorm';
import {
  type CivilDate,
  type DeadlineKind,
  type DeadlineMeeting,
  type Disposition,
  type DocumentKind,
  STEPS_OWING_SURVEY,
} from '@app/domain';
import { toInstant } from '../tables/columns';
import { literal, literals, select } from './select';

/** Branch runs `r`, each with the first survey `d` that it handed over; one that was returned has been handed over. */
const SURVEYED = `branch_runs r
  LEFT JOIN documents d ON d.run_id = r.id AND d.kind = ${literal<DocumentKind>('survey')} AND d.no = 1 AND d.frozen_at IS NOT NULL`;

/** Whether the year of such a run begins with a survey. */
const ASKED = 'r.has_survey = 1';

/** Whether the branch of such a run has left. */
const LEFT = `r.disposition <=> ${literal<Disposition>('excluded')}`;

/** Whether such a run still owes its survey. */
const OWED = `(r.step IN (${literals(STEPS_OWING_SURVEY)}) AND d.id IS NULL)`;

/**
 * The surveys of an organisation's year: how many are not handed over, of how many branches that are asked for one and
 * have not left; where none is owed any more, how each was handed over, or when a branch left without.
 */
export async function surveyProgress(
  m: EntityManager,
  {
    campaignId,
    organisationId,
    year,
  }: { readonly campaignId: string; readonly organisationId: string; readonly year: number },
): Promise<{ open: number; branches: number; handedOver: DeadlineMeeting[] }> {
  const own = `r.campaign_id = ? AND r.year = ? AND r.organisation_id = ? AND ${ASKED}`;
  const parameters = [campaignId, year, organisationId];
  const [row] = await select<{ openCount: string; branches: string }>(
    m,
    `SELECT COALESCE(SUM(${OWED}), 0) AS openCount,
            COALESCE(SUM(NOT (${LEFT})), 0) AS branches
       FROM ${SURVEYED} WHERE ${own}`,
    parameters,
  );
  const progress = { open: Number(row?.openCount), branches: Number(row?.branches) };
  if (progress.open > 0) return { ...progress, handedOver: [] };
  const surveys = await select<HandOver>(
    m,
    `SELECT COALESCE(d.frozen_at, r.since) AS at, d.happened_on AS happenedOn, d.paper_date AS paperDate
       FROM ${SURVEYED} WHERE ${own} AND (d.id IS NOT NULL OR ${LEFT}) ORDER BY r.id`,
    parameters,
  );
  return { ...progress, handedOver: surveys.map(toMeeting) };
}

interface HandOver {
  readonly at: Date;
  readonly happenedOn: CivilDate | null;
  readonly paperDate: CivilDate | null;
}

function toMeeting({ at, happenedOn, paperDate }: HandOver): DeadlineMeeting {
  const submittedAt = toInstant(at);
  return {
    submittedAt,
    ...(happenedOn && { happenedAt: happenedOn }),
    ...(paperDate && { lateEntry: { paperDate, recordedAt: submittedAt } }),
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
  const own = `r.campaign_id = o.campaign_id AND r.year = o.year AND r.organisation_id = o.organisation_id AND ${ASKED}`;
  return select<UnheardSurveys>(
    m,
    `SELECT o.workflow_id AS workflowId,
            (SELECT r.workflow_id FROM ${SURVEYED} WHERE ${own}
              ORDER BY COALESCE(d.frozen_at, r.since) DESC, r.workflow_id DESC LIMIT 1) AS lastStream
       FROM organisation_runs o
       JOIN deadlines s ON s.run_id = o.id AND s.kind = ${literal<DeadlineKind>('survey')} AND s.met_at IS NULL AND s.voided_at IS NULL
      WHERE o.campaign_id = ? AND EXISTS (SELECT 1 FROM branch_runs r WHERE ${own})
        AND NOT EXISTS (SELECT 1 FROM ${SURVEYED} WHERE ${own} AND ${OWED})
      ORDER BY o.workflow_id`,
    [campaignId],
  );
}
