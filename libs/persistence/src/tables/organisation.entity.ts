import { Entity, Index } from 'typeorm';
import type { BodyKind, OrganisationKind, Role } from '@app/domain';
import { CountColumn, DateColumn, IdColumn, PrimaryIdColumn, WordColumn } from './columns';

abstract class TemporalEntity {
  @PrimaryIdColumn()
  id: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(40)
  programmeVersion: string;

  @DateColumn()
  validFrom: string;

  /** The last day it was valid; null while it is. */
  @DateColumn({ nullable: true })
  validTo: string | null;
}

/** A group of organisations with a leader and a liaison (党建片). */
@Entity('areas')
@Index('areas_code', ['campaignId', 'code'], { unique: true })
export class AreaEntity extends TemporalEntity {
  @WordColumn(40)
  code: string;

  @WordColumn(120)
  name: string;
}

/** An organisation that answers for its branches (机关党组织). */
@Entity('organisations')
@Index('organisations_code', ['campaignId', 'code'], { unique: true })
export class OrganisationEntity extends TemporalEntity {
  @WordColumn(40)
  code: string;

  @WordColumn(120)
  name: string;

  /** What it is found by: code and name, folded. */
  @WordColumn(400, { default: '' })
  searchText: string;

  @WordColumn(20)
  kind: OrganisationKind;

  @IdColumn()
  areaId: string;

  @IdColumn({ nullable: true })
  parentId: string | null;

  /** The unit whose party group decides. */
  @WordColumn(120)
  unitName: string;
}

/** The unit that attains the standard (党支部). */
@Entity('branches')
@Index('branches_code', ['campaignId', 'code'], { unique: true })
@Index('branches_organisation', ['organisationId'])
@Index('branches_counted', ['campaignId', 'organisationId', 'foundedOn', 'validTo'])
@Index('branches_search', ['campaignId', 'searchText'])
export class BranchEntity extends TemporalEntity {
  @WordColumn(40)
  code: string;

  @WordColumn(120)
  name: string;

  /** What it is found by: code and name, folded. */
  @WordColumn(400, { default: '' })
  searchText: string;

  @IdColumn()
  organisationId: string;

  @DateColumn()
  foundedOn: string;

  @CountColumn()
  members: number;

  @CountColumn()
  masses: number;
}

/** A person of the roster. */
@Entity('people')
@Index('people_code', ['campaignId', 'code'], { unique: true })
export class PersonEntity extends TemporalEntity {
  @WordColumn(40)
  code: string;

  @WordColumn(120)
  name: string;

  /** What it is found by: code and name, folded. */
  @WordColumn(400, { default: '' })
  searchText: string;
}

/** Whose member a person is; separation of assessor and branch is judged by it. */
@Entity('memberships')
@Index('memberships_person', ['personId', 'branchId'])
@Index('memberships_branch', ['branchId'])
export class MembershipEntity extends TemporalEntity {
  @IdColumn()
  personId: string;

  @IdColumn()
  branchId: string;
}

/** A post in a body and who holds it (岗位). */
@Entity('offices')
@Index('offices_body', ['bodyId', 'role'])
@Index('offices_person', ['personId'])
export class OfficeEntity extends TemporalEntity {
  @WordColumn(40)
  role: Role;

  @WordColumn(20)
  bodyKind: BodyKind;

  /** The campaign's id for offices of the committee. */
  @IdColumn()
  bodyId: string;

  @IdColumn()
  personId: string;

  @IdColumn({ nullable: true })
  deputyId: string | null;
}
