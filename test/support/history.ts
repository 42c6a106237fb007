import type { ProblemCommand } from '@app/domain';
import { digestOf, idOf, inTransaction, keepProblem } from '@app/persistence';
import { systemClock } from '@app/platform';
import { Hands, type HandsWorld, present } from './hands';

/** A first round from its opening to its closing decision: plans handed over late, one recheck, two recognised branches. */
export async function recognisedRound(
  world: HandsWorld,
  surveys = async (hands: Hands) => {
    for (const branch of hands.branches) await hands.survey(branch);
  },
): Promise<Hands> {
  const hands = await Hands.of(world);
  await hands.openRound();
  await surveys(hands);
  await hands.planOrganisation();
  await settledProblem(hands);
  await hands.goTo('2020-07-15T02:00:00.000Z');
  for (const branch of hands.branches) await hands.planBranch(branch);
  await hands.goTo('2020-10-12T02:00:00.000Z');
  for (const branch of hands.branches) await hands.apply(branch);
  for (const branch of hands.branches) await hands.assess(branch);
  await hands.goTo('2020-11-20T02:00:00.000Z');
  await hands.decideAndFile();
  await hands.goTo('2020-12-10T02:00:00.000Z');
  await hands.drawAndRecognise(1);
  await hands.closeRound();
  return hands;
}

/** The problem that the round's first branch entered, planned and had closed by its superior. */
export const problemIdOf = (hands: Hands) => idOf(present(hands.branches[0]).id, 'problem', 1);

async function settledProblem(hands: Hands): Promise<void> {
  const { world, officer } = hands;
  const branch = present(hands.branches[0]);
  const id = problemIdOf(hands);
  const { campaignId } = world;
  const ownerId = branch.secretary.personId;
  const entry = { id, branchId: branch.id, openedYear: hands.year, dimension: 'D1', indicator: null };
  const commands: ProblemCommand[] = [
    { kind: 'enter', ...entry, source: 'survey', description: '样例问题', mandatory: false },
    { kind: 'plan', measure: '样例措施', ownerId, dueDate: '2020-09-30' },
    { kind: 'close', verifierId: officer.personId, remark: '样例核实', closedAt: hands.now },
  ];
  for (const command of commands) {
    await inTransaction(world.dataSource, (m) =>
      keepProblem(m, {
        problemId: id,
        campaignId,
        programmeVersion: world.campaign.setting.programmeVersion,
        command,
        actor: ownerId,
        office: 'branch-secretary',
        operationKey: digestOf(command),
        recordedAt: hands.now,
        writtenAt: systemClock.now(),
      }),
    );
  }
}
