import { Entity, Index } from 'typeorm';
import type { OrganisationRunSetting, OrganisationRunState } from '@app/domain';
import { CountColumn, FlagColumn, IdColumn, InstantColumn } from './columns';
import { RunEntity } from './run.entity';

/** One organisation in one round: plan, conclusions, decision, filing. */
@Entity('organisation_runs')
@Index('organisation_runs_organisation', ['organisationId', 'year'], { unique: true })
@Index('organisation_runs_list', ['campaignId', 'year'])
export class OrganisationRunEntity extends RunEntity<OrganisationRunSetting, OrganisationRunState> {
  @CountColumn()
  year: number;

  @IdColumn()
  organisationId: string;

  @IdColumn()
  areaId: string;

  @CountColumn({ default: 0 })
  plannedThisYear: number;

  @CountColumn({ default: 0 })
  plannedNextYear: number;

  @FlagColumn({ default: 0 })
  surveyMet: boolean;

  @InstantColumn({ nullable: true })
  sentAt: string | null;

  @InstantColumn({ nullable: true })
  registeredAt: string | null;
}
