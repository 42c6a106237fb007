/** Checks the ballots, codes and sheets of each on-line box against the tallies and reissues in the streams. */
import { type EntityManager, In } from 'typeorm';
import type { BranchRunEvent, GroupCounts } from '@app/domain';
import { ballotStream } from '../write/ballot-box';
import { BallotBoxEntity } from '../tables/ballot.entity';
import { marks, select } from '../read/select';
import { type Findings, placeOf } from './findings';
import type { CheckedRun } from './folded-rows';
import type { Snapshot } from './snapshot';
import { type ReadEvent, readEventsOf, type ReadStream } from './streams';

const GROUPS = [
  ['member', 'members', '党员'],
  ['mass', 'masses', '群众'],
] as const;

/** An on-line box as the stream of its branch tells of it. */
interface OnlineBox {
  readonly id: string;
  readonly opened: ReadEvent;
  readonly size: GroupCounts;
  readonly closed?: { readonly event: ReadEvent; readonly cast: GroupCounts };
}

/** What the tables hold of a box; the counts by box and group. */
interface Held {
  readonly sheets: ReadonlyMap<string, number>;
  readonly ballots: ReadonlyMap<string, number>;
  readonly codes: ReadonlyMap<string, CodeCounts>;
}

/**
 * Of every on-line box: as many ballots of members and non-members as its tally says, for each person a code that counts,
 * for each ballot a spent one, and no sheet given out again and no code made void of which its own stream does not tell.
 */
export async function checkBallots(
  { m, broken }: Snapshot,
  findings: Findings,
  runs: readonly CheckedRun[],
): Promise<void> {
  const boxes = onlineBoxes(runs);
  if (boxes.length === 0) return;
  const ids = boxes.map(({ id }) => id);
  const rows = await m.findBy(BallotBoxEntity, { id: In(ids) });
  const sheets = new Map(rows.map((row) => [row.id, row.sheets]));
  const held: Held = { sheets, ballots: await ballotsIn(m, ids), codes: await codesOf(m, ids) };
  const reissues = await readEventsOf(m, ids.map(ballotStream));
  for (const box of boxes) {
    checkTally(findings, box, held);
    if (!sheets.has(box.id)) continue;
    checkCodes(findings, box, held);
    const stream = ballotStream(box.id);
    if (!broken.has(stream)) checkSheets(findings, box, { held, reissues: reissues.get(stream) ?? [] });
  }
}

/** A stream of sheets given out again belongs to a box. */
export async function checkReissues(
  { m }: Snapshot,
  findings: Findings,
  streams: readonly ReadStream[],
): Promise<void> {
  if (streams.length === 0) return;
  const ids = streams.map(({ stream }) => stream.slice(ballotStream('').length));
  const known = new Set((await m.findBy(BallotBoxEntity, { id: In(ids) })).map(({ id }) => id));
  streams.forEach(({ events }, at) => {
    const [id = '', last] = [ids[at], events.at(-1)];
    if (last && !known.has(id)) findings.fault('ballots', placeOf(last), `补发测评码的测评箱 ${id} 不存在`);
  });
}

function onlineBoxes(runs: readonly CheckedRun[]): OnlineBox[] {
  const boxes = new Map<string, OnlineBox>();
  for (const event of runs.flatMap(({ events }) => events)) {
    const happened = { type: event.type, payload: event.record?.payload } as BranchRunEvent;
    if (happened.type === 'ballot-opened' && happened.payload.mode === 'online') {
      const { ballotBoxId: id, members, masses } = happened.payload;
      boxes.set(id, { id, opened: event, size: { members, masses } });
    }
    const box = happened.type === 'ballot-closed' && boxes.get(happened.payload.ballotBoxId);
    if (box) boxes.set(box.id, { ...box, closed: { event, cast: happened.payload.tally.cast } });
  }
  return [...boxes.values()];
}

