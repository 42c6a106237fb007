import type { EntityManager } from 'typeorm';
import type { CivilDate, OfficeRef } from '@app/domain';
import { Conditions, type Listed, type PageRequest, readPage } from '../select';

/** An office and its holder. */
export interface GrantLine extends OfficeRef {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
  readonly deputyId: string | null;
  readonly validFrom: CivilDate;
  readonly validTo: CivilDate | null;
}

/** One page of the campaign's offices, those that have ended among them. */
export async function listGrants(
  m: EntityManager,
  asked: { readonly campaignId: string; readonly page: PageRequest },
): Promise<Listed<GrantLine>> {
  return readPage<GrantLine>(m, {
    columns: `f.id, f.role, f.body_kind AS bodyKind, f.body_id AS bodyId, f.person_id AS personId, p.name AS personName,
      f.deputy_id AS deputyId, f.valid_from AS validFrom, f.valid_to AS validTo`,
    from: 'offices f JOIN people p ON p.id = f.person_id',
    where: new Conditions().equal('f.campaign_id', asked.campaignId),
    sort: { keys: [{ sql: 'p.code' }, { sql: 'f.role' }, { sql: 'f.id' }] },
    page: asked.page,
  });
}
