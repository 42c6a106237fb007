/** Checks who judged, counted, drew and closed against the rules that keep persons apart. */
import { type EntityManager, In } from 'typeorm';
import {
  checkAssessors,
  checkCounters,
  checkOverturn,
  checkRecheckers,
  checkSheetHand,
  checkTwoPersons,
  checkVerifier,
  DomainError,
  evolveProblem,
  type Problem,
  type ProblemEvent,
  type SpotCheckEvent,
  shanghaiDateOf,
} from '@app/domain';
import { personsThen } from '../read/belonging.queries';
import { BallotBoxEntity } from '../tables/ballot.entity';
import type { BranchRunEntity } from '../tables/branch-run.entity';
import { DocumentEntity } from '../tables/document.entity';
import { MembershipEntity, OfficeEntity } from '../tables/organisation.entity';
import { RecheckEntity } from '../tables/spot-check.entity';
import { type Findings, placeOf } from './findings';
import { type BranchHistory, readHistory } from './branch-history';
import { type CheckedRun, ownEvents } from './folded-rows';
import type { Snapshot } from './snapshot';
import type { ReadEvent, ReadStream } from './streams';

/** Assessors, re-checkers and counters of branches are pairwise different persons and no members of the branch (苏委工〔2020〕6号 三.4, 五.2). */
export async function checkBranchPersons(
  { m }: Snapshot,
  findings: Findings,
  runs: readonly CheckedRun<BranchRunEntity>[],
): Promise<void> {
  const named = runs.filter(({ events }) =>
    events.some(({ type }) =>
      ['ballot-closed', 'assessment-signed', 'review-confirmed', 'branch-drawn'].includes(type),
    ),
  );
  if (named.length === 0) return;
  const branchIds = named.map(({ row }) => row.branchId);
  const rechecks = await m.findBy(RecheckEntity, { branchId: In(branchIds) });
  const around: Around = {
    memberships: await m.findBy(MembershipEntity, { branchId: In(branchIds) }),
    offices: await m.findBy(OfficeEntity, { bodyId: In(branchIds) }),
    authors: await readAuthors(m, [...named.map(({ row }) => row.id), ...rechecks.map(({ id }) => id)]),
    rechecks: new Map(rechecks.map((row) => [row.id, row])),
    boxes: new Map(
      (await m.findBy(BallotBoxEntity, { branchRunId: In(named.map(({ row }) => row.id)) })).map((row) => [
        row.id,
        row,
      ]),
    ),
  };
  for (const run of named) checkHistory(findings, await readHistory(m, run), around);
}

/** Who wrote each assessor's sheet as it was signed. */
async function readAuthors(m: EntityManager, runIds: readonly string[]): Promise<ReadonlyMap<string, string | null>> {
  const rows = await m.find(DocumentEntity, {
    select: { id: true, authorId: true },
    where: { runId: In(runIds), kind: In(['superior-assessment', 'recheck-assessment']) },
  });
  return new Map(rows.map(({ id, authorId }) => [id, authorId]));
}

interface Around {
  readonly memberships: readonly MembershipEntity[];
  readonly offices: readonly OfficeEntity[];
  readonly authors: ReadonlyMap<string, string | null>;
  readonly rechecks: ReadonlyMap<string, RecheckEntity>;
  readonly boxes: ReadonlyMap<string, BallotBoxEntity>;
}

function checkHistory(findings: Findings, { run, recorded, earlier }: BranchHistory, around: Around): void {
  let assessors: string[] = [];
  recorded.forEach(({ event, happened }, at) => {
    const members = personsThen(around, run.row.branchId, shanghaiDateOf(event.recordedAt));
    const ask = (rule: () => void) => {
      if (at >= earlier) checkSeparation(findings, event, rule);
    };
    switch (happened.type) {
      case 'ballot-closed': {
        const box = around.boxes.get(happened.payload.ballotBoxId);
        if (box?.mode === 'paper') ask(() => checkCounters(happened.payload.counters));
        return;
      }
      case 'assessment-signed': {
        assessors = [happened.payload.assessor];
        const author = around.authors.get(happened.payload.documentId) ?? '';
        ask(() => checkSheetHand('superior-assessment', handOf(author, members, [])));
        return ask(() => checkAssessors(assessors, members));
      }
      case 'review-confirmed':
        return ask(() => checkAssessors([event.record?.actor ?? ''], members));
      case 'assessment-concluded':
        assessors = [...assessors, happened.payload.assessor];
        return ask(() => checkAssessors(assessors, members));
      case 'recheck-upheld':
      case 'recheck-overturned': {
        const { recheckerId, documentId, confirmerId = null } = around.rechecks.get(happened.payload.recheckId) ?? {};
        const author = around.authors.get(documentId ?? '') ?? '';
        ask(() => checkSheetHand('recheck-assessment', handOf(author, members, assessors)));
        const rechecker = recheckerId ?? '';
        if (happened.type === 'recheck-overturned') ask(() => checkOverturn({ rechecker, author }, confirmerId));
        const recheckers = [...new Set([rechecker, ...(confirmerId ? [confirmerId] : [])])];
        return ask(() => checkRecheckers(recheckers, { assessors, branchMembers: members }));
      }
    }
  });
}

function handOf(person: string, members: readonly string[], assessors: readonly string[]) {
  return { person, ofBranch: members.includes(person), assessors };
}

/** Who reveals a draw did not freeze it. */
export function checkDrawPersons(findings: Findings, runs: readonly CheckedRun[]): void {
  for (const { events } of runs) {
    let frozenBy = '';
    for (const event of events) {
      const happened = { type: event.type, payload: event.record?.payload } as SpotCheckEvent;
      if (happened.type === 'draw-population-frozen') frozenBy = happened.payload.frozenBy;
      if (happened.type === 'draw-revealed') {
        checkSeparation(findings, event, () => checkTwoPersons(frozenBy, happened.payload.revealedBy));
      }
    }
  }
}

/** Who closes a problem, or sends it back, does not answer for it. */
export function checkProblemPersons(findings: Findings, streams: readonly ReadStream[]): void {
  for (const { events } of streams) {
    let problem: Problem | null = null;
    for (const event of ownEvents(events)) {
      const happened = { type: event.type, payload: event.record?.payload } as ProblemEvent;
      if (happened.type === 'problem-closed' || happened.type === 'problem-sent-back') {
        const ownerId: string | null = problem?.ownerId ?? null;
        checkSeparation(findings, event, () => checkVerifier(happened.payload.verifierId, ownerId));
      }
      problem = evolveProblem(problem, happened);
    }
  }
}

function checkSeparation(findings: Findings, event: ReadEvent, rule: () => void): void {
  findings.looked('persons');
  try {
    rule();
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    findings.fault('persons', placeOf(event), error.message);
  }
}
