/** Checks the workflows that run in the engine against the runs that are open and the keepers that are due. */
import type { DataSource, EntityManager } from 'typeorm';
import {
  type Instant,
  instantOf,
  isStanding,
  msOf,
  programmeNow,
  REVIVAL_CAUSE_WORDS,
  type RunStatus,
} from '@app/domain';
import { CampaignClockEntity } from '../tables/campaign-clock.entity';
import { KeeperEntity } from '../tables/deadline.entity';
import { type KnownRun, knownRun, openRuns } from '../read/open-run.queries';
import { select } from '../read/select';
import { type Findings, streamPlace } from './findings';
import type { CampaignStream } from './streams';

/** How the last execution of a workflow stands: `running`, or how it ended; null where the engine does not answer. */
export type ReadStatus = (workflowId: string) => Promise<RunStatus | null>;

const AT_ONCE = 20;
/** A run is between its row and its workflow for a moment when it opens and when it closes: looked at again, so often, so long after. */
const LOOKS = 5;
const LOOK_AGAIN_MS = 300;

/** A keeper acts within its turn of ten seconds; one that has not after this real time has not looked. */
const KEEPER_LATE_MS = 60_000;
/** So long a keeper of a standing clock, of which nobody knows since when it stands, is given to look. */
const KEEPER_LOOKS = 40;

/**
 * Every open run and every keeper runs, whatever its row and its old execution say; every organisation has a keeper; no
 * keeper's instant has passed. Names each by its workflow's id.
 */
export async function checkRunning(
  dataSource: DataSource,
  findings: Findings,
  { readStatus, campaign }: { readonly readStatus: ReadStatus; readonly campaign: CampaignStream },
): Promise<void> {
  const { manager } = dataSource;
  let silent = 0;
  for await (const page of openRuns(manager, campaign.id)) {
    const due = page.filter(({ isAwaited }) => !isAwaited);
    for (let from = 0; from < due.length; from += AT_ONCE) {
      const looked = await Promise.all(due.slice(from, from + AT_ONCE).map((run) => lookAt(manager, readStatus, run)));
      for (const { run, status } of looked) {
        findings.looked('running');
        if (status === null) silent += 1;
        else if (status !== 'running') {
          const { zh } = REVIVAL_CAUSE_WORDS[status];
          findings.fault('running', streamPlace(run.workflowId), `${nameKind(run)}没有运行：${zh}`);
        }
      }
    }
  }
  if (silent > 0) {
    findings.fault('running', streamPlace(campaign.workflowId), `引擎没有回答 ${silent} 个流程是否在运行`);
  }
  await checkKeepersThere(manager, findings, campaign.id);
  await checkKeepersPast(manager, findings, campaign.id);
}

function nameKind({ kind }: KnownRun): string {
  return kind === 'keeper' ? '时限值守' : '流程';
}

async function lookAt(m: EntityManager, readStatus: ReadStatus, run: KnownRun) {
  for (let look = 1; ; look += 1) {
    const status = await readStatus(run.workflowId);
    if (status === 'running' || status === null) return { run, status };
    const now = await knownRun(m, run.workflowId);
    if (!now?.isOpen) return { run, status: 'running' as const };
    if (look === LOOKS) return { run, status };
    await pause();
  }
}

/** Dates are kept of every organisation that has a run, and of the committee. */
async function checkKeepersThere(m: EntityManager, findings: Findings, campaignId: string): Promise<void> {
  const rows = await select<{ stream: string }>(
    m,
    `SELECT DISTINCT r.workflow_id AS stream FROM organisation_runs r
      WHERE r.campaign_id = ? AND (SELECT COUNT(*) FROM keepers k
        WHERE k.campaign_id = r.campaign_id AND k.scope_id IN (r.organisation_id, r.campaign_id)) < 2 ORDER BY 1`,
    [campaignId],
  );
  for (const { stream } of rows) findings.fault('running', streamPlace(stream), '没有时限值守');
}

interface PastKeeper {
  readonly workflowId: string;
  readonly nextAt: Instant;
  readonly deadlines: number;
}

async function checkKeepersPast(m: EntityManager, findings: Findings, campaignId: string): Promise<void> {
  let past = await keepersPast(m, campaignId);
  for (let looks = 1; past.standing && past.keepers.length > 0 && looks < KEEPER_LOOKS; looks += 1) {
    await pause();
    past = await keepersPast(m, campaignId);
  }
  for (const { workflowId, nextAt, deadlines } of past.keepers) {
    const owed = `，有 ${deadlines} 项时限到点未处理`;
    findings.fault(
      'running',
      streamPlace(workflowId),
      `时限值守应在 ${nextAt} 行动，没有行动${deadlines > 0 ? owed : ''}`,
    );
  }
}

/** Keepers whose instant came so long ago that they must have looked; of a clock that stands, those whose instant came. */
async function keepersPast(
  m: EntityManager,
  campaignId: string,
): Promise<{ readonly standing: boolean; readonly keepers: readonly PastKeeper[] }> {
  const clock = await m.findOneByOrFail(CampaignClockEntity, { campaignId });
  const [real] = await select<{ now: Date }>(m, 'SELECT UTC_TIMESTAMP(3) AS now');
  const realNow = real.now.toISOString();
  const standing = isStanding(clock, realNow);
  const before = standing ? realNow : instantOf(msOf(realNow) - KEEPER_LATE_MS);
  const rows = await m.findBy(KeeperEntity, { campaignId });
  const reached = programmeNow(clock, before);
  const keepers: PastKeeper[] = [];
  for (const { id, workflowId, nextAt } of rows) {
    if (nextAt === null || nextAt > reached) continue;
    const [due] = await select<{ n: string }>(
      m,
      'SELECT COUNT(*) AS n FROM deadlines WHERE keeper_id = ? AND next_rung_at <= ?',
      [id, new Date(reached)],
    );
    keepers.push({ workflowId, nextAt, deadlines: Number(due?.n ?? 0) });
  }
  return { standing, keepers };
}

/** How many keepers of clocks that run have not acted though their instant came: each has its turn and this grace. */
export async function countKeepersPast(m: EntityManager): Promise<number> {
  let past = 0;
  for (const { campaignId } of await m.find(CampaignClockEntity)) {
    const { standing, keepers } = await keepersPast(m, campaignId);
    if (!standing) past += keepers.length;
  }
  return past;
}

function pause(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
}
