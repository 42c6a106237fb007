import { branchWorkflowId, campaignWorkflowId, organisationWorkflowId, spotCheckWorkflowId } from '@app/contracts';
import { Not } from 'typeorm';
import { addDays, type DocumentKind, type Instant, type Role, type Spoken, type Verdict } from '@app/domain';
import {
  branchPlanOf,
  BranchRunEntity,
  CampaignEntity,
  castBallot,
  conclusionList,
  digestOf,
  dispositionList,
  DocumentEntity,
  filingList,
  idOf,
  inTransaction,
  issueBallotCodes,
  openVersion,
  OrganisationRunEntity,
  programmeOf,
  PublicationEntity,
  publicationList,
  RecheckEntity,
  saveDraft,
  saveRemarks,
  SpotCheckEntity,
} from '@app/persistence';
import { eventually } from './eventually';
import { BELOW_THE_MARK, DIMENSIONS, SHEET } from './sheets';
import type { World } from './world';

/** What hands need of a world: the whole one, or the one without an engine. */
export type HandsWorld = Pick<World, 'dataSource' | 'campaign' | 'campaignId' | 'send' | 'goTo'> & {
  /** Saves a draft another way than straight into its table. */
  readonly save?: (document: DocumentEntity, body: object, author: Hand) => Promise<{ readonly digest: string }>;
  /** Holds a ballot another way than on-line with everybody satisfied. */
  readonly holdBallot?: (hands: Hands, branch: BranchAtHand) => Promise<void>;
  /** Opens a sheet another way than straight in its table. */
  readonly openSheet?: (sheet: DraftAtHand, personId: string, confirmed: readonly string[]) => Promise<void>;
};

/** A person in one of his offices. */
export interface Hand {
  readonly role: Role;
  readonly personId: string;
}

/** A draft as a hand-over names it. */
export interface DraftAtHand {
  readonly documentId: string;
  readonly digest: string;
}

/** What may be stated with a hand-over. */
export type Stated = Pick<Spoken, 'happenedOn' | 'lateEntry'>;

/** A branch of the world with its run of the year. */
export interface BranchAtHand {
  readonly id: string;
  readonly code: string;
  readonly runId: string;
  readonly workflowId: string;
  readonly secretary: Hand;
}

/** The internal dates of a year's plan: the third year is assessed by July (苏委工〔2020〕6号 三.4). */
const plannedBy = (year: number) =>
  year === 2022
    ? { applyBy: '2022-06-15', ballotBy: '2022-06-30', assessBy: '2022-07-15' }
    : { applyBy: `${year}-10-15`, ballotBy: `${year}-10-30`, assessBy: `${year}-11-15` };

/** Hands that bring the only organisation of a world through its first round, step by step, below the API. */
export class Hands {
  private constructor(
    readonly world: HandsWorld,
    readonly year: number,
    readonly organisationId: string,
    readonly organisationRunId: string,
    readonly organisationWorkflowId: string,
    readonly branches: readonly BranchAtHand[],
    readonly committee: readonly Hand[],
    readonly officer: Hand,
    readonly recorder: Hand,
    readonly assessors: readonly Hand[],
    private readonly dimensions: readonly string[],
  ) {}

  now: Instant = '2020-05-06T02:00:00.000Z';

