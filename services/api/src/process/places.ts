import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import {
  DomainError,
  type OrganisationKind,
  type Place,
  RUN_KINDS,
  type RunKind,
  tableOf,
  type TypesOfRun,
} from '@app/domain';

/** A run as a command finds it: its row's common columns, what its rules need, and where it stands. */
export interface FoundRun<K extends RunKind = RunKind> {
  readonly kind: K;
  readonly id: string;
  readonly workflowId: string;
  readonly campaignId: string;
  readonly programmeVersion: string;
  readonly version: number;
  readonly step: string;
  readonly since: string;
  readonly setting: TypesOfRun<K>['setting'];
  readonly state: TypesOfRun<K>['state'];
  readonly year: number | null;
  readonly branchId: string | null;
  readonly organisationId: string | null;
  readonly place: Place;
}

interface RunRow extends TreeRow {
  readonly id: string;
  readonly workflowId: string;
  readonly programmeVersion: string;
  readonly version: number;
  readonly step: string;
  readonly since: Date;
  readonly setting: string;
  readonly state: string;
  readonly year: number | null;
}

const OF_ORGANISATION = `r.year, r.organisation_id AS organisationId, r.area_id AS areaId,
  (SELECT o.parent_id FROM organisations o WHERE o.id = r.organisation_id) AS parentId,
  (SELECT o.kind FROM organisations o WHERE o.id = r.organisation_id) AS organisationKind`;
const OF_COMMITTEE =
  'NULL AS branchId, NULL AS organisationId, NULL AS areaId, NULL AS parentId, NULL AS organisationKind';

/** Round and place of a run, as far as the table of its kind knows them. */
const OWN_COLUMNS: Readonly<Record<RunKind, string>> = {
  'branch-run': `r.branch_id AS branchId, ${OF_ORGANISATION}`,
  'organisation-run': `NULL AS branchId, ${OF_ORGANISATION}`,
  campaign: `NULL AS year, ${OF_COMMITTEE}`,
  'spot-check': `r.year, ${OF_COMMITTEE}`,
};

/** Finds what a command is about and where in the tree it stands. */
@Injectable()
export class Places {
  constructor(private readonly dataSource: DataSource) {}

  /** A run by its row's id; `not-found` with the pointer of the field that named it. */
  async run<K extends RunKind>(kind: K, id: string, pointer = '/path/id'): Promise<FoundRun<K>> {
    const [row] = await this.dataSource.query<RunRow[]>(
      `SELECT r.id, r.workflow_id AS workflowId, r.campaign_id AS campaignId, r.programme_version AS programmeVersion,
              r.version, r.step, r.since, r.setting, r.state, ${OWN_COLUMNS[kind]}
         FROM ${tableOf(kind)} r WHERE r.id = ?`,
      [id],
    );
    if (!row) throw notFound(pointer);
    const { areaId: _area, parentId: _parent, organisationKind: _kind, ...found } = row;
    return {
      kind,
      ...found,
      since: row.since.toISOString(),
      setting: JSON.parse(row.setting) as FoundRun<K>['setting'],
      state: JSON.parse(row.state) as FoundRun<K>['state'],
      place: placeOf(row),
    };
  }

  /** Of which kind the run with this id is; `not-found` where there is none. */
  async kindOf(id: string): Promise<RunKind> {
    const [row] = await this.dataSource.query<{ kind: RunKind }[]>(
      RUN_KINDS.map((kind) => `SELECT '${kind}' AS kind FROM ${tableOf(kind)} WHERE id = ?`).join(' UNION ALL '),
      RUN_KINDS.map(() => id),
    );
    if (!row) throw notFound('/path/id');
    return row.kind;
  }

  /** Where a branch stands. */
  async branch(id: string, pointer = '/path/id'): Promise<{ id: string; programmeVersion: string; place: Place }> {
    const [row] = await this.dataSource.query<(TreeRow & { id: string; programmeVersion: string })[]>(
      `SELECT b.id, b.programme_version AS programmeVersion, b.campaign_id AS campaignId, b.id AS branchId,
              o.id AS organisationId, o.parent_id AS parentId, o.area_id AS areaId, o.kind AS organisationKind
         FROM branches b JOIN organisations o ON o.id = b.organisation_id WHERE b.id = ?`,
      [id],
    );
    if (!row) throw notFound(pointer);
    return { id: row.id, programmeVersion: row.programmeVersion, place: placeOf(row) };
  }
}

interface TreeRow {
  readonly campaignId: string;
  readonly branchId: string | null;
  readonly organisationId: string | null;
  readonly parentId: string | null;
  readonly areaId: string | null;
  readonly organisationKind: OrganisationKind | null;
}

/** The place of a row that has the columns of the tree. */
export function placeOf({ campaignId, branchId, organisationId, parentId, areaId, organisationKind }: TreeRow): Place {
  return {
    campaignId,
    ...(areaId && { areaId }),
    ...(organisationId && { organisationIds: parentId ? [organisationId, parentId] : [organisationId] }),
    ...(branchId && { branchId }),
    ...(organisationKind === 'direct-branch' && { direct: true }),
  };
}

function notFound(pointer: string): DomainError {
  return new DomainError('not-found', '没有找到', { pointer });
}
