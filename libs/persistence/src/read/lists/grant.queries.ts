import type { EntityManager } from 'typeorm';
import type { BodyKind, CivilDate, OfficeRef } from '@app/domain';
import { addScope, type Scope } from '../scope.queries';
import { addSearch, Conditions, type Listed, type PageRequest, readPage } from '../select';
import { addAsOf } from './roster.queries';

/** An office and its holder. */
export interface GrantLine extends OfficeRef {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly deputyId: string | null;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

interface Asked {
  readonly campaignId: string;
  readonly scope: Scope;
  readonly page: PageRequest;
  /** What the holder's code begins with, or his name holds. */
  readonly q?: string | undefined;
  readonly bodyKind?: BodyKind | undefined;
  /** Offices of this organisation and of its branches. */
  readonly organisationId?: string | undefined;
  /** Only those held on this day; else those that have ended are among them. */
  readonly asOf?: CivilDate | undefined;
}

/** One page of offices within the asker's scope. */
export async function listGrants(m: EntityManager, asked: Asked): Promise<Listed<GrantLine>> {
  const where = new Conditions()
    .equal('f.campaign_id', asked.campaignId)
    .equal('f.body_kind', asked.bodyKind)
    .equal('o.id', asked.organisationId);
  addSearch(where, asked.q, 'p.search_text');
  addAsOf(where, 'f', asked.asOf);
  addScope(where, asked.scope, {
    area: "(CASE f.body_kind WHEN 'area' THEN f.body_id ELSE o.area_id END)",
    organisation: 'o.id',
    branch: 'b.id',
  });
  return readPage<GrantLine>(m, {
    columns: `f.id, f.role, f.body_kind AS bodyKind, f.body_id AS bodyId, f.person_id AS personId, p.name AS personName,
      f.deputy_id AS deputyId, f.valid_from AS validFrom, f.valid_to AS validTo`,
    from: `offices f JOIN people p ON p.id = f.person_id LEFT JOIN branches b ON b.id = f.body_id
      LEFT JOIN organisations o ON o.id = COALESCE(b.organisation_id, f.body_id)`,
    where,
    sort: { keys: [{ sql: 'p.code' }, { sql: 'f.role' }, { sql: 'f.id' }] },
    page: asked.page,
  });
}
