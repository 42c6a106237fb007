/** Checks who judged, counted, drew and closed against the rules that keep persons apart. */
import { type EntityManager, In } from 'typeorm';
import {
  type BranchRun,
  type BranchRunEvent,
  checkAssessors,
  checkCounters,
  checkOverturn,
  checkRecheckers,
  checkRegistrar,
  checkSheetHand,
  checkTwoPersons,
  checkVerifier,
  DomainError,
  nothingFor,
  type OrganisationRunEvent,
  ownersIn,
  type PayloadOf,
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
  let assessors: readonly string[] = [];
  recorded.forEach(({ event, happened: { type, payload } }, at) => {
    const judge = JUDGES[type] as Judge<typeof payload> | null | undefined; // other streams' events fit no line
    if (!judge) return;
    const members = personsThen(around, run.row.branchId, shanghaiDateOf(event.recordedAt));
    const ask = (rule: () => void) => {
      if (at >= earlier) checkSeparation(findings, event, rule);
    };
    assessors = judge(payload, { event, around, members, assessors, ask }) ?? assessors;
  });
}

/** One act of a branch's year, with whoever is to be kept apart from whom. */
interface Judged {
  readonly event: ReadEvent;
  readonly around: Around;
  readonly members: readonly string[];
  /** Who assessed the branch before. */
  readonly assessors: readonly string[];
  readonly ask: (rule: () => void) => void;
}

/** Asks the rules of an act, and says who has assessed the branch after it, where that changes. */
type Judge<F> = (payload: F, judged: Judged) => readonly string[] | void;

/** By event, who is to be kept apart, or null where it is nobody's judgement of the branch. */
const JUDGES: { readonly [T in BranchRunEvent['type']]: Judge<PayloadOf<BranchRun, T>> | null } = {
  ...nothingFor(
    'branch-run-opened',
    'survey-opened',
    'survey-submitted',
    'survey-returned',
    'survey-confirmed',
    'target-set',
    'branch-plan-submitted',
    'branch-plan-returned',
    'branch-plan-approved',
    'assessment-submitted',
    'assessment-returned',
    'ballot-opened',
    'assessment-disputed',
    'review-submitted',
    'review-returned',
    'branch-listed',
    'branch-decided',
    'branch-struck',
    'branch-filed',
    'branch-filing-returned',
    'branch-registered',
    'branch-drawn',
    'branch-not-drawn',
    'pass-lost',
    'branch-published',
    'branch-recognised',
    'branch-dissolved',
    'branch-run-closed',
  ),
  'ballot-closed': ({ ballotBoxId, counters }, { around, ask }) => {
    if (around.boxes.get(ballotBoxId)?.mode === 'paper') ask(() => checkCounters(counters));
  },
  'assessment-signed': ({ assessor, documentId }, { around, members, ask }) => {
    const author = around.authors.get(documentId) ?? '';
    ask(() => checkSheetHand('superior-assessment', handOf(author, members, [])));
    ask(() => checkAssessors([assessor], members));
    return [assessor];
  },
  'review-confirmed': (_, { event, members, ask }) => {
    ask(() => checkAssessors([event.record?.actor ?? ''], members));
  },
  'assessment-concluded': ({ assessor }, { assessors, members, ask }) => {
    const both = [...assessors, assessor];
    ask(() => checkAssessors(both, members));
    return both;
  },
  'recheck-upheld': ({ recheckId }, judged) => judgeRecheck(judged, { recheckId, overturned: false }),
  'recheck-overturned': ({ recheckId }, judged) => judgeRecheck(judged, { recheckId, overturned: true }),
};

function judgeRecheck(
  { around, members, assessors, ask }: Judged,
  { recheckId, overturned }: { readonly recheckId: string; readonly overturned: boolean },
): void {
  const { recheckerId, documentId, confirmerId = null } = around.rechecks.get(recheckId) ?? {};
  const author = around.authors.get(documentId ?? '') ?? '';
  ask(() => checkSheetHand('recheck-assessment', handOf(author, members, assessors)));
  const rechecker = recheckerId ?? '';
  if (overturned) ask(() => checkOverturn({ rechecker, author }, confirmerId));
  const recheckers = [...new Set([rechecker, ...(confirmerId ? [confirmerId] : [])])];
  ask(() => checkRecheckers(recheckers, { assessors, branchMembers: members }));
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

/** Who closes a problem, or sends it back, has never answered for it. */
export function checkProblemPersons(findings: Findings, streams: readonly ReadStream[]): void {
  for (const { events } of streams) {
    const own = ownEvents(events);
    for (const [at, event] of own.entries()) {
      const happened = { type: event.type, payload: event.record?.payload } as ProblemEvent;
      if (happened.type === 'problem-closed' || happened.type === 'problem-sent-back') {
        const owners = ownersIn(own.slice(0, at).map(({ type, record }) => ({ type, payload: record?.payload })));
        checkSeparation(findings, event, () => checkVerifier(happened.payload.verifierId, owners));
      }
    }
  }
}

/** Who registers a filing did not send it. */
export function checkRegistrars(findings: Findings, runs: readonly CheckedRun[]): void {
  for (const { events } of runs) {
    let sender: string | null = null;
    for (const event of events) {
      const happened = { type: event.type, payload: event.record?.payload } as OrganisationRunEvent;
      const actor = event.record?.actor ?? null;
      if (happened.type === 'filing-sent') sender = actor;
      if (happened.type === 'filing-registered' && !happened.payload.bySilence) {
        const [from, by] = [sender, actor ?? ''];
        checkSeparation(findings, event, () => checkRegistrar(from, by));
      }
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
