/** Checks the rows of the registers that runs keep against what the streams of those runs say of them. */
import { type EntityManager, type EntityTarget, type FindOptionsWhere, In, type ObjectLiteral } from 'typeorm';
import type { BranchRunEvent, CampaignEvent, OrganisationRunEvent, SpotCheckEvent } from '@app/domain';
import { BallotBoxEntity } from '../tables/ballot.entity';
import { DecisionEntity, FilingEntity } from '../tables/filing.entity';
import { idOf } from '../record/ids';
import { PublicationEntity, RecognitionEntity, RoundEntity } from '../tables/recognition.entity';
import { RecheckEntity } from '../tables/spot-check.entity';
import { type Findings, firstDifference, type Place, placeOf, streamPlace } from './findings';
import type { CheckedRun } from './folded-rows';
import type { Snapshot } from './snapshot';
import type { ReadEvent } from './streams';

type Columns = Readonly<Record<string, unknown>>;

/** What the events say of rows beside a run's own, by table and id. */
class Expected {
  private readonly rows = new Map<string, { columns: Columns; place: Place }>();

  put(id: string, columns: Columns, place: Place): void {
    this.rows.set(id, { columns: { ...this.rows.get(id)?.columns, ...columns }, place });
  }

  of(id: string): Columns {
    return this.rows.get(id)?.columns ?? {};
  }

  entries() {
    return this.rows.entries();
  }
}

/** Rounds, publications and recognitions = what the campaign's stream says of them. */
export async function checkCampaignRegisters(
  { m }: Snapshot,
  findings: Findings,
  runs: readonly CheckedRun[],
): Promise<void> {
  const [rounds, publications, recognitions] = [new Expected(), new Expected(), new Expected()];
  for (const { row, events } of runs) {
    for (const event of events) {
      const place = placeOf(event);
      const happened = typed<CampaignEvent>(event);
      const roundId = (year: number) => idOf(row.id, 'round', year);
      if (happened.type === 'round-opened') {
        const { year, at } = happened.payload;
        rounds.put(roundId(year), { year, status: 'opening', openedAt: at, closedAt: null }, place);
      }
      if (happened.type === 'round-runs-started') rounds.put(roundId(happened.payload.year), { status: 'open' }, place);
      if (happened.type === 'round-closed') {
        const { year, at: closedAt, figures, documentId: dispositionListId, documentNumber } = happened.payload;
        const closed = { status: 'closed', closedAt, figures, dispositionListId, documentNumber };
        rounds.put(roundId(year), closed, place);
      }
      if (happened.type === 'publication-opened') {
        const { publicationId, year, documentId, digest, branches, endsOn, at: openedAt } = happened.payload;
        const columns = { year, documentId, digest, branches, endsOn, openedAt, recognised: false };
        publications.put(publicationId, columns, place);
      }
      if (happened.type === 'recognition-recorded') {
        const { at, recognitionId, publicationId, documentNumber, decidedOn, branches, warnings } = happened.payload;
        const columns = { publicationId, documentNumber, decidedOn, branches, warnings, recordedAt: at };
        publications.put(publicationId, { recognised: true }, place);
        recognitions.put(recognitionId, columns, place);
      }
    }
  }
  await compareRegister(m, findings, { runs, entity: RoundEntity, parent: 'campaignId', expected: rounds });
  await compareRegister(m, findings, { runs, entity: PublicationEntity, parent: 'campaignId', expected: publications });
  await compareRegister(m, findings, { runs, entity: RecognitionEntity, parent: 'campaignId', expected: recognitions });
}

/** Decisions and filings = what the organisations' streams say of them. */
export async function checkOrganisationRegisters(
  { m }: Snapshot,
  findings: Findings,
  runs: readonly CheckedRun[],
): Promise<void> {
  const [decisions, filings] = [new Expected(), new Expected()];
  for (const { events } of runs) foldOrganisation(events, decisions, filings);
  await compareRegister(m, findings, {
    runs,
    entity: DecisionEntity,
    parent: 'organisationRunId',
    expected: decisions,
  });
  await compareRegister(m, findings, { runs, entity: FilingEntity, parent: 'organisationRunId', expected: filings });
}

function foldOrganisation(events: readonly ReadEvent[], decisions: Expected, filings: Expected): void {
  let list: { listNo: number; listId: string } | null = null;
  let [decisionId, filingId] = ['', ''];
  for (const event of events) {
    const place = placeOf(event);
    const happened = typed<OrganisationRunEvent>(event);
    if (happened.type === 'conclusions-submitted') {
      list = { listNo: happened.payload.listNo, listId: happened.payload.documentId };
    }
    if (happened.type === 'decision-recorded') {
      const { at, number, decidedOn, struck, recusals } = happened.payload;
      decisionId = happened.payload.decisionId;
      const recordedBy = event.record?.actor ?? '';
      decisions.put(decisionId, { ...list, number, decidedOn, struck, recusals, recordedBy, recordedAt: at }, place);
    }
    if (happened.type === 'filing-sent') {
      const { digest, lines, sentAt } = happened.payload;
      filingId = happened.payload.filingId;
      const before = filings.of(filingId);
      const sendings = Number(before.sendings ?? 0) + 1;
      const first = { lines, decisionId, listNo: list?.listNo, registeredAt: null, returnedAt: null };
      filings.put(filingId, { ...(sendings === 1 && first), digest, sentAt, sendings }, place);
    }
    if (happened.type === 'filing-returned') filings.put(filingId, { returnedAt: happened.payload.at }, place);
    if (happened.type === 'filing-date-lost') filings.put(happened.payload.filingId, { sentAt: null }, place);
    if (happened.type === 'filing-registered') {
      const { at, bySilence } = happened.payload;
      filings.put(happened.payload.filingId, { registeredAt: at, bySilence }, place);
    }
  }
}

