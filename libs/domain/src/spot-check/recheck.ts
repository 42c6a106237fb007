import type { Verdict } from '../branch-run/branch-run.terms';
import type { Attribution } from '../process/decision';
import { checkRemarks } from '../document/document-check';
import { DomainError } from '../errors';
import { checkOverturn, checkSheetHand } from '../office/separation';
import { checkOpening, openedAtOf } from '../assessment/sheet-opening';
import type { SpotCheckEvent, SpotCheckState } from './spot-check';
import type { RecheckLookup, RecheckSheet, SpotCheckLookup } from './spot-check.command';
import type { SpotCheckAsked, SpotCheckDecision } from './spot-check.types';

/** What a sheet says of the pass: one at the mark upholds it, one below does not (苏委工〔2020〕6号 三.4). */
export function recheckVerdict(score: number, passMark: number): Verdict {
  return score < passMark ? 'overturned' : 'upheld';
}

/**
 * The verdict of the recheck overrides the organisation's (re-checker ≠ assessor; 苏委工〔2020〕6号 五.2). A pass that is
 * upheld is upheld at once; one that is overturned needs a reason, and stands until a second person has confirmed it.
 */
export function concludeRecheck({
  setting,
  state,
  input,
  attribution,
  lookup,
}: SpotCheckAsked<'concludeRecheck'>): SpotCheckDecision<
  'recheck-concluded' | 'recheck-overturn-proposed' | 'spot-check-concluded'
> {
  const overturns = input.verdict === 'overturned';
  if (overturns && !input.reasonId) {
    throw new DomainError('invalid-input', '不予维持须写明理由', { pointer: '/reason' });
  }
  const recheck = lookup && inspected(lookup, input.digest, attribution);
  if (recheck?.proposedBy) throw new DomainError('transition-not-allowed', '已提出不予维持，等待另一人确认', {});
  if (overturns) checkRemarks({ digest: input.reasonDigest ?? '' }, lookup && { ...remarksOf(recheck) });
  const score = recheck?.document?.score ?? 0;
  const due = recheckVerdict(score, setting.passMark);
  if (lookup && !overturns && due === 'overturned') {
    throw new DomainError('gate-failed', '得分低于达标线，不能维持达标结论', {
      score,
      passMark: setting.passMark,
      clause: '三.4',
    });
  }
  if (lookup && overturns && due === 'upheld') {
    throw new DomainError('gate-failed', '评估表得分不低于达标线，不能据此不予维持；问题须在表中扣分', {
      score,
      passMark: setting.passMark,
      clause: '三.4',
    });
  }
  const { recheckId, digest, reasonId = '', reasonDigest = '' } = input;
  const documentId = recheck?.document?.id ?? '';
  const at = attribution.receivedAt;
  const found = {
    ...{ at, recheckId, branchId: recheck?.branchId ?? '', documentId, digest, score, rechecker: attribution.actor },
    ...openedAtOf(recheck),
  };
  if (!overturns) return concluded(state, { ...found, verdict: 'upheld' }, [{ action: 'freeze', documentId, digest }]);
  return {
    events: [{ type: 'recheck-overturn-proposed', payload: { ...found, reasonId, reasonDigest } }],
    documents: [
      { action: 'freeze', documentId, digest, half: true },
      { action: 'freeze', documentId: reasonId, digest: reasonDigest, half: true },
    ],
  };
}

/** A second person, who opened the same sheet, confirms that the pass does not hold: only then it falls. */
export function confirmRecheck({
  state,
  input,
  attribution,
  lookup,
}: SpotCheckAsked<'confirmRecheck'>): SpotCheckDecision<'recheck-concluded' | 'spot-check-concluded'> {
  const rechecker = lookup && proposerOf(found(lookup));
  const recheck = lookup && inspected(lookup, input.digest, attribution);
  if (rechecker) checkOverturn({ rechecker, author: recheck?.document?.author ?? null }, attribution.actor);
  const { recheckId, digest } = input;
  const documentId = recheck?.document?.id ?? '';
  const payload = {
    ...{ at: attribution.receivedAt, recheckId, branchId: recheck?.branchId ?? '', documentId, digest },
    ...{ score: recheck?.document?.score ?? 0, rechecker: rechecker ?? '', confirmer: attribution.actor },
    ...openedAtOf(recheck),
  };
  const reason = recheck?.proposedReason;
  return concluded(state, { ...payload, verdict: 'overturned' }, [
    { action: 'settle', documentId, digest },
    ...(reason ? [{ action: 'settle', ...reason } as const] : []),
  ]);
}

