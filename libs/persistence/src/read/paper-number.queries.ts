import type { EntityManager } from 'typeorm';
import { shanghaiDateOf, type UsedNumber } from '@app/domain';
import { toInstant } from '../tables/columns';
import { select } from './select';

/** The papers by which an organisation's party group has decided, in all years. */
export function decisionNumbersOf(m: EntityManager, organisationId: string): Promise<UsedNumber[]> {
  return select<UsedNumber>(
    m,
    `SELECT d.paper_number AS number, d.decided_on AS \`on\`, r.year FROM decisions d
       JOIN organisation_runs r ON r.id = d.organisation_run_id WHERE r.organisation_id = ?`,
    [organisationId],
  );
}

/** The papers by which a campaign's committee has recognised branches. */
export function recognitionNumbersOf(m: EntityManager, campaignId: string): Promise<UsedNumber[]> {
  return select<UsedNumber>(
    m,
    `SELECT g.document_number AS number, g.decided_on AS \`on\`, p.year FROM recognitions g
       JOIN publications p ON p.id = g.publication_id WHERE g.campaign_id = ?`,
    [campaignId],
  );
}

/** The papers by which it has closed rounds. */
export async function closingNumbersOf(m: EntityManager, campaignId: string): Promise<UsedNumber[]> {
  const rows = await select<{ number: string; closedAt: Date; year: number }>(
    m,
    `SELECT document_number AS number, closed_at AS closedAt, year FROM rounds
      WHERE campaign_id = ? AND document_number IS NOT NULL AND closed_at IS NOT NULL`,
    [campaignId],
  );
  return rows.map(({ closedAt, ...row }) => ({ ...row, on: shanghaiDateOf(toInstant(closedAt)) }));
}
