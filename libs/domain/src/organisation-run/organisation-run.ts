import type { ProcessEvent, OfficeRef } from '../process/decision';
import type { DeadlineKind } from '../programme/programme';
import type { CivilDate, Instant } from '../time/time';
import type { OrganisationStep } from './organisation-run.steps';

/** Fixed when the run opens; start input of the workflow. */
export interface OrganisationRunSetting {
  readonly campaignId: string;
  readonly campaignKey: string;
  readonly programmeVersion: string;
  readonly year: number;
  readonly runId: string;
  readonly organisationId: string;
  readonly organisationCode: string;
  readonly keeperWorkflowId: string;
  readonly superior: OfficeRef;
  readonly correctionWorkdays: number;
  readonly registrationWorkdays: number;
  /** The dates of the round that bind the organisation. */
  readonly deadlines: readonly {
    readonly kind: DeadlineKind;
    readonly remindByDate: CivilDate;
    readonly dueDate: CivilDate;
  }[];
}

/** The state of an organisation's year. */
export interface OrganisationRunState {
  readonly step: OrganisationStep;
  readonly since: Instant;
  readonly waitingOn: OfficeRef | null;
  readonly planId: string | null;
  readonly plannedThisYear: number;
  readonly plannedNextYear: number;
  readonly surveyMet: boolean;
  /** 1 for the first list of the year; a later list takes in branches that passed after it. */
  readonly listNo: number;
  readonly listId: string | null;
  readonly listed: number;
  readonly failed: number;
  readonly decisionId: string | null;
  readonly decided: number;
  readonly struck: number;
  readonly filingId: string | null;
  /** The date that counts as filed; lost when a returned filing is not corrected in time. */
  readonly sentAt: Instant | null;
  readonly registeredAt: Instant | null;
  readonly bySilence: boolean;
}

export const UNOPENED_ORGANISATION_RUN: OrganisationRunState = {
  step: 'opening',
  since: '1970-01-01T00:00:00.000Z',
  waitingOn: null,
  planId: null,
  plannedThisYear: 0,
  plannedNextYear: 0,
  surveyMet: false,
  listNo: 0,
  listId: null,
  listed: 0,
  failed: 0,
  decisionId: null,
  decided: 0,
  struck: 0,
  filingId: null,
  sentAt: null,
  registeredAt: null,
  bySilence: false,
};

export type OrganisationRunEvent =
  | ProcessEvent<'organisation-run-opened', { at: Instant }>
  | ProcessEvent<'survey-completed', { at: Instant; branches: number }>
  | ProcessEvent<
      'organisation-plan-submitted',
      { at: Instant; documentId: string; digest: string; thisYear: number; nextYear: number }
    >
  | ProcessEvent<'organisation-plan-returned', { at: Instant; remarksId: string; digest: string; lines: number }>
  | ProcessEvent<
      'conclusions-submitted',
      {
        at: Instant;
        listNo: number;
        documentId: string;
        digest: string;
        passed: number;
        failed: number;
        reviewed: number;
        /** When the last of them was concluded on; absent in lists of before that was recorded. */
        settledOn?: CivilDate;
      }
    >
  | ProcessEvent<
      'decision-recorded',
      {
        at: Instant;
        decisionId: string;
        /** The list that was decided on, with its digest; events of 0.1.0 lack both. */
        documentId?: string;
        digest?: string;
        number: string;
        decidedOn: CivilDate;
        agreed: number;
        struck: readonly string[];
        /** Why; absent where none was struck, and in decisions of before that was asked. */
        reasonId?: string;
        reasonDigest?: string;
        recusals: readonly string[];
      }
    >
  | ProcessEvent<'filing-sent', { at: Instant; filingId: string; digest: string; lines: number; sentAt: Instant }>
  | ProcessEvent<'filing-returned', { at: Instant; remarksId: string; digest: string; lines: number }>
  | ProcessEvent<'filing-date-lost', { at: Instant; filingId: string }>
  | ProcessEvent<'filing-registered', { at: Instant; filingId: string; bySilence: boolean }>
  | ProcessEvent<'organisation-run-closed', { at: Instant }>;
