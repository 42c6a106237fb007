/** Checks the rows of the registers that runs keep against what the streams of those runs say of them. */
import { type EntityManager, type EntityTarget, type FindOptionsWhere, In, type ObjectLiteral } from 'typeorm';
import {
  type BranchRun,
  type Campaign,
  type EventTypeOf,
  type Instant,
  nothingFor,
  type OrganisationRun,
  type PayloadOf,
  type RunTypes,
  type SpotCheck,
} from '@app/domain';
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

/** The campaign's registers. */
const campaignRegisters = () => ({
  rounds: new Expected(),
  publications: new Expected(),
  recognitions: new Expected(),
});

const CAMPAIGN_FOLD: RegisterFold<Campaign, ReturnType<typeof campaignRegisters>> = {
  ...nothingFor('campaign-established', 'spot-check-ordered'),
  'round-opened': ({ rounds }, { year, at }, { row, place }) => {
    rounds.put(idOf(row.id, 'round', year), { year, status: 'opening', openedAt: at, closedAt: null }, place);
  },
  'round-runs-started': ({ rounds }, { year }, { row, place }) => {
    rounds.put(idOf(row.id, 'round', year), { status: 'open' }, place);
  },
  'round-closed': ({ rounds }, payload, { row, place }) => {
    const { year, at: closedAt, figures, documentId: dispositionListId, documentNumber } = payload;
    const closed = { status: 'closed', closedAt, figures, dispositionListId, documentNumber };
    rounds.put(idOf(row.id, 'round', year), closed, place);
  },
  'publication-opened': ({ publications }, payload, { place }) => {
    const { publicationId, year, documentId, digest, branches, endsOn, at: openedAt } = payload;
    const columns = { year, documentId, digest, branches, endsOn, openedAt, recognised: false };
    publications.put(publicationId, columns, place);
  },
  'recognition-recorded': ({ publications, recognitions }, payload, { place }) => {
    const { at, recognitionId, publicationId, documentNumber, decidedOn, branches, warnings } = payload;
    const columns = { publicationId, documentNumber, decidedOn, branches, warnings, recordedAt: at };
    publications.put(publicationId, { recognised: true }, place);
    recognitions.put(recognitionId, columns, place);
  },
};

/** Rounds, publications and recognitions = what the campaign's stream says of them. */
export async function checkCampaignRegisters(
  { m }: Snapshot,
  findings: Findings,
  runs: readonly CheckedRun[],
): Promise<void> {
  const { rounds, publications, recognitions } = foldRegisters(CAMPAIGN_FOLD, campaignRegisters(), runs);
  await compareRegister(m, findings, { runs, entity: RoundEntity, parent: 'campaignId', expected: rounds });
  await compareRegister(m, findings, { runs, entity: PublicationEntity, parent: 'campaignId', expected: publications });
  await compareRegister(m, findings, { runs, entity: RecognitionEntity, parent: 'campaignId', expected: recognitions });
}

/** An organisation's registers, and what of its run the next line of its stream rests on. */
const organisationRegisters = () => ({
  decisions: new Expected(),
  filings: new Expected(),
  list: null as { readonly listNo: number; readonly listId: string } | null,
  decisionId: '',
  filingId: '',
});

const ORGANISATION_FOLD: RegisterFold<OrganisationRun, ReturnType<typeof organisationRegisters>> = {
  ...nothingFor(
    'survey-completed',
    'organisation-plan-submitted',
    'organisation-plan-returned',
    'organisation-run-closed',
  ),
  'organisation-run-opened': (registers) => {
    Object.assign(registers, { list: null, decisionId: '', filingId: '' });
  },
  'conclusions-submitted': (registers, { listNo, documentId: listId }) => {
    registers.list = { listNo, listId };
  },
  'decision-recorded': (registers, payload, { event, place }) => {
    const { decisionId, at, number, decidedOn, struck, reasonId = null, recusals } = payload;
    const recordedBy = event.record?.actor ?? '';
    const columns = { ...registers.list, number, decidedOn, struck, reasonId, recusals, recordedBy, recordedAt: at };
    registers.decisionId = decisionId;
    registers.decisions.put(decisionId, columns, place);
  },
  'filing-sent': (registers, { filingId, digest, lines, sentAt }, { place }) => {
    const { filings, decisionId, list } = registers;
    const sendings = Number(filings.of(filingId).sendings ?? 0) + 1;
    const first = { lines, decisionId, listNo: list?.listNo, registeredAt: null, returnedAt: null };
    registers.filingId = filingId;
    filings.put(filingId, { ...(sendings === 1 && first), digest, sentAt, sendings }, place);
  },
  'filing-returned': ({ filings, filingId }, { at }, { place }) => filings.put(filingId, { returnedAt: at }, place),
  'filing-date-lost': ({ filings }, { filingId }, { place }) => filings.put(filingId, { sentAt: null }, place),
  'filing-registered': ({ filings }, { filingId, at, bySilence }, { place }) => {
    filings.put(filingId, { registeredAt: at, bySilence }, place);
  },
};

/** Decisions and filings = what the organisations' streams say of them. */
export async function checkOrganisationRegisters(
  { m }: Snapshot,
  findings: Findings,
  runs: readonly CheckedRun[],
): Promise<void> {
  const { decisions, filings } = foldRegisters(ORGANISATION_FOLD, organisationRegisters(), runs);
  const parent = 'organisationRunId';
  await compareRegister(m, findings, { runs, entity: DecisionEntity, parent, expected: decisions });
  await compareRegister(m, findings, { runs, entity: FilingEntity, parent, expected: filings });
}

