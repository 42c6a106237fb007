import { Injectable } from '@nestjs/common';
import { DataSource } from 'typeorm';
import { DomainError, type Place } from '@app/domain';

/** A run as a command finds it: its row's common columns, what its rules need, and where it stands. */
export interface FoundRun {
  readonly id: string;
  readonly workflowId: string;
  readonly campaignId: string;
  readonly programmeVersion: string;
  readonly version: number;
  readonly step: string;
  readonly since: string;
  readonly setting: unknown;
  readonly state: unknown;
  readonly year: number | null;
  readonly branchId: string | null;
  readonly organisationId: string | null;
  readonly place: Place;
}

export type RunTable = 'branch_runs' | 'organisation_runs' | 'campaigns' | 'spot_checks';

interface RunRow {
  readonly id: string;
  readonly workflowId: string;
  readonly campaignId: string;
  readonly programmeVersion: string;
  readonly version: number;
  readonly step: string;
  readonly since: Date;
  readonly setting: string;
  readonly state: string;
  readonly year: number | null;
  readonly branchId: string | null;
  readonly organisationId: string | null;
  readonly areaId: string | null;
  readonly parentId: string | null;
}

const OWN_COLUMNS: Readonly<Record<RunTable, string>> = {
  branch_runs:
    'r.year, r.branch_id AS branchId, r.organisation_id AS organisationId, r.area_id AS areaId, o.parent_id AS parentId',
  organisation_runs:
    'r.year, NULL AS branchId, r.organisation_id AS organisationId, r.area_id AS areaId, o.parent_id AS parentId',
  campaigns: 'NULL AS year, NULL AS branchId, NULL AS organisationId, NULL AS areaId, NULL AS parentId',
  spot_checks: 'r.year, NULL AS branchId, NULL AS organisationId, NULL AS areaId, NULL AS parentId',
};

/** Finds what a command is about and where in the tree it stands. */
@Injectable()
export class Places {
  constructor(private readonly dataSource: DataSource) {}

  /** A run by its row's id; `not-found` with the pointer of the field that named it. */
  async run(table: RunTable, id: string, pointer = '/path/id'): Promise<FoundRun> {
    const join = table.endsWith('_runs') ? 'JOIN organisations o ON o.id = r.organisation_id' : '';
    const [row] = await this.dataSource.query<RunRow[]>(
      `SELECT r.id, r.workflow_id AS workflowId, r.campaign_id AS campaignId, r.programme_version AS programmeVersion,
              r.version, r.step, r.since, r.setting, r.state, ${OWN_COLUMNS[table]}
         FROM ${table} r ${join} WHERE r.id = ?`,
      [id],
    );
    if (!row) throw notFound(pointer);
    const { areaId, parentId, ...found } = row;
    return {
      ...found,
      since: row.since.toISOString(),
      setting: JSON.parse(row.setting),
      state: JSON.parse(row.state),
      place: placeOf({ ...row, areaId, parentId }),
    };
  }

  /** Which of the tables of runs has a row with this id; `not-found` where none. */
  async tableOf(id: string): Promise<RunTable> {
    const tables = Object.keys(OWN_COLUMNS) as RunTable[];
    const [row] = await this.dataSource.query<{ name: RunTable }[]>(
      tables.map((table) => `SELECT '${table}' AS name FROM ${table} WHERE id = ?`).join(' UNION ALL '),
      tables.map(() => id),
    );
    if (!row) throw notFound('/path/id');
    return row.name;
  }

  /** Where a branch stands. */
  async branch(id: string, pointer = '/path/id'): Promise<{ id: string; programmeVersion: string; place: Place }> {
    const [row] = await this.dataSource.query<(TreeRow & { id: string; programmeVersion: string })[]>(
      `SELECT b.id, b.programme_version AS programmeVersion, b.campaign_id AS campaignId, b.id AS branchId,
              o.id AS organisationId, o.parent_id AS parentId, o.area_id AS areaId
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
}

/** The place of a row that has the columns of the tree. */
export function placeOf({ campaignId, branchId, organisationId, parentId, areaId }: TreeRow): Place {
  return {
    campaignId,
    ...(areaId && { areaId }),
    ...(organisationId && { organisationIds: parentId ? [organisationId, parentId] : [organisationId] }),
    ...(branchId && { branchId }),
  };
}

function notFound(pointer: string): DomainError {
  return new DomainError('not-found', '没有找到', { pointer });
}
