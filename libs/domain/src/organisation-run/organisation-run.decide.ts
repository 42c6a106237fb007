import type { DocumentRef } from '../branch-run/branch-run.command';
import { shanghaiDateOf } from '../time/civil-date';
import type { DeadlineOrder, Decision, Spoken } from '../process/decision';
import { checkDocument, checkList, checkRemarks } from '../document/document-check';
import { DomainError } from '../errors';
import type {
  OrganisationRunFact,
  OrganisationRunSetting,
  OrganisationRunState,
  OrganisationStep,
} from './organisation-run';
import type {
  OrganisationRunCommand,
  OrganisationRunCommandName,
  OrganisationRunFacts,
} from './organisation-run.command';
import { evolveOrganisationRun } from './organisation-run.evolve';
import { lapsed, registered } from './expiry';
import type { Role } from '../office/roles';
import { checkStatedPast } from '../process/stated-date';
import type { CivilDate, Instant } from '../time/time';

type OrganisationDecision = Decision<OrganisationRunFact>;

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
  const lapse = lapsed(setting, state, spoken.receivedAt, facts);
  if (lapse) {
    const before = lapse.facts.reduce((known, fact) => evolveOrganisationRun(setting, known, fact), state);
    const decision = decideOrganisationRun(setting, before, { command, spoken }, { ...facts, expiresAt: null });
    return joined(lapse, decision);
  }
  checkStep(state, command.name);
  const offices = organisationOfficesFor(setting, command.name);
  if (!offices.includes(spoken.office)) {
    throw new DomainError('forbidden', '此项不由所任岗位办理', {
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
      return submitConclusions(setting, state, command.input.digest, at, facts);
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
        effects: [{ tell: 'branches', topic: 'filing-returned', refs: { filingId: state.filingId ?? '' } }],
        notices: [{ to: setting.superior, subject: 'filing-returned' }],
      };
    case 'registerFiling':
      return registered(setting, state, at, false);
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

/** The plan names every open branch's target and the internal dates (苏委工〔2020〕6号 三.2). */
function submitPlan(
  state: OrganisationRunState,
  input: DocumentRef,
  at: Instant,
  facts?: OrganisationRunFacts,
): OrganisationDecision {
  checkDocument(input, facts, 'plan-incomplete');
  if (state.step === 'assessing' && state.listNo > 0) {
    throw new DomainError('wrong-step', '评估结论提交后，目标不再更改', { step: state.step });
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
  setting: OrganisationRunSetting,
  state: OrganisationRunState,
  digest: string,
  at: Instant,
  facts?: OrganisationRunFacts,
): OrganisationDecision {
  const list = facts?.conclusions;
  const documentId = list?.documentId ?? '';
  if (list) {
    if (list.pending.length > 0) {
      throw new DomainError('conclusions-missing', '计划本年达标的党支部都须有签署的评估结论', {
        branches: list.pending,
        clause: '三.4',
      });
    }
    checkList(list, digest);
    if (list.waiting === digest) {
      throw new DomainError('conclusions-missing', '这份名单已经报送，正待党组（党委）研究');
    }
    if (list.passed.length === 0 && state.listNo > 0) {
      throw new DomainError('conclusions-missing', '上次报送以来没有新达标的党支部');
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
    deadlines: [
      { action: 'meet', kind: 'assessment', submittedAt: at },
      ...(list?.passed.length === 0 ? NOTHING_TO_DECIDE : dueAgain(setting, state, at)),
    ],
    effects: [{ tell: 'branches', topic: 'listed', refs: { documentId } }],
  };
}

/** Where the party group agreed to no branch there is nothing to file. */
const NOTHING_TO_FILE: readonly DeadlineOrder[] = [{ action: 'void', kind: 'filing' }];

/** Without a branch that passed there is nothing to lay before the party group or to file: both dates end. */
const NOTHING_TO_DECIDE: readonly DeadlineOrder[] = [{ action: 'void', kind: 'decision' }, ...NOTHING_TO_FILE];

/** Dates that ended with an earlier list are due again, where they have not passed: now there is something to decide on. */
function dueAgain(setting: OrganisationRunSetting, state: OrganisationRunState, at: Instant): DeadlineOrder[] {
  if (state.listNo === 0) return [];
  const ended = [...(state.decisionId ? [] : ['decision']), ...(state.filingId ? [] : ['filing'])];
  return setting.deadlines
    .filter(({ kind, dueDate }) => ended.includes(kind) && shanghaiDateOf(at) <= dueDate)
    .map((deadline) => ({ action: 'open', body: 'organisation', ...deadline }));
}

/** Number and date of the party group's paper; the approver is the body (苏委工〔2020〕6号 三.4). */
function recordDecision(
  state: OrganisationRunState,
  input: { number: string; decidedOn: CivilDate; struck: readonly string[]; recusals: readonly string[] },
  spoken: Spoken,
  facts?: OrganisationRunFacts,
): OrganisationDecision {
  checkStatedPast({ decidedOn: input.decidedOn }, shanghaiDateOf(spoken.receivedAt));
  const twice = input.struck.filter((branch, at) => input.struck.indexOf(branch) < at);
  if (twice.length > 0) {
    throw new DomainError('list-mismatch', '同一党支部划去了两次', { branches: twice, pointer: '/struck' });
  }
  const list = facts?.conclusions;
  const unknown = list ? input.struck.filter((branch) => !list.passed.includes(branch)) : [];
  if (unknown.length > 0) {
    throw new DomainError('list-mismatch', '划去的党支部不在名单上', {
      branches: unknown,
      pointer: '/struck',
    });
  }
  const decisionId = facts?.decisionId ?? '';
  const agreed = (list?.passed.length ?? state.listed) - input.struck.length;
  return {
    facts: [
      {
        type: 'decision-recorded',
        payload: { at: spoken.receivedAt, decisionId, ...input, agreed },
      },
    ],
    deadlines: [
      { action: 'meet', kind: 'decision', submittedAt: spoken.receivedAt },
      ...(agreed === 0 ? NOTHING_TO_FILE : []),
    ],
    effects: [{ tell: 'branches', topic: 'decided', refs: { decisionId, listId: state.listId ?? '' } }],
  };
}

/** A corrected filing keeps its first sending date (苏委工〔2020〕6号 三.4). */
function sendFiling(
  setting: OrganisationRunSetting,
  state: OrganisationRunState,
  digest: string,
  at: Instant,
  facts?: OrganisationRunFacts,
): OrganisationDecision {
  const filing = facts?.filing;
  checkList(filing, digest);
  const filingId = filing?.filingId ?? '';
  const kept = facts?.expiresAt && state.sentAt ? state.sentAt : at;
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

/** What had expired before a command is recorded before it. */
function joined(first: OrganisationDecision, second: OrganisationDecision): OrganisationDecision {
  return {
    facts: [...first.facts, ...second.facts],
    deadlines: [...(first.deadlines ?? []), ...(second.deadlines ?? [])],
    notices: [...(first.notices ?? []), ...(second.notices ?? [])],
    documents: second.documents ?? [],
    effects: [...(first.effects ?? []), ...(second.effects ?? [])],
  };
}

function checkStep(state: OrganisationRunState, name: OrganisationRunCommandName): void {
  if (state.step === 'opening') throw new DomainError('run-opening', '正在建立，请稍候重试');
  if (state.step === 'closed') throw new DomainError('run-closed', '本年度任务已结束');
  const allowed = ORGANISATION_COMMAND_STEPS[name];
  if (!allowed.includes(state.step)) {
    throw new DomainError('wrong-step', '当前环节不能办理此项', { step: state.step, allowed });
  }
}

function correction(setting: OrganisationRunSetting): DeadlineOrder {
  return { action: 'open-in-workdays', kind: 'correction', body: 'organisation', workdays: setting.correctionWorkdays };
}
