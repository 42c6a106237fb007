import { checkDocument, checkFiling, checkList, checkRemarks } from '../document/document-check';
import { checkPaperNumber } from '../document/paper-number';
import { DomainError } from '../errors';
import type { DeadlineOrder } from '../process/decision';
import { RECORDER_OFFICE } from '../process/offices';
import { checkNotBefore, checkStatedPast } from '../process/stated-date';
import { shanghaiDateOf } from '../time/civil-date';
import type { Instant } from '../time/time';
import { conclusionsFault } from './conclusions';
import { struckPointer } from './struck';
import type { OrganisationRunLookup } from './organisation-run.command';
import type { OrganisationRunSetting, OrganisationRunState } from './organisation-run';
import type { OrganisationAsked, OrganisationDecision } from './organisation-run.types';

/** The plan comes back with remarks by line: a correction is due. */
export function returnOrganisationPlan({
  setting,
  input,
  attribution: { receivedAt: at },
  lookup,
}: OrganisationAsked<'returnOrganisationPlan'>): OrganisationDecision<'organisation-plan-returned'> {
  checkRemarks(input, lookup);
  return {
    events: [{ type: 'organisation-plan-returned', payload: { at, ...input } }],
    documents: [
      { action: 'freeze', documentId: input.remarksId, digest: input.digest },
      { action: 'open', kind: 'organisation-plan' },
    ],
    deadlines: [correction(setting)],
    notices: [{ to: setting.superior, subject: 'returned' }],
  };
}

/** The committee sends a filing back for its form: the organisation corrects it, its branches wait on it again. */
export function returnFiling({
  setting,
  state,
  input: { filingId, ...remarks },
  attribution: { receivedAt: at },
  lookup,
}: OrganisationAsked<'returnFiling'>): OrganisationDecision<'filing-returned'> {
  checkFiling(filingId, state.filingId);
  checkRemarks(remarks, lookup);
  return {
    events: [{ type: 'filing-returned', payload: { at, ...remarks } }],
    documents: [{ action: 'freeze', documentId: remarks.remarksId, digest: remarks.digest }],
    deadlines: [{ action: 'void', kind: 'registration' }, correction(setting)],
    effects: [{ tell: 'branches', topic: 'filing-returned', refs: { filingId } }],
    notices: [{ to: setting.superior, subject: 'filing-returned' }],
  };
}

/** The plan names every open branch's target and the internal dates (苏委工〔2020〕6号 三.2). */
export function submitOrganisationPlan({
  state,
  input,
  attribution: { receivedAt: at },
  lookup,
}: OrganisationAsked<'submitOrganisationPlan'>): OrganisationDecision<'organisation-plan-submitted'> {
  checkDocument(input, lookup, 'plan-incomplete');
  if (state.step === 'assessing' && state.listNo > 0) {
    throw new DomainError('wrong-step', '评估结论提交后，目标不再更改', { step: state.step });
  }
  const plan = lookup?.plan ?? { thisYear: 0, nextYear: 0 };
  return {
    events: [{ type: 'organisation-plan-submitted', payload: { at, ...input, ...plan } }],
    documents: [{ action: 'freeze', ...input }],
    deadlines: [
      { action: 'meet', kind: 'organisation-plan', submittedAt: at },
      { action: 'meet', kind: 'correction', submittedAt: at },
    ],
    effects: [{ tell: 'branches', topic: 'target-set', refs: { documentId: input.documentId } }],
  };
}

/** The list of conclusions lays them before the party group; with it the assessment date is met (苏委工〔2020〕6号 三.4). */
export function submitConclusions({
  setting,
  state,
  input: { digest },
  attribution: { receivedAt: at },
  lookup,
}: OrganisationAsked<'submitConclusions'>): OrganisationDecision<'conclusions-submitted'> {
  const list = lookup?.conclusions;
  const documentId = list?.documentId ?? '';
  if (list) {
    const fault = conclusionsFault(list, state.listNo);
    if (fault === 'pending') {
      throw new DomainError('conclusions-missing', '计划本年达标的党支部都须有签署的评估结论', {
        branches: list.pending,
        clause: '三.4',
      });
    }
    checkList(list, digest);
    if (fault === 'waiting') {
      throw new DomainError('conclusions-missing', '这份名单已经报送，正待党组（党委）研究');
    }
    if (fault === 'nothing-new') {
      throw new DomainError('conclusions-missing', '上次报送以来没有新达标的党支部');
    }
  }
  return {
    events: [
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
          ...(list?.settledOn && { settledOn: list.settledOn }),
        },
      },
    ],
    deadlines: [
      { action: 'meet', kind: 'assessment', submittedAt: at },
      ...(list?.passed.length === 0 ? NOTHING_TO_DECIDE : dueAgain(setting, state, at)),
    ],
    effects: [{ tell: 'branches', topic: 'listed', refs: { documentId } }],
    notices: list?.passed.length ? [{ to: RECORDER_OFFICE.postIn(setting), subject: 'conclusions-submitted' }] : [],
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

