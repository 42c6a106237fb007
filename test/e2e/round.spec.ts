import { branchWorkflowId, organisationWorkflowId, spotCheckWorkflowId, campaignWorkflowId } from '@app/contracts';
import { type DocumentKind, type Instant, type Role } from '@app/domain';
import {
  castBallot,
  CampaignEntity,
  conclusionList,
  dispositionList,
  DocumentEntity,
  filingList,
  inTransaction,
  issueBallotCodes,
  idOf,
  programmeOf,
  publicationList,
  saveDraft,
  BranchRunEntity,
  OrganisationRunEntity,
  RecheckEntity,
} from '@app/persistence';
import { World } from '../support/world';
import { eventually } from '../support/eventually';

const YEAR = 2020;

describe('a round, by hand', () => {
  let world: World;
  beforeAll(async () => {
    world = await World.open();
  }, 60_000);
  afterAll(() => world.close());

  it('goes from opening to the close of the round', async () => {
    const { dataSource, campaignId } = world;
    const { manager } = dataSource;
    const key = world.campaign.setting.campaignKey;
    const office = async (role: Role, body: string, at = 0) => {
      const rows = await dataSource.query<{ personId: string }[]>(
        'SELECT person_id AS personId FROM offices WHERE role = ? AND body_id = ? ORDER BY id',
        [role, body],
      );
      const row = rows[at];
      if (!row) throw new Error(`nobody holds ${role}`);
      return { role, person: row.personId };
    };
    const branches = await dataSource.query<{ id: string; code: string; organisationId: string }[]>(
      'SELECT id, code, organisation_id AS organisationId FROM branches WHERE campaign_id = ? ORDER BY code',
      [campaignId],
    );
    const organisationId = branches[0].organisationId;
    const [organisation] = await dataSource.query<{ code: string }[]>('SELECT code FROM organisations WHERE id = ?', [
      organisationId,
    ]);
    const orgWorkflow = organisationWorkflowId(key, organisation.code, YEAR);
    const orgRun = idOf(campaignId, 'organisation-run', organisationId, YEAR);
    let now: Instant = '2020-05-06T02:00:00.000Z';
    const say = async (who: { role: Role; person: string }, workflowId: string, name: string, input: object = {}) =>
      world.send(workflowId, name, input, { actor: who.person, office: who.role, receivedAt: now });
    const latest = async (runId: string, kind: DocumentKind) => {
      const [document] = await manager.find(DocumentEntity, { where: { runId, kind }, order: { no: 'DESC' }, take: 1 });
      if (!document) throw new Error(`no ${kind}`);
      return document;
    };
    const draft = async (runId: string, kind: DocumentKind, body: object, authorId: string) => {
      const { id } = await latest(runId, kind);
      const saved = await inTransaction(dataSource, (m) =>
        saveDraft(m, { documentId: id, body, authorId, savedAt: now, check: () => undefined }),
      );
      return { documentId: id, digest: saved.digest };
    };
    const step = async (branchId: string, wanted: string) =>
      eventually(
        async () => (await manager.findOneBy(BranchRunEntity, { branchId, year: YEAR }))?.step === wanted,
        `${branchId} at ${wanted}`,
      );
    const orgStep = async (wanted: string) =>
      eventually(
        async () => (await manager.findOneByOrFail(OrganisationRunEntity, { id: orgRun })).step === wanted,
        wanted,
      );

    const committee = await office('committee-officer', campaignId);
    const committee2 = await office('committee-officer', campaignId, 1);
    const officer = await office('organisation-officer', organisationId);
    await eventually(
      async () => (await manager.findOneByOrFail(CampaignEntity, { id: campaignId })).step === 'running',
      'campaign runs',
    );
    await world.goTo(now);
    await say(committee, campaignWorkflowId(key), 'openRound', { year: YEAR });
    await step(branches[0].id, 'survey-opening');
    await step(branches[1].id, 'survey-opening');
    const { dimensions } = await programmeOf(manager, campaignId);
    for (const { id, code } of branches) {
      const workflow = branchWorkflowId(key, code, YEAR);
      const run = idOf(campaignId, 'branch-run', id, YEAR);
      const secretary = await office('branch-secretary', id);
      await say(officer, workflow, 'openSurvey');
      const survey = await draft(
        run,
        'survey',
        { answers: dimensions.map((dimension) => ({ dimension, found: false })) },
        secretary.person,
      );
      await say(secretary, workflow, 'submitSurvey', survey);
      await say(officer, workflow, 'confirmSurvey', { surveyClass: 'middle' });
    }
    const plan = await draft(
      orgRun,
      'organisation-plan',
      {
        branches: branches.map(({ id }) => ({ branchId: id, target: 'this-year' })),
        responsible: [officer.person],
        dates: { applyBy: '2020-10-15', ballotBy: '2020-10-30', assessBy: '2020-11-15' },
      },
      officer.person,
    );
    await say(officer, orgWorkflow, 'submitOrganisationPlan', plan);
    now = '2020-06-10T02:00:00.000Z';
    await world.goTo(now);
    for (const { id, code } of branches) {
      const workflow = branchWorkflowId(key, code, YEAR);
      const run = idOf(campaignId, 'branch-run', id, YEAR);
      await step(id, 'plan-writing');
      const secretary = await office('branch-secretary', id);
      const { branchPlanOf } = await import('@app/persistence');
      const { digestOf } = await import('@app/persistence');
      const document = await latest(run, 'branch-plan');
      await say(secretary, workflow, 'submitBranchPlan', {
        documentId: document.id,
        digest: digestOf(await branchPlanOf(manager, id)),
      });
      await say(officer, workflow, 'approveBranchPlan');
    }
    now = '2020-10-12T02:00:00.000Z';
    await world.goTo(now);
    const first = await office('assessor', organisationId, 0);
    const second = await office('assessor', organisationId, 1);
    for (const { id, code } of branches) {
      const workflow = branchWorkflowId(key, code, YEAR);
      const run = idOf(campaignId, 'branch-run', id, YEAR);
      const secretary = await office('branch-secretary', id);
      const sheet = { deductions: [], notApplicable: [], remark: '' };
      await say(
        secretary,
        workflow,
        'submitAssessment',
        await draft(run, 'self-assessment', { ...sheet, remark: '自评' }, secretary.person),
      );
      const ballotBoxId = run;
      await say(officer, workflow, 'openBallot', { ballotBoxId, mode: 'online', members: 6, masses: 6 });
      const codes = await inTransaction(dataSource, (m) => issueBallotCodes(m, ballotBoxId));
      for (const voter of [...codes.members, ...codes.masses]) {
        await inTransaction(dataSource, (m) =>
          castBallot(
            m,
            voter,
            Array.from({ length: 6 }, () => 'A'),
          ),
        );
      }
      await say(officer, workflow, 'closeBallot', { ballotBoxId });
      const signed = await draft(run, 'superior-assessment', { ...sheet, remark: '评估' }, first.person);
      await say(first, workflow, 'signAssessment', signed);
      await say(second, workflow, 'countersignAssessment', { ...signed, differences: 0 });
      await step(id, 'listing');
    }
    now = '2020-11-20T02:00:00.000Z';
    await world.goTo(now);
    const list = await conclusionList(manager, { runId: orgRun, organisationId, year: YEAR, listNo: 0 });
    await say(officer, orgWorkflow, 'submitConclusions', { digest: list.digest });
    for (const { id } of branches) await step(id, 'deciding');
    const recorder = await office('party-group-recorder', organisationId);
    await say(recorder, orgWorkflow, 'recordDecision', {
      number: '党组〔2020〕1号',
      decidedOn: '2020-11-20',
      struck: [],
      recusals: [],
    });
    await orgStep('filing');
    for (const { id } of branches) await step(id, 'filing');
    const filing = await filingList(manager, { runId: orgRun, organisationId, year: YEAR, listNo: 1 });
    await say(officer, orgWorkflow, 'sendFiling', { digest: filing!.digest });
    for (const { id } of branches) await step(id, 'registering');
    await say(committee, orgWorkflow, 'registerFiling');
    for (const { id } of branches) await step(id, 'draw-waiting');
    now = '2020-12-10T02:00:00.000Z';
    await world.goTo(now);
    await say(committee, campaignWorkflowId(key), 'orderSpotCheck', { year: YEAR });
    const spot = spotCheckWorkflowId(key, 1);
    await eventually(async () => {
      const [row] = await dataSource.query<{ step: string }[]>('SELECT step FROM spot_checks');
      return row?.step === 'ordered';
    }, 'spot check ordered');
    await say(committee, spot, 'freezeSpotCheck');
    await say(committee2, spot, 'revealSpotCheck');
    const rechecks = await manager.find(RecheckEntity);
    expect(rechecks.length).toBeGreaterThan(0);
    for (const recheck of rechecks) {
      await step(recheck.branchId, 'rechecking');
      const body = { deductions: [], notApplicable: [], remark: '复核' };
      const document = await draft(recheck.spotCheckId, 'recheck-assessment', body, committee.person);
      await say(committee, spot, 'concludeRecheck', { recheckId: recheck.id, ...document, verdict: 'upheld' });
    }
    for (const { id } of branches) await step(id, 'publication-waiting');
    const publication = await publicationList(manager, { campaignId, year: YEAR, no: 1 });
    await say(committee, campaignWorkflowId(key), 'openPublication', { year: YEAR, digest: publication.digest });
    for (const { id } of branches) await step(id, 'published');
    now = '2020-12-25T02:00:00.000Z';
    await world.goTo(now);
    const campaign = await manager.findOneByOrFail(CampaignEntity, { id: campaignId });
    const publicationId = (campaign.state as { publications: { id: string }[] }).publications[0].id;
    await say(committee, campaignWorkflowId(key), 'recordRecognition', {
      publicationId,
      documentNumber: '苏委工〔2021〕1号',
      decidedOn: '2020-12-25',
    });
    for (const { id } of branches) await step(id, 'recognised');
    const dispositions = await dispositionList(manager, { campaignId, year: YEAR });
    await say(committee, campaignWorkflowId(key), 'closeRound', {
      year: YEAR,
      digest: dispositions.digest,
      documentNumber: '苏委工〔2021〕2号',
    });
    for (const { id } of branches) await step(id, 'closed');
    await orgStep('closed');
  }, 120_000);
});