  static async of(world: HandsWorld, year = 2020): Promise<Hands> {
    const { dataSource, campaignId } = world;
    const { campaignKey } = world.campaign.setting;
    const hands = async (role: Role, bodyId: string): Promise<Hand[]> => {
      const rows = await dataSource.query<{ personId: string }[]>(
        'SELECT person_id AS personId FROM offices WHERE role = ? AND body_id = ? ORDER BY id',
        [role, bodyId],
      );
      return rows.map(({ personId }) => ({ role, personId }));
    };
    const hand = async (role: Role, bodyId: string) => present((await hands(role, bodyId))[0]);
    const rows = await dataSource.query<{ id: string; code: string; organisationId: string; organisation: string }[]>(
      `SELECT b.id, b.code, o.id AS organisationId, o.code AS organisation
         FROM branches b JOIN organisations o ON o.id = b.organisation_id WHERE b.campaign_id = ? ORDER BY b.code`,
      [campaignId],
    );
    const { organisationId, organisation } = present(rows[0]);
    const branches: BranchAtHand[] = [];
    for (const { id, code } of rows) {
      const runId = idOf(campaignId, 'branch-run', id, year);
      const workflowId = branchWorkflowId(campaignKey, code, year);
      branches.push({ id, code, runId, workflowId, secretary: await hand('branch-secretary', id) });
    }
    return new Hands(
      world,
      year,
      organisationId,
      idOf(campaignId, 'organisation-run', organisationId, year),
      organisationWorkflowId(campaignKey, organisation, year),
      branches,
      await hands('committee-officer', campaignId),
      await hand('organisation-officer', organisationId),
      await hand('party-group-recorder', organisationId),
      await hands('assessor', organisationId),
      (await programmeOf(dataSource.manager, campaignId)).dimensions,
    );
  }

  get campaignWorkflowId(): string {
    return campaignWorkflowId(this.world.campaign.setting.campaignKey);
  }

  say(hand: Hand, workflowId: string, name: string, input: object = {}, stated: Stated = {}) {
    return this.world.send(workflowId, name, input, {
      actor: hand.personId,
      office: hand.role,
      receivedAt: this.now,
      ...stated,
    });
  }

  async goTo(now: Instant): Promise<void> {
    this.now = now;
    await this.world.goTo(now);
  }

  /** Saves a draft as the newest document of its kind and answers what a hand-over names it by. */
  async draft(runId: string, kind: DocumentKind, body: object, author: Hand) {
    const document = await this.newest(runId, kind);
    const { id: documentId } = document;
    if (this.world.save) return { documentId, digest: (await this.world.save(document, body, author)).digest };
    const { digest } = await inTransaction(this.world.dataSource, (m) =>
      saveDraft(m, { documentId, body, authorId: author.personId, savedAt: this.now, check: () => undefined }),
    );
    return { documentId, digest };
  }

  /** Opens this version of a sheet and confirms every dimension of it. */
  async opened({ documentId, digest }: DraftAtHand, { personId }: Hand, confirmed = DIMENSIONS): Promise<void> {
    if (this.world.openSheet) return this.world.openSheet({ documentId, digest }, personId, confirmed);
    const opening = { documentId, digest, personId, openedAt: this.now, confirmed };
    await inTransaction(this.world.dataSource, (m) => openVersion(m, opening));
  }

  /** Saves remarks for a return and answers what it names them by. */
  remark(runId: string, requestId = this.now): Promise<{ remarksId: string; digest: string; lines: number }> {
    const { campaignId, programmeVersion } = this.world.campaign.setting;
    return inTransaction(this.world.dataSource, (m) =>
      saveRemarks(m, {
        runId,
        campaignId,
        programmeVersion,
        lines: [{ pointer: '', text: '请补正' }],
        authorId: this.officer.personId,
        savedAt: this.now,
        requestId,
      }),
    );
  }

  async dissolve({ runId, workflowId }: BranchAtHand): Promise<void> {
    const { remarksId: reasonId, digest } = await this.remark(runId, 'dissolve');
    const input = { reasonId, digest, documentNumber: '撤1号' };
    await this.say(present(this.committee[0]), workflowId, 'dissolveBranch', input);
  }

  async newest(runId: string, kind: DocumentKind): Promise<DocumentEntity> {
    const where = { runId, kind };
    const [document] = await this.world.dataSource.manager.find(DocumentEntity, {
      where,
      order: { no: 'DESC' },
      take: 1,
    });
    return present(document);
  }

