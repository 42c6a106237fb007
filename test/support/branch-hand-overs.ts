import type { DocumentKind, Instant, Role, Attribution } from '@app/domain';
import {
  BranchEntity,
  branchPlanOf,
  BranchRunEntity,
  castBallot,
  digestOf,
  DocumentEntity,
  idOf,
  inTransaction,
  issueBallotCodes,
  openVersion,
  saveDraft,
  saveRemarks,
} from '@app/persistence';
import { eventually } from './eventually';
import { present } from './present';
import { DIMENSIONS, SHEET } from './sheets';
import type { World } from './world';

/** What hand-overs need of a world: the whole one, or the one without an engine. */
export type HandOverWorld = Pick<World, 'dataSource' | 'campaign' | 'campaignId' | 'send' | 'goTo'> & {
  /** Saves a draft another way than straight into its table. */
  readonly save?: (
    document: DocumentEntity,
    body: object,
    author: Officeholder,
  ) => Promise<{ readonly digest: string }>;
  /** Holds a ballot another way than on-line with everybody satisfied. */
  readonly holdBallot?: (handOvers: BranchHandOvers, branch: BranchWithRun) => Promise<void>;
  /** Opens a sheet another way than straight in its table. */
  readonly openSheet?: (sheet: NamedDraft, personId: string, confirmed: readonly string[]) => Promise<void>;
};

/** A person in one of his offices. */
export interface Officeholder {
  readonly role: Role;
  readonly personId: string;
}

/** A draft as a hand-over names it. */
export interface NamedDraft {
  readonly documentId: string;
  readonly digest: string;
}

/** What may be stated with a hand-over. */
export type Stated = Pick<Attribution, 'happenedOn' | 'lateEntry'>;

/** A hand-over as it is said. */
export interface Said {
  readonly name: string;
  readonly input?: object;
  readonly stated?: Stated | undefined;
}

/** A branch of the world with its run of the year. */
export interface BranchWithRun {
  readonly id: string;
  readonly code: string;
  readonly runId: string;
  readonly workflowId: string;
  readonly secretary: Officeholder;
}

/** The only organisation of a world in one year, with everybody who hands something over in it. */
export interface OrganisationYear {
  readonly year: number;
  readonly organisationId: string;
  readonly organisationRunId: string;
  readonly organisationWorkflowId: string;
  readonly branches: readonly BranchWithRun[];
  readonly committee: readonly Officeholder[];
  readonly officer: Officeholder;
  readonly recorder: Officeholder;
  readonly assessors: readonly Officeholder[];
  readonly dimensions: readonly string[];
}

/** What a branch hands over in its year and what its superior answers, step by step, below the API. */
export class BranchHandOvers {
  readonly year: number;
  readonly organisationId: string;
  readonly branches: readonly BranchWithRun[];
  readonly officer: Officeholder;
  readonly assessors: readonly Officeholder[];
  private readonly dimensions: readonly string[];

  constructor(
    readonly world: HandOverWorld,
    { year, organisationId, branches, officer, assessors, dimensions }: OrganisationYear,
  ) {
    this.year = year;
    this.organisationId = organisationId;
    this.branches = branches;
    this.officer = officer;
    this.assessors = assessors;
    this.dimensions = dimensions;
  }

  now: Instant = '2020-05-06T02:00:00.000Z';

  say(by: Officeholder, workflowId: string, { name, input = {}, stated = {} }: Said) {
    const attribution = { actor: by.personId, office: by.role, receivedAt: this.now, ...stated };
    return this.world.send(workflowId, name, input, attribution);
  }

  async goTo(now: Instant): Promise<void> {
    this.now = now;
    await this.world.goTo(now);
  }

  /** Saves a draft as the newest document of its kind and answers what a hand-over names it by. */
  async draft(
    runId: string,
    kind: DocumentKind,
    { body, author }: { readonly body: object; readonly author: Officeholder },
  ): Promise<NamedDraft> {
    const document = await this.newest(runId, kind);
    const { id: documentId } = document;
    if (this.world.save) return { documentId, digest: (await this.world.save(document, body, author)).digest };
    const { digest } = await inTransaction(this.world.dataSource, (m) =>
      saveDraft(m, { documentId, body, authorId: author.personId, savedAt: this.now, check: () => undefined }),
    );
    return { documentId, digest };
  }

  /** Opens this version of a sheet and confirms every dimension of it. */
  async openSheet(
    { documentId, digest }: NamedDraft,
    { personId }: Officeholder,
    confirmed = DIMENSIONS,
  ): Promise<void> {
    if (this.world.openSheet) return this.world.openSheet({ documentId, digest }, personId, confirmed);
    const opening = { documentId, digest, personId, openedAt: this.now, confirmed };
    await inTransaction(this.world.dataSource, (m) => openVersion(m, opening));
  }