/** Who proposed takes it back, or an officer of the committee does not agree: the sheet is written again, the pass never fell. */
export function returnRecheck({
  input,
  attribution,
  lookup,
}: SpotCheckAsked<'returnRecheck'>): SpotCheckDecision<'recheck-overturn-returned'> {
  const recheck = lookup && found(lookup);
  if (recheck) {
    if (proposerOf(recheck) !== attribution.actor && attribution.office !== 'committee-officer') {
      throw new DomainError('forbidden', '只有提出人本人或工委可以退回', { offices: ['committee-officer'] });
    }
    checkSheetHand('recheck-assessment', handOf(recheck, attribution));
    checkSheetRead(recheck, input.sheetDigest);
    checkRemarks(input, remarksOf(recheck));
  }
  const { recheckId, remarksId, digest, lines } = input;
  return {
    events: [
      {
        type: 'recheck-overturn-returned',
        payload: {
          ...{ at: attribution.receivedAt, recheckId, remarksId, digest, lines },
          nextDocumentId: recheck?.nextDocumentId ?? '',
        },
      },
    ],
    documents: [{ action: 'freeze', documentId: remarksId, digest, half: true }],
  };
}

/** The recheck that is open, its sheet as it was read, and a person who may judge by it. */
function inspected(lookup: SpotCheckLookup, digest: string, attribution: Attribution): RecheckLookup {
  const recheck = found(lookup);
  checkSheetHand('recheck-assessment', handOf(recheck, attribution));
  const document = checkSheetRead(recheck, digest);
  checkAuthor(document, recheck.assessors);
  if (document.faults.length > 0) {
    throw new DomainError('score-invalid', '评估表填写不完整', { errors: document.faults });
  }
  checkOpening(recheck);
  return recheck;
}

/** The sheet of a recheck, which has not changed since it was read. */
function checkSheetRead({ document }: RecheckLookup, digest: string): RecheckSheet {
  const pointer = '/digest';
  if (!document) throw new DomainError('document-missing', '复核没有评估表', { pointer });
  if (document.digest === digest) return document;
  const details = { pointer, current: document.digest };
  throw new DomainError('digest-mismatch', '评估表在阅读之后又有改动，请重新阅读', details);
}

/** What a hand wrote that may not recheck is nobody's word on the pass. */
function checkAuthor({ author, authorOfBranch }: RecheckSheet, assessors: readonly string[]): void {
  try {
    checkSheetHand('recheck-assessment', { person: author ?? '', ofBranch: authorOfBranch, assessors });
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    const whose = error.code === 'own-branch' ? '被复核党支部的人员' : '评估该党支部的机关党组织的评估人员';
    const message = `这一版评估表由${whose}填写，须由复核人重新填写`;
    throw new DomainError(error.code, message, { pointer: '/digest' });
  }
}

function found({ recheck }: SpotCheckLookup): RecheckLookup {
  if (!recheck) throw new DomainError('not-found', '没有这项复核', { pointer: '/path/id' });
  if (!recheck.open) throw new DomainError('transition-not-allowed', '该党支部的复核已有结论', {});
  return recheck;
}

function handOf({ actorOfBranch, assessors }: RecheckLookup, { actor }: Attribution) {
  return { person: actor, ofBranch: actorOfBranch, assessors };
}

function proposerOf({ proposedBy }: RecheckLookup): string {
  if (proposedBy === null) throw new DomainError('transition-not-allowed', '没有待确认的不予维持', {});
  return proposedBy;
}

function remarksOf(recheck: RecheckLookup | undefined): { readonly remarks?: { readonly digest: string } } {
  return recheck?.remarks ? { remarks: recheck.remarks } : {};
}

/** One more verdict stands; the last one ends the check. */
function concluded(
  state: SpotCheckState,
  payload: Extract<SpotCheckEvent, { type: 'recheck-concluded' }>['payload'],
  documents: SpotCheckDecision['documents'] & object,
): SpotCheckDecision<'recheck-concluded' | 'spot-check-concluded'> {
  const last = state.concluded + 1 === state.drawn;
  const overturned = state.overturned + (payload.verdict === 'overturned' ? 1 : 0);
  const { at, recheckId } = payload;
  return {
    events: [
      { type: 'recheck-concluded', payload },
      ...(last
        ? [{ type: 'spot-check-concluded', payload: { at, upheld: state.drawn - overturned, overturned } } as const]
        : []),
    ],
    documents,
    effects: [{ tell: 'branch', topic: 'rechecked', refs: { recheckId } }],
  };
}