  async untilBranchesAre(step: string, branches = this.branches): Promise<void> {
    for (const { code, runId } of branches) {
      await eventually(
        async () => (await this.world.dataSource.manager.findOneBy(BranchRunEntity, { id: runId }))?.step === step,
        `${code} is at ${step}`,
      );
    }
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
    await this.say(present(this.committee[0]), this.campaignWorkflowId, 'openRound', { year: this.year });
    await this.untilOrganisationIs('planning');
    await eventually(async () => {
      const { manager } = this.world.dataSource;
      return (await manager.countBy(BranchRunEntity, { year: this.year, step: Not('opening') })) === branches;
    }, 'every branch run is opened');
  }

  async survey(branch: BranchAtHand): Promise<void> {
    await this.say(this.officer, branch.workflowId, 'openSurvey');
    await this.submitSurvey(branch);
    await this.say(this.officer, branch.workflowId, 'confirmSurvey', { surveyClass: 'middle' });
  }

  async submitSurvey({ workflowId, runId, secretary }: BranchAtHand, stated: Stated = {}): Promise<void> {
    const answers = this.dimensions.map((dimension) => ({ dimension, found: false }));
    const survey = await this.draft(runId, 'survey', { answers }, secretary);
    await this.say(secretary, workflowId, 'submitSurvey', survey, stated);
  }

  /** The plan names every branch that is to attain the standard; `nextYear`: those left for the next round. */
  async planOrganisation(open = this.branches, nextYear: readonly BranchAtHand[] = []): Promise<void> {
    const { year } = this;
    const body = {
      branches: open.map((branch) => ({
        branchId: branch.id,
        target: nextYear.includes(branch) ? 'next-year' : 'this-year',
      })),
      responsible: [this.officer.personId],
      dates: open.length > nextYear.length ? plannedBy(year) : null,
    };
    const plan = await this.draft(this.organisationRunId, 'organisation-plan', body, this.officer);
    await this.say(this.officer, this.organisationWorkflowId, 'submitOrganisationPlan', plan);
    await this.untilBranchesAre('plan-writing', open);
  }

  async planBranch({ id, workflowId, runId, secretary }: BranchAtHand): Promise<void> {
    const { id: documentId } = await this.newest(runId, 'branch-plan');
    const digest = digestOf(await branchPlanOf(this.world.dataSource.manager, id));
    await this.say(secretary, workflowId, 'submitBranchPlan', { documentId, digest });
    await this.say(this.officer, workflowId, 'approveBranchPlan');
  }

  /** Every branch surveys and plans; `nextYear`: those that are left for the next round. */
  async surveyAndPlan(nextYear: readonly BranchAtHand[] = []): Promise<void> {
    for (const branch of this.branches) await this.survey(branch);
    await this.planOrganisation(this.branches, nextYear);
    for (const branch of this.branches) await this.planBranch(branch);
  }

  /** The branch applies; its ballot is cast and counted. */
  async apply(branch: BranchAtHand): Promise<void> {
    await this.applyAgain(branch, '自评');
    if (this.world.holdBallot) return this.world.holdBallot(this, branch);
    const { workflowId, runId } = branch;
    const box = { ballotBoxId: idOf(runId, 'ballot-box', 1) };
    await this.say(this.officer, workflowId, 'openBallot', { ...box, mode: 'online', members: 6, masses: 6 });
    const { dataSource } = this.world;
    const codes = await inTransaction(dataSource, (m) => issueBallotCodes(m, box.ballotBoxId));
    const satisfied = ['A', 'A', 'A', 'A', 'A', 'A'];
    for (const code of [...codes.members, ...codes.masses]) {
      await inTransaction(dataSource, (m) => castBallot(m, code, satisfied));
    }
    await this.say(this.officer, workflowId, 'closeBallot', box);
  }

  /** The branch hands over a self-assessment; after a failure its ballot of the year still counts. */
  async applyAgain({ workflowId, runId, secretary }: BranchAtHand, remark = '再次自评'): Promise<void> {
    const sheet = await this.draft(runId, 'self-assessment', { ...SHEET, remark }, secretary);
    await this.say(secretary, workflowId, 'submitAssessment', sheet);
  }

