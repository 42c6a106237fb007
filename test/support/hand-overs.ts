import { branchWorkflowId, campaignWorkflowId, organisationWorkflowId, spotCheckWorkflowId } from '@app/contracts';
import { Not } from 'typeorm';
import { addDays, type Role, type Verdict } from '@app/domain';
import {
  BranchRunEntity,
  CampaignEntity,
  conclusionList,
  dispositionList,
  filingList,
  idOf,
  inTransaction,
  OrganisationRunEntity,
  programmeOf,
  PublicationEntity,
  publicationList,
  RecheckEntity,
  saveDraft,
  SpotCheckEntity,
} from '@app/persistence';
import {
  BranchHandOvers,
  type BranchWithRun,
  type HandOverWorld,
  type NamedDraft,
  type Officeholder,
  type OrganisationYear,
  type Said,
} from './branch-hand-overs';
import { eventually } from './eventually';
import { present } from './present';
import { BELOW_THE_MARK, SHEET } from './sheets';

/** The internal dates of a year's plan: the third year is assessed by July (苏委工〔2020〕6号 三.4). */
const plannedBy = (year: number) =>
  year === 2022
    ? { applyBy: '2022-06-15', ballotBy: '2022-06-30', assessBy: '2022-07-15' }
    : { applyBy: `${year}-10-15`, ballotBy: `${year}-10-30`, assessBy: `${year}-11-15` };

/** A year from the opening of its round to its closing: besides the branches', what the organisation and the committee do. */
export class HandOvers extends BranchHandOvers {
  readonly organisationRunId: string;
  readonly organisationWorkflowId: string;
  readonly committee: readonly Officeholder[];
  readonly recorder: Officeholder;

  private constructor(world: HandOverWorld, place: OrganisationYear) {
    super(world, place);
    this.organisationRunId = place.organisationRunId;
    this.organisationWorkflowId = place.organisationWorkflowId;
    this.committee = place.committee;
    this.recorder = place.recorder;
  }

  static async of(world: HandOverWorld, year = 2020): Promise<HandOvers> {
    const { dataSource, campaignId } = world;
    const { campaignKey } = world.campaign.setting;
    const holders = async (role: Role, bodyId: string): Promise<Officeholder[]> => {
      const rows = await dataSource.query<{ personId: string }[]>(
        'SELECT person_id AS personId FROM offices WHERE role = ? AND body_id = ? ORDER BY id',
        [role, bodyId],
      );
      return rows.map(({ personId }) => ({ role, personId }));
    };
    const holder = async (role: Role, bodyId: string) => present((await holders(role, bodyId))[0]);
    const rows = await dataSource.query<{ id: string; code: string; organisationId: string; organisation: string }[]>(
      `SELECT b.id, b.code, o.id AS organisationId, o.code AS organisation
         FROM branches b JOIN organisations o ON o.id = b.organisation_id WHERE b.campaign_id = ? ORDER BY b.code`,
      [campaignId],
    );
    const { organisationId, organisation } = present(rows[0]);
    const branches: BranchWithRun[] = [];
    for (const { id, code } of rows) {
      const runId = idOf(campaignId, 'branch-run', id, year);
      const workflowId = branchWorkflowId(campaignKey, code, year);
      branches.push({ id, code, runId, workflowId, secretary: await holder('branch-secretary', id) });
    }
    return new HandOvers(world, {
      year,
      organisationId,
      organisationRunId: idOf(campaignId, 'organisation-run', organisationId, year),
      organisationWorkflowId: organisationWorkflowId(campaignKey, organisation, year),
      branches,
      committee: await holders('committee-officer', campaignId),
      officer: await holder('organisation-officer', organisationId),
      recorder: await holder('party-group-recorder', organisationId),
      assessors: await holders('assessor', organisationId),
      dimensions: (await programmeOf(dataSource.manager, campaignId)).dimensions,
    });
  }

  get campaignWorkflowId(): string {
    return campaignWorkflowId(this.world.campaign.setting.campaignKey);
  }

  async dissolve({ runId, workflowId }: BranchWithRun): Promise<void> {
    const { remarksId: reasonId, digest } = await this.remark(runId, 'dissolve');
    const input = { reasonId, digest, documentNumber: '撤1号' };
    await this.say(present(this.committee[0]), workflowId, { name: 'dissolveBranch', input });
  }

