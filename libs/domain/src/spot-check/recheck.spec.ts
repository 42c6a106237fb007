import { DomainError } from '../errors';
import { decideCommand } from '../process/run-rules';
import { recheckBar, recheckCommands } from './recheck-standing';
import { type SpotCheckSetting, type SpotCheckState, UNOPENED_SPOT_CHECK } from './spot-check';
import type { RecheckLookup, SpotCheckCommand } from './spot-check.command';
import { SPOT_CHECK } from './spot-check.process';
import type { Role } from '../office/roles';

const setting = { passMark: 9500 } as SpotCheckSetting;
const state: SpotCheckState = { ...UNOPENED_SPOT_CHECK, step: 'inspecting', drawn: 1 };
const opening = { openedAt: '2020-12-01T02:00:00.000Z', unconfirmed: [] };
const sheet = { id: 'sheet', digest: 'read', score: 9400, author: 'liaison', authorOfBranch: false, faults: [] };
const open: RecheckLookup = {
  branchId: 'b',
  open: true,
  proposedBy: null,
  proposedReason: null,
  assessors: ['assessor-1', 'assessor-2'],
  actorOfBranch: false,
  document: sheet,
  opening,
  remarks: { digest: 'why' },
  nextDocumentId: 'next',
};
const proposed: RecheckLookup = {
  ...open,
  proposedBy: 'liaison',
  proposedReason: { documentId: 'reason', digest: 'why' },
};

const passing: RecheckLookup = { ...open, document: { ...sheet, score: 9500 } };

const overturn: SpotCheckCommand = {
  name: 'concludeRecheck',
  input: { recheckId: 'k', digest: 'read', verdict: 'overturned', reasonId: 'reason', reasonDigest: 'why' },
};
const uphold: SpotCheckCommand = {
  name: 'concludeRecheck',
  input: { recheckId: 'k', digest: 'read', verdict: 'upheld' },
};
const confirm: SpotCheckCommand = { name: 'confirmRecheck', input: { recheckId: 'k', digest: 'read' } };
const giveBack: SpotCheckCommand = {
  name: 'returnRecheck',
  input: { recheckId: 'k', sheetDigest: 'read', remarksId: 'r', digest: 'why', lines: 1 },
};

const decide = (command: SpotCheckCommand, events: RecheckLookup | undefined, actor: string, office: Role) =>
  decideCommand(
    SPOT_CHECK,
    { setting, state, lookup: events && { recheck: events } },
    { command, attribution: { actor, office, receivedAt: '2020-12-02T02:00:00.000Z' } },
  );
const codeOf = (...asked: Parameters<typeof decide>) => {
  try {
    decide(...asked);
    return null;
  } catch (error) {
    return (error as DomainError).code;
  }
};

