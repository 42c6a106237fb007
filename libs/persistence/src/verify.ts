import type { DataSource, EntityManager } from 'typeorm';
import type { Programme } from '@app/domain';
import { campaignStream } from './ids';
import { campaignOf } from './campaign';
import { programmeOf } from './programme-store';
import { BRANCH_RUN, CAMPAIGN_RUN, ORGANISATION_RUN, SPOT_CHECK_RUN } from './run-kind';
import { checkBallots, checkReissues } from './verify-ballots';
import { Calendars } from './verify-calendar';
import { checkChain, checkHeads } from './verify-chain';
import { checkDates } from './verify-dates';
import { checkDeadlines, deadlinesOf } from './verify-deadlines';
import { checkDocuments } from './verify-documents';
import { checkDraws } from './verify-draws';
import { Findings, type Verification } from './verify-findings';
import { checkCampaignLists, checkOrganisationLists, checkSpotCheckLists } from './verify-lists';
import { checkNews } from './verify-news';
import { checkNotices } from './verify-notices';
import { checkOverviews } from './verify-overview';
import { checkBranchPersons, checkDrawPersons, checkProblemPersons } from './verify-persons';
import { RecognitionCheck } from './verify-recognitions';
import {
  checkBranchRegisters,
  checkCampaignRegisters,
  checkOrganisationRegisters,
  checkSpotCheckRegisters,
} from './verify-registers';
import { checkRunning, type ReadStatus } from './verify-running';
import { checkRungs, deadlineRecordOf, type Moment, readMoment } from './verify-rungs';
import { checkProblems, checkRuns, checkUnrecordedRows, type DatedStream } from './verify-rows';
import { checkSignatures } from './verify-signatures';
import { checkSlips, checkStraySlips } from './verify-slips';
import { readStreams, type ReadStream } from './verify-streams';
import { checkRecordedHeads } from './verify-heads';
import { checkTold } from './verify-told';
import { checkWorkflows, type ReadWorkflow } from './verify-workflows';

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
  const findings = new Findings();
  await dataSource.transaction('REPEATABLE READ', async (m) => {
    const programme = await programmeOf(m, campaignId);
    const moment = await readMoment(m, campaignId);
    const calendars = await Calendars.read(m);
    const recognitions = new RecognitionCheck(m, findings, programme);
    const broken = new Set<string>();
    for await (const streams of readStreams(m, campaignId)) {
      const whole = streams.filter((stream) => checkChain(findings, stream));
      for (const stream of streams) if (!whole.includes(stream)) broken.add(stream.stream);
      await checkBatch(m, findings, whole, { programme, recognitions, moment, calendars, broken });
    }
    await calendars.check(m, findings);
    await checkHeads(m, findings, campaignId);
    await checkRecordedHeads(m, findings, { campaignId, stream: campaignStream(campaignKey), broken });
    await checkUnrecordedRows(m, findings, campaignId);
    await checkNotices(m, findings, campaignId);
    await checkStraySlips(m, findings, campaignId);
  });
  const campaign = { id: campaignId, workflowId: campaignStream(campaignKey) };
  await checkNews(dataSource, findings, campaign);
  await checkWorkflows(dataSource, state, findings, campaign);
  await checkRunning(dataSource, status, findings, campaign);
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
  const branches = await checkRuns(m, findings, BRANCH_RUN, of('branch'));
  const organisations = await checkRuns(m, findings, ORGANISATION_RUN, of('organisation'));
  const campaigns = await checkRuns(m, findings, CAMPAIGN_RUN, of('campaign'));
  const spotChecks = await checkRuns(m, findings, SPOT_CHECK_RUN, of('spot-check'));
  const problems = await checkProblems(m, findings, of('problem'));
  await checkDates(m, findings, [...branches, ...organisations, ...campaigns, ...spotChecks]);
  await checkDated(m, findings, [...branches, ...organisations, ...problems], around);
  await checkDocuments(m, findings, [...branches, ...organisations, ...campaigns, ...spotChecks]);
  await checkBranchRegisters(m, findings, branches);
  await checkBallots(m, findings, branches, broken);
  await checkReissues(m, findings, of('ballot'));
  await checkOrganisationRegisters(m, findings, organisations);
  await checkCampaignRegisters(m, findings, campaigns);
  await checkSpotCheckRegisters(m, findings, spotChecks);
  await recognitions.check(branches);
  await checkBranchPersons(m, findings, branches);
  checkDrawPersons(findings, spotChecks);
  await checkSignatures(m, findings, { branches, spotChecks }, programme);
  checkProblemPersons(findings, of('problem'));
  await checkOrganisationLists(m, findings, organisations);
  await checkCampaignLists(m, findings, campaigns, programme);
  await checkSpotCheckLists(m, findings, spotChecks);
  for (const campaign of campaigns) await checkOverviews(m, findings, campaign, programme);
  await checkDraws(m, findings, spotChecks);
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
