import type { BranchWithRun, HandOverWorld } from './branch-hand-overs';
import { HandOvers } from './hand-overs';
import { present } from './present';

/** Two rounds that overlap. */
export interface OverlappingRounds {
  readonly earlier: HandOvers;
  readonly later: HandOvers;
}

/**
 * Both branches pass in the first round, the second round opens and takes their passes over; then the party group strikes
 * one of them, and a recheck overturns the other.
 */
export async function losePasses(world: HandOverWorld): Promise<OverlappingRounds> {
  const earlier = await HandOvers.of(world);
  await earlier.openRound();
  await earlier.surveyAndPlan();
  await earlier.goTo('2020-10-12T02:00:00.000Z');
  for (const branch of earlier.branches) await earlier.apply(branch);
  for (const branch of earlier.branches) await earlier.assess(branch);
  await earlier.submitConclusions();
  await earlier.untilBranchesAre('deciding');

  const later = await HandOvers.of(world, 2021);
  later.now = '2021-01-05T02:00:00.000Z';
  await later.openRound();

  await earlier.goTo('2021-01-06T02:00:00.000Z');
  const [overturned, struck] = earlier.branches.map(present) as [BranchWithRun, BranchWithRun];
  await earlier.decide({ struck: [struck] });
  await earlier.sendFiling();
  await earlier.registerFiling();
  await earlier.untilBranchesAre('draw-waiting', [overturned]);
  await earlier.inspect(1, [overturned], { verdict: 'overturned' });
  await later.untilBranchesAre('plan-writing');
  later.now = earlier.now;
  return { earlier, later };
}

/** What follows: the first round ends, both branches plan in the second and pass its assessment by others who assess. */
export async function regainPasses({ earlier, later }: OverlappingRounds): Promise<void> {
  await earlier.closeRound();
  await later.planOrganisation();
  for (const branch of later.branches) await later.planBranch(branch);
  await later.goTo('2021-03-10T02:00:00.000Z');
  for (const branch of later.branches) await later.apply(branch);
  for (const branch of later.branches) await later.assess(branch, undefined, [...later.assessors].reverse());
}

/** Both are recognised in the second round. */
export async function recogniseAgain({ later }: OverlappingRounds): Promise<void> {
  await later.decideAndFile();
  await later.drawAndRecognise(2);
  await later.closeRound();
}

/** A branch is dissolved while two rounds are open. */
export async function dissolveInBoth(world: HandOverWorld): Promise<OverlappingRounds> {
  const earlier = await HandOvers.of(world);
  await earlier.openRound();
  await earlier.surveyAndPlan();
  const later = await HandOvers.of(world, 2021);
  await earlier.goTo('2021-01-05T02:00:00.000Z');
  later.now = earlier.now;
  await later.openRound();
  const [dissolved] = later.branches.map(present);
  await later.dissolve(present(dissolved));
  return { earlier, later };
}
