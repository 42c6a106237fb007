import type { EntityManager } from 'typeorm';
import type { BranchRunFact } from '@app/domain';
import { marks, select } from './select';
import { type Findings, placeOf } from './verify-findings';
import type { CheckedRun } from './verify-rows';
import type { ReadEvent } from './verify-streams';

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
  if (closed.length === 0) return;
  const ids = closed.map(({ ballotBoxId }) => ballotBoxId);
  const rows = await select<{ boxId: string; voterGroup: string; n: string }>(
    m,
    `SELECT box_id AS boxId, voter_group AS voterGroup, COUNT(*) AS n FROM ballots
      WHERE box_id IN (${marks(ids)}) GROUP BY box_id, voter_group`,
    ids,
  );
  const counts = new Map(rows.map(({ boxId, voterGroup, n }) => [`${boxId}/${voterGroup}`, Number(n)]));
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
