import { type EntityManager, IsNull, Not } from 'typeorm';
import {
  type BranchRunCommand,
  type BranchRunLookup,
  type BranchRunSetting,
  type BranchRunState,
  changedSince,
  checkReviewChanges,
  checkSheet,
  checkSurvey,
  type DocumentKind,
  type FilledSheet,
  isAssessorsSheet,
  isWithinWorkdays,
  type PlannedLine,
  type Programme,
  scoreSheet,
  shanghaiDateOf,
  type Attribution,
  type Survey,
} from '@app/domain';
import {
  branchPlanOf,
  calendarOf,
  digestOf,
  DocumentEntity,
  gateOutcomes,
  isOfBranch,
  newestDocument,
  openingOf,
  openProblemCounts,
  remarksOf,
  branchSizeOf,
} from '@app/persistence';
import { lookUpBallot } from './ballot.lookup';

interface Asked {
  readonly setting: BranchRunSetting;
  readonly state: BranchRunState;
  readonly command: BranchRunCommand;
  readonly attribution: Attribution;
  readonly programme: Programme;
}

/** A document as a command names it. */
interface Named {
  readonly kind: DocumentKind;
  readonly id: string;
}

/** What the tables know about a branch's command; the rule decides by it inside the transaction. */
export async function lookUpBranchRun(m: EntityManager, asked: Asked): Promise<BranchRunLookup> {
  const { setting, command, attribution, programme } = asked;
  const counts = async () => ({ problems: await openProblemCounts(m, setting.branchId) });
  switch (command.name) {
    case 'openSurvey':
      return counts();
    case 'submitSurvey': {
      const document = await lookUpSurvey(m, asked, command.input.documentId);
      // its organisation's date is met by it later, where nobody could be refused any more
      return { ...(await counts()), ...document, ...(await lookUpLateEntry(m, attribution, programme)) };
    }
    case 'returnSurvey':
    case 'returnBranchPlan':
    case 'returnAssessment':
    case 'returnReview':
      return remarksOf(m, setting.runId, command.input.remarksId);
    case 'dissolveBranch':
      return remarksOf(m, setting.runId, command.input.reasonId);
    case 'submitBranchPlan':
      return counts();
    case 'submitAssessment':
      return {
        ...(await lookUpSheet(m, asked, { kind: 'self-assessment', id: command.input.documentId })),
        ...(await lookUpLateEntry(m, attribution, programme)),
      };
    case 'submitReview':
      return lookUpSheet(m, asked, { kind: 'review', id: command.input.documentId });
    case 'confirmReview':
      return lastReview(m, asked);
    case 'closeBallot':
      return lookUpBallot(m, command.input.ballotBoxId, programme);
    case 'signAssessment':
      return lookUpSheet(m, asked, { kind: 'superior-assessment', id: command.input.documentId });
    case 'countersignAssessment':
      return lookUpCountersigning(m, asked, command.input.documentId);
    case 'openBallot':
      return { size: await branchSizeOf(m, setting.branchId) };
    case 'approveBranchPlan':
      return lookUpApproval(m, setting);
    case 'confirmSurvey':
      return {};
  }
}

async function lookUpLateEntry(
  m: EntityManager,
  { happenedOn, lateEntry, receivedAt }: Attribution,
  programme: Programme,
): Promise<Pick<BranchRunLookup, 'enteredInTime'>> {
  if (!happenedOn || !lateEntry) return {};
  const today = shanghaiDateOf(receivedAt);
  return {
    enteredInTime: isWithinWorkdays({ from: happenedOn, to: today }, programme.lateEntryWorkdays, await calendarOf(m)),
  };
}

async function lookUpCountersigning(m: EntityManager, asked: Asked, documentId: string): Promise<BranchRunLookup> {
  const { state, attribution } = asked;
  const lookup = await lookUpSheet(m, asked, { kind: 'superior-assessment', id: documentId });
  const signedScore = lookup.document?.score;
  // the sheet under countersignature is the score that the gates ask for
  const signed = { ...asked, state: { ...state, superiorScore: signedScore ?? null } };
  return {
    ...lookup,
    ...(signedScore !== undefined && { signedScore, selfScore: await selfScoreWith(m, asked, documentId) }),
    gates: await gateOutcomes(m, signed, [...state.assessors, attribution.actor]),
  };
}