/** Rechecks = what the spot checks' streams say of them. */
export async function checkSpotCheckRegisters(
  { m }: Snapshot,
  findings: Findings,
  runs: readonly CheckedRun[],
): Promise<void> {
  const rechecks = new Expected();
  for (const event of runs.flatMap(({ events }) => events)) {
    const happened = typed<SpotCheckEvent>(event);
    if (happened.type === 'draw-revealed') {
      const { drawn, rechecks: ids } = happened.payload;
      const open = { ...UNPROPOSED, verdict: null, score: null, confirmerId: null, concludedAt: null };
      ids.forEach((id, at) => rechecks.put(id, { branchId: drawn[at], ...open }, placeOf(event)));
    }
    if (happened.type === 'recheck-overturn-proposed') {
      const { recheckId, documentId, rechecker: recheckerId, reasonId, at: proposedAt } = happened.payload;
      rechecks.put(recheckId, { documentId, recheckerId, reasonId, proposedAt }, placeOf(event));
    }
    if (happened.type === 'recheck-overturn-returned') {
      const { recheckId, nextDocumentId: documentId } = happened.payload;
      rechecks.put(recheckId, { ...UNPROPOSED, documentId }, placeOf(event));
    }
    if (happened.type === 'recheck-concluded') {
      const { recheckId, documentId, verdict, score, rechecker: recheckerId, confirmer, at } = happened.payload;
      const columns = { documentId, verdict, score, recheckerId, confirmerId: confirmer ?? null, concludedAt: at };
      rechecks.put(recheckId, columns, placeOf(event));
    }
  }
  await compareRegister(m, findings, { runs, entity: RecheckEntity, parent: 'spotCheckId', expected: rechecks });
}

/** What a recheck has while nobody has found against the pass. */
const UNPROPOSED = { recheckerId: null, proposedAt: null, reasonId: null };

/** Ballot boxes = what the branches' streams say of them; the ballots in them stand outside the record. */
export async function checkBranchRegisters(
  { m }: Snapshot,
  findings: Findings,
  runs: readonly CheckedRun[],
): Promise<void> {
  const boxes = new Expected();
  for (const event of runs.flatMap(({ events }) => events)) {
    const happened = typed<BranchRunEvent>(event);
    if (happened.type === 'ballot-opened') {
      const { ballotBoxId, mode, members, masses, at } = happened.payload;
      boxes.put(ballotBoxId, { mode, members, masses, openedAt: at, closedAt: null }, placeOf(event));
    }
    if (happened.type === 'ballot-closed') {
      boxes.put(happened.payload.ballotBoxId, { closedAt: happened.payload.at }, placeOf(event));
    }
  }
  await compareRegister(m, findings, { runs, entity: BallotBoxEntity, parent: 'branchRunId', expected: boxes });
}

interface Register<E extends ObjectLiteral & { id: string }> {
  readonly runs: readonly CheckedRun[];
  readonly entity: EntityTarget<E>;
  readonly parent: keyof E & string;
  readonly expected: Expected;
}

async function compareRegister<E extends ObjectLiteral & { id: string }>(
  m: EntityManager,
  findings: Findings,
  { runs, entity, parent, expected }: Register<E>,
): Promise<void> {
  if (runs.length === 0) return;
  const streams = new Map(runs.map(({ row }) => [row.id, row.workflowId]));
  const where = { [parent]: In([...streams.keys()]) } as FindOptionsWhere<E>;
  const rows = new Map((await m.findBy(entity, where)).map((row) => [row.id, row]));
  const table = m.connection.getMetadata(entity).tableName;
  for (const [id, { columns, place }] of expected.entries()) {
    findings.looked('registers');
    const row = rows.get(id);
    rows.delete(id);
    const fault = row ? firstDifference(columns, row) : '台账有记载，没有对应的行';
    if (fault) findings.fault('registers', place, `${table} ${id}：${fault}`);
  }
  for (const [id, row] of rows) {
    const place = streamPlace(streams.get(String(row[parent])) ?? '');
    findings.fault('registers', place, `${table} ${id}：有行，台账没有记载`);
  }
}

/** An event typed as its run records it; those of the deadline register fit none. */
function typed<F>(event: ReadEvent): F {
  return { type: event.type, payload: event.record?.payload } as F;
}
