import { Entity, Index } from 'typeorm';
import type {
  BranchRunMode,
  BranchRunSetting,
  BranchRunState,
  Disposition,
  Phase,
  ReviewResult,
  SurveyClass,
  Target,
  Verdict,
} from '@app/domain';
import { CountColumn, FlagColumn, IdColumn, InstantColumn, WordColumn } from './columns';
import { RunEntity } from './run.entity';

/** One branch in one round: what lists, filters and counts read. */
@Entity('branch_runs')
@Index('branch_runs_organisation', ['campaignId', 'year', 'organisationId', 'phase', 'areaId', 'branchId'])
@Index('branch_runs_code', [
  'campaignId',
  'year',
  'workflowId',
  'organisationId',
  'phase',
  'step',
  'target',
  'waitingRole',
  'areaId',
  'branchId',
  'result',
  'disposition',
  'mode',
  'since',
  'superiorScore',
])
@Index('branch_runs_goal', [
  'campaignId',
  'branchId',
  'year',
  'target',
  'concludedAt',
  'registeredAt',
  'recheck',
  'recognisedAt',
])
@Index('branch_runs_branch', ['branchId', 'year'], { unique: true })
@Index('branch_runs_waiting', ['campaignId', 'waitingBodyId', 'waitingRole', 'since', 'step', 'year'])
export class BranchRunEntity extends RunEntity<BranchRunSetting, BranchRunState> {
  @CountColumn()
  year: number;

  @IdColumn()
  branchId: string;

  @IdColumn()
  organisationId: string;

  @IdColumn()
  areaId: string;

  @WordColumn(20)
  mode: BranchRunMode;

  @FlagColumn({ default: 0 })
  hasSurvey: boolean;

  @FlagColumn({ default: 0 })
  passedBefore: boolean;

  @WordColumn(20)
  phase: Phase;

  @WordColumn(10, { nullable: true })
  target: Target | null;

  @FlagColumn({ default: 0 })
  early: boolean;

  @WordColumn(10, { nullable: true })
  surveyClass: SurveyClass | null;

  @CountColumn({ nullable: true })
  selfScore: number | null;

  @CountColumn({ nullable: true })
  superiorScore: number | null;

  @CountColumn({ default: 1 })
  attempt: number;

  @WordColumn(10, { nullable: true })
  result: 'passed' | 'failed' | null;

  @InstantColumn({ nullable: true })
  concludedAt: string | null;

  @WordColumn(12, { nullable: true })
  review: ReviewResult | null;

  @InstantColumn({ nullable: true })
  registeredAt: string | null;

  @WordColumn(12, { nullable: true })
  recheck: 'not-drawn' | Verdict | null;

  @IdColumn({ nullable: true })
  publishedIn: string | null;

  @IdColumn({ nullable: true })
  recognisedIn: string | null;

  @InstantColumn({ nullable: true })
  recognisedAt: string | null;

  @WordColumn(20, { nullable: true })
  disposition: Disposition | null;
}
