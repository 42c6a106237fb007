import type { DataSource, EntityManager } from 'typeorm';
import type { Programme } from '@app/domain';
import { campaignStream } from '../record/ids';
import { campaignOf } from '../establish/campaign';
import { programmeOf } from '../read/programme-store';
import { BRANCH_RUN, CAMPAIGN_RUN, ORGANISATION_RUN, SPOT_CHECK_RUN } from '../write/run-kind';
import { checkBallots, checkReissues } from './ballot-counts';
import { Calendars } from './calendar-days';
import { checkChain, checkHeads } from './chain';
import { checkDates } from './stated-dates';
import { checkDeadlines, deadlinesOf } from './deadline-rows';
import { checkDocuments } from './pinned-documents';
import { checkDraws } from './recomputed-draws';
import { type CheckName, Findings, streamPlace, type Verification } from './findings';
import { checkCampaignLists, checkOrganisationLists, checkSpotCheckLists } from './listed-counts';
import { checkNews } from './untold-news';
import { checkNotices } from './rung-notices';
import { checkOverviews } from './overview-figures';
import { checkBranchPersons, checkDrawPersons, checkProblemPersons } from './separated-persons';
import { RecognitionCheck } from './recognition-grounds';
import {
  checkBranchRegisters,
  checkCampaignRegisters,
  checkOrganisationRegisters,
  checkSpotCheckRegisters,
} from './register-rows';
import { checkRunning, type ReadStatus } from './running-workflows';
import { checkRungs, deadlineRecordOf, type Moment, readMoment } from './fired-rungs';
import { type CheckedRun, checkProblems, checkRuns, checkUnrecordedRows, type DatedStream } from './folded-rows';
import { checkSignatures } from './sheet-signatures';
import { checkSlips, checkStraySlips } from './rung-slips';
import { readStreams, type ReadStream } from './streams';
import { checkRecordedHeads } from './recorded-heads';
import { checkTold } from './untold-rungs';
import { checkEach, guarded } from './guarded-checks';
import { checkWorkflows, type ReadWorkflow } from './workflow-states';

/** What the verifier asks the engine of a workflow: what it holds, and whether it runs. */
export interface EngineReader {
  readonly state: ReadWorkflow;
  readonly status: ReadStatus;
}

/**
 * Verifies one campaign: chains, rows against the fold of their events, lists, persons, what the keepers owed, and draws on
 * one snapshot of the database (REPEATABLE READ, so that a living system is seen at one moment), then whether all news has
 * been taken in, then what the workflows hold and whether they run. Reads the record page by page of its primary key; of a broken chain nothing further
 * is asked. `not-found` for an unknown campaign.
 */
export async function verifyCampaign(
  dataSource: DataSource,
  { state, status }: EngineReader,
  campaignKey: string,
): Promise<Verification> {
  const { campaignId } = await campaignOf(dataSource.manager, campaignKey);
  const stream = campaignStream(campaignKey);
  const findings = new Findings();
  const guard = (check: CheckName, run: () => Promise<void>) => guarded(findings, check, streamPlace(stream), run);
  await dataSource.transaction('REPEATABLE READ', async (m) => {
    const programme = await programmeOf(m, campaignId);
    const moment = await readMoment(m, campaignId);
    const calendars = await Calendars.read(m);
    const recognitions = new RecognitionCheck(m, programme);
    const broken = new Set<string>();
    for await (const streams of readStreams(m, campaignId)) {
      const whole = streams.filter((one) => checkChain(findings, one));
      for (const one of streams) if (!whole.includes(one)) broken.add(one.stream);
      await checkBatch(m, findings, whole, { programme, recognitions, moment, calendars, broken });
    }
    await guard('calendar', () => calendars.check(m, findings));
    await guard('chains', () => checkHeads(m, findings, campaignId));
    await guard('chains', () => checkRecordedHeads(m, findings, { campaignId, stream, broken }));
    await guard('rows', () => checkUnrecordedRows(m, findings, campaignId));
    await guard('notices', () => checkNotices(m, findings, campaignId));
    await guard('slips', () => checkStraySlips(m, findings, campaignId));
  });
  const campaign = { id: campaignId, workflowId: stream };
  await guard('news', () => checkNews(dataSource, findings, campaign));
  await guard('workflows', () => checkWorkflows(dataSource, state, findings, campaign.id));
  await guard('running', () => checkRunning(dataSource, status, findings, campaign));
  return findings.verification();
}

