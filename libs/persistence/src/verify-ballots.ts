import { type EntityManager, In } from 'typeorm';
import type { BranchRunFact, GroupCounts } from '@app/domain';
import { ballotStream } from './ballot-box';
import { BallotBoxEntity } from './ballot.entity';
import { marks, select } from './select';
import { type Findings, placeOf } from './verify-findings';
import type { CheckedRun } from './verify-rows';
import type { ReadEvent, ReadStream } from './verify-streams';

interface Closed {
  readonly event: ReadEvent;
  readonly ballotBoxId: string;
  readonly cast: { readonly members: number; readonly masses: number };
}

/** The tally of every closed on-line box says as many members and non-members as there are ballots of theirs in it. */
export async function checkBallots(m: EntityManager, findings: Findings, runs: readonly CheckedRun[]): Promise<void> {
  const online = new Set<string>();
  const closed: Closed[] = [];
  for (const event of runs.flatMap(({ events }) => events)) {
    const fact = { type: event.type, payload: event.record?.payload } as BranchRunFact;
    if (fact.type === 'ballot-opened' && fact.payload.mode === 'online') online.add(fact.payload.ballotBoxId);
    if (fact.type === 'ballot-closed' && online.has(fact.payload.ballotBoxId)) {
      closed.push({ event, ballotBoxId: fact.payload.ballotBoxId, cast: fact.payload.tally.cast });
    }
  }
  const counts = await ballotsIn(m, [...online]);
  await checkCodes(m, findings, runs, counts);
  for (const { event, ballotBoxId, cast } of closed) {
    findings.looked('ballots');
    for (const [group, said, word] of [
      ['member', cast.members, '党员'],
      ['mass', cast.masses, '群众'],
    ] as const) {
      const found = counts.get(`${ballotBoxId}/${group}`) ?? 0;
      if (said === found) continue;
      findings.fault(
        'ballots',
        placeOf(event),
        `测评箱 ${ballotBoxId} ${word}测评表记为 ${said} 份，箱中有 ${found} 份`,
      );
    }
  }
}

/** Sheets given out again: each is on record with how many codes it made void, and no other sheet was given out. */
export async function checkReissues(
  m: EntityManager,
  findings: Findings,
  streams: readonly ReadStream[],
): Promise<void> {
  if (streams.length === 0) return;
  const ids = streams.map(({ stream }) => stream.slice(ballotStream('').length));
  const boxes = new Map((await m.findBy(BallotBoxEntity, { id: In(ids) })).map((box) => [box.id, box]));
  const codes = await codesOf(m, ids);
  streams.forEach(({ events }, at) => {
    const [id = '', last] = [ids[at], events.at(-1)];
    if (!last) return;
    const box = boxes.get(id);
    if (!box) return findings.fault('ballots', placeOf(last), `补发测评码的测评箱 ${id} 不存在`);
    const payloads = events.map(({ record }) => record?.payload as { sheet: number; voided: GroupCounts });
    if (payloads.at(-1)?.sheet !== box.sheets) {
      findings.fault('ballots', placeOf(last), `测评码补发记到第 ${payloads.at(-1)?.sheet} 份，行为 ${box.sheets} 份`);
    }
    for (const [group, name] of [
      ['member', 'members'],
      ['mass', 'masses'],
    ] as const) {
      const said = payloads.reduce((sum, { voided }) => sum + voided[name], 0);
      const found = codes.get(`${id}/${group}`)?.voided ?? 0;
      if (said !== found) findings.fault('ballots', placeOf(last), `作废测评码记为 ${said} 个，行为 ${found} 个`);
    }
  });
}

/** Of every on-line box whose codes were given out: a code that counts for each person, and a spent one for each ballot. */
async function checkCodes(
  m: EntityManager,
  findings: Findings,
  runs: readonly CheckedRun[],
  ballots: ReadonlyMap<string, number>,
): Promise<void> {
  const opened = runs.flatMap(({ events }) =>
    events.flatMap((event) => {
      const fact = { type: event.type, payload: event.record?.payload } as BranchRunFact;
      return fact.type === 'ballot-opened' && fact.payload.mode === 'online' ? [{ event, ...fact.payload }] : [];
    }),
  );
  const codes = await codesOf(
    m,
    opened.map(({ ballotBoxId }) => ballotBoxId),
  );
  for (const { event, ballotBoxId, members, masses } of opened) {
    for (const [group, size, word] of [
      ['member', members, '党员'],
      ['mass', masses, '群众'],
    ] as const) {
      const known = codes.get(`${ballotBoxId}/${group}`);
      if (!known) continue;
      const cast = ballots.get(`${ballotBoxId}/${group}`) ?? 0;
      if (known.valid !== size) {
        findings.fault('ballots', placeOf(event), `${word} ${size} 人，有效测评码 ${known.valid} 个`);
      }
      if (known.spent !== cast) {
        findings.fault('ballots', placeOf(event), `${word}测评码用了 ${known.spent} 个，测评表有 ${cast} 份`);
      }
    }
  }
}

async function ballotsIn(m: EntityManager, boxIds: readonly string[]): Promise<ReadonlyMap<string, number>> {
  if (boxIds.length === 0) return new Map();
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

async function codesOf(m: EntityManager, boxIds: readonly string[]): Promise<ReadonlyMap<string, CodeCounts>> {
  if (boxIds.length === 0) return new Map();
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