  async assess({ workflowId, runId }: BranchAtHand, sheet: object = { ...SHEET, remark: '评估' }): Promise<void> {
    const [first, second] = this.assessors.map(present);
    const signed = await this.draft(runId, 'superior-assessment', sheet, present(first));
    await this.say(present(first), workflowId, 'signAssessment', signed);
    await this.opened(signed, present(second));
    await this.say(present(second), workflowId, 'countersignAssessment', { ...signed, differences: 0 });
  }

  /** The year of consolidation: the last sheet with nothing changed, upheld by the superior. */
  async review({ workflowId, runId, secretary }: BranchAtHand): Promise<void> {
    const { body } = await this.newest(runId, 'review');
    const reviewed = { ...(body as object), confirmed: DIMENSIONS, remark: '复查' };
    const review = await this.draft(runId, 'review', reviewed, secretary);
    await this.say(secretary, workflowId, 'submitReview', review);
    await this.opened(review, this.officer);
    await this.say(this.officer, workflowId, 'confirmReview', { result: 'upheld' });
  }

  async submitConclusions(): Promise<void> {
    const { organisationId, year, organisationRunId: runId } = this;
    const run = { runId, organisationId, year, listNo: 0 };
    const { digest } = await conclusionList(this.world.dataSource.manager, run);
    await this.say(this.officer, this.organisationWorkflowId, 'submitConclusions', { digest });
  }

  /** The party group decides on all that passed; the organisation files it and the committee registers it. */
  async decideAndFile(passed = this.branches): Promise<void> {
    const { manager } = this.world.dataSource;
    const { organisationId, year } = this;
    const run = { runId: this.organisationRunId, organisationId, year };
    await this.submitConclusions();
    await this.untilBranchesAre('deciding', passed);
    const decision = { number: `党组〔${year}〕1号`, decidedOn: this.now.slice(0, 10), struck: [], recusals: [] };
    await this.say(this.recorder, this.organisationWorkflowId, 'recordDecision', decision);
    await this.untilBranchesAre('filing', passed);
    const filing = present((await filingList(manager, { ...run, listNo: 1 })) ?? undefined);
    await this.say(this.officer, this.organisationWorkflowId, 'sendFiling', { digest: filing.digest });
    await this.untilBranchesAre('registering', passed);
    await this.say(present(this.committee[0]), this.organisationWorkflowId, 'registerFiling');
    await this.untilBranchesAre('draw-waiting', passed);
  }

  /** A spot check by two persons, whose rechecks uphold; publication and recognition. */
  async drawAndRecognise(no: number, registered = this.branches): Promise<void> {
    await this.inspect(no, registered, 'upheld');
    await this.publishAndRecognise(no, registered);
  }

  /** The result of a recheck by the first of two, a pass that is overturned with a reason and confirmed by the second. */
  async recheck(
    no: number,
    { id: recheckId }: Pick<RecheckEntity, 'id'>,
    verdict: Verdict,
    [first, second] = this.committee.map(present) as [Hand, Hand],
    stated: Stated = {},
  ): Promise<void> {
    const sheet = await this.inspected(no, recheckId, verdict, first, stated);
    if (verdict === 'upheld') return;
    await this.opened(sheet, second);
    await this.sayOfRecheck(no, second, 'confirmRecheck', { recheckId, digest: sheet.digest });
  }

  /** A pass is found not to hold, and who found it takes it back. */
  async recheckTakenBack(no: number, { id: recheckId }: Pick<RecheckEntity, 'id'>): Promise<void> {
    const officer = present(this.committee[0]);
    const { documentId } = await this.inspected(no, recheckId, 'overturned', officer);
    const remarks = await this.remark(recheckId, `${documentId} taken back`);
    await this.sayOfRecheck(no, officer, 'returnRecheck', { recheckId, ...remarks });
  }

