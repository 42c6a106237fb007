import { randomBytes } from 'node:crypto';
import { type EntityManager, IsNull } from 'typeorm';
import {
  checkAnswers,
  checkCounters,
  checkPaperCount,
  checkPaperTally,
  DomainError,
  type GroupCounts,
  type Instant,
  type PaperTally,
} from '@app/domain';
import { BallotBoxEntity } from '../tables/ballot.entity';
import { sha256Hex } from '../record/digest';
import { appendEvent } from '../record/event-log';
import { randomId } from '../record/ids';
import { programmeOf } from '../read/programme-store';

/** One-time codes of a box: random, so their order says nothing; handed out unlinked, never per person. */
export interface BallotCodes {
  readonly members: readonly string[];
  readonly masses: readonly string[];
}

/** No letters that are taken for another when copied by hand. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;

/** A sheet of codes as it was given out; the codes themselves are in no row and no event. */
export interface ReissuedCodes {
  readonly codes: BallotCodes;
  /** Which sheet of its box it is, from 1. */
  readonly sheet: number;
  readonly voided: GroupCounts;
  readonly spent: GroupCounts;
}

/** Who reissues a sheet, in which office, under which key, and when. */
export interface Reissue {
  readonly boxId: string;
  readonly actor: string;
  readonly office: string;
  readonly operationKey: string;
  /** Programme time. */
  readonly recordedAt: Instant;
  /** Real time. */
  readonly writtenAt: Instant;
}

/** The stream of a box's own register: the sheets that were given out again. */
export const ballotStream = (boxId: string): string => `ballot:${boxId}`;

/** A box as it is opened. */
export type OpenedBallotBox = Pick<
  BallotBoxEntity,
  'campaignId' | 'programmeVersion' | 'branchRunId' | 'mode' | 'members' | 'masses'
> & { readonly ballotBoxId: string; readonly at: Instant };

/** Makes the row of a ballot box. */
export async function openBallotBox(m: EntityManager, box: OpenedBallotBox): Promise<void> {
  const { ballotBoxId: id, at: openedAt, campaignId, programmeVersion, branchRunId, mode, members, masses } = box;
  await m.insert(BallotBoxEntity, { id, campaignId, programmeVersion, branchRunId, mode, members, masses, openedAt });
}

/** No ballot and no count is taken from now on. */
export async function closeBallotBox(
  m: EntityManager,
  { ballotBoxId: id, at: closedAt }: { readonly ballotBoxId: string; readonly at: Instant },
): Promise<void> {
  await m.update(BallotBoxEntity, { id }, { closedAt });
}

/** A run that ends while its ballot is open ends the ballot with it, uncounted. */
export async function closeUncounted(
  m: EntityManager,
  { branchRunId, at: closedAt }: { readonly branchRunId: string; readonly at: Instant },
): Promise<void> {
  await m.update(BallotBoxEntity, { branchRunId, closedAt: IsNull() }, { closedAt });
}

/**
 * Makes the first sheet of an on-line box: it is answered once, and only the hashes of its codes are kept. Asked again it
 * refuses (`already-exists`): a sheet that got lost is given out again by `reissueBallotCodes`, on the record.
 */
export async function issueBallotCodes(m: EntityManager, boxId: string): Promise<BallotCodes> {
  const box = await lockOnlineBox(m, boxId);
  if (box.sheets > 0) throw new DomainError('already-exists', CODES_SHOWN_BEFORE, { sheets: box.sheets });
  return newSheet(m, box, { members: box.members, masses: box.masses });
}

/**
 * Gives out the codes of a lost sheet anew: unspent ones are void from now on, as many new ones count; spent ones and their
 * ballots stay. The event tells how many, of which group, by whom; never a code.
 */
