import type { ProblemCommand } from '@app/domain';
import { digestOf, idOf, inTransaction, keepProblem } from '@app/persistence';
import { systemClock } from '@app/platform';
import type { HandOverWorld } from './branch-hand-overs';
import { HandOvers } from './hand-overs';
import { present } from './present';

/** A first round from its opening to its closing decision: plans handed over late, one recheck, two recognised branches. */
export async function playRecognisedRound(
  world: HandOverWorld,
  surveys = async (handOvers: HandOvers) => {
    for (const branch of handOvers.branches) await handOvers.survey(branch);
  },
): Promise<HandOvers> {
  const handOvers = await HandOvers.of(world);
  await handOvers.openRound();
  await surveys(handOvers);
  await handOvers.planOrganisation();
  await settleProblem(handOvers);
  await handOvers.goTo('2020-07-15T02:00:00.000Z');
  for (const branch of handOvers.branches) await handOvers.planBranch(branch);
  await handOvers.goTo('2020-10-12T02:00:00.000Z');
  for (const branch of handOvers.branches) await handOvers.apply(branch);
  for (const branch of handOvers.branches) await handOvers.assess(branch);
  await handOvers.goTo('2020-11-20T02:00:00.000Z');
  await handOvers.decideAndFile();
  await handOvers.goTo('2020-12-10T02:00:00.000Z');
  await handOvers.drawAndRecognise(1);
  await handOvers.closeRound();
  return handOvers;
}

/** The problem that the round's first branch entered, planned and had closed by its superior. */
export const problemIdOf = (handOvers: HandOvers) => idOf(present(handOvers.branches[0]).id, 'problem', 1);

async function settleProblem(handOvers: HandOvers): Promise<void> {
  const { world, officer } = handOvers;
  const branch = present(handOvers.branches[0]);
  const id = problemIdOf(handOvers);
  const { campaignId } = world;
  const ownerId = branch.secretary.personId;
  const entry = { id, branchId: branch.id, openedYear: handOvers.year, dimension: 'D1', indicator: null };
  const commands: ProblemCommand[] = [
    { kind: 'enter', ...entry, source: 'survey', description: '样例问题', mandatory: false },
    { kind: 'plan', measure: '样例措施', ownerId, dueDate: '2020-09-30' },
    { kind: 'close', verifierId: officer.personId, remark: '样例核实', closedAt: handOvers.now },
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
        recordedAt: handOvers.now,
        writtenAt: systemClock.now(),
      }),
    );
  }
}