interface Around {
  readonly programme: Programme;
  readonly recognitions: RecognitionCheck;
  readonly moment: Moment;
  readonly calendars: Calendars;
  /** Streams read so far whose chain is broken; those of ballot boxes come before those of branches. */
  readonly broken: ReadonlySet<string>;
}

async function checkBatch(
  m: EntityManager,
  findings: Findings,
  streams: readonly ReadStream[],
  around: Around,
): Promise<void> {
  const { programme, recognitions, broken } = around;
  const of = (kind: string) => streams.filter(({ stream }) => stream.startsWith(`${kind}:`));
  const each = <T extends { readonly events: ReadStream['events'] }, R = never>(
    check: CheckName,
    items: readonly T[],
    run: (f: Findings, items: readonly T[]) => Promise<readonly R[] | void> | void,
  ) => checkEach(findings, check, items, run);
  const branches = await each('rows', of('branch'), (f, some) => checkRuns(m, f, BRANCH_RUN, some));
  const organisations = await each('rows', of('organisation'), (f, some) => checkRuns(m, f, ORGANISATION_RUN, some));
  const campaigns = await each('rows', of('campaign'), (f, some) => checkRuns(m, f, CAMPAIGN_RUN, some));
  const spotChecks = await each('rows', of('spot-check'), (f, some) => checkRuns(m, f, SPOT_CHECK_RUN, some));
  const problems = await each('rows', of('problem'), (f, some) => checkProblems(m, f, some));
  const runs: CheckedRun[] = [...branches, ...organisations, ...campaigns, ...spotChecks];
  const dated: DatedStream[] = [...branches, ...organisations, ...problems];
  await each('dates', runs, (f, some) => checkDates(m, f, some));
  await each('deadlines', dated, (f, some) => checkDated(m, f, some, around));
  await each('documents', runs, (f, some) => checkDocuments(m, f, some));
  await each('registers', branches, (f, some) => checkBranchRegisters(m, f, some));
  await each('ballots', branches, (f, some) => checkBallots(m, f, some, broken));
  await each('ballots', of('ballot'), (f, some) => checkReissues(m, f, some));
  await each('registers', organisations, (f, some) => checkOrganisationRegisters(m, f, some));
  await each('registers', campaigns, (f, some) => checkCampaignRegisters(m, f, some));
  await each('registers', spotChecks, (f, some) => checkSpotCheckRegisters(m, f, some));
  await each('recognitions', branches, (f, some) => recognitions.check(f, some));
  await each('persons', branches, (f, some) => checkBranchPersons(m, f, some));
  await each('persons', spotChecks, (f, some) => checkDrawPersons(f, some));
  await each('persons', branches, (f, some) => checkSignatures(m, f, { branches: some, spotChecks: [] }, programme));
  await each('persons', spotChecks, (f, some) => checkSignatures(m, f, { branches: [], spotChecks: some }, programme));
  await each('persons', of('problem'), (f, some) => checkProblemPersons(f, some));
  await each('counts', organisations, (f, some) => checkOrganisationLists(m, f, some));
  await each('counts', campaigns, (f, some) => checkCampaignLists(m, f, some, programme));
  await each('counts', spotChecks, (f, some) => checkSpotCheckLists(m, f, some));
  await each('counts', campaigns, async (f, some) => {
    for (const campaign of some) await checkOverviews(m, f, campaign, programme);
  });
  await each('draws', spotChecks, (f, some) => checkDraws(m, f, some));
}

/** Runs and problems: all that has dates. */
async function checkDated(
  m: EntityManager,
  findings: Findings,
  runs: readonly DatedStream[],
  around: Pick<Around, 'programme' | 'moment' | 'calendars'>,
): Promise<void> {
  const rows = await deadlinesOf(m, runs);
  const { programme, moment } = around;
  checkDeadlines(findings, runs, rows, around);
  const record = deadlineRecordOf(runs);
  checkRungs(findings, record, rows, { programme, moment });
  await checkTold(m, findings, record.firings, { rows, programme });
  await checkSlips(m, findings, record, { rows, programme, moment });
}
