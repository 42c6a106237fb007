import { randomBytes, randomUUID } from 'node:crypto';
import type { EntityManager } from 'typeorm';
import { checkAnswers, checkCounters, checkPaperTally, DomainError, type PaperTally } from '@app/domain';
import { BallotBoxEntity } from './ballot.entity';
import { sha256Hex } from './digest';
import { programmeOf } from './programme-store';

/** One-time codes of a box: random, so their order says nothing; handed out unlinked, never per person. */
export interface BallotCodes {
  readonly members: readonly string[];
  readonly masses: readonly string[];
}

/** No letters that are taken for another when copied by hand. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTVWXYZ';
const CODE_LENGTH = 12;

/**
 * Makes the codes of an on-line box: they are answered once and only their hashes are kept. A sheet that got lost on its
 * way may be asked for again as long as no code is spent: the first sheet's codes are spent, and the new ones count.
 */
export async function issueBallotCodes(m: EntityManager, boxId: string): Promise<BallotCodes> {
  const box = await lockBox(m, boxId);
  if (box.mode !== 'online') throw new DomainError('ballot-closed', '纸质测评没有测评码', {});
  const [{ spent }] = await m.query<[{ spent: string }]>('SELECT COUNT(*) AS spent FROM ballots WHERE box_id = ?', [
    boxId,
  ]);
  if (Number(spent) > 0) throw new DomainError('already-exists', '测评码已经发出并有人使用', {});
  await m.query('UPDATE ballot_credentials SET spent = 1 WHERE box_id = ?', [boxId]);
  const codes = { members: codesOf(box.members), masses: codesOf(box.masses) };
  const rows = [
    ...codes.members.map((code) => [sha256Hex(code), boxId, 'member', 0]),
    ...codes.masses.map((code) => [sha256Hex(code), boxId, 'mass', 0]),
  ].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1));
  for (let from = 0; from < rows.length; from += 500) {
    const part = rows.slice(from, from + 500);
    await m.query(
      `INSERT INTO ballot_credentials (hash, box_id, voter_group, spent) VALUES ${part.map(() => '(?, ?, ?, ?)').join(', ')}`,
      part.flat(),
    );
  }
  return codes;
}

/**
 * Casts one ballot: marks the code spent and stores the answers in one transaction; nothing names a person or a time.
 * Answers the box it fell into.
 */
export async function castBallot(m: EntityManager, code: string, answers: readonly string[]): Promise<string> {
  const hash = sha256Hex(code.trim().toUpperCase());
  const [credential] = await m.query<{ boxId: string; voterGroup: string; spent: number }[]>(
    'SELECT box_id AS boxId, voter_group AS voterGroup, spent FROM ballot_credentials WHERE hash = ? FOR UPDATE',
    [hash],
  );
  if (!credential) throw new DomainError('ballot-code-unknown', '测评码无效', { pointer: '/code' });
  if (credential.spent) throw new DomainError('ballot-code-spent', '测评码已使用', { pointer: '/code' });
  const box = await m.findOne(BallotBoxEntity, { where: { id: credential.boxId }, lock: { mode: 'pessimistic_read' } });
  if (!box || box.closedAt !== null) throw new DomainError('ballot-closed', '测评已结束', {});
  const { ballot } = (await programmeOf(m, box.campaignId)).scoreSheet;
  checkAnswers(answers, ballot);
  await m.query('UPDATE ballot_credentials SET spent = 1 WHERE hash = ?', [hash]);
  await m.query('INSERT INTO ballots (id, box_id, voter_group, answers) VALUES (?, ?, ?, ?)', [
    randomUUID(),
    credential.boxId,
    credential.voterGroup,
    answers.join(''),
  ]);
  return credential.boxId;
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
  const counts = { first: isFirst ? count : (box.firstCount ?? count), second: count };
  const errors = checkPaperTally(counts, eligible, ballot).map((fault) => ({
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