export async function reissueBallotCodes(m: EntityManager, reissue: Reissue): Promise<ReissuedCodes> {
  const box = await lockOnlineBox(m, reissue.boxId);
  if (box.closedAt !== null) throw new DomainError('ballot-closed', '测评已结束，不再补发测评码', {});
  const spent = await countedByGroup(m, box.id, 'spent = 1');
  const voided = await countedByGroup(m, box.id, 'spent = 0 AND voided = 0');
  const missing = { members: box.members - spent.members, masses: box.masses - spent.masses };
  if (missing.members + missing.masses === 0) {
    throw new DomainError('ballot-code-spent', '测评码已全部使用，没有可补发的', {});
  }
  await m.query('UPDATE ballot_credentials SET voided = 1 WHERE box_id = ? AND spent = 0 AND voided = 0', [box.id]);
  const codes = await newSheet(m, box, missing);
  const sheet = box.sheets + 1;
  await appendEvent(m, {
    campaign: box.campaignId,
    programmeVersion: box.programmeVersion,
    stream: ballotStream(box.id),
    type: 'ballot-codes-reissued',
    actor: reissue.actor,
    office: reissue.office,
    operationKey: reissue.operationKey,
    provenance: 'api',
    happenedAt: null,
    recordedAt: reissue.recordedAt,
    writtenAt: reissue.writtenAt,
    payload: {
      at: reissue.recordedAt,
      ballotBoxId: box.id,
      branchRunId: box.branchRunId,
      sheet,
      voided,
      issued: missing,
    },
  });
  return { codes, sheet, voided, spent };
}

/**
 * Casts one ballot: marks the code spent and stores the answers in one transaction; nothing names a person or a time.
 * Answers the box it fell into. A code that was replaced says so; only a code that was cast with is called used.
 */
export async function castBallot(m: EntityManager, code: string, answers: readonly string[]): Promise<string> {
  const hash = hashOf(code);
  const boxId = await boxOf(m, hash);
  const box = await m.findOne(BallotBoxEntity, { where: { id: boxId }, lock: { mode: 'pessimistic_read' } });
  const [credential] = await m.query<[Credential]>(
    'SELECT voter_group AS voterGroup, spent, voided FROM ballot_credentials WHERE hash = ? FOR UPDATE',
    [hash],
  );
  assertCounts(credential, box);
  const { ballot } = (await programmeOf(m, box.campaignId)).scoreSheet;
  checkAnswers(answers, ballot);
  await m.query('UPDATE ballot_credentials SET spent = 1 WHERE hash = ?', [hash]);
  await m.query('INSERT INTO ballots (id, box_id, voter_group, answers) VALUES (?, ?, ?, ?)', [
    randomId(),
    box.id,
    credential.voterGroup,
    answers.join(''),
  ]);
  return box.id;
}

/** The box that a code can still be cast into; refuses as the casting would. Nothing is written. */
export async function boxOfCode(m: EntityManager, code: string): Promise<BallotBoxEntity> {
  const hash = hashOf(code);
  const box = await m.findOneBy(BallotBoxEntity, { id: await boxOf(m, hash) });
  const [credential] = await m.query<[Credential]>(
    'SELECT voter_group AS voterGroup, spent, voided FROM ballot_credentials WHERE hash = ?',
    [hash],
  );
  assertCounts(credential, box);
  return box;
}

/**
 * Enters one counter's paper tally: the first count, or, by another person, the second, which must agree in every number
 * (苏委工〔2020〕6号 三.4). Until the second agrees, the first counter may enter his again.
 */
export async function enterBallotCount(
  m: EntityManager,
  { boxId, count, counter }: { readonly boxId: string; readonly count: PaperTally; readonly counter: string },
): Promise<'first' | 'second'> {
  const box = await lockBox(m, boxId);
  if (box.closedAt !== null) throw new DomainError('ballot-closed', '测评已结束', {});
  if (box.mode !== 'paper') throw new DomainError('ballot-closed', '网上测评不录入纸质计票', {});
  const { ballot } = (await programmeOf(m, box.campaignId)).scoreSheet;
  const eligible = { members: box.members, masses: box.masses };
  const isFirst = box.firstCount === null || box.firstCounterId === counter;
  const errors =
    isFirst || !box.firstCount
      ? checkPaperCount(count, eligible, ballot)
      : checkPaperTally({ first: box.firstCount, second: count }, eligible, ballot).map((fault) => ({
          ...fault,
          pointer: fault.pointer.replace(/^\/(first|second)/, ''),
        }));
  if (errors.length > 0) throw new DomainError('ballot-numbers-impossible', errors[0]?.message ?? '', { errors });
  if (isFirst) {
    await m.update(
      BallotBoxEntity,
      { id: boxId },
      { firstCount: count, firstCounterId: counter, secondCount: null, secondCounterId: null },
    );
    return 'first';
  }
  checkCounters([box.firstCounterId ?? '', counter]);
  await m.update(BallotBoxEntity, { id: boxId }, { secondCount: count, secondCounterId: counter });
  return 'second';
}

