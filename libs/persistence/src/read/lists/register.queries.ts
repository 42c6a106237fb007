import type { EntityManager } from 'typeorm';
import type { DeadlineKind, Instant, Light } from '@app/domain';
import { DeadlineEntity } from '../../tables/deadline.entity';
import { lightRank, lightRankSql, openSql } from '../light.queries';
import { type DeadlineLine, deadlineLines } from './run-view.queries';
import { addScope } from '../scope.queries';
import { Conditions, idsOf, inOrder, type Listed, readPage } from '../select';
import type { Asked } from './asked';

/** What a list of deadlines can be narrowed by. */
export interface DeadlineFilter {
  readonly campaignId: string;
  readonly year?: number | undefined;
  readonly organisationId?: string | undefined;
  readonly areaId?: string | undefined;
  /** Whose year it belongs to: an organisation's own, what it owes about a branch too, or a branch's. */
  readonly of?: 'organisation' | 'branch' | undefined;
  readonly kind?: DeadlineKind | undefined;
  readonly light?: Light | undefined;
  /** Only those that still bind, or only those that do not. */
  readonly open?: boolean | undefined;
}

/** One page of dated obligations, year by year those that wait for a notice, then the earliest due first, read in the order of an index that holds every filter. */
export async function listDeadlines(m: EntityManager, asked: Asked<DeadlineFilter>): Promise<Listed<DeadlineLine>> {
  const { filter, scope, page, now } = asked;
  const where = new Conditions()
    .equal('d.campaign_id', filter.campaignId)
    .equal('d.year', filter.year)
    .equal('d.organisation_id', filter.organisationId)
    .equal(PLACES.area, filter.areaId)
    .equal('d.kind', filter.kind)
    .equal(lightRankSql('d', now), filter.light && lightRank(filter.light));
  if (filter.of)
    where.add(`${filter.of === 'organisation' ? '' : 'NOT '}(d.branch_id IS NULL OR d.body = 'organisation')`);
  if (filter.open !== undefined) where.add(`${filter.open ? '' : 'NOT '}(${openSql('d', now)})`);
  addScope(where, scope, PLACES);
  const { items, nextCursor } = await readPage<{ id: string }>(m, {
    columns: 'd.id',
    from: 'deadlines d',
    where,
    sort: {
      keys: [
        ...(filter.year === undefined ? [{ sql: 'd.year' }] : []),
        { sql: 'd.due_date', isNullable: true },
        { sql: 'd.id' },
      ],
    },
    page,
  });
  return { items: await linesOf(m, items, now), nextCursor };
}

/** All late entries (补录) as one list: what was entered later than it happened, and declared so. */
export async function listLateEntries(m: EntityManager, asked: Asked<DeadlineFilter>): Promise<Listed<DeadlineLine>> {
  const { filter, scope, page, now } = asked;
  const where = new Conditions()
    .equal('d.campaign_id', filter.campaignId)
    .equal('d.year', filter.year)
    .equal('d.organisation_id', filter.organisationId)
    .add("d.met_how LIKE 'late-entry%'");
  addScope(where, scope, PLACES);
  const { items, nextCursor } = await readPage<{ id: string }>(m, {
    columns: 'd.id',
    from: 'deadlines d',
    where,
    sort: { keys: [{ sql: 'd.met_at', isInstant: true }, { sql: 'd.id' }] },
    page,
  });
  return { items: await linesOf(m, items, now), nextCursor };
}

/** Without a join, so that the order of an index is kept. */
const PLACES = {
  area: '(SELECT o.area_id FROM organisations o WHERE o.id = d.organisation_id)',
  organisation: 'd.organisation_id',
  branch: 'd.branch_id',
};

async function linesOf(m: EntityManager, page: readonly { readonly id: string }[], now: Instant) {
  const ids = idsOf(page);
  if (ids.length === 0) return [];
  const rows = await m.createQueryBuilder(DeadlineEntity, 'd').where('d.id IN (:...ids)', { ids }).getMany();
  return deadlineLines(m, inOrder(ids, rows), now);
}
