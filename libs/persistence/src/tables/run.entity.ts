import type { OfficeRef } from '@app/domain';
import { CountColumn, IdColumn, InstantColumn, JsonColumn, PrimaryIdColumn, WordColumn } from './columns';

/** What every run's row has: its version, where it stands, whom it waits for, and the folded state. */
export abstract class RunEntity<Setting = unknown, State = unknown> {
  @PrimaryIdColumn()
  id: string;

  @WordColumn(100, { unique: true })
  workflowId: string;

  @IdColumn()
  campaignId: string;

  @WordColumn(40)
  programmeVersion: string;

  /** Rises by one with each local write; 0 while the run is opening. */
  @CountColumn({ default: 0 })
  version: number;

  @WordColumn(30)
  step: string;

  @InstantColumn()
  since: string;

  @WordColumn(40, { nullable: true })
  waitingRole: OfficeRef['role'] | null;

  @WordColumn(20, { nullable: true })
  waitingBodyKind: OfficeRef['bodyKind'] | null;

  @IdColumn({ nullable: true })
  waitingBodyId: string | null;

  /** Start input of the workflow. */
  @JsonColumn()
  setting: Setting;

  /** The state as folded from the run's events. */
  @JsonColumn()
  state: State;
}
