import type { EntityTarget } from 'typeorm';
import {
  BRANCH_RUN,
  BRANCH_STEP_TABLE,
  type BranchRun,
  CAMPAIGN,
  type Campaign,
  type CommonState,
  ORGANISATION_RUN,
  type OrganisationRun,
  outcomeOf,
  type Process,
  type RunTypes,
  SPOT_CHECK,
  type SpotCheck,
} from '@app/domain';
import { BranchRunEntity } from '../tables/branch-run.entity';
import { CampaignEntity } from '../tables/campaign.entity';
import { OrganisationRunEntity } from '../tables/organisation-run.entity';
import type { RunEntity } from '../tables/run.entity';
import { SpotCheckEntity } from '../tables/spot-check.entity';

/** The row of a kind of run. */
export type RunRow<P extends RunTypes> = RunEntity<P['setting'], P['state']>;

/** A kind of run in the database: its definition, its table, and which columns show its state. The write path and the verifier use the same. */
export interface RunTable<P extends RunTypes, E extends RunRow<P> = RunRow<P>> {
  readonly process: Process<P>;
  readonly entity: EntityTarget<E>;
  /** Whether what its light is read from stands on the row. */
  readonly isLit?: true;
  /** Columns of its own table that are read off the state. */
  readonly columns: (state: P['state']) => Partial<E>;
}

export const BRANCH_RUN_TABLE: RunTable<BranchRun, BranchRunEntity> = {
  process: BRANCH_RUN,
  entity: BranchRunEntity,
  isLit: true,
  columns: (state) => ({
    phase: BRANCH_STEP_TABLE[state.step].phase,
    target: state.target,
    early: state.early,
    surveyClass: state.surveyClass,
    selfScore: state.selfScore,
    superiorScore: state.superiorScore,
    attempt: state.attempt,
    result: outcomeOf(state),
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

export const ORGANISATION_RUN_TABLE: RunTable<OrganisationRun, OrganisationRunEntity> = {
  process: ORGANISATION_RUN,
  entity: OrganisationRunEntity,
  columns: (state) => ({
    plannedThisYear: state.plannedThisYear,
    plannedNextYear: state.plannedNextYear,
    surveyMet: state.surveyMet,
    sentAt: state.sentAt,
    registeredAt: state.registeredAt,
  }),
};

export const CAMPAIGN_TABLE: RunTable<Campaign, CampaignEntity> = {
  process: CAMPAIGN,
  entity: CampaignEntity,
  columns: () => ({}),
};

export const SPOT_CHECK_TABLE: RunTable<SpotCheck, SpotCheckEntity> = {
  process: SPOT_CHECK,
  entity: SpotCheckEntity,
  columns: ({ populationDigest }) => ({ populationDigest }),
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
