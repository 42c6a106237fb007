/** Which checks each kind of stream undergoes, in their order: a further kind of run is one entry here. */
import type { EntityTarget } from 'typeorm';
import { type CheckName, type RunKind, type RunTypes, stemOf } from '@app/domain';
import {
  BRANCH_RUN_TABLE,
  CAMPAIGN_TABLE,
  ORGANISATION_RUN_TABLE,
  type RunRow,
  type RunTable,
  SPOT_CHECK_TABLE,
} from '../write/run-table';
import type { RunEntity } from '../tables/run.entity';
import { checkBallots, checkReissues } from './ballot-counts';
import { checkDeadlines, readDeadlines } from './deadline-rows';
import type { Findings } from './findings';
import { checkRungs, deadlineRecordOf } from './fired-rungs';
import { type CheckedRun, checkProblems, checkRuns, checkSlipRows, type DatedStream } from './folded-rows';
import { checkEach } from './guarded-checks';
import { checkCampaignLists, checkOrganisationLists, checkSpotCheckLists } from './listed-counts';
import { checkOverviews } from './overview-figures';
import { checkDocuments } from './pinned-documents';
import { checkDraws } from './recomputed-draws';
import {
  checkBranchRegisters,
  checkCampaignRegisters,
  checkOrganisationRegisters,
  checkSpotCheckRegisters,
} from './register-rows';
import { checkSlips } from './rung-slips';
import { checkBranchPersons, checkDrawPersons, checkProblemPersons, checkRegistrars } from './separated-persons';
import { checkBranchSignatures, checkRecheckSignatures } from './sheet-signatures';
import type { Snapshot } from './snapshot';
import { checkDates } from './stated-dates';
import type { ReadStream } from './streams';
import { checkTold } from './untold-rungs';

/** One check of some streams of a kind, named as it is reported. */
type Check<T> = readonly [
  name: CheckName,
  run: (snapshot: Snapshot, findings: Findings, items: readonly T[]) => Promise<void> | void,
];

/** Streams that begin alike, and what is asked of them. */
interface StreamKind {
  readonly prefix: string;
  /** The table of a kind of run. */
  readonly entity?: EntityTarget<RunEntity>;
  readonly fold: (snapshot: Snapshot, findings: Findings, streams: readonly ReadStream[]) => Promise<Folded>;
}

/** Streams whose rows have been looked at: what the checks of all kinds go on with, then those of their own. */
interface Folded {
  readonly runs: readonly CheckedRun[];
  readonly dated: readonly DatedStream[];
  readonly checkOwn: () => Promise<void>;
}

/** A kind of run without an entry here does not compile. */
const RUNS: Readonly<Record<RunKind, StreamKind>> = {
  'branch-run': runKind(BRANCH_RUN_TABLE, {
    hasDeadlines: true,
    checks: [
      ['registers', checkBranchRegisters],
      ['ballots', checkBallots],
      ['recognitions', ({ recognitions }, findings, runs) => recognitions.check(findings, runs)],
      ['persons', checkBranchPersons],
      ['persons', checkBranchSignatures],
    ],
  }),
  'organisation-run': runKind(ORGANISATION_RUN_TABLE, {
    hasDeadlines: true,
    checks: [
      ['registers', checkOrganisationRegisters],
      ['persons', (_, findings, runs) => checkRegistrars(findings, runs)],
      ['counts', checkOrganisationLists],
    ],
  }),
  campaign: runKind(CAMPAIGN_TABLE, {
    checks: [
      ['registers', checkCampaignRegisters],
      ['counts', checkCampaignLists],
      ['counts', checkOverviews],
    ],
  }),
  'spot-check': runKind(SPOT_CHECK_TABLE, {
    checks: [
      ['registers', checkSpotCheckRegisters],
      ['persons', (_, findings, runs) => checkDrawPersons(findings, runs)],
      ['persons', checkRecheckSignatures],
      ['counts', checkSpotCheckLists],
      ['draws', checkDraws],
    ],
  }),
};

