import type { DocumentKind } from '@app/domain';
import { branchPlanOf, digestOf, programmeOf } from '@app/persistence';
import type { BranchWithRun, HandOverWorld, Officeholder } from './branch-hand-overs';
import { HandOvers } from './hand-overs';
import { present } from './present';
import { DIMENSIONS, SHEET } from './sheets';
import type { LocalWorld } from './local-world';

/**
 * A first round of three branches in which every hand-over comes back once: one branch is dissolved, one struck from the
 * decision, the filing is returned and corrected too late, registered by silence, and the recheck overturns the
 * last pass, which who found it took back once.
 */
export async function returnEveryHandOver(world: HandOverWorld): Promise<HandOvers> {
  const handOvers = await HandOvers.of(world);
  const [first, struck, dissolved] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun, BranchWithRun];
  await handOvers.openRound();
  await returnSurvey(handOvers, first);
  await handOvers.survey(struck);
  await handOvers.survey(dissolved);
  await returnPlans(handOvers, first);
  await handOvers.planBranch(struck);
  await handOvers.planBranch(dissolved);
  await handOvers.goTo('2020-09-09T02:00:00.000Z');
  await handOvers.dissolve(dissolved);
  await handOvers.goTo('2020-10-12T02:00:00.000Z');
  await handOvers.apply(first);
  await handOvers.apply(struck);
  await handOvers.say(handOvers.officer, first.workflowId, {
    name: 'returnAssessment',
    input: await handOvers.remark(first.runId, 'assessment'),
  });
  await handOvers.applyAgain(first);
  await disputeAssessment(handOvers, first);
  await handOvers.assess(first);
  await handOvers.assess(struck);
  await fileLate(handOvers, struck);
  await handOvers.inspect(1, [first], {
    verdict: 'overturned',
    before: (recheck) => handOvers.takeBackRecheck(1, recheck),
  });
  await handOvers.untilBranchesAre('rectifying', [first]);
  await handOvers.closeRound();
  return handOvers;
}

/** The two rounds after a recognised one: kept, then reviewed, with a review that comes back once. */
export async function playTwoMoreRounds(world: LocalWorld): Promise<void> {
  for (const [year, opensAt] of [
    [2021, '2021-01-05T02:00:00.000Z'],
    [2022, '2022-01-05T02:00:00.000Z'],
  ] as const) {
    const handOvers = await HandOvers.of(world, year);
    handOvers.now = opensAt;
    await handOvers.openRound();
    await handOvers.planOrganisation([]);
    for (const branch of handOvers.branches) await handOvers.planBranch(branch);
    if (year === 2022) {
      const [returned] = handOvers.branches.map(present);
      const { workflowId, runId, secretary } = present(returned);
      const submit = async () =>
        handOvers.say(secretary, workflowId, {
          name: 'submitReview',
          input: await draftAgain(handOvers, runId, { kind: 'review', author: secretary }),
        });
      await submit();
      await handOvers.say(handOvers.officer, workflowId, {
        name: 'returnReview',
        input: await handOvers.remark(runId, 'review'),
      });
      for (const branch of handOvers.branches) await handOvers.review(branch);
      await handOvers.submitConclusions();
    }
    await handOvers.closeRound();
  }
}

async function returnSurvey(handOvers: HandOvers, { workflowId, runId, secretary }: BranchWithRun): Promise<void> {
  await handOvers.say(handOvers.officer, workflowId, { name: 'openSurvey' });
  const { dimensions } = await programmeOf(handOvers.world.dataSource.manager, handOvers.world.campaignId);
  const body = { answers: dimensions.map((dimension) => ({ dimension, found: false })) };
  const submit = async () =>
    handOvers.say(secretary, workflowId, {
      name: 'submitSurvey',
      input: await handOvers.draft(runId, 'survey', { body, author: secretary }),
    });
  await submit();
  await handOvers.say(handOvers.officer, workflowId, {
    name: 'returnSurvey',
    input: await handOvers.remark(runId, 'survey'),
  });
  await submit();
  await handOvers.say(handOvers.officer, workflowId, { name: 'confirmSurvey', input: { surveyClass: 'middle' } });
}

async function returnPlans(handOvers: HandOvers, branch: BranchWithRun): Promise<void> {
  await handOvers.planOrganisation();
  const { organisationRunId, organisationWorkflowId } = handOvers;
  const returned = await handOvers.remark(organisationRunId, 'plan');
  await handOvers.say(present(handOvers.committee[0]), organisationWorkflowId, {
    name: 'returnOrganisationPlan',
    input: returned,
  });
  await handOvers.planOrganisation();
  const { id: documentId } = await handOvers.newest(branch.runId, 'branch-plan');
  const digest = digestOf(await branchPlanOf(handOvers.world.dataSource.manager, branch.id));
  await handOvers.say(branch.secretary, branch.workflowId, { name: 'submitBranchPlan', input: { documentId, digest } });
  const remarks = await handOvers.remark(branch.runId, 'branch-plan');
  await handOvers.say(handOvers.officer, branch.workflowId, { name: 'returnBranchPlan', input: remarks });
  await handOvers.planBranch(branch);
}

async function disputeAssessment(handOvers: HandOvers, { workflowId, runId }: BranchWithRun): Promise<void> {
  const [first, second] = handOvers.assessors.map(present) as [Officeholder, Officeholder];
  const signed = await handOvers.draft(runId, 'superior-assessment', {
    body: { ...SHEET, remark: '初评' },
    author: first,
  });
  await handOvers.say(first, workflowId, { name: 'signAssessment', input: signed });
  await handOvers.openSheet(signed, second);
  await handOvers.say(second, workflowId, { name: 'countersignAssessment', input: { ...signed, differences: 1 } });
}

async function fileLate(handOvers: HandOvers, struck: BranchWithRun): Promise<void> {
  await handOvers.goTo('2020-11-18T02:00:00.000Z');
  await handOvers.submitConclusions();
  await handOvers.decide({ struck: [struck] });
  await handOvers.sendFiling();
  await handOvers.returnFiling();
  await handOvers.goTo('2020-12-01T02:00:00.000Z');
  await handOvers.sendFiling();
  await handOvers.goTo('2020-12-15T02:00:00.000Z');
}

/** What came back is handed over again with one more word. */
export async function draftAgain(
  handOvers: HandOvers,
  runId: string,
  { kind, author }: { readonly kind: DocumentKind; readonly author: Officeholder },
) {
  const { body } = await handOvers.newest(runId, kind);
  const confirmed = kind === 'review' ? { confirmed: DIMENSIONS } : {};
  return handOvers.draft(runId, kind, { body: { ...(body as object), ...confirmed, remark: '改' }, author });
}
