import type { DocumentRef, RemarksRef } from './branch-run.command';
import type { DeadlineOrder, Decision, Fact, OfficeRef, Spoken } from './decision';
import { DomainError } from './errors';
import type { DeadlineKind } from './programme';
import type { Role } from './roles';
import type { CivilDate, Instant } from './time';

/** The steps of an organisation's year (苏委工〔2020〕6号 三.2, 三.4). */
export type OrganisationStep =
  'opening' | 'planning' | 'assessing' | 'deciding' | 'filing' | 'registering' | 'registered' | 'closed';

/** Fixed when the run opens; start input of the workflow. */
export interface OrganisationRunSetting {
  readonly campaignId: string;
  readonly campaignKey: string;
  readonly programmeVersion: string;
  readonly rehearsal: boolean;
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

export type OrganisationRunFact =
  | Fact<'organisation-run-opened', { at: Instant }>
  | Fact<'survey-completed', { at: Instant; branches: number }>
  | Fact<
      'organisation-plan-submitted',
      { at: Instant; documentId: string; digest: string; thisYear: number; nextYear: number }
    >
  | Fact<'organisation-plan-returned', { at: Instant; remarksId: string; digest: string; lines: number }>
  | Fact<
      'conclusions-submitted',
      {
        at: Instant;
        listNo: number;
        documentId: string;
        digest: string;
        passed: number;
        failed: number;
        reviewed: number;
      }
    >
  | Fact<
      'decision-recorded',
      {
        at: Instant;
        decisionId: string;
        number: string;
        decidedOn: CivilDate;
        agreed: number;
        struck: readonly string[];
        recusals: readonly string[];
      }
    >
  | Fact<'filing-sent', { at: Instant; filingId: string; digest: string; lines: number; sentAt: Instant }>
  | Fact<'filing-returned', { at: Instant; remarksId: string; digest: string; lines: number }>
  | Fact<'filing-date-lost', { at: Instant; filingId: string }>
  | Fact<'filing-registered', { at: Instant; filingId: string; bySilence: boolean }>
  | Fact<'organisation-run-closed', { at: Instant }>;

/** The hand-overs of an organisation's year; names equal the workflow's Updates. */
export type OrganisationRunCommand =
  | { readonly name: 'submitOrganisationPlan'; readonly input: DocumentRef }
  | { readonly name: 'returnOrganisationPlan'; readonly input: RemarksRef }
  | { readonly name: 'submitConclusions'; readonly input: { readonly digest: string } }
  | {
      readonly name: 'recordDecision';
      readonly input: {
        readonly number: string;
        readonly decidedOn: CivilDate;
        readonly struck: readonly string[];
        readonly recusals: readonly string[];
      };
    }
  | { readonly name: 'sendFiling'; readonly input: { readonly digest: string } }
  | { readonly name: 'returnFiling'; readonly input: RemarksRef }
  | { readonly name: 'registerFiling'; readonly input: Record<string, never> };

export type OrganisationRunCommandName = OrganisationRunCommand['name'];

/** What branch runs, the keeper and the campaign tell an organisation run. */
export type OrganisationRunNews =
  | { readonly topic: 'survey-submitted' }
  | { readonly topic: 'branch-left' }
  | { readonly topic: 'registration-silent' }
  | { readonly topic: 'correction-missed' }
  | { readonly topic: 'round-closed' };

export interface OrganisationRunMessage {
  readonly messageId: string;
  readonly receivedAt: Instant;
  readonly news: OrganisationRunNews;
}

/** What the tables know of the organisation's branches; absent in the validator. */
export interface OrganisationRunFacts {
  readonly document?: {
    readonly digest: string;
    readonly frozen: boolean;
    readonly faults: readonly { pointer: string; code: string; message: string }[];
  };
  readonly remarks?: { readonly digest: string; readonly lines: number };
  readonly plan?: { readonly thisYear: number; readonly nextYear: number };
  /** Surveys not handed over yet, and the instant of the last hand-over. */
  readonly survey?: { readonly open: number; readonly branches: number; readonly lastSubmittedAt: Instant | null };
  /** The list generated from the branches' conclusions. */
  readonly conclusions?: {
    readonly documentId: string;
    readonly digest: string;
    readonly passed: readonly string[];
    readonly failed: readonly string[];
    readonly reviewed: readonly string[];
    readonly pending: readonly string[];
  };
  readonly decisionId?: string;
  readonly filing?: { readonly filingId: string; readonly digest: string; readonly lines: number };
  /** A `correction` deadline of the filing that is still open and not overdue. */
  readonly correctionOpen?: boolean;
}

/** Transition table: at which steps each command may be given. */
export const ORGANISATION_COMMAND_STEPS: Readonly<Record<OrganisationRunCommandName, readonly OrganisationStep[]>> = {
  submitOrganisationPlan: ['planning', 'assessing'],
  returnOrganisationPlan: ['assessing'],
  submitConclusions: ['assessing', 'deciding', 'registered'],
  recordDecision: ['deciding'],
  sendFiling: ['filing'],
  returnFiling: ['registering'],
  registerFiling: ['registering'],
};

/** Who must act at a step. */
export function organisationOfficeAt(step: OrganisationStep, setting: OrganisationRunSetting): OfficeRef | null {
  switch (step) {
    case 'planning':
    case 'assessing':
    case 'filing':
      return setting.superior;
    case 'deciding':
      return { role: 'party-group-recorder', bodyKind: 'organisation', bodyId: setting.organisationId };
    case 'registering':
      return { role: 'committee-officer', bodyKind: 'committee', bodyId: setting.campaignId };
    case 'opening':
    case 'registered':
    case 'closed':
      return null;
  }
}

/** The offices that may give a command. */
export function organisationOfficesFor(
  setting: OrganisationRunSetting,
  name: OrganisationRunCommandName,
): readonly Role[] {
  switch (name) {
    case 'submitOrganisationPlan':
    case 'submitConclusions':
    case 'sendFiling':
      return setting.superior.role === 'committee-officer'
        ? ['committee-officer']
        : ['organisation-officer', 'organisation-secretary'];
    case 'recordDecision':
      return ['party-group-recorder'];
    case 'returnOrganisationPlan':
    case 'returnFiling':
    case 'registerFiling':
      return ['committee-officer'];
  }
}

/** The state after one more fact. */
export function evolveOrganisationRun(
  setting: OrganisationRunSetting,
  state: OrganisationRunState,
  fact: OrganisationRunFact,
): OrganisationRunState {
  const to = (step: OrganisationStep, change: Partial<OrganisationRunState> = {}): OrganisationRunState => ({
    ...state,
    step,
    since: fact.payload.at,
    waitingOn: organisationOfficeAt(step, setting),
    ...change,
  });
  switch (fact.type) {
    case 'organisation-run-opened':
      return to('planning');
    case 'survey-completed':
      return { ...state, surveyMet: true };
    case 'organisation-plan-submitted':
      return to(state.step === 'planning' ? 'assessing' : state.step, {
        planId: fact.payload.documentId,
        plannedThisYear: fact.payload.thisYear,
        plannedNextYear: fact.payload.nextYear,
      });
    case 'organisation-plan-returned':
      return to('planning');
    case 'conclusions-submitted':
      return to(fact.payload.passed > 0 ? 'deciding' : state.step === 'registered' ? 'registered' : 'assessing', {
        listNo: fact.payload.listNo,
        listId: fact.payload.documentId,
        listed: fact.payload.passed,
        failed: fact.payload.failed,
      });
    case 'decision-recorded':
      return to(fact.payload.agreed > 0 ? 'filing' : 'assessing', {
        decisionId: fact.payload.decisionId,
        decided: fact.payload.agreed,
        struck: fact.payload.struck.length,
      });
    case 'filing-sent':
      return to('registering', {
        filingId: fact.payload.filingId,
        sentAt: fact.payload.sentAt,
        registeredAt: null,
        bySilence: false,
      });
    case 'filing-returned':
      return to('filing');
    case 'filing-date-lost':
      return { ...state, sentAt: null };
    case 'filing-registered':
      return to('registered', { registeredAt: fact.payload.at, bySilence: fact.payload.bySilence });
    case 'organisation-run-closed':
      return to('closed');
  }
}

type OrganisationDecision = Decision<OrganisationRunFact>;

/** The first fact of the organisation's stream and its dates. */
export function openOrganisationRun(setting: OrganisationRunSetting, at: Instant): OrganisationDecision {
  return {
    facts: [{ type: 'organisation-run-opened', payload: { at } }],
    documents: [{ action: 'open', kind: 'organisation-plan' }],
    deadlines: setting.deadlines.map((deadline) => ({ action: 'open', body: 'organisation', ...deadline })),
  };
}

/** Decides a hand-over of an organisation's year; without `facts` only what the state knows is checked. */
export function decideOrganisationRun(
  setting: OrganisationRunSetting,
  state: OrganisationRunState,
  { command, spoken }: { readonly command: OrganisationRunCommand; readonly spoken: Spoken },
  facts?: OrganisationRunFacts,
): OrganisationDecision {
  checkStep(state, command.name);
  const offices = organisationOfficesFor(setting, command.name);
  if (!offices.includes(spoken.office)) {
    throw new DomainError('forbidden', `${command.name} belongs to another office.`, {
      office: spoken.office,
      offices,
    });
  }
  const at = spoken.receivedAt;
  switch (command.name) {
    case 'submitOrganisationPlan':
      return submitPlan(state, command.input, at, facts);
    case 'returnOrganisationPlan':
      checkRemarks(command.input, facts);
      return {
        facts: [{ type: 'organisation-plan-returned', payload: { at, ...command.input } }],
        documents: [
          { action: 'freeze', documentId: command.input.remarksId, digest: command.input.digest },
          { action: 'open', kind: 'organisation-plan' },
        ],
        deadlines: [correction(setting)],
        notices: [{ to: setting.superior, subject: 'returned' }],
      };
    case 'submitConclusions':
      return submitConclusions(state, command.input.digest, at, facts);
    case 'recordDecision':
      return recordDecision(state, command.input, spoken, facts);
    case 'sendFiling':
      return sendFiling(setting, state, command.input.digest, at, facts);
    case 'returnFiling':
      checkRemarks(command.input, facts);
      return {
        facts: [{ type: 'filing-returned', payload: { at, ...command.input } }],
        documents: [{ action: 'freeze', documentId: command.input.remarksId, digest: command.input.digest }],
        deadlines: [{ action: 'void', kind: 'registration' }, correction(setting)],
        notices: [{ to: setting.superior, subject: 'filing-returned' }],
      };
    case 'registerFiling':
      return registered(setting, state, at, false);
  }
}

/** Applies news; news that no longer fits changes nothing. */
export function applyOrganisationNews(
  setting: OrganisationRunSetting,
  state: OrganisationRunState,
  { news, receivedAt: at }: OrganisationRunMessage,
  facts?: OrganisationRunFacts,
): OrganisationDecision {
  const nothing: OrganisationDecision = { facts: [] };
  if (state.step === 'closed') return nothing;
  switch (news.topic) {
    case 'survey-submitted':
    case 'branch-left': {
      const survey = facts?.survey;
      if (state.surveyMet || !survey || survey.open > 0 || survey.branches === 0) return nothing;
      return {
        facts: [{ type: 'survey-completed', payload: { at, branches: survey.branches } }],
        deadlines: [{ action: 'meet', kind: 'survey', submittedAt: survey.lastSubmittedAt ?? at }],
      };
    }
    case 'registration-silent':
      return state.step === 'registering' ? registered(setting, state, at, true) : nothing;
    case 'correction-missed':
      return state.step === 'filing' && state.sentAt && state.filingId
        ? { facts: [{ type: 'filing-date-lost', payload: { at, filingId: state.filingId } }] }
        : nothing;
    case 'round-closed':
      return { facts: [{ type: 'organisation-run-closed', payload: { at } }], deadlines: [{ action: 'void-all' }] };
  }
}

/** The plan names every open branch's target and the internal dates (苏委工〔2020〕6号 三.2). */
function submitPlan(
  state: OrganisationRunState,
  input: DocumentRef,
  at: Instant,
  facts?: OrganisationRunFacts,
): OrganisationDecision {
  checkDocument(input, facts);
  if (state.step === 'assessing' && state.listNo > 0) {
    throw new DomainError('wrong-step', 'Targets stand once conclusions were submitted.', { step: state.step });
  }
  const plan = facts?.plan ?? { thisYear: 0, nextYear: 0 };
  return {
    facts: [{ type: 'organisation-plan-submitted', payload: { at, ...input, ...plan } }],
    documents: [{ action: 'freeze', ...input }],
    deadlines: [
      { action: 'meet', kind: 'organisation-plan', submittedAt: at },
      { action: 'meet', kind: 'correction', submittedAt: at },
    ],
    effects: [{ tell: 'branches', topic: 'target-set', refs: { documentId: input.documentId } }],
  };
}

/** The list of conclusions lays them before the party group; with it the assessment date is met (苏委工〔2020〕6号 三.4). */
function submitConclusions(
  state: OrganisationRunState,
  digest: string,
  at: Instant,
  facts?: OrganisationRunFacts,
): OrganisationDecision {
  const list = facts?.conclusions;
  const documentId = list?.documentId ?? '';
  if (list) {
    if (list.pending.length > 0) {
      throw new DomainError('conclusions-missing', 'Every branch planned for this year needs a signed conclusion.', {
        branches: list.pending,
        clause: '三.4',
      });
    }
    if (list.digest !== digest) {
      throw new DomainError('list-mismatch', 'The list changed after it was read.', {
        pointer: '/digest',
        current: list.digest,
      });
    }
    if (list.passed.length === 0 && state.listNo > 0) {
      throw new DomainError('conclusions-missing', 'No branch has passed since the last list.');
    }
  }
  return {
    facts: [
      {
        type: 'conclusions-submitted',
        payload: {
          at,
          listNo: state.listNo + 1,
          documentId,
          digest,
          passed: list?.passed.length ?? 0,
          failed: list?.failed.length ?? 0,
          reviewed: list?.reviewed.length ?? 0,
        },
      },
    ],
    deadlines: [{ action: 'meet', kind: 'assessment', submittedAt: at }],
    effects: [{ tell: 'branches', topic: 'listed', refs: { documentId } }],
  };
}

/** Number and date of the party group's paper; the approver is the body (苏委工〔2020〕6号 三.4). */
function recordDecision(
  state: OrganisationRunState,
  input: { number: string; decidedOn: CivilDate; struck: readonly string[]; recusals: readonly string[] },
  spoken: Spoken,
  facts?: OrganisationRunFacts,
): OrganisationDecision {
  const list = facts?.conclusions;
  const unknown = list ? input.struck.filter((branch) => !list.passed.includes(branch)) : [];
  if (unknown.length > 0) {
    throw new DomainError('list-mismatch', 'A struck branch is not on the list.', {
      branches: unknown,
      pointer: '/struck',
    });
  }
  const decisionId = facts?.decisionId ?? '';
  return {
    facts: [
      {
        type: 'decision-recorded',
        payload: { at: spoken.receivedAt, decisionId, ...input, agreed: state.listed - input.struck.length },
      },
    ],
    deadlines: [{ action: 'meet', kind: 'decision', submittedAt: spoken.receivedAt }],
    effects: [{ tell: 'branches', topic: 'decided', refs: { decisionId, listId: state.listId ?? '' } }],
  };
}

/** A corrected filing keeps its first sending date (design: form only, within five workdays). */
function sendFiling(
  setting: OrganisationRunSetting,
  state: OrganisationRunState,
  digest: string,
  at: Instant,
  facts?: OrganisationRunFacts,
): OrganisationDecision {
  const filing = facts?.filing;
  if (filing && filing.digest !== digest) {
    throw new DomainError('list-mismatch', 'The list changed after it was read.', {
      pointer: '/digest',
      current: filing.digest,
    });
  }
  const filingId = filing?.filingId ?? '';
  const kept = facts?.correctionOpen && state.sentAt ? state.sentAt : at;
  return {
    facts: [{ type: 'filing-sent', payload: { at, filingId, digest, lines: filing?.lines ?? 0, sentAt: kept } }],
    deadlines: [
      { action: 'meet', kind: 'filing', submittedAt: at },
      { action: 'meet', kind: 'correction', submittedAt: at },
      { action: 'open-in-workdays', kind: 'registration', body: 'committee', workdays: setting.registrationWorkdays },
    ],
    effects: [{ tell: 'branches', topic: 'filed', refs: { filingId } }],
  };
}

function registered(
  setting: OrganisationRunSetting,
  state: OrganisationRunState,
  at: Instant,
  bySilence: boolean,
): OrganisationDecision {
  const filingId = state.filingId ?? '';
  return {
    facts: [{ type: 'filing-registered', payload: { at, filingId, bySilence } }],
    deadlines: [
      bySilence ? { action: 'void', kind: 'registration' } : { action: 'meet', kind: 'registration', submittedAt: at },
    ],
    effects: [{ tell: 'branches', topic: 'registered', refs: { filingId, bySilence: bySilence ? 1 : 0 } }],
    notices: [{ to: setting.superior, subject: 'registered' }],
  };
}

function correction(setting: OrganisationRunSetting): DeadlineOrder {
  return { action: 'open-in-workdays', kind: 'correction', body: 'organisation', workdays: setting.correctionWorkdays };
}

function checkStep(state: OrganisationRunState, name: OrganisationRunCommandName): void {
  if (state.step === 'opening') throw new DomainError('run-opening', 'The run is being opened; try again in a moment.');
  if (state.step === 'closed') throw new DomainError('run-closed', 'The run is closed.');
  const allowed = ORGANISATION_COMMAND_STEPS[name];
  if (!allowed.includes(state.step)) {
    throw new DomainError('wrong-step', `${name} is not possible at this step.`, { step: state.step, allowed });
  }
}

function checkDocument(input: DocumentRef, facts: OrganisationRunFacts | undefined): void {
  if (!facts) return;
  const document = facts.document;
  if (!document)
    throw new DomainError('document-missing', 'The document does not belong to this step.', { pointer: '/documentId' });
  if (document.frozen)
    throw new DomainError('document-frozen', 'The document was handed over already.', { pointer: '/documentId' });
  if (document.digest !== input.digest) {
    throw new DomainError('digest-mismatch', 'The document changed after it was read.', {
      pointer: '/digest',
      current: document.digest,
    });
  }
  if (document.faults.length > 0) {
    throw new DomainError('plan-incomplete', 'The plan is not complete.', { errors: document.faults });
  }
}

function checkRemarks(input: RemarksRef, facts: OrganisationRunFacts | undefined): void {
  if (!facts) return;
  if (!facts.remarks)
    throw new DomainError('document-missing', 'The remarks were not found.', { pointer: '/remarksId' });
  if (facts.remarks.digest !== input.digest)
    throw new DomainError('digest-mismatch', 'The remarks changed.', { pointer: '/digest' });
}
