/** Checks what each run knows against what other runs sent it: news that was never taken in. */
import { type DataSource, type EntityManager, In, MoreThan } from 'typeorm';
import type { BranchRunState, CheckName, OrganisationPlan } from '@app/domain';
import { DocumentEntity } from '../tables/document.entity';
import { DecisionEntity, FilingEntity } from '../tables/filing.entity';
import { OrganisationRunEntity } from '../tables/organisation-run.entity';
import { marks, select } from '../read/select';
import { unheardSurveys } from '../read/survey.queries';
import { type Findings, type Place, placeOf, streamPlace } from './findings';
import { type CampaignStream, type ReadEvent, readEvents } from './streams';

/** News is under way for a moment in a living system: what is not taken in is looked for again, so often, so long after. */
const LOOKS = 5;
const LOOK_AGAIN_MS = 300;
const PAGE = 20;

/** News that its run has not taken in; the sender's event is the last one of `type` that names `ref`. */
interface Untold {
  readonly check: CheckName;
  readonly stream: string;
  readonly type: string;
  readonly ref: string;
  readonly message: string;
}

interface Look {
  readonly looked: Map<CheckName, number>;
  readonly untold: Map<string, Untold>;
}

/**
 * Closing decisions, the surveys of its branches, the loss of a pass that it took over, the targets of its organisation's
 * plan, the party group's decision, its filing and registration. Looks at the tables as they are now, again and again as
 * long as less is untold each time: only what stays untold while nothing arrives any more is named.
 */
export async function checkNews(dataSource: DataSource, findings: Findings, campaign: CampaignStream): Promise<void> {
  const look = () => dataSource.transaction('REPEATABLE READ', (m) => lookOnce(m, campaign));
  const first = await look();
  let left = first.untold;
  for (let looks = 1; left.size > 0 && looks < LOOKS;) {
    await new Promise((resolve) => setTimeout(resolve, LOOK_AGAIN_MS));
    const { untold } = await look();
    const still = new Map([...left].filter(([key]) => untold.has(key)));
    looks = still.size < left.size ? 1 : looks + 1;
    left = still;
  }
  for (const [check, n] of first.looked) findings.looked(check, n);
  const streams = new Map<string, readonly ReadEvent[]>();
  for (const item of left.values()) {
    const events = streams.get(item.stream) ?? (await readEvents(dataSource.manager, item.stream));
    streams.set(item.stream, events);
    findings.fault(item.check, senderOf(events, item), item.message);
  }
}

function senderOf(events: readonly ReadEvent[], { stream, type, ref }: Untold): Place {
  const sent = events.findLast((event) => event.type === type && names(event, ref));
  return sent ? placeOf(sent) : streamPlace(stream);
}

function names({ record }: ReadEvent, ref: string): boolean {
  return ref === '' || Object.values(record?.payload ?? {}).includes(ref);
}

async function lookOnce(m: EntityManager, campaign: CampaignStream) {
  const found: Look = { looked: new Map(), untold: new Map() };
  await lookAtClosings(m, found, campaign);
  await lookAtSurveys(m, found, campaign.id);
  await lookAtLostPasses(m, found, campaign.id);
  await lookAtOrganisations(m, found, campaign.id);
  return found;
}

function countLooked({ looked: counts }: Look, check: CheckName, n: number): void {
  counts.set(check, (counts.get(check) ?? 0) + n);
}

function addUntold({ untold: all }: Look, item: Untold): void {
  all.set(`${item.check}/${item.ref}/${item.message}`, item);
}

