import type { EntityTarget } from 'typeorm';
import {
  type BranchRunFact,
  type BranchRunSetting,
  type BranchRunState,
  type CampaignFact,
  type CampaignSetting,
  type CampaignState,
  evolveBranchRun,
  evolveCampaign,
  evolveOrganisationRun,
  evolveSpotCheck,
  type Fact,
  type OfficeRef,
  type OrganisationRunFact,
  type OrganisationRunSetting,
  type OrganisationRunState,
  PHASE_OF_STEP,
  type SpotCheckFact,
  type SpotCheckSetting,
  type SpotCheckState,
  UNOPENED_BRANCH_RUN,
  UNOPENED_CAMPAIGN,
  UNOPENED_ORGANISATION_RUN,
  UNOPENED_SPOT_CHECK,
} from '@app/domain';
import { BranchRunEntity } from '../tables/branch-run.entity';
import { CampaignEntity } from '../tables/campaign.entity';
import { OrganisationRunEntity } from '../tables/organisation-run.entity';
import type { RunEntity } from '../tables/run.entity';
import { SpotCheckEntity } from '../tables/spot-check.entity';

/** The parts of every state that the common columns show. */
export interface CommonState {
  readonly step: string;
  readonly since: string;
  readonly waitingOn: OfficeRef | null;
}

/** One kind of run: its table, its fold, and which columns show its state. The write path and the verifier use the same. */
export interface RunKind<S extends CommonState, F extends Fact, T, E extends RunEntity = RunEntity> {
  readonly name: 'campaign' | 'organisation-run' | 'branch-run' | 'spot-check';
  readonly entity: EntityTarget<E>;
  readonly unopened: S;
  readonly evolve: (setting: T, state: S, fact: F) => S;
  /** Columns of its own table that are read off the state. */
  readonly columns: (state: S) => Partial<E>;
}

export const BRANCH_RUN: RunKind<BranchRunState, BranchRunFact, BranchRunSetting, BranchRunEntity> = {
  name: 'branch-run',
  entity: BranchRunEntity,
  unopened: UNOPENED_BRANCH_RUN,
  evolve: evolveBranchRun,
  columns: (state) => ({
    phase: PHASE_OF_STEP[state.step],
    target: state.target,
    early: state.early,
    surveyClass: state.surveyClass,
    selfScore: state.selfScore,
    superiorScore: state.superiorScore,
    attempt: state.attempt,
    result: state.result,
    concludedAt: state.concludedAt,
    review: state.review,
    registeredAt: state.registeredAt,
    recheck: state.recheck,
    publishedIn: state.publishedIn,
    recognisedIn: state.recognisedIn,
    recognisedAt: state.recognisedAt,
    disposition: state.disposition,
  }),
};

export const ORGANISATION_RUN: RunKind<
  OrganisationRunState,
  OrganisationRunFact,
  OrganisationRunSetting,
  OrganisationRunEntity
> = {
  name: 'organisation-run',
  entity: OrganisationRunEntity,
  unopened: UNOPENED_ORGANISATION_RUN,
  evolve: evolveOrganisationRun,
  columns: (state) => ({
    plannedThisYear: state.plannedThisYear,
    plannedNextYear: state.plannedNextYear,
    surveyMet: state.surveyMet,
    sentAt: state.sentAt,
    registeredAt: state.registeredAt,
  }),
};

export const CAMPAIGN_RUN: RunKind<CampaignState, CampaignFact, CampaignSetting, CampaignEntity> = {
  name: 'campaign',
  entity: CampaignEntity,
  unopened: UNOPENED_CAMPAIGN,
  evolve: evolveCampaign,
  columns: () => ({}),
};

export const SPOT_CHECK_RUN: RunKind<SpotCheckState, SpotCheckFact, SpotCheckSetting, SpotCheckEntity> = {
  name: 'spot-check',
  entity: SpotCheckEntity,
  unopened: UNOPENED_SPOT_CHECK,
  evolve: evolveSpotCheck,
  columns: (state) => ({ populationDigest: state.populationDigest }),
};

/** The columns common to all runs that are read off the state. */
export function commonColumns(
  state: CommonState,
): Pick<RunEntity, 'step' | 'since' | 'waitingRole' | 'waitingBodyKind' | 'waitingBodyId'> {
  return {
    step: state.step,
    since: state.since,
    waitingRole: state.waitingOn?.role ?? null,
    waitingBodyKind: state.waitingOn?.bodyKind ?? null,
    waitingBodyId: state.waitingOn?.bodyId ?? null,
  };
}