  async untilSpotCheckIs(no: number, step: string): Promise<void> {
    const { campaignId, dataSource } = this.world;
    const id = idOf(campaignId, 'spot-check', no);
    await eventually(
      async () => (await dataSource.manager.findOneBy(SpotCheckEntity, { id }))?.step === step,
      `spot check ${no} is ${step}`,
    );
  }

  async untilOrganisationIs(step: string): Promise<void> {
    await eventually(async () => {
      const { manager } = this.world.dataSource;
      return (await manager.findOneBy(OrganisationRunEntity, { id: this.organisationRunId }))?.step === step;
    }, `the organisation is at ${step}`);
  }

  async openRound(branches = this.branches.length): Promise<void> {
    await eventually(async () => {
      const campaign = await this.world.dataSource.manager.findOneBy(CampaignEntity, { id: this.world.campaignId });
      return campaign?.step === 'running';
    }, 'the campaign runs');
    await this.goTo(this.now);
    await this.say(present(this.committee[0]), this.campaignWorkflowId, {
      name: 'openRound',
      input: { year: this.year },
    });
    await this.untilOrganisationIs('planning');
    await eventually(async () => {
      const { manager } = this.world.dataSource;
      return (await manager.countBy(BranchRunEntity, { year: this.year, step: Not('opening') })) === branches;
    }, 'every branch run is opened');
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

  async submitConclusions(): Promise<void> {
    const { organisationId, year, organisationRunId: runId } = this;
    const run = { runId, organisationId, year, listNo: 0 };
    const { digest } = await conclusionList(this.world.dataSource.manager, run);
    await this.say(this.officer, this.organisationWorkflowId, { name: 'submitConclusions', input: { digest } });
  }

  /** The party group decides on all that passed; the organisation files it and the committee registers it. */
  async decideAndFile(passed = this.branches): Promise<void> {
    const { manager } = this.world.dataSource;
    const { organisationId, year } = this;
    const run = { runId: this.organisationRunId, organisationId, year };
    await this.submitConclusions();
    await this.untilBranchesAre('deciding', passed);
    const decision = { number: `党组〔${year}〕1号`, decidedOn: this.now.slice(0, 10), struck: [], recusals: [] };
    await this.say(this.recorder, this.organisationWorkflowId, { name: 'recordDecision', input: decision });
    await this.untilBranchesAre('filing', passed);
    const filing = present((await filingList(manager, { ...run, listNo: 1 })) ?? undefined);
    await this.say(this.officer, this.organisationWorkflowId, { name: 'sendFiling', input: { digest: filing.digest } });
    await this.untilBranchesAre('registering', passed);
    await this.say(present(this.committee[0]), this.organisationWorkflowId, { name: 'registerFiling' });
    await this.untilBranchesAre('draw-waiting', passed);
  }

  /** A spot check by two persons, whose rechecks uphold; publication and recognition. */
  async drawAndRecognise(no: number, registered = this.branches): Promise<void> {
    await this.inspect(no, registered, { verdict: 'upheld' });
    await this.publishAndRecognise(no, registered);
  }

  /** The result of a recheck by the first of two, a pass that is overturned with a reason and confirmed by the second. */
  async recheck(
    no: number,
    { id: recheckId }: Pick<RecheckEntity, 'id'>,
    { verdict, by: [first, second] = this.pair, stated }: Rechecked,
  ): Promise<void> {
    const sheet = await this.concludeRecheck(no, recheckId, { verdict, by: first, stated });
    if (verdict === 'upheld') return;
    await this.openSheet(sheet, second);
    const input = { recheckId, digest: sheet.digest };
    await this.say(second, this.spotCheckWorkflowId(no), { name: 'confirmRecheck', input });
  }

  /** A pass is found not to hold, and who found it takes it back. */
  async takeBackRecheck(no: number, { id: recheckId }: Pick<RecheckEntity, 'id'>): Promise<void> {
    const [by] = this.pair;
    const { documentId } = await this.concludeRecheck(no, recheckId, { verdict: 'overturned', by });
    const remarks = await this.remark(recheckId, `${documentId} taken back`);
    await this.say(by, this.spotCheckWorkflowId(no), { name: 'returnRecheck', input: { recheckId, ...remarks } });
  }

  private async concludeRecheck(
    no: number,
    recheckId: string,
    { verdict, by, stated }: { readonly verdict: Verdict; readonly by: Officeholder } & Pick<Said, 'stated'>,
  ): Promise<NamedDraft> {
    const { dataSource } = this.world;
    const { documentId } = await dataSource.manager.findOneByOrFail(RecheckEntity, { id: recheckId });
    const body = { ...(verdict === 'upheld' ? SHEET : BELOW_THE_MARK), remark: '复核' };
    const draft = { documentId: documentId ?? '', body, authorId: by.personId, savedAt: this.now };
    const { digest, no: savings } = await inTransaction(dataSource, (m) =>
      saveDraft(m, { ...draft, check: () => undefined }),
    );
    const reason = await this.remark(recheckId, `reason ${savings}`);
    const why = verdict === 'overturned' ? { reasonId: reason.remarksId, reasonDigest: reason.digest } : {};
    const input = { recheckId, digest, verdict, ...why };
    await this.say(by, this.spotCheckWorkflowId(no), { name: 'concludeRecheck', input, stated });
    return { documentId: draft.documentId, digest };
  }

  private get pair(): readonly [Officeholder, Officeholder] {
    return this.committee.map(present) as [Officeholder, Officeholder];
  }

  private spotCheckWorkflowId(no: number): string {
    return spotCheckWorkflowId(this.world.campaign.setting.campaignKey, no);
  }

  /** A spot check by two persons; every recheck has this verdict. */
  async inspect(
    no: number,
    registered: readonly BranchWithRun[],
    { verdict, before, stated }: Inspected,
  ): Promise<void> {
    const { campaignId, dataSource } = this.world;
    const { manager } = dataSource;
    const [officer, other] = this.pair;
    await this.say(officer, this.campaignWorkflowId, { name: 'orderSpotCheck', input: { year: this.year } });
    const workflowId = this.spotCheckWorkflowId(no);
    const spotCheckId = idOf(campaignId, 'spot-check', no);
    await this.untilSpotCheckIs(no, 'ordered');
    await this.say(officer, workflowId, { name: 'freezeSpotCheck' });
    await this.say(other, workflowId, { name: 'revealSpotCheck' });
    for (const recheck of await manager.findBy(RecheckEntity, { spotCheckId })) {
      await this.untilBranchesAre(
        'rechecking',
        registered.filter(({ id }) => id === recheck.branchId),
      );
      await before?.(recheck);
      await this.recheck(no, recheck, { verdict, stated });
    }
  }

  /** The committee publishes whom no recheck overturned, and recognises them once the days of publication are over. */
  async publishAndRecognise(no: number, registered: readonly BranchWithRun[]): Promise<void> {
    const { campaignId, dataSource } = this.world;
    const { manager } = dataSource;
    const { year } = this;
    const officer = present(this.committee[0]);
    await this.untilBranchesAre('publication-waiting', registered);
    const publications = await manager.countBy(PublicationEntity, { campaignId });
    const { digest } = await publicationList(manager, { campaignId, year, no: publications + 1 });
    await this.say(officer, this.campaignWorkflowId, { name: 'openPublication', input: { year, digest } });
    await this.untilBranchesAre('published', registered);
    const { id: publicationId, endsOn } = await manager.findOneByOrFail(PublicationEntity, { digest });
    await this.goTo(`${addDays(endsOn, 1)}T02:00:00.000Z`);
    const decision = { publicationId, documentNumber: `苏委工〔${year}〕${no}号`, decidedOn: addDays(endsOn, 1) };
    await this.say(officer, this.campaignWorkflowId, { name: 'recordRecognition', input: decision });
    await this.untilBranchesAre('recognised', registered);
  }

  /** The closing decision of the round. */
  async closeRound(branches = this.branches): Promise<void> {
    const { campaignId, dataSource } = this.world;
    const { year } = this;
    const { digest } = await dispositionList(dataSource.manager, { campaignId, year });
    const closing = { year, digest, documentNumber: `苏委工〔${year}〕结字1号` };
    await this.say(present(this.committee[0]), this.campaignWorkflowId, { name: 'closeRound', input: closing });
    await this.untilBranchesAre('closed', branches);
    await this.untilOrganisationIs('closed');
  }
}

/** How a recheck ends: by two of the committee, the first two where none are named. */
export interface Rechecked extends Pick<Said, 'stated'> {
  readonly verdict: Verdict;
  readonly by?: readonly [Officeholder, Officeholder];
}

/** How every recheck of a spot check ends, and what comes before each. */
export interface Inspected extends Pick<Said, 'stated'> {
  readonly verdict: Verdict;
  readonly before?: (recheck: RecheckEntity) => Promise<void>;
}