  private async inspected(
    no: number,
    recheckId: string,
    verdict: Verdict,
    by: Hand,
    stated: Stated = {},
  ): Promise<DraftAtHand> {
    const { dataSource } = this.world;
    const { documentId } = await dataSource.manager.findOneByOrFail(RecheckEntity, { id: recheckId });
    const body = { ...(verdict === 'upheld' ? SHEET : BELOW_THE_MARK), remark: '复核' };
    const draft = { documentId: documentId ?? '', body, authorId: by.personId, savedAt: this.now };
    const { digest, no: savings } = await inTransaction(dataSource, (m) =>
      saveDraft(m, { ...draft, check: () => undefined }),
    );
    const reason = await this.remark(recheckId, `reason ${savings}`);
    const why = verdict === 'overturned' ? { reasonId: reason.remarksId, reasonDigest: reason.digest } : {};
    await this.sayOfRecheck(no, by, 'concludeRecheck', { recheckId, digest, verdict, ...why }, stated);
    return { documentId: draft.documentId, digest };
  }

  private sayOfRecheck(no: number, hand: Hand, name: string, input: object, stated: Stated = {}) {
    return this.say(hand, spotCheckWorkflowId(this.world.campaign.setting.campaignKey, no), name, input, stated);
  }

  /** A spot check by two persons; every recheck has this verdict. */
  async inspect(
    no: number,
    registered: readonly BranchAtHand[],
    verdict: Verdict,
    before: (recheck: RecheckEntity) => Promise<void> = () => Promise.resolve(),
    stated: Stated = {},
  ): Promise<void> {
    const { campaignId, dataSource, campaign } = this.world;
    const { manager } = dataSource;
    const [officer, other] = this.committee.map(present) as [Hand, Hand];
    await this.say(officer, this.campaignWorkflowId, 'orderSpotCheck', { year: this.year });
    const workflowId = spotCheckWorkflowId(campaign.setting.campaignKey, no);
    const spotCheckId = idOf(campaignId, 'spot-check', no);
    await this.untilSpotCheckIs(no, 'ordered');
    await this.say(officer, workflowId, 'freezeSpotCheck');
    await this.say(other, workflowId, 'revealSpotCheck');
    for (const recheck of await manager.findBy(RecheckEntity, { spotCheckId })) {
      await this.untilBranchesAre(
        'rechecking',
        registered.filter(({ id }) => id === recheck.branchId),
      );
      await before(recheck);
      await this.recheck(no, recheck, verdict, undefined, stated);
    }
  }

  /** The committee publishes whom no recheck overturned, and recognises them once the days of publication are over. */
  async publishAndRecognise(no: number, registered: readonly BranchAtHand[]): Promise<void> {
    const { campaignId, dataSource } = this.world;
    const { manager } = dataSource;
    const { year } = this;
    const officer = present(this.committee[0]);
    await this.untilBranchesAre('publication-waiting', registered);
    const publications = await manager.countBy(PublicationEntity, { campaignId });
    const { digest } = await publicationList(manager, { campaignId, year, no: publications + 1 });
    await this.say(officer, this.campaignWorkflowId, 'openPublication', { year, digest });
    await this.untilBranchesAre('published', registered);
    const { id: publicationId, endsOn } = await manager.findOneByOrFail(PublicationEntity, { digest });
    await this.goTo(`${addDays(endsOn, 1)}T02:00:00.000Z`);
    const decision = { publicationId, documentNumber: `苏委工〔${year}〕${no}号`, decidedOn: addDays(endsOn, 1) };
    await this.say(officer, this.campaignWorkflowId, 'recordRecognition', decision);
    await this.untilBranchesAre('recognised', registered);
  }

  /** The closing decision of the round. */
  async closeRound(branches = this.branches): Promise<void> {
    const { campaignId, dataSource } = this.world;
    const { year } = this;
    const { digest } = await dispositionList(dataSource.manager, { campaignId, year });
    const closing = { year, digest, documentNumber: `苏委工〔${year}〕结字1号` };
    await this.say(present(this.committee[0]), this.campaignWorkflowId, 'closeRound', closing);
    await this.untilBranchesAre('closed', branches);
    await this.untilOrganisationIs('closed');
  }
}

/** The value, where the world is as the spec made it. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the world is not as the spec made it');
  return value;
}
