import { branchWorkflowId, campaignWorkflowId, organisationWorkflowId } from '@app/contracts';
import type { DocumentKind, Instant, Role } from '@app/domain';
import {
  branchPlanOf,
  BranchRunEntity,
  CampaignEntity,
  castBallot,
  conclusionList,
  digestOf,
  DocumentEntity,
  filingList,
  idOf,
  inTransaction,
  issueBallotCodes,
  OrganisationRunEntity,
  programmeOf,
  saveDraft,
} from '@app/persistence';
import { eventually } from './eventually';
import type { World } from './world';

/** A person in one of his offices. */
export interface Hand {
  readonly role: Role;
  readonly personId: string;
}

/** A branch of the world with its run of the year. */
export interface BranchAtHand {
  readonly id: string;
  readonly code: string;
  readonly runId: string;
  readonly workflowId: string;
  readonly secretary: Hand;
}

/** Hands that bring the only organisation of a world through its first round, step by step, below the API. */
export class Hands {
  private constructor(
    readonly world: World,
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

  static async of(world: World, year = 2020): Promise<Hands> {
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

  say(hand: Hand, workflowId: string, name: string, input: object = {}) {
    return this.world.send(workflowId, name, input, {
      actor: hand.personId,
      office: hand.role,
      receivedAt: this.now,
    });
  }

  async goTo(now: Instant): Promise<void> {
    this.now = now;
    await this.world.goTo(now);
  }

  /** Saves a draft as the newest document of its kind and answers what a hand-over names it by. */
  async draft(runId: string, kind: DocumentKind, body: object, author: Hand) {
    const { id: documentId } = await this.newest(runId, kind);
    const { digest } = await inTransaction(this.world.dataSource, (m) =>
      saveDraft(m, { documentId, body, authorId: author.personId, savedAt: this.now, check: () => undefined }),
    );
    return { documentId, digest };
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

  async untilOrganisationIs(step: string): Promise<void> {
    await eventually(async () => {
      const { manager } = this.world.dataSource;
      return (await manager.findOneBy(OrganisationRunEntity, { id: this.organisationRunId }))?.step === step;
    }, `the organisation is at ${step}`);
  }

  async openRound(): Promise<void> {
    await eventually(async () => {
      const campaign = await this.world.dataSource.manager.findOneBy(CampaignEntity, { id: this.world.campaignId });
      return campaign?.step === 'running';
    }, 'the campaign runs');
    await this.goTo(this.now);
    await this.say(present(this.committee[0]), this.campaignWorkflowId, 'openRound', { year: this.year });
    await this.untilBranchesAre('survey-opening');
    await this.untilOrganisationIs('planning');
  }

  async survey({ workflowId, runId, secretary }: BranchAtHand): Promise<void> {
    await this.say(this.officer, workflowId, 'openSurvey');
    const answers = this.dimensions.map((dimension) => ({ dimension, found: false }));
    await this.say(secretary, workflowId, 'submitSurvey', await this.draft(runId, 'survey', { answers }, secretary));
    await this.say(this.officer, workflowId, 'confirmSurvey', { surveyClass: 'middle' });
  }

  async planOrganisation(): Promise<void> {
    const body = {
      branches: this.branches.map(({ id }) => ({ branchId: id, target: 'this-year' })),
      responsible: [this.officer.personId],
      dates: { applyBy: '2020-10-15', ballotBy: '2020-10-30', assessBy: '2020-11-15' },
    };
    const plan = await this.draft(this.organisationRunId, 'organisation-plan', body, this.officer);
    await this.say(this.officer, this.organisationWorkflowId, 'submitOrganisationPlan', plan);
    await this.untilBranchesAre('plan-writing');
  }

  async planBranch({ id, workflowId, runId, secretary }: BranchAtHand): Promise<void> {
    const { id: documentId } = await this.newest(runId, 'branch-plan');
    const digest = digestOf(await branchPlanOf(this.world.dataSource.manager, id));
    await this.say(secretary, workflowId, 'submitBranchPlan', { documentId, digest });
    await this.say(this.officer, workflowId, 'approveBranchPlan');
  }

  /** The branch applies; its ballot is cast and counted. */
  async apply({ workflowId, runId, secretary }: BranchAtHand): Promise<void> {
    const sheet = await this.draft(runId, 'self-assessment', { ...SHEET, remark: '自评' }, secretary);
    await this.say(secretary, workflowId, 'submitAssessment', sheet);
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

  async assess({ workflowId, runId }: BranchAtHand): Promise<void> {
    const [first, second] = this.assessors.map(present);
    const signed = await this.draft(runId, 'superior-assessment', { ...SHEET, remark: '评估' }, present(first));
    await this.say(present(first), workflowId, 'signAssessment', signed);
    await this.say(present(second), workflowId, 'countersignAssessment', { ...signed, differences: 0 });
  }

  /** The party group decides on all that passed; the organisation files it and the committee registers it. */
  async decideAndFile(): Promise<void> {
    const { manager } = this.world.dataSource;
    const { organisationId, year } = this;
    const run = { runId: this.organisationRunId, organisationId, year };
    const { digest } = await conclusionList(manager, { ...run, listNo: 0 });
    await this.say(this.officer, this.organisationWorkflowId, 'submitConclusions', { digest });
    await this.untilBranchesAre('deciding');
    const decision = { number: '党组〔2020〕1号', decidedOn: this.now.slice(0, 10), struck: [], recusals: [] };
    await this.say(this.recorder, this.organisationWorkflowId, 'recordDecision', decision);
    await this.untilBranchesAre('filing');
    const filing = present((await filingList(manager, { ...run, listNo: 1 })) ?? undefined);
    await this.say(this.officer, this.organisationWorkflowId, 'sendFiling', { digest: filing.digest });
    await this.untilBranchesAre('registering');
    await this.say(present(this.committee[0]), this.organisationWorkflowId, 'registerFiling');
    await this.untilBranchesAre('draw-waiting');
  }
}

/** A sheet on which no point is lost. */
export const SHEET = { deductions: [], notApplicable: [], remark: '' };

/** The value, where the world is as the spec made it. */
export function present<T>(value: T | undefined): T {
  if (value === undefined) throw new Error('the world is not as the spec made it');
  return value;
}
