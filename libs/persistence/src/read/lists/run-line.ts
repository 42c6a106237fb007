import type { Instant, Light, OfficeRef } from '@app/domain';
import { toInstant } from '../../tables/columns';
import type { Awaited } from '../awaited.queries';

/** What a line of either kind of run shows. */
export interface RunLine {
  readonly id: string;
  readonly workflowId: string;
  readonly version: number;
  readonly year: number;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly organisationName: string;
  readonly areaId: string;
  readonly step: string;
  readonly since: Instant;
  readonly light: Light | null;
  readonly waitingOn: OfficeRef | null;
  readonly awaited: Awaited | null;
}

/** Such a line as SQL answers it. */
export interface RunLineRow extends Omit<RunLine, 'since' | 'light' | 'waitingOn' | 'awaited'> {
  readonly since: Date;
  readonly waitingRole: OfficeRef['role'] | null;
  readonly waitingBodyKind: OfficeRef['bodyKind'] | null;
  readonly waitingBodyId: string | null;
}

/** The columns of a run in alias `r` with its organisation in `o`. */
export const RUN_COLUMNS = `r.id, r.workflow_id AS workflowId, r.version, r.year, r.organisation_id AS organisationId,
      o.code AS organisationCode, o.name AS organisationName, r.area_id AS areaId, r.step, r.since,
      r.waiting_role AS waitingRole, r.waiting_body_kind AS waitingBodyKind, r.waiting_body_id AS waitingBodyId`;

/** What is worked out for a line at a moment: the run's worst light, and the date by which it is waited for. */
export interface Dated {
  readonly light: Light | null;
  readonly awaited: Awaited | null;
}

/** The white list of a line. */
export function toRunLine(row: RunLineRow, { light, awaited }: Dated): RunLine {
  const { id, workflowId, version, year, organisationId, organisationCode, organisationName, areaId, step } = row;
  const { waitingRole: role, waitingBodyKind: bodyKind, waitingBodyId: bodyId } = row;
  return {
    id,
    workflowId,
    version,
    year,
    organisationId,
    organisationCode,
    organisationName,
    areaId,
    step,
    since: toInstant(row.since),
    light,
    waitingOn: role && bodyKind && bodyId ? { role, bodyKind, bodyId } : null,
    awaited,
  };
}
