import { struckPointer } from '@app/domain';
import { conclusionList, DocumentEntity, FilingEntity, filingList, OrganisationRunEntity } from '@app/persistence';
import { numberIn } from '../../services/rehearsal/src/paper-number';
import { BranchHandOvers, type BranchWithRun, type HandOverWorld } from './branch-hand-overs';
import type { Officeholder, OrganisationYear, Said } from './branch-hand-overs';
import { eventually } from './eventually';
import { present } from './present';

/** Why a branch is struck, with its place among those that are. */
export const WHY_STRUCK = '党员大会记录不全';

/** The internal dates of a year's plan: the third year is assessed by July (苏委工〔2020〕6号 三.4). */
const plannedBy = (year: number) =>
  year === 2022
    ? { applyBy: '2022-06-15', ballotBy: '2022-06-30', assessBy: '2022-07-15' }
    : { applyBy: `${year}-10-15`, ballotBy: `${year}-10-30`, assessBy: `${year}-11-15` };

/** What an organisation hands over in its year, and what its party group and the committee answer. */
export class OrganisationHandOvers extends BranchHandOvers {
  readonly organisationRunId: string;
  readonly organisationWorkflowId: string;
  readonly committee: readonly Officeholder[];
  readonly recorder: Officeholder;

  constructor(world: HandOverWorld, year: OrganisationYear) {
    super(world, year);
    this.organisationRunId = year.organisationRunId;
    this.organisationWorkflowId = year.organisationWorkflowId;
    this.committee = year.committee;
    this.recorder = year.recorder;
  }

  async untilOrganisationIs(step: string): Promise<void> {
    const { manager } = this.world.dataSource;
    const run = () => manager.findOneBy(OrganisationRunEntity, { id: this.organisationRunId });
    await eventually(async () => (await run())?.step === step, `the organisation is at ${step}`);
  }

  /** The plan names every branch that is to attain the standard; `nextYear`: those left for the next round. */
  async planOrganisation(open = this.branches, nextYear: readonly BranchWithRun[] = []): Promise<void> {
    const { year } = this;
    const body = {
      branches: open.map((branch) => ({
        branchId: branch.id,
        target: nextYear.includes(branch) ? 'next-year' : 'this-year',
      })),
      responsible: [this.officer.personId],
      dates: open.length > nextYear.length ? plannedBy(year) : null,
    };
    const plan = await this.draft(this.organisationRunId, 'organisation-plan', { body, author: this.officer });
    await this.say(this.officer, this.organisationWorkflowId, { name: 'submitOrganisationPlan', input: plan });
    await this.untilBranchesAre('plan-writing', open);
  }

  /** Every branch surveys and plans; `nextYear`: those that are left for the next round. */
  async surveyAndPlan(nextYear: readonly BranchWithRun[] = []): Promise<void> {
    for (const branch of this.branches) await this.survey(branch);
    await this.planOrganisation(this.branches, nextYear);
    for (const branch of this.branches) await this.planBranch(branch);
  }

  /** The digest of the list of conclusions as it stands now. */
  async nextListDigest(): Promise<string> {
    return (await conclusionList(this.world.dataSource.manager, await this.listed())).digest;
  }

  /** The list of conclusions as it stands now is laid before the party group. */
  async submitConclusions(): Promise<void> {
    const digest = await this.nextListDigest();
    await this.say(this.officer, this.organisationWorkflowId, { name: 'submitConclusions', input: { digest } });
  }

  /** The party group decides on the list that lies before it, today where nothing else is said. */
  async decide({ decidedOn = this.now.slice(0, 10), struck = [], stated, ...on }: Decided = {}): Promise<void> {
    const { listNo } = await this.listed();
    const number = numberIn(decidedOn, { of: '党组', year: this.year, no: listNo });
    const digest = on.digest ?? (await this.laid()).digest;
    const input = { digest, number, decidedOn, recusals: [], ...(await this.strike(struck)) };
    await this.say(this.recorder, this.organisationWorkflowId, { name: 'recordDecision', input, stated });
  }

  /** Whom a decision strikes, each with why. */
  async strike(struck: readonly BranchWithRun[]) {
    const ids = struck.map(({ id }) => id);
    if (ids.length === 0) return { struck: ids };
    const lines = ids.map((_, at) => ({ pointer: struckPointer(at), text: `${WHY_STRUCK} ${at + 1}` }));
    const { remarksId, digest } = await this.remark(this.organisationRunId, `${this.now} strike ${ids.join()}`, lines);
    return { struck: ids, reasonId: remarksId, reasonDigest: digest };
  }

  /** What was agreed to goes to the committee. */
  async sendFiling(stated?: Said['stated']): Promise<void> {
    const { digest } = present((await filingList(this.world.dataSource.manager, await this.listed())) ?? undefined);
    await this.say(this.officer, this.organisationWorkflowId, { name: 'sendFiling', input: { digest }, stated });
  }

  /** The committee registers the filing that waits, or one that is named. */
  async registerFiling({ filingId, stated }: Registered = {}): Promise<void> {
    const input = { filingId: filingId ?? (await this.filingId()) };
    await this.say(present(this.committee[0]), this.organisationWorkflowId, { name: 'registerFiling', input, stated });
  }

  /** The committee returns the filing that waits, or one that is named. */
  async returnFiling({ filingId }: Registered = {}): Promise<void> {
    const remarks = await this.remark(this.organisationRunId, `${this.now} filing`);
    const input = { filingId: filingId ?? (await this.filingId()), ...remarks };
    await this.say(present(this.committee[0]), this.organisationWorkflowId, { name: 'returnFiling', input });
  }

  /** The party group decides on all that passed; the organisation files it and the committee registers it. */
  async decideAndFile(passed = this.branches): Promise<void> {
    await this.submitConclusions();
    await this.untilBranchesAre('deciding', passed);
    await this.decide();
    await this.untilBranchesAre('filing', passed);
    await this.sendFiling();
    await this.untilBranchesAre('registering', passed);
    await this.registerFiling();
    await this.untilBranchesAre('draw-waiting', passed);
  }

  /** The list that was handed over last. */
  async laid(): Promise<DocumentEntity> {
    const { listId } = (await this.organisationRun()).state;
    return this.world.dataSource.manager.findOneByOrFail(DocumentEntity, { id: present(listId ?? undefined) });
  }

  organisationRun(): Promise<OrganisationRunEntity> {
    return this.world.dataSource.manager.findOneByOrFail(OrganisationRunEntity, { id: this.organisationRunId });
  }

  /** The newest filing of the year. */
  async filingId(): Promise<string> {
    const where = { organisationRunId: this.organisationRunId };
    const [newest] = await this.world.dataSource.manager.find(FilingEntity, { where, order: { listNo: 'DESC' } });
    return present(newest).id;
  }

  /** The year with the number of its newest list. */
  private async listed() {
    const { organisationRunId: runId, organisationId, year } = this;
    const { listNo } = (await this.organisationRun()).state;
    return { runId, organisationId, year, listNo };
  }
}

/** A decision as it is recorded: on which list, of which day, and which branches it strikes. */
export interface Decided extends Pick<Said, 'stated'> {
  readonly digest?: string;
  readonly decidedOn?: string;
  readonly struck?: readonly BranchWithRun[];
}

/** What the committee answers to a filing, the newest where none is named. */
export interface Registered extends Pick<Said, 'stated'> {
  readonly filingId?: string;
}