describe('a recheck that finds against a pass (苏委工〔2020〕6号 五.2)', () => {
  it('is a proposal of one person: nobody is told, nothing is concluded', () => {
    const { events, effects } = decide(overturn, open, 'liaison', 'area-liaison');
    expect(events).toMatchObject([
      {
        type: 'recheck-overturn-proposed',
        payload: { rechecker: 'liaison', reasonId: 'reason', score: 9400, documentId: 'sheet', ...openedAt() },
      },
    ]);
    expect(effects).toBeUndefined();
  });

  it('is sent back with the sheet that was read, not another that was proposed since', () => {
    const stale = { ...giveBack, input: { ...giveBack.input, sheetDigest: 'read before' } } as SpotCheckCommand;
    const known = { ...proposed, remarks: { digest: 'why' } };
    expect(codeOf(stale, known, 'officer', 'committee-officer')).toBe('digest-mismatch');
    expect(codeOf(giveBack, known, 'officer', 'committee-officer')).toBeNull();
  });

  it('overturns the pass once a second person confirms it', () => {
    const { events, effects } = decide(confirm, proposed, 'officer', 'committee-officer');
    expect(events).toMatchObject([
      { type: 'recheck-concluded', payload: { verdict: 'overturned', rechecker: 'liaison', confirmer: 'officer' } },
      { type: 'spot-check-concluded', payload: { upheld: 0, overturned: 1 } },
    ]);
    expect(effects).toMatchObject([{ tell: 'branch', topic: 'rechecked' }]);
  });

  it.each<[string, SpotCheckCommand, RecheckLookup | undefined, string, Role, string | null]>([
    [
      'without a reason, already in the validator',
      without('reasonId'),
      undefined,
      'liaison',
      'area-liaison',
      'invalid-input',
    ],
    [
      'with a reason that was not kept',
      overturn,
      { ...open, remarks: undefined },
      'liaison',
      'area-liaison',
      'document-missing',
    ],
    [
      'with another reason than was kept',
      overturn,
      { ...open, remarks: { digest: 'x' } },
      'liaison',
      'area-liaison',
      'digest-mismatch',
    ],
    ['unopened', overturn, { ...open, opening: null }, 'liaison', 'area-liaison', 'sheet-unopened'],
    [
      'untouched',
      uphold,
      { ...open, opening: { ...opening, unconfirmed: ['D1.1'] } },
      'liaison',
      'area-liaison',
      'sheet-unconfirmed',
    ],
    ['without a sheet', overturn, { ...open, document: null }, 'liaison', 'area-liaison', 'document-missing'],
    ['by an assessor of the pass', overturn, open, 'assessor-2', 'assessor', 'same-person'],
    ['by somebody of the branch', overturn, { ...open, actorOfBranch: true }, 'liaison', 'area-liaison', 'own-branch'],
    [
      'on what somebody of the branch wrote',
      overturn,
      { ...open, document: { ...sheet, authorOfBranch: true } },
      'liaison',
      'area-liaison',
      'own-branch',
    ],
    [
      'on what an assessor of the pass wrote',
      overturn,
      { ...open, document: { ...sheet, author: 'assessor-2' } },
      'liaison',
      'area-liaison',
      'same-person',
    ],
    ['a second time, while it waits', overturn, proposed, 'officer', 'committee-officer', 'transition-not-allowed'],
    ['upheld under the mark', uphold, open, 'liaison', 'area-liaison', 'gate-failed'],
    [
      'upheld a hundredth under the mark',
      uphold,
      { ...open, document: { ...sheet, score: 9499 } },
      'liaison',
      'area-liaison',
      'gate-failed',
    ],
    ['upheld at the mark', uphold, { ...open, document: { ...sheet, score: 9500 } }, 'liaison', 'area-liaison', null],
    [
      'confirmed by who proposed it',
      confirm,
      { ...proposed, proposedBy: 'officer' },
      'officer',
      'committee-officer',
      'same-person',
    ],
    [
      'confirmed by who filled in the sheet that another proposed',
      confirm,
      { ...proposed, document: { ...sheet, author: 'officer' } },
      'officer',
      'committee-officer',
      'same-person',
    ],
    ['overturned on a sheet that passes', overturn, passing, 'liaison', 'area-liaison', 'gate-failed'],
    ['confirmed by a liaison', confirm, proposed, 'other', 'area-liaison', 'forbidden'],
    ['confirmed where nothing is proposed', confirm, open, 'officer', 'committee-officer', 'transition-not-allowed'],
    [
      'confirmed unopened where nothing is proposed',
      confirm,
      { ...open, opening: null },
      'officer',
      'committee-officer',
      'transition-not-allowed',
    ],
    ['confirmed unopened', confirm, { ...proposed, opening: null }, 'officer', 'committee-officer', 'sheet-unopened'],
    [
      'confirmed on other words',
      confirm,
      { ...proposed, document: { ...sheet, digest: 'x' } },
      'officer',
      'committee-officer',
      'digest-mismatch',
    ],
    ['confirmed by an assessor of the pass', confirm, proposed, 'assessor-1', 'committee-officer', 'same-person'],
    [
      'confirmed when it is over',
      confirm,
      { ...proposed, open: false },
      'officer',
      'committee-officer',
      'transition-not-allowed',
    ],
    ['taken back by who proposed it', giveBack, proposed, 'liaison', 'area-liaison', null],
    ['sent back by an officer', giveBack, proposed, 'officer', 'committee-officer', null],
    ['sent back by another liaison', giveBack, proposed, 'other', 'area-liaison', 'forbidden'],
    ['taken back where nothing is proposed', giveBack, open, 'liaison', 'area-liaison', 'transition-not-allowed'],
  ])('%s', (_name, command, events, actor, office, code) => {
    expect(codeOf(command, events, actor, office)).toBe(code);
  });

  it.each<[string, Role, Partial<RecheckLookup> & { ofBranch?: boolean; author?: string }, string[]]>([
    ['liaison', 'area-liaison', {}, ['concludeRecheck']],
    ['liaison', 'area-liaison', { proposedBy: 'liaison' }, ['returnRecheck']],
    ['other', 'area-liaison', { proposedBy: 'liaison' }, []],
    ['officer', 'committee-officer', { proposedBy: 'liaison' }, ['confirmRecheck', 'returnRecheck']],
    ['officer', 'committee-officer', { proposedBy: 'officer' }, ['returnRecheck']],
    ['officer', 'committee-officer', { proposedBy: 'liaison', author: 'officer' }, ['returnRecheck']],
    ['officer', 'committee-officer', { ofBranch: true }, []],
    ['assessor-1', 'assessor', {}, []],
    ['assessor-3', 'assessor', {}, ['concludeRecheck']],
    ['officer', 'committee-officer', { open: false }, []],
  ])('offers %s as %s, at %j, %j', (actor, office, change, offered) => {
    const standing = { ...open, author: null, ofBranch: false, ...change };
    expect(recheckCommands(standing, { actor, office })).toEqual(offered);
  });

  it.each([
    ['liaison', false, null],
    ['liaison', true, 'own-branch'],
    ['assessor-1', false, 'same-person'],
  ])('keeps away %s, of the branch: %s: %s', (actor, ofBranch, code) => {
    expect(recheckBar({ assessors: open.assessors, ofBranch }, actor)).toBe(code);
  });
});

function openedAt() {
  return { openedAt: opening.openedAt };
}

function without(field: 'reasonId'): SpotCheckCommand {
  const { [field]: _left, ...input } = overturn.input as { reasonId: string };
  return { name: 'concludeRecheck', input } as unknown as SpotCheckCommand;
}