  /** Saves remarks for a return and answers what it names them by. */
  remark(
    runId: string,
    requestId = this.now,
    lines = [{ pointer: '', text: '请补正' }],
  ): Promise<{ remarksId: string; digest: string; lines: number }> {
    const { campaignId, programmeVersion } = this.world.campaign.setting;
    return inTransaction(this.world.dataSource, (m) =>
      saveRemarks(m, {
        runId,
        campaignId,
        programmeVersion,
        lines,
        authorId: this.officer.personId,
        savedAt: this.now,
        requestId,
      }),
    );
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

  async survey(branch: BranchWithRun): Promise<void> {
    await this.say(this.officer, branch.workflowId, { name: 'openSurvey' });
    await this.submitSurvey(branch);
    await this.confirmSurvey(branch);
  }

  async confirmSurvey({ workflowId }: BranchWithRun): Promise<void> {
    await this.say(this.officer, workflowId, { name: 'confirmSurvey', input: { surveyClass: 'middle' } });
  }

  async submitSurvey({ workflowId, runId, secretary }: BranchWithRun, stated: Stated = {}): Promise<void> {
    const answers = this.dimensions.map((dimension) => ({ dimension, found: false }));
    const survey = await this.draft(runId, 'survey', { body: { answers }, author: secretary });
    await this.say(secretary, workflowId, { name: 'submitSurvey', input: survey, stated });
  }

  async planBranch(branch: BranchWithRun): Promise<void> {
    await this.submitBranchPlan(branch);
    await this.approveBranchPlan(branch);
  }

  async submitBranchPlan({ id, workflowId, runId, secretary }: BranchWithRun): Promise<void> {
    const { id: documentId } = await this.newest(runId, 'branch-plan');
    const digest = digestOf(await branchPlanOf(this.world.dataSource.manager, id));
    await this.say(secretary, workflowId, { name: 'submitBranchPlan', input: { documentId, digest } });
  }

  async approveBranchPlan({ workflowId }: BranchWithRun): Promise<void> {
    await this.say(this.officer, workflowId, { name: 'approveBranchPlan' });
  }

  /** The branch applies; its ballot is cast and counted. */
  async apply(branch: BranchWithRun): Promise<void> {
    await this.applyAgain(branch, '自评');
    await this.holdBallot(branch);
  }

  /** Everybody is satisfied. */
  async holdBallot(branch: BranchWithRun): Promise<void> {
    if (this.world.holdBallot) return this.world.holdBallot(this, branch);
    const ballotBoxId = await this.openBallot(branch);
    const { dataSource } = this.world;
    const codes = await inTransaction(dataSource, (m) => issueBallotCodes(m, ballotBoxId));
    const satisfied = ['A', 'A', 'A', 'A', 'A', 'A'];
    for (const code of [...codes.members, ...codes.masses]) {
      await inTransaction(dataSource, (m) => castBallot(m, code, satisfied));
    }
    await this.say(this.officer, branch.workflowId, { name: 'closeBallot', input: { ballotBoxId } });
  }

  /** Opens the branch's ballot, or one more, on line: six members and six others are asked. Answers the box's id. */
  async openBallot({ id, runId, workflowId }: BranchWithRun, no = 1): Promise<string> {
    await this.world.dataSource.manager.update(BranchEntity, { id }, { members: 6, masses: 6 });
    const ballotBoxId = idOf(runId, 'ballot-box', no);
    await this.say(this.officer, workflowId, { name: 'openBallot', input: { ballotBoxId, mode: 'online' } });
    return ballotBoxId;
  }

  /** The branch hands over a self-assessment; after a failure its ballot of the year still counts. */
  async applyAgain({ workflowId, runId, secretary }: BranchWithRun, remark = '再次自评'): Promise<void> {
    const sheet = await this.draft(runId, 'self-assessment', { body: { ...SHEET, remark }, author: secretary });
    await this.say(secretary, workflowId, { name: 'submitAssessment', input: sheet });
  }

  async assess(
    { workflowId, runId }: BranchWithRun,
    body: object = { ...SHEET, remark: '评估' },
    by = this.assessors,
  ): Promise<void> {
    const [first, second] = by.map(present) as [Officeholder, Officeholder];
    const signed = await this.draft(runId, 'superior-assessment', { body, author: first });
    await this.say(first, workflowId, { name: 'signAssessment', input: signed });
    await this.openSheet(signed, second);
    await this.say(second, workflowId, { name: 'countersignAssessment', input: { ...signed, differences: 0 } });
  }

  /** The year of consolidation: the last sheet with nothing changed, upheld by the superior. */
  async review({ workflowId, runId, secretary }: BranchWithRun): Promise<void> {
    const { body } = await this.newest(runId, 'review');
    const reviewed = { ...(body as object), confirmed: DIMENSIONS, remark: '复查' };
    const review = await this.draft(runId, 'review', { body: reviewed, author: secretary });
    await this.say(secretary, workflowId, { name: 'submitReview', input: review });
    await this.openSheet(review, this.officer);
    await this.say(this.officer, workflowId, { name: 'confirmReview', input: { result: 'upheld' } });
  }
}