/** What a recheck has while nobody has found against the pass. */
const UNPROPOSED = { recheckerId: null, proposedAt: null, reasonId: null };

/** The seed, the population and the drawing are recomputed by the check of the draws. */
const SPOT_CHECK_FOLD: RegisterFold<SpotCheck, { readonly rechecks: Expected }> = {
  ...nothingFor('draw-seed-committed', 'draw-population-frozen', 'spot-check-concluded'),
  'draw-revealed': ({ rechecks }, { drawn, rechecks: ids }, { place }) => {
    const open = { ...UNPROPOSED, verdict: null, score: null, confirmerId: null, concludedAt: null };
    ids.forEach((id, at) => rechecks.put(id, { branchId: drawn[at], ...open }, place));
  },
  'recheck-overturn-proposed': ({ rechecks }, payload, { place }) => {
    const { recheckId, documentId, rechecker: recheckerId, reasonId, at: proposedAt } = payload;
    rechecks.put(recheckId, { documentId, recheckerId, reasonId, proposedAt }, place);
  },
  'recheck-overturn-returned': ({ rechecks }, { recheckId, nextDocumentId: documentId }, { place }) => {
    rechecks.put(recheckId, { ...UNPROPOSED, documentId }, place);
  },
  'recheck-concluded': ({ rechecks }, payload, { place }) => {
    const { recheckId, documentId, verdict, score, rechecker: recheckerId, confirmer, at } = payload;
    const columns = { documentId, verdict, score, recheckerId, confirmerId: confirmer ?? null, concludedAt: at };
    rechecks.put(recheckId, columns, place);
  },
};

/** Rechecks = what the spot checks' streams say of them. */
export async function checkSpotCheckRegisters(
  { m }: Snapshot,
  findings: Findings,
  runs: readonly CheckedRun[],
): Promise<void> {
  const { rechecks } = foldRegisters(SPOT_CHECK_FOLD, { rechecks: new Expected() }, runs);
  await compareRegister(m, findings, { runs, entity: RecheckEntity, parent: 'spotCheckId', expected: rechecks });
}

/** The ballot boxes, and the one of the run that is open. */
const branchRegisters = () => ({ boxes: new Expected(), open: null as string | null });

const BRANCH_FOLD: RegisterFold<BranchRun, ReturnType<typeof branchRegisters>> = {
  ...nothingFor(
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
    'assessment-signed',
    'assessment-concluded',
    'assessment-disputed',
    'review-submitted',
    'review-returned',
    'review-confirmed',
    'branch-listed',
    'branch-decided',
    'branch-struck',
    'branch-filed',
    'branch-filing-returned',
    'branch-registered',
    'branch-drawn',
    'branch-not-drawn',
    'recheck-upheld',
    'recheck-overturned',
    'pass-lost',
    'branch-published',
    'branch-recognised',
  ),
  'branch-run-opened': (registers) => {
    registers.open = null;
  },
  'ballot-opened': (registers, { ballotBoxId, mode, members, masses, at }, { place }) => {
    registers.open = ballotBoxId;
    registers.boxes.put(ballotBoxId, { mode, members, masses, openedAt: at, closedAt: null }, place);
  },
  'ballot-closed': (registers, { ballotBoxId, at }, { place }) => {
    registers.open = null;
    registers.boxes.put(ballotBoxId, { closedAt: at }, place);
  },
  'branch-dissolved': closeUncounted,
  'branch-run-closed': closeUncounted,
};

/** A run that ends while its ballot is open ends the ballot with it. */
function closeUncounted(
  registers: ReturnType<typeof branchRegisters>,
  { at }: { readonly at: Instant },
  { place }: Told,
): void {
  if (registers.open !== null) registers.boxes.put(registers.open, { closedAt: at }, place);
  registers.open = null;
}

/** Ballot boxes = what the branches' streams say of them; the ballots in them stand outside the record. */
export async function checkBranchRegisters(
  { m }: Snapshot,
  findings: Findings,
  runs: readonly CheckedRun[],
): Promise<void> {
  const { boxes } = foldRegisters(BRANCH_FOLD, branchRegisters(), runs);
  await compareRegister(m, findings, { runs, entity: BallotBoxEntity, parent: 'branchRunId', expected: boxes });
}

/** An event of a run, where it stands in the record. */
interface Told {
  readonly event: ReadEvent;
  readonly row: CheckedRun['row'];
  readonly place: Place;
}

/** By event, what it says of rows beside its run's own, or null where it says nothing of any. */
type RegisterFold<P extends RunTypes, R> = {
  readonly [T in EventTypeOf<P>]: ((registers: R, payload: PayloadOf<P, T>, told: Told) => void) | null;
};

/** What whole streams say of the registers; the events of the deadline register are no events of a run. */
function foldRegisters<P extends RunTypes, R>(fold: RegisterFold<P, R>, registers: R, runs: readonly CheckedRun[]): R {
  const byType = fold as Readonly<Record<string, ((registers: R, payload: unknown, told: Told) => void) | null>>;
  for (const { row, events } of runs) {
    for (const event of events)
      byType[event.type]?.(registers, event.record?.payload, { event, row, place: placeOf(event) });
  }
  return registers;
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