/** A closed round has closed all its runs, and every branch knows where it stands. */
async function lookAtClosings(m: EntityManager, look: Look, campaign: CampaignStream): Promise<void> {
  const closed = await select<{ year: number; list: string | null }>(
    m,
    `SELECT year, disposition_list_id AS list FROM rounds WHERE campaign_id = ? AND status = 'closed' ORDER BY year`,
    [campaign.id],
  );
  for (const { year, list } of closed) {
    for (const [table, isOpen] of [
      ['branch_runs', `(r.disposition IS NULL OR r.step <> 'closed')`],
      ['organisation_runs', `r.step <> 'closed'`],
    ] as const) {
      const round = `FROM ${table} r WHERE r.campaign_id = ? AND r.year = ?`;
      const [all] = await select<{ n: string }>(m, `SELECT COUNT(*) AS n ${round}`, [campaign.id, year]);
      countLooked(look, 'closings', Number(all?.n));
      const open = await select<{ workflowId: string }>(
        m,
        `SELECT r.workflow_id AS workflowId ${round} AND ${isOpen} ORDER BY r.workflow_id`,
        [campaign.id, year],
      );
      for (const { workflowId } of open) {
        const message = `${year} 年度已结束，${workflowId} 没有收到结束决定`;
        const sender = { stream: campaign.workflowId, type: 'round-closed', ref: list ?? '' };
        addUntold(look, { check: 'closings', ...sender, message });
      }
    }
  }
}

/** An organisation knows that its surveys are complete. */
async function lookAtSurveys(m: EntityManager, look: Look, campaignId: string): Promise<void> {
  countLooked(look, 'news', await m.countBy(OrganisationRunEntity, { campaignId, surveyMet: true }));
  for (const { workflowId, lastStream } of await unheardSurveys(m, campaignId)) {
    countLooked(look, 'news', 1);
    const message = `各党支部的摸底均已提交，${workflowId} 没有收到`;
    addUntold(look, { check: 'news', stream: lastStream, type: 'survey-submitted', ref: '', message });
  }
}

/** A branch that took a pass over from the round before knows when that round lost it. */
async function lookAtLostPasses(m: EntityManager, look: Look, campaignId: string): Promise<void> {
  const taken = await select<{
    workflowId: string;
    sender: string;
    recheck: string | null;
    isLost: 0 | 1;
    knows: 0 | 1;
  }>(
    m,
    `SELECT l.workflow_id AS workflowId, e.workflow_id AS sender, e.recheck,
            e.result IS NULL OR e.result <> 'passed' AS isLost, l.step <> 'listing' OR l.result IS NULL OR l.concluded_at IS NOT NULL AS knows
       FROM branch_runs l JOIN branch_runs e ON e.branch_id = l.branch_id
        AND e.year = (SELECT MAX(year) FROM branch_runs b WHERE b.branch_id = l.branch_id AND b.year < l.year)
      WHERE l.campaign_id = ? AND l.passed_before = 1 ORDER BY l.workflow_id`,
    [campaignId],
  );
  countLooked(look, 'news', taken.length);
  for (const { workflowId, sender, recheck, isLost, knows } of taken) {
    if (!isLost || knows) continue;
    const type = recheck === 'overturned' ? 'recheck-overturned' : 'branch-struck';
    const message = `上一年度的达标结论已撤销，${workflowId} 没有收到`;
    addUntold(look, { check: 'news', stream: sender, type, ref: '', message });
  }
}

interface Told {
  readonly organisationRunId: string;
  readonly branchId: string;
  readonly mode: string;
  readonly step: string;
  readonly attempt: number;
  readonly target: string | null;
  readonly disposition: string | null;
  readonly decisionId: string | null;
  readonly struck: boolean;
}

async function lookAtOrganisations(m: EntityManager, look: Look, campaignId: string): Promise<void> {
  for (let after = ''; ;) {
    const runs = await m.find(OrganisationRunEntity, {
      where: { campaignId, id: MoreThan(after) },
      order: { id: 'ASC' },
      take: PAGE,
    });
    const last = runs.at(-1);
    if (!last) return;
    await lookAtSome(m, look, runs);
    after = last.id;
  }
}

