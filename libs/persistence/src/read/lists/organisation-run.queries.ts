import type { EntityManager } from 'typeorm';
import type { Instant, OrganisationStep } from '@app/domain';
import { toInstant } from '../../tables/columns';
import { awaitedOfRuns } from '../awaited.queries';
import { lightsOfRuns } from '../light.queries';
import { RUN_COLUMNS, type RunLine, type RunLineRow, toRunLine } from './run-line';
import { addScope } from '../scope.queries';
import { Conditions, idsOf, type Listed, readPage } from '../select';
import type { Asked } from './asked';

/** An organisation's year as lists show it. */
export interface OrganisationRunLine extends RunLine {
  readonly step: OrganisationStep;
  readonly plannedThisYear: number;
  readonly plannedNextYear: number;
  readonly surveyMet: boolean;
  readonly sentAt: Instant | null;
  readonly registeredAt: Instant | null;
}

/** What a list of organisation runs can be narrowed by. */
export interface OrganisationRunFilter {
  readonly campaignId: string;
  readonly year?: number | undefined;
  readonly organisationId?: string | undefined;
  readonly step?: OrganisationStep | undefined;
}

/** One page of organisation runs in the order of their codes; the light is that of the organisation's own dates. */
export async function listOrganisationRuns(
  m: EntityManager,
  asked: Asked<OrganisationRunFilter>,
): Promise<Listed<OrganisationRunLine>> {
  const { filter, scope, page, now } = asked;
  const where = new Conditions()
    .equal('r.campaign_id', filter.campaignId)
    .equal('r.year', filter.year)
    .equal('r.organisation_id', filter.organisationId)
    .equal('r.step', filter.step);
  addScope(where, scope, { area: 'r.area_id', organisation: 'r.organisation_id', branch: null });
  const { items, nextCursor } = await readPage<OrganisationRunRow>(m, {
    columns: `${RUN_COLUMNS}, r.planned_this_year AS plannedThisYear, r.planned_next_year AS plannedNextYear,
      r.survey_met AS surveyMet, r.sent_at AS sentAt, r.registered_at AS registeredAt`,
    from: 'organisation_runs r JOIN organisations o ON o.id = r.organisation_id',
    where,
    sort: { keys: [{ sql: 'r.year' }, { sql: 'o.code' }, { sql: 'r.id' }] },
    page,
  });
  const ids = idsOf(items);
  const lights = await lightsOfRuns(m, ids, now);
  const dates = await awaitedOfRuns(m, { kind: 'organisation-run', ids }, now);
  return {
    items: items.map((row) => ({
      ...toRunLine(row, { light: lights.get(row.id) ?? null, awaited: dates.get(row.id) ?? null }),
      step: row.step as OrganisationStep,
      plannedThisYear: row.plannedThisYear,
      plannedNextYear: row.plannedNextYear,
      surveyMet: Number(row.surveyMet) === 1,
      sentAt: toInstant(row.sentAt),
      registeredAt: toInstant(row.registeredAt),
    })),
    nextCursor,
  };
}

interface OrganisationRunRow extends RunLineRow {
  readonly plannedThisYear: number;
  readonly plannedNextYear: number;
  readonly surveyMet: number | string;
  readonly sentAt: Date | null;
  readonly registeredAt: Date | null;
}
