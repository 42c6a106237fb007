import type { DocumentKind } from '@app/domain';
import { branchPlanOf, digestOf, filingList, programmeOf } from '@app/persistence';
import { type BranchAtHand, type Hand, Hands, type HandsWorld, present } from './hands';
import { DIMENSIONS, SHEET } from './sheets';
import type { LocalWorld } from './local-world';

/**
 * A first round of three branches in which every hand-over comes back once: one branch is dissolved, one struck from the
 * decision, the filing is returned and corrected too late, registered by silence, and the recheck overturns the
 * last pass, which who found it took back once.
 */
export async function waywardRound(world: HandsWorld): Promise<Hands> {
  const hands = await Hands.of(world);
  const [first, struck, dissolved] = hands.branches.map(present) as [BranchAtHand, BranchAtHand, BranchAtHand];
  await hands.openRound();
  await returnedSurvey(hands, first);
  await hands.survey(struck);
  await hands.survey(dissolved);
  await returnedPlans(hands, first);
  await hands.planBranch(struck);
  await hands.planBranch(dissolved);
  await hands.goTo('2020-09-09T02:00:00.000Z');
  await hands.dissolve(dissolved);
  await hands.goTo('2020-10-12T02:00:00.000Z');
  await hands.apply(first);
  await hands.apply(struck);
  await hands.say(hands.officer, first.workflowId, 'returnAssessment', await hands.remark(first.runId, 'assessment'));
  await hands.applyAgain(first);
  await disputed(hands, first);
  await hands.assess(first);
  await hands.assess(struck);
  await lateFiling(hands, struck);
  await hands.inspect(1, [first], 'overturned', (recheck) => hands.recheckTakenBack(1, recheck));
  await hands.untilBranchesAre('rectifying', [first]);
  await hands.closeRound();
  return hands;
}

/** The two rounds after a recognised one: kept, then reviewed, with a review that comes back once. */
export async function twoMoreRounds(world: LocalWorld): Promise<void> {
  for (const [year, opensAt] of [
    [2021, '2021-01-05T02:00:00.000Z'],
    [2022, '2022-01-05T02:00:00.000Z'],
  ] as const) {
    const hands = await Hands.of(world, year);
    hands.now = opensAt;
    await hands.openRound();
    await hands.planOrganisation([]);
    for (const branch of hands.branches) await hands.planBranch(branch);
    if (year === 2022) {
      const [returned] = hands.branches.map(present);
      const { workflowId, runId, secretary } = present(returned);
      const submit = async () =>
        hands.say(secretary, workflowId, 'submitReview', await again(hands, runId, 'review', secretary));
      await submit();
      await hands.say(hands.officer, workflowId, 'returnReview', await hands.remark(runId, 'review'));
      for (const branch of hands.branches) await hands.review(branch);
      await hands.submitConclusions();
    }
    await hands.closeRound();
  }
}

async function returnedSurvey(hands: Hands, { workflowId, runId, secretary }: BranchAtHand): Promise<void> {
  await hands.say(hands.officer, workflowId, 'openSurvey');
  const { dimensions } = await programmeOf(hands.world.dataSource.manager, hands.world.campaignId);
  const body = { answers: dimensions.map((dimension) => ({ dimension, found: false })) };
  const submit = async () =>
    hands.say(secretary, workflowId, 'submitSurvey', await hands.draft(runId, 'survey', body, secretary));
  await submit();
  await hands.say(hands.officer, workflowId, 'returnSurvey', await hands.remark(runId, 'survey'));
  await submit();
  await hands.say(hands.officer, workflowId, 'confirmSurvey', { surveyClass: 'middle' });
}

async function returnedPlans(hands: Hands, branch: BranchAtHand): Promise<void> {
  await hands.planOrganisation();
  const { organisationRunId, organisationWorkflowId } = hands;
  const returned = await hands.remark(organisationRunId, 'plan');
  await hands.say(present(hands.committee[0]), organisationWorkflowId, 'returnOrganisationPlan', returned);
  await hands.planOrganisation();
  const { id: documentId } = await hands.newest(branch.runId, 'branch-plan');
  const digest = digestOf(await branchPlanOf(hands.world.dataSource.manager, branch.id));
  await hands.say(branch.secretary, branch.workflowId, 'submitBranchPlan', { documentId, digest });
  const remarks = await hands.remark(branch.runId, 'branch-plan');
  await hands.say(hands.officer, branch.workflowId, 'returnBranchPlan', remarks);
  await hands.planBranch(branch);
}

async function disputed(hands: Hands, { workflowId, runId }: BranchAtHand): Promise<void> {
  const [first, second] = hands.assessors.map(present) as [Hand, Hand];
  const signed = await hands.draft(runId, 'superior-assessment', { ...SHEET, remark: '初评' }, first);
  await hands.say(first, workflowId, 'signAssessment', signed);
  await hands.opened(signed, second);
  await hands.say(second, workflowId, 'countersignAssessment', { ...signed, differences: 1 });
}

async function lateFiling(hands: Hands, struck: BranchAtHand): Promise<void> {
  const { organisationRunId: runId, organisationWorkflowId, organisationId, year } = hands;
  await hands.goTo('2020-11-18T02:00:00.000Z');
  await hands.submitConclusions();
  const decision = { number: '党组〔2020〕1号', decidedOn: '2020-11-18', struck: [struck.id], recusals: [] };
  await hands.say(hands.recorder, organisationWorkflowId, 'recordDecision', decision);
  const send = async () => {
    const filing = await filingList(hands.world.dataSource.manager, { runId, organisationId, year, listNo: 1 });
    await hands.say(hands.officer, organisationWorkflowId, 'sendFiling', { digest: filing?.digest });
  };
  await send();
  const returned = await hands.remark(runId, 'filing');
  await hands.say(present(hands.committee[0]), organisationWorkflowId, 'returnFiling', returned);
  await hands.goTo('2020-12-01T02:00:00.000Z');
  await send();
  await hands.goTo('2020-12-15T02:00:00.000Z');
}

/** What came back is handed over again with one more word. */
export async function again(hands: Hands, runId: string, kind: DocumentKind, author: Hand) {
  const { body } = await hands.newest(runId, kind);
  const confirmed = kind === 'review' ? { confirmed: DIMENSIONS } : {};
  return hands.draft(runId, kind, { ...(body as object), ...confirmed, remark: '改' }, author);
}