async function lookAtSome(m: EntityManager, look: Look, runs: readonly OrganisationRunEntity[]): Promise<void> {
  const ids = runs.map(({ id }) => id);
  const planIds = runs.flatMap(({ state }) => state.planId ?? []);
  const plans = new Map((await m.findBy(DocumentEntity, { id: In(planIds) })).map(({ id, body }) => [id, body]));
  const where = { organisationRunId: In(ids) };
  const decisions = await m.find(DecisionEntity, { where, order: { listNo: 'ASC' } });
  const filings = new Map((await m.findBy(FilingEntity, where)).map((filing) => [filing.decisionId, filing]));
  const rows = await select<Omit<Told, 'decisionId' | 'struck'> & { readonly state: string }>(
    m,
    `SELECT o.id AS organisationRunId, r.branch_id AS branchId, r.mode, r.step, r.attempt, r.target, r.disposition,
            r.state
       FROM organisation_runs o
       JOIN branch_runs r ON r.campaign_id = o.campaign_id AND r.year = o.year AND r.organisation_id = o.organisation_id
      WHERE o.id IN (${marks(ids)})`,
    ids,
  );
  const told = rows.map(({ state, ...row }): Told => {
    const { decisionId, struck } = JSON.parse(state) as BranchRunState;
    return { ...row, decisionId, struck };
  });
  for (const { id, workflowId: stream, state } of runs) {
    const { planId, step } = state;
    // a branch that has left takes nothing in any more
    const branches = new Map(
      told
        .filter(({ organisationRunId, disposition }) => organisationRunId === id && disposition !== 'excluded')
        .map((branch) => [branch.branchId, branch]),
    );
    const plan = plans.get(planId ?? '') as OrganisationPlan | undefined;
    if (planId !== null && plan) lookAtTargets(look, { stream, planId, plan }, branches);
    const own = decisions.filter(({ organisationRunId }) => organisationRunId === id);
    lookAtDecisions(look, { stream, decisions: own, filings, isReturned: step === 'filing' }, branches);
  }
}

/** The targets of the newest plan; a branch that has applied a second time keeps the one it had. */
function lookAtTargets(
  look: Look,
  { stream, planId, plan }: { readonly stream: string; readonly planId: string; readonly plan: OrganisationPlan },
  branches: ReadonlyMap<string, Told>,
): void {
  for (const { branchId, target } of plan.branches) {
    const branch = branches.get(branchId);
    if (!branch || branch.mode !== 'attain' || branch.attempt > 1) continue;
    countLooked(look, 'news', 1);
    if (branch.target === target) continue;
    const message = `计划定党支部 ${branchId} 为 ${target}，其年度任务为 ${branch.target ?? '未定'}`;
    addUntold(look, { check: 'news', stream, type: 'organisation-plan-submitted', ref: planId, message });
  }
}

/** The last decision that lists a branch, and the filing it stands in. */
function lookAtDecisions(
  look: Look,
  sent: {
    readonly stream: string;
    readonly decisions: readonly DecisionEntity[];
    readonly filings: ReadonlyMap<string, FilingEntity>;
    /** The organisation is to send the filing again. */
    readonly isReturned: boolean;
  },
  branches: ReadonlyMap<string, Told>,
): void {
  const { stream, decisions, filings, isReturned } = sent;
  const last = new Map(
    decisions.flatMap((decision) =>
      [...decision.agreed, ...decision.struck].map((branchId): [string, DecisionEntity] => [branchId, decision]),
    ),
  );
  for (const [branchId, { id, number, agreed }] of last) {
    const branch = branches.get(branchId);
    if (!branch) continue;
    countLooked(look, 'news', 1);
    const isAgreed = agreed.includes(branchId);
    if (branch.decisionId !== id || (isAgreed && branch.struck)) {
      const message = `决定 ${number} ${isAgreed ? '同意' : '划去'}党支部 ${branchId}，其年度任务没有收到`;
      addUntold(look, { check: 'news', stream, type: 'decision-recorded', ref: id, message });
      continue;
    }
    const filing = isAgreed ? filings.get(id) : undefined;
    if (!filing) continue;
    const [type, said, before] =
      filing.registeredAt !== null
        ? (['filing-registered', '备案已登记', ['filing', 'registering']] as const)
        : isReturned
          ? (['filing-returned', '备案已退回', ['registering']] as const)
          : (['filing-sent', '备案已报送', ['filing']] as const);
    if (!before.some((step) => step === branch.step)) continue;
    const message = `${said}，党支部 ${branchId} 的年度任务没有收到`;
    // a return names its remarks, not the filing
    addUntold(look, { check: 'news', stream, type, ref: type === 'filing-returned' ? '' : filing.id, message });
  }
}
