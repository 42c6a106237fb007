import type { EntityManager } from 'typeorm';
import {
  checkSheetHand,
  type DocumentKind,
  DomainError,
  isAssessorsSheet,
  mayReadUnsigned,
  mayReadVersions,
  type PaperReader,
  type Place,
} from '@app/domain';
import { BranchRunEntity, type DocumentLine, isOfBranch, barredRecheckers, type RecheckEntity } from '@app/persistence';
import type { Speaker } from '../edge/speaker';

/** A paper, where its subject stands, and the recheck it belongs to, if any. */
export interface Paper {
  readonly document: { readonly kind: DocumentKind; readonly settledAt: string | null };
  readonly place: Place;
  readonly recheck: RecheckEntity | null;
}

/** Refuses whoever may not read a paper that still lacks a signature. */
export async function assertReads(m: EntityManager, speaker: Speaker, paper: Paper): Promise<void> {
  const { document, recheck } = paper;
  if (document.settledAt !== null) return;
  if (mayReadUnsigned(kindOf(document.kind, recheck), await readerOf(m, speaker, paper))) return;
  throw new DomainError('forbidden', '尚未签署的文件只供填写人及其上级查阅', {});
}

/** Whether the speaker may know what a recheck of this branch's year found before it is concluded. */
export async function readsUnsigned(
  m: EntityManager,
  speaker: Speaker,
  { place, branchRunId }: { readonly place: Place; readonly branchRunId: string },
): Promise<boolean> {
  const assessed = (await assessorsOf(m, { branchRunId })).includes(speaker.identity.actor);
  return mayReadUnsigned('recheck-assessment', { ...rolesOf(speaker, place), assessed });
}

/** Refuses whoever may not read how a paper came about: each earlier saving of it is unsigned. */
export async function assertReadsVersions(m: EntityManager, speaker: Speaker, paper: Paper): Promise<void> {
  const { document, recheck } = paper;
  const reader = await readerOf(m, speaker, paper);
  if (mayReadVersions(kindOf(document.kind, recheck), reader, document.settledAt !== null)) return;
  throw new DomainError('forbidden', '文件的历次草稿只供填写人及其上级查阅', {});
}

/** Of a run's documents those that the speaker may read. */
export function readableLines(speaker: Speaker, place: Place, lines: readonly DocumentLine[]): DocumentLine[] {
  const reader = { ...rolesOf(speaker, place), assessed: false };
  return lines.filter(({ kind, settledAt }) => settledAt !== null || mayReadUnsigned(kind, reader));
}

/** Refuses a hand that may not write, open or sign this paper, asked in the transaction that does it. */
export async function assertHand(m: EntityManager, person: string, { document, place, recheck }: Paper): Promise<void> {
  if (!isAssessorsSheet(document.kind)) return;
  checkSheetHand(document.kind, {
    person,
    ofBranch: await isOfBranch(m, person, place.branchId ?? ''),
    assessors: recheck ? await assessorsOf(m, recheck) : [],
  });
}

/** The reason of an overturned pass and the remarks on it are read as the recheck's sheet is. */
function kindOf(kind: DocumentKind, recheck: RecheckEntity | null): DocumentKind {
  return recheck ? 'recheck-assessment' : kind;
}

async function readerOf(m: EntityManager, speaker: Speaker, { place, recheck }: Paper): Promise<PaperReader> {
  const assessors = recheck ? await assessorsOf(m, recheck) : [];
  return { ...rolesOf(speaker, place), assessed: assessors.includes(speaker.identity.actor) };
}

function rolesOf(speaker: Speaker, place: Place): Omit<PaperReader, 'assessed'> {
  return {
    roles: speaker.officesSeeing(place).map(({ role }) => role),
    ofBranch: speaker.isOfBranch(place.branchId),
  };
}

async function assessorsOf(
  m: EntityManager,
  { branchRunId }: Pick<RecheckEntity, 'branchRunId'>,
): Promise<readonly string[]> {
  const run = await m.findOneByOrFail(BranchRunEntity, { id: branchRunId });
  return (await barredRecheckers(m, [run]))(run);
}
