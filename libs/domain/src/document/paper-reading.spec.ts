import type { DocumentKind } from '../process/decision';
import { mayReadUnsigned, mayReadVersions, type PaperReader } from './paper-reading';
import { type Role, ROLES } from '../office/roles';

const STRANGER = { ofBranch: false, assessed: false };
const OWN = { ofBranch: true, assessed: false };

const OFFICERS = ['organisation-secretary', 'organisation-officer', 'committee-officer'];
const BRANCH = ['branch-secretary', 'branch-committee-member'];

const readersOf = (kind: DocumentKind, who: Omit<PaperReader, 'roles'> = STRANGER) =>
  ROLES.filter((role) => mayReadUnsigned(kind, { roles: [role], ...who }));

describe('who reads a paper that still lacks a signature', () => {
  it.each<[DocumentKind, string[]]>([
    ['survey', [...BRANCH, ...OFFICERS]],
    ['self-assessment', [...BRANCH, ...OFFICERS]],
    ['review', [...BRANCH, ...OFFICERS]],
    ['organisation-plan', OFFICERS],
    ['superior-assessment', ['assessor', ...OFFICERS]],
    ['recheck-assessment', ['assessor', 'area-liaison', 'committee-officer', 'committee-leader']],
  ])('%s: %j', (kind, readers) => {
    expect([...readersOf(kind)].sort()).toEqual([...readers].sort());
  });

  it('is nobody of the branch, where others write about it, whatever office he holds', () => {
    expect(readersOf('superior-assessment', OWN)).toEqual([]);
    expect(readersOf('recheck-assessment', OWN)).toEqual([]);
    expect(readersOf('self-assessment', OWN)).toContain('branch-secretary');
  });

  it('of a recheck is nobody who assessed the pass', () => {
    expect(readersOf('recheck-assessment', { ofBranch: false, assessed: true })).toEqual([]);
    expect(readersOf('superior-assessment', { ofBranch: false, assessed: true })).toContain('assessor');
  });

  it('reads the earlier savings too, and once it is settled an inspector does', () => {
    const of = (role: Role, settled: boolean, who = STRANGER) =>
      mayReadVersions('superior-assessment', { roles: [role], ...who }, settled);
    expect([of('inspector', false), of('inspector', true), of('assessor', true)]).toEqual([false, true, true]);
    expect([of('branch-secretary', true, OWN), of('assessor', true, OWN)]).toEqual([false, false]);
  });
});
