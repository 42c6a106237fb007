import type { DocumentKind } from '../process/decision';
import { BRANCH, BUSINESS, RECHECKERS, SUPERIOR } from '../office/role-groups';
import type { Role } from '../office/roles';

/** Somebody who asks to read a paper: the offices in which its place is his to see, and what he is to its branch. */
export interface PaperReader {
  readonly roles: readonly Role[];
  /** Whether he is a member of the branch that the paper is about, or holds an office in it. */
  readonly ofBranch: boolean;
  /** Whether he assessed the pass that a recheck looks at. */
  readonly assessed: boolean;
}

/**
 * Whether a paper may be read before its last signature is given: by who may write it and by the superiors of those. An
 * assessor's sheet is then read by nobody of the branch, whatever other office he holds, and a recheck's by nobody who
 * assessed the pass (苏委工〔2020〕6号 三.4).
 */
export function mayReadUnsigned(kind: DocumentKind, { roles, ofBranch, assessed }: PaperReader): boolean {
  const readers = UNSIGNED_READERS[kind];
  if (!roles.some((role) => readers.includes(role))) return false;
  if (kind === 'superior-assessment') return !ofBranch;
  return kind !== 'recheck-assessment' || !(ofBranch || assessed);
}

/** Whether the earlier savings of a paper may be read: as the unsigned paper itself, and once it is signed by inspectors. */
export function mayReadVersions(kind: DocumentKind, reader: PaperReader, settled: boolean): boolean {
  return mayReadUnsigned(kind, reader) || (settled && reader.roles.includes('inspector'));
}

/** The plan of a branch is a view on its problem register, and lists are frozen as they are made: read like those. */
const UNSIGNED_READERS: Readonly<Record<DocumentKind, readonly Role[]>> = {
  survey: [...BRANCH, ...SUPERIOR],
  'branch-plan': BUSINESS,
  'self-assessment': [...BRANCH, ...SUPERIOR],
  review: [...BRANCH, ...SUPERIOR],
  'organisation-plan': SUPERIOR,
  'superior-assessment': ['assessor', ...SUPERIOR],
  'recheck-assessment': [...RECHECKERS, 'committee-leader'],
  'conclusion-list': BUSINESS,
  'filing-list': BUSINESS,
  'publication-list': BUSINESS,
  'disposition-list': BUSINESS,
  remarks: BUSINESS,
};
