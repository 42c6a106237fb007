import { Entity, Index } from 'typeorm';
import type {
  BranchRunMode,
  BranchRunSetting,
  BranchRunState,
  Disposition,
  Light,
  Outcome,
  Phase,
  ReviewResult,
  RunLight,
  SurveyClass,
  Target,
  Verdict,
} from '@app/domain';
import { CountColumn, FlagColumn, IdColumn, InstantColumn, WordColumn } from './columns';
import { RunEntity } from './run.entity';

/** By what lists narrow and counts sum: each index that answers with them holds all of it. MySQL takes sixteen columns. */
const STANDING = [
  'step',
  'target',
  'result',
  'disposition',
  'mode',
  'waitingRole',
  'restLight',
  'nearAt',
  'dueAt',
  'veryLateAt',
];

/** One branch in one round: what lists, filters and counts read. */
@Entity('branch_runs')
@Index('branch_runs_organisation', ['organisationId', 'year'])
@Index('branch_runs_shelf', ['campaignId', 'year', ...STANDING, 'organisationId', 'areaId'])
@Index('branch_runs_code', ['campaignId', 'workflowId', 'year', ...STANDING, 'organisationId', 'areaId', 'branchId'])
@Index('branch_runs_since', ['campaignId', 'since', 'id', 'year'])
@Index('branch_runs_score', ['campaignId', 'superiorScore', 'id', 'year'])
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
export class BranchRunEntity extends RunEntity<BranchRunSetting, BranchRunState> implements RunLight {
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
  result: Outcome | null;

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

  @WordColumn(16, { nullable: true })
  restLight: Light | null;

  @InstantColumn({ nullable: true })
  nearAt: string | null;

  @InstantColumn({ nullable: true })
  dueAt: string | null;

  @InstantColumn({ nullable: true })
  veryLateAt: string | null;
}