const KINDS: readonly StreamKind[] = [
  ...Object.values(RUNS),
  registerKind('ballot:', { checks: [['ballots', checkReissues]] }),
  registerKind('problem:', {
    checkRows: checkProblems,
    checks: [['persons', (_, findings, streams) => checkProblemPersons(findings, streams)]],
  }),
  registerKind('slip:', { checkRows: checkSlipRows, checks: [] }),
];

/** The tables of all kinds of run. */
export const RUN_ENTITIES: readonly EntityTarget<RunEntity>[] = KINDS.flatMap(({ entity }) => entity ?? []);

/** Checks some whole streams: the rows of every kind, then what all kinds have, then what each has of its own. */
export async function checkStreams(
  snapshot: Snapshot,
  findings: Findings,
  streams: readonly ReadStream[],
): Promise<void> {
  const folded: Folded[] = [];
  for (const { prefix, fold } of KINDS) {
    const own = streams.filter(({ stream }) => stream.startsWith(prefix));
    folded.push(await fold(snapshot, findings, own));
  }
  const runs = folded.flatMap((kind) => kind.runs);
  const dated = folded.flatMap((kind) => kind.dated);
  await runChecks(snapshot, findings, { items: runs, checks: [['dates', checkDates]] });
  await runChecks(snapshot, findings, { items: dated, checks: [['deadlines', checkDated]] });
  await runChecks(snapshot, findings, { items: runs, checks: [['documents', checkDocuments]] });
  for (const { checkOwn } of folded) await checkOwn();
}

/** A kind of run: its rows are folded with the bundle that the write path uses. */
function runKind<P extends RunTypes, E extends RunRow<P>>(
  table: RunTable<P, E>,
  {
    hasDeadlines = false,
    checks,
  }: { readonly hasDeadlines?: boolean; readonly checks: readonly Check<CheckedRun<E>>[] },
): StreamKind {
  const fold: StreamKind['fold'] = async (snapshot, findings, streams) => {
    const runs = await checkEach(findings, { check: 'rows', streams }, (found, some) =>
      checkRuns(snapshot.m, found, { table, streams: some }),
    );
    const checkOwn = () => runChecks(snapshot, findings, { items: runs, checks });
    return { runs, dated: hasDeadlines ? runs : [], checkOwn };
  };
  return { prefix: `${stemOf(table.process.kind)}:`, entity: table.entity, fold };
}

/** A register whose entries have streams of their own, and perhaps rows with dates. */
function registerKind(
  prefix: string,
  { checkRows, checks }: { readonly checkRows?: typeof checkProblems; readonly checks: readonly Check<ReadStream>[] },
): StreamKind {
  const fold: StreamKind['fold'] = async (snapshot, findings, streams) => ({
    runs: [],
    dated: checkRows
      ? await checkEach(findings, { check: 'rows', streams }, (found, some) => checkRows(snapshot.m, found, some))
      : [],
    checkOwn: () => runChecks(snapshot, findings, { items: streams, checks }),
  });
  return { prefix, fold };
}

async function runChecks<T extends Pick<ReadStream, 'events'>>(
  snapshot: Snapshot,
  findings: Findings,
  { items, checks }: { readonly items: readonly T[]; readonly checks: readonly Check<T>[] },
): Promise<void> {
  for (const [check, run] of checks) {
    await checkEach(findings, { check, streams: items }, (found, some) => run(snapshot, found, some));
  }
}

/** Runs and problems: all that has dates. */
async function checkDated(snapshot: Snapshot, findings: Findings, runs: readonly DatedStream[]): Promise<void> {
  const rows = await readDeadlines(snapshot.m, runs);
  checkDeadlines(snapshot, findings, { runs, rows });
  const record = deadlineRecordOf(runs);
  checkRungs(snapshot, findings, { record, rows });
  await checkTold(snapshot, findings, { record, rows });
  await checkSlips(snapshot, findings, { record, rows });
}
