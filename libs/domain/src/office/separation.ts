import type { DocumentKind } from '../process/decision';
import { DomainError } from '../errors';

/** Whether no person stands twice in the list ("different persons" means pairwise distinct). */
export function arePairwiseDistinct(persons: readonly string[]): boolean {
  return new Set(persons).size === persons.length;
}

/** Nobody acts where another person is asked for; throws `same-person`, in the words of the act. */
export function checkOther(others: readonly string[], person: string, message: string): void {
  if (others.includes(person)) throw new DomainError('same-person', message);
}

/** Nobody judges the branch that he belongs to (苏委工〔2020〕6号 三.4); throws `own-branch`, in the words of the act. */
export function checkOwnBranch(ofBranch: boolean | undefined, message: string, pointer?: string): void {
  if (ofBranch) throw new DomainError('own-branch', message, { clause: '三.4', ...(pointer && { pointer }) });
}

/** Nobody assesses his own branch, and no name stands twice on a sheet; throws `own-branch` or `same-person`. */
export function checkAssessors(assessors: readonly string[], branchMembers: readonly string[]): void {
  const own = assessors.find((person) => branchMembers.includes(person));
  if (own !== undefined) throw new DomainError('own-branch', '评估人不得是被评估党支部的党员', { person: own });
  checkDistinct(assessors, '评估人须为不同的人');
}

/**
 * A pass falls by the word of two: who confirms it neither rechecked nor filled in the sheet (design: two persons for
 * revocation; 苏委工〔2020〕6号 五.2).
 */
export function checkOverturn({ rechecker, author }: SheetHands, confirmer: string | null): void {
  if (confirmer === null || confirmer === rechecker) {
    throw new DomainError('same-person', '不予维持须由复核人以外的人确认', { person: rechecker });
  }
  if (confirmer === author) {
    throw new DomainError('same-person', '不予维持须由填写评估表以外的人确认', { person: author });
  }
}

/** Who sends a filing does not register it; of a 直属党支部 both are offices of the committee (苏委工〔2020〕6号 三.4). */
export function checkRegistrar(sender: string | null, registrar: string): void {
  checkOther(sender === null ? [] : [sender], registrar, '登记备案须由报送人以外的人办理');
}

/** Who proposed a verdict and who filled in the sheet it rests on. */
export interface SheetHands {
  readonly rechecker: string;
  readonly author: string | null;
}

/** Who checks again did not assess, and is no member of the branch (苏委工〔2020〕6号 三.4, 五.2). */
export function checkRecheckers(
  recheckers: readonly string[],
  others: { readonly assessors: readonly string[]; readonly branchMembers: readonly string[] },
): void {
  checkAssessors(recheckers, others.branchMembers);
  const same = recheckers.find((person) => others.assessors.includes(person));
  if (same !== undefined) throw new DomainError('same-person', '复核人不得是原评估人', { person: same });
}

/** Somebody who writes, opens or signs a sheet, as the tables know him. */
export interface SheetHand {
  readonly person: string;
  /** Whether he is a member of the branch that the sheet is about, or holds an office in it. */
  readonly ofBranch: boolean;
  /** Who assessed the pass that a recheck looks at, or assesses for the same organisation. */
  readonly assessors: readonly string[];
}

/** Whoever belongs to the branch, and at a recheck who assessed it, keeps his hands off an assessor's sheet: at saving as at signing. */
export function checkSheetHand(kind: DocumentKind, { person, ofBranch, assessors }: SheetHand): void {
  if (!isAssessorsSheet(kind)) return;
  if (ofBranch) throw new DomainError('own-branch', '不得评估本人所在的党支部', { clause: '三.4', person });
  if (kind === 'recheck-assessment' && assessors.includes(person)) {
    throw new DomainError('same-person', '复核人不得是评估该党支部的机关党组织的评估人员', { person });
  }
}

/** Whether a document of this kind is written about the branch by others. */
export function isAssessorsSheet(kind: DocumentKind): boolean {
  return kind === 'superior-assessment' || kind === 'recheck-assessment';
}

/** Whether a document of this kind is a filled score sheet, whoever writes it. */
export function isSheet(kind: DocumentKind): boolean {
  return isAssessorsSheet(kind) || kind === 'self-assessment' || kind === 'review';
}

/** Who closes a problem has never answered for it; throws `verifier-is-owner`. */
export function checkVerifier(verifierId: string, owners: readonly string[]): void {
  if (!owners.includes(verifierId)) return;
  throw new DomainError('verifier-is-owner', '核实人不得是现任或曾任的责任人', { person: verifierId });
}

/** Freezing and revealing a draw, and any other act of two, takes two persons. */
export function checkTwoPersons(first: string, second: string): void {
  checkDistinct([first, second], '须由两人分别办理');
}

/** Every person named as counter of a paper ballot is another one, and at least two are named. */
export function checkCounters(counters: readonly string[]): void {
  checkDistinct(counters, '监票人须为不同的人');
  if (counters.length < 2) throw new DomainError('same-person', '监票人须不少于两人', { counters: counters.length });
}

function checkDistinct(persons: readonly string[], message: string): void {
  if (!arePairwiseDistinct(persons)) throw new DomainError('same-person', message, { persons });
}