/** Number and date of the party group's paper on the list that was laid before it; the approver is the body (苏委工〔2020〕6号 三.4). */
export function recordDecision({
  state,
  input,
  attribution: { receivedAt: at },
  lookup,
}: OrganisationAsked<'recordDecision'>): OrganisationDecision<'decision-recorded'> {
  checkStatedPast({ decidedOn: input.decidedOn }, shanghaiDateOf(at));
  if (lookup) checkPaperNumber({ number: input.number, on: input.decidedOn }, '/number', lookup.numbers ?? []);
  const twice = input.struck.filter((branch, index) => input.struck.indexOf(branch) < index);
  if (twice.length > 0) {
    throw new DomainError('list-mismatch', '同一党支部划去了两次', { branches: twice, pointer: '/struck' });
  }
  const again = input.recusals.findIndex((person, at) => input.recusals.indexOf(person) < at);
  if (again >= 0) throw new DomainError('list-mismatch', '同一人填了两次回避', { pointer: `/recusals/${again}` });
  const list = lookup?.conclusions;
  checkList(list, input.digest);
  const unknown = list ? input.struck.filter((branch) => !list.passed.includes(branch)) : [];
  if (unknown.length > 0) {
    throw new DomainError('list-mismatch', '划去的党支部不在名单上', {
      branches: unknown,
      pointer: '/struck',
    });
  }
  const gone = list?.gone?.filter((branch) => !input.struck.includes(branch)) ?? [];
  if (gone.length > 0) {
    throw new DomainError('list-mismatch', '名单上有已撤销的党支部，须予划去', { branches: gone, pointer: '/struck' });
  }
  checkReasons(input, lookup);
  const { reasonId, reasonDigest } = input;
  const decisionId = lookup?.decisionId ?? '';
  const documentId = state.listId ?? '';
  const agreed = (list?.passed.length ?? state.listed) - input.struck.length;
  return {
    events: [
      {
        type: 'decision-recorded',
        payload: { at, decisionId, documentId, ...input, agreed },
      },
    ],
    ...(reasonId && { documents: [{ action: 'freeze', documentId: reasonId, digest: reasonDigest ?? '' }] }),
    deadlines: [{ action: 'meet', kind: 'decision', submittedAt: at }, ...(agreed === 0 ? NOTHING_TO_FILE : [])],
    effects: [{ tell: 'branches', topic: 'decided', refs: { decisionId, listId: documentId } }],
  };
}

/** Nobody is struck without being told why: the branch works on it until it applies again (苏委工〔2020〕6号 三.4). */
function checkReasons(
  { struck, reasonId, reasonDigest }: OrganisationAsked<'recordDecision'>['input'],
  lookup: OrganisationRunLookup | undefined,
): void {
  if (!reasonId) {
    if (struck.length === 0) return;
    throw new DomainError('invalid-input', '划去党支部须写明理由', { pointer: '/struck' });
  }
  checkRemarks({ digest: reasonDigest ?? '' }, lookup);
  const pointers = lookup?.remarks?.pointers ?? struck.map((_, at) => struckPointer(at));
  const without = struck.findIndex((_, at) => !pointers.includes(struckPointer(at)));
  if (without >= 0) {
    throw new DomainError('invalid-input', '划去每个党支部都须写明理由', {
      pointer: `${struckPointer(without)}/reason`,
    });
  }
  if (pointers.length > struck.length) {
    throw new DomainError('invalid-input', '理由多于划去的党支部', { pointer: '/struck' });
  }
}

/**
 * A filing corrected in time keeps its first sending date (苏委工〔2020〕6号 三.4). What was lost stays lost: no paper that is
 * entered late makes it a correction of before the loss.
 */
export function sendFiling({
  setting,
  state,
  input: { digest },
  attribution: { receivedAt: at, happenedOn },
  lookup,
}: OrganisationAsked<'sendFiling'>): OrganisationDecision<'filing-sent'> {
  const filing = lookup?.filing;
  checkList(filing, digest);
  const filingId = filing?.filingId ?? '';
  const { expiresAt } = lookup ?? {};
  if (expiresAt && expiresAt <= at) {
    checkNotBefore(happenedOn, '/happenedOn', { fact: '补正时限届满', on: shanghaiDateOf(expiresAt) });
  }
  const kept = expiresAt && state.sentAt ? state.sentAt : at;
  return {
    events: [{ type: 'filing-sent', payload: { at, filingId, digest, lines: filing?.lines ?? 0, sentAt: kept } }],
    deadlines: [
      { action: 'meet', kind: 'filing', submittedAt: at },
      { action: 'meet', kind: 'correction', submittedAt: at },
      { action: 'open-in-workdays', kind: 'registration', body: 'committee', workdays: setting.registrationWorkdays },
    ],
    effects: [{ tell: 'branches', topic: 'filed', refs: { filingId } }],
  };
}

function correction(setting: OrganisationRunSetting): DeadlineOrder {
  return { action: 'open-in-workdays', kind: 'correction', body: 'organisation', workdays: setting.correctionWorkdays };
}
