import type { EntityManager } from 'typeorm';
import {
  checkSheet,
  type FilledSheet,
  type Programme,
  type RecheckLookup,
  scoreSheet,
  type SpotCheckCommand,
  type SpotCheckLookup,
  type SpotCheckSetting,
} from '@app/domain';
import {
  BranchRunEntity,
  type DocumentEntity,
  documentId,
  isOfBranch,
  newestDocument,
  openingOf,
  barredRecheckers,
  programmeOf,
  RecheckEntity,
  remarksOf,
} from '@app/persistence';

type RecheckCommand = Extract<SpotCheckCommand, { name: 'concludeRecheck' | 'confirmRecheck' | 'returnRecheck' }>;

/** What the tables know of one drawn branch's recheck, for the rule that decides on it inside the transaction. */
export async function lookUpRecheck(
  m: EntityManager,
  setting: SpotCheckSetting,
  { command: { name, input }, actor }: { readonly command: RecheckCommand; readonly actor: string },
): Promise<SpotCheckLookup> {
  const { recheckId } = input;
  const recheck = await m.findOneBy(RecheckEntity, { id: recheckId, spotCheckId: setting.spotCheckId });
  if (!recheck) return { recheck: null };
  const { branchId, branchRunId, proposedAt, recheckerId, reasonId } = recheck;
  const run = await m.findOneByOrFail(BranchRunEntity, { id: branchRunId });
  const programme = await programmeOf(m, setting.campaignId);
  const sheet = await newestDocument(m, { runId: recheckId, kind: 'recheck-assessment', lock: true });
  const said = name === 'concludeRecheck' ? input.reasonId : name === 'returnRecheck' ? input.remarksId : undefined;
  const proposed = reasonId === null ? undefined : (await remarksOf(m, recheckId, reasonId)).remarks;
  return {
    recheck: {
      branchId,
      open: recheck.concludedAt === null,
      proposedBy: proposedAt === null ? null : recheckerId,
      proposedReason: reasonId !== null && proposed ? { documentId: reasonId, digest: proposed.digest } : null,
      assessors: (await barredRecheckers(m, [run]))(run),
      actorOfBranch: await isOfBranch(m, actor, branchId),
      opening: sheet ? await openingOf(m, { document: sheet, personId: actor }, programme.scoreSheet) : null,
      document: sheet ? await sheetOf(m, sheet, { branchId, programme }) : null,
      ...(said !== undefined && (await remarksOf(m, recheckId, said))),
      nextDocumentId: documentId(recheckId, 'recheck-assessment', (sheet?.no ?? 0) + 1),
    },
  };
}

async function sheetOf(
  m: EntityManager,
  { id, digest, body, authorId }: DocumentEntity,
  { branchId, programme }: { readonly branchId: string; readonly programme: Programme },
): Promise<RecheckLookup['document']> {
  const filled = body as FilledSheet;
  const faults = checkSheet(programme.scoreSheet, filled);
  return {
    id,
    digest,
    score: faults.length === 0 ? scoreSheet(programme.scoreSheet, filled).total : 0,
    author: authorId,
    authorOfBranch: authorId !== null && (await isOfBranch(m, authorId, branchId)),
    faults,
  };
}