/** The branch's own score, in which the N/A that the superior's sheet has too are confirmed by it. */
async function selfScoreWith(m: EntityManager, { setting, state, programme }: Asked, superiorId: string) {
  const [self] = await m.find(DocumentEntity, {
    where: { runId: setting.runId, kind: 'self-assessment', settledAt: Not(IsNull()) },
    order: { no: 'DESC' },
    take: 1,
  });
  const superior = await m.findOneByOrFail(DocumentEntity, { id: superiorId });
  const confirmed = (superior.body as FilledSheet).notApplicable.map(({ indicator }) => indicator);
  if (!self) return state.selfScore ?? 0;
  return scoreSheet(programme.scoreSheet, self.body as FilledSheet, { confirmed }).total;
}

/** The newest document of a kind in a run; an older one or another run's is not found. */
async function newest(
  m: EntityManager,
  { id, ...asked }: Named & { readonly runId: string; readonly lock?: true },
): Promise<DocumentEntity | null> {
  const last = await newestDocument(m, asked);
  return last?.id === id ? last : null;
}

async function lookUpSurvey(
  m: EntityManager,
  { setting, programme }: Asked,
  id: string,
): Promise<Pick<BranchRunLookup, 'document'>> {
  const row = await newest(m, { runId: setting.runId, kind: 'survey', id });
  if (!row) return {};
  const faults = checkSurvey(row.body as Survey, programme.scoreSheet.dimensions);
  return { document: { digest: row.digest, frozen: row.frozenAt !== null, author: row.authorId, faults } };
}

/** A sheet as its hand-over finds it, locked, and what its signer has to do with it and with the branch. */
async function lookUpSheet(
  m: EntityManager,
  { setting, attribution, programme }: Asked,
  { kind, id }: Named,
): Promise<Pick<BranchRunLookup, 'document' | 'opening' | 'actorOfBranch'>> {
  const row = await newest(m, { runId: setting.runId, kind, id, lock: true });
  if (!row) return {};
  const { branchId } = setting;
  const sheet = row.body as FilledSheet & { changes?: readonly { readonly indicator: string }[] };
  const faults = [
    ...checkSheet(programme.scoreSheet, sheet),
    ...checkReviewChanges(programme.scoreSheet, sheet.changes ?? []),
  ];
  // what a branch calls not applicable earns nothing before its superior's sheet says the same
  const counted = kind === 'self-assessment' ? { confirmed: [] } : {};
  const score = faults.length === 0 ? scoreSheet(programme.scoreSheet, sheet, counted) : null;
  return {
    actorOfBranch: await isOfBranch(m, attribution.actor, branchId),
    opening: await openingOf(m, { document: row, personId: attribution.actor }, programme.scoreSheet),
    document: {
      digest: row.digest,
      frozen: row.frozenAt !== null,
      author: row.authorId,
      authorOfBranch: isAssessorsSheet(kind) && row.authorId !== null && (await isOfBranch(m, row.authorId, branchId)),
      faults,
      ...(score && { score: score.total, gaps: gapsOf(sheet) }),
      ...(sheet.changes && { changes: sheet.changes.length }),
    },
  };
}

/** The indicators at which points were lost (明确差距, 苏委工〔2020〕6号 五.2). */
function gapsOf(sheet: FilledSheet): string[] {
  return [...new Set(sheet.deductions.map(({ indicator }) => indicator))].sort();
}

async function lastReview(m: EntityManager, asked: Asked): Promise<BranchRunLookup> {
  const last = await newestDocument(m, { runId: asked.setting.runId, kind: 'review' });
  if (!last) return {};
  const review = { documentId: last.id, digest: last.digest };
  return { ...(await lookUpSheet(m, asked, { kind: 'review', id: last.id })), review };
}

/** The plan is the problem list itself: made from the register now, so that nothing is typed twice. */
export async function lookUpPlan(
  m: EntityManager,
  { runId, branchId }: BranchRunSetting,
  documentId: string,
): Promise<Pick<BranchRunLookup, 'document'> & { readonly plan?: object }> {
  const row = await newest(m, { runId, kind: 'branch-plan', id: documentId, lock: true });
  if (!row) return {};
  const plan = await branchPlanOf(m, branchId);
  return { plan, document: { digest: digestOf(plan), frozen: row.frozenAt !== null, author: null, faults: [] } };
}

/** What of the register is not as the plan says that waits for its approval. */
async function lookUpApproval(
  m: EntityManager,
  { runId, branchId }: BranchRunSetting,
): Promise<Pick<BranchRunLookup, 'problems'>> {
  const plan = await newestDocument(m, { runId, kind: 'branch-plan' });
  const { problems } = await branchPlanOf(m, branchId);
  const handedOver = (plan?.body as { readonly problems?: readonly PlannedLine[] } | undefined)?.problems ?? [];
  const changed = changedSince(handedOver, problems);
  return { problems: { ...(await openProblemCounts(m, branchId)), changed: changed.length } };
}