/** What is said in the place of a sheet of codes that was shown before. */
export const CODES_SHOWN_BEFORE =
  '测评码已经发出，只显示一次，不再显示；如已遗失，请办理“补发测评码”（未使用的测评码作废，换发新码）';

const REPLACED = '这个测评码没有使用过，但已作废并换发新码，请向组织测评的同志领取新的测评码';

interface Credential {
  readonly voterGroup: string;
  readonly spent: number;
  readonly voided: number;
}

/** A code as people write it down: with spaces or hyphens, in small or wide letters. */
function hashOf(code: string): string {
  return sha256Hex(code.normalize('NFKC').replace(/[\s-]/g, '').toUpperCase());
}

async function boxOf(m: EntityManager, hash: string): Promise<string> {
  const [known] = await m.query<{ boxId: string }[]>('SELECT box_id AS boxId FROM ballot_credentials WHERE hash = ?', [
    hash,
  ]);
  if (!known) throw new DomainError('ballot-code-unknown', '测评码无效', { pointer: '/code' });
  return known.boxId;
}

function assertCounts({ spent, voided }: Credential, box: BallotBoxEntity | null): asserts box is BallotBoxEntity {
  if (spent) throw new DomainError('ballot-code-spent', '测评码已使用', { pointer: '/code' });
  if (!box || box.closedAt !== null) throw new DomainError('ballot-closed', '测评已结束，未使用的测评码不再有效', {});
  if (voided) throw new DomainError('ballot-code-replaced', REPLACED, { pointer: '/code' });
}

async function lockOnlineBox(m: EntityManager, boxId: string): Promise<BallotBoxEntity> {
  const box = await lockBox(m, boxId);
  if (box.mode !== 'online') throw new DomainError('ballot-closed', '纸质测评没有测评码', {});
  return box;
}

async function newSheet(m: EntityManager, box: BallotBoxEntity, size: GroupCounts): Promise<BallotCodes> {
  await m.update(BallotBoxEntity, { id: box.id }, { sheets: box.sheets + 1 });
  const codes = { members: codesOf(size.members), masses: codesOf(size.masses) };
  const rows = [
    ...codes.members.map((code) => [sha256Hex(code), box.id, 'member', 0, 0]),
    ...codes.masses.map((code) => [sha256Hex(code), box.id, 'mass', 0, 0]),
  ].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  for (let from = 0; from < rows.length; from += 500) {
    const part = rows.slice(from, from + 500);
    await m.query(
      `INSERT INTO ballot_credentials (hash, box_id, voter_group, spent, voided)
       VALUES ${part.map(() => '(?, ?, ?, ?, ?)').join(', ')}`,
      part.flat(),
    );
  }
  return codes;
}

async function countedByGroup(m: EntityManager, boxId: string, condition: string): Promise<GroupCounts> {
  const rows = await m.query<{ voterGroup: string; n: string }[]>(
    `SELECT voter_group AS voterGroup, COUNT(*) AS n FROM ballot_credentials
      WHERE box_id = ? AND ${condition} GROUP BY voter_group`,
    [boxId],
  );
  const of = (group: string) => Number(rows.find(({ voterGroup }) => voterGroup === group)?.n ?? 0);
  return { members: of('member'), masses: of('mass') };
}

async function lockBox(m: EntityManager, id: string): Promise<BallotBoxEntity> {
  const box = await m.findOne(BallotBoxEntity, { where: { id }, lock: { mode: 'pessimistic_write' } });
  if (!box) throw new DomainError('not-found', '没有这个测评箱', { pointer: '/path/id' });
  return box;
}

function codesOf(count: number): string[] {
  return Array.from({ length: count }, () => {
    const bytes = randomBytes(CODE_LENGTH * 2);
    return Array.from({ length: CODE_LENGTH }, (_, at) => ALPHABET[bytes.readUInt16BE(at * 2) % ALPHABET.length]).join(
      '',
    );
  });
}