function checkTally(findings: Findings, { id, closed }: OnlineBox, { ballots }: Held): void {
  if (!closed) return;
  findings.looked('ballots');
  for (const [group, name, word] of GROUPS) {
    const [said, found] = [closed.cast[name], ballots.get(`${id}/${group}`) ?? 0];
    if (said === found) continue;
    const message = `测评箱 ${id} ${word}测评表记为 ${said} 份，箱中有 ${found} 份`;
    findings.fault('ballots', placeOf(closed.event), message);
  }
}

/** Only of a box whose codes were never given out there are none. */
function checkCodes(findings: Findings, { id, opened, size }: OnlineBox, { sheets, ballots, codes }: Held): void {
  for (const [group, name, word] of GROUPS) {
    const { valid, spent } = codes.get(`${id}/${group}`) ?? NO_CODES;
    const cast = ballots.get(`${id}/${group}`) ?? 0;
    if (valid !== (sheets.get(id) === 0 ? 0 : size[name])) {
      findings.fault('ballots', placeOf(opened), `${word} ${size[name]} 人，有效测评码 ${valid} 个`);
    }
    if (spent !== cast) {
      findings.fault('ballots', placeOf(opened), `${word}测评码用了 ${spent} 个，测评表有 ${cast} 份`);
    }
  }
}

/** The first sheet has no event; each that replaces one has, with how many codes it made void. */
function checkSheets(
  findings: Findings,
  { id, opened }: OnlineBox,
  { held: { sheets, codes }, reissues }: { readonly held: Held; readonly reissues: readonly ReadEvent[] },
): void {
  const payloads = reissues.map(({ record }) => record?.payload as { sheet: number; voided: GroupCounts });
  const place = placeOf(reissues.at(-1) ?? opened);
  const found = sheets.get(id) ?? 0;
  const last = payloads.at(-1)?.sheet ?? Math.min(found, 1);
  if (found !== last || found - payloads.length > 1) {
    const message = `测评码补发记有 ${payloads.length} 次，记到第 ${last} 份，行为 ${found} 份`;
    findings.fault('ballots', place, message);
  }
  for (const [group, name] of GROUPS) {
    const said = payloads.reduce((sum, { voided }) => sum + voided[name], 0);
    const { voided } = codes.get(`${id}/${group}`) ?? NO_CODES;
    if (said !== voided) findings.fault('ballots', place, `作废测评码记为 ${said} 个，行为 ${voided} 个`);
  }
}

async function ballotsIn(m: EntityManager, boxIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  const rows = await select<{ boxId: string; voterGroup: string; n: string }>(
    m,
    `SELECT box_id AS boxId, voter_group AS voterGroup, COUNT(*) AS n FROM ballots
      WHERE box_id IN (${marks(boxIds)}) GROUP BY box_id, voter_group`,
    boxIds,
  );
  return new Map(rows.map(({ boxId, voterGroup, n }) => [`${boxId}/${voterGroup}`, Number(n)]));
}

interface CodeCounts {
  readonly valid: number;
  readonly spent: number;
  readonly voided: number;
}

const NO_CODES: CodeCounts = { valid: 0, spent: 0, voided: 0 };

async function codesOf(m: EntityManager, boxIds: readonly string[]): Promise<ReadonlyMap<string, CodeCounts>> {
  const rows = await select<{ boxId: string; voterGroup: string } & Record<keyof CodeCounts, string>>(
    m,
    `SELECT box_id AS boxId, voter_group AS voterGroup, SUM(voided = 0) AS valid, SUM(spent) AS spent, SUM(voided) AS voided
       FROM ballot_credentials WHERE box_id IN (${marks(boxIds)}) GROUP BY box_id, voter_group`,
    boxIds,
  );
  return new Map(
    rows.map(({ boxId, voterGroup, valid, spent, voided }) => [
      `${boxId}/${voterGroup}`,
      { valid: Number(valid), spent: Number(spent), voided: Number(voided) },
    ]),
  );
}
