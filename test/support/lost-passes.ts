import { filingList } from '@app/persistence';
import { type BranchAtHand, Hands, present } from './hands';
import type { LocalWorld } from './local-world';

/** Two rounds that overlap. */
export interface OverlappingRounds {
  readonly earlier: Hands;
  readonly later: Hands;
}

/**
 * Both branches pass in the first round, the second round opens and takes their passes over; then the party group strikes
 * one of them, and a recheck overturns the other.
 */
export async function lostPasses(world: LocalWorld): Promise<OverlappingRounds> {
  const earlier = await Hands.of(world);
  await earlier.openRound();
  await earlier.surveyAndPlan();
  await earlier.goTo('2020-10-12T02:00:00.000Z');
  for (const branch of earlier.branches) await earlier.apply(branch);
  for (const branch of earlier.branches) await earlier.assess(branch);
  await earlier.submitConclusions();

  const later = await Hands.of(world, 2021);
  later.now = '2021-01-05T02:00:00.000Z';
  await later.openRound();

  await earlier.goTo('2021-01-06T02:00:00.000Z');
  const [overturned, struck] = earlier.branches.map(present) as [BranchAtHand, BranchAtHand];
  const decision = { number: '党组〔2021〕1号', decidedOn: '2021-01-06', struck: [struck.id], recusals: [] };
  await earlier.say(earlier.recorder, earlier.organisationWorkflowId, 'recordDecision', decision);
  const { organisationId, organisationRunId: runId, year } = earlier;
  const filing = await filingList(world.dataSource.manager, { organisationId, runId, year, listNo: 1 });
  await earlier.say(earlier.officer, earlier.organisationWorkflowId, 'sendFiling', { digest: filing?.digest });
  await earlier.say(present(earlier.committee[0]), earlier.organisationWorkflowId, 'registerFiling');
  await earlier.inspect(1, [overturned], 'overturned');
  later.now = earlier.now;
  return { earlier, later };
}

/** What follows: the first round ends, and both branches attain the standard in the second. */
export async function passesRegained({ earlier, later }: OverlappingRounds): Promise<void> {
  await earlier.closeRound();
  await later.planOrganisation();
  for (const branch of later.branches) await later.planBranch(branch);
  await later.goTo('2021-03-10T02:00:00.000Z');
  for (const branch of later.branches) await later.apply(branch);
  for (const branch of later.branches) await later.assess(branch);
  await later.decideAndFile();
  await later.drawAndRecognise(2);
  await later.closeRound();
}
