import type { DomainError } from '@app/domain';
import { branchPlanOf, digestOf, inTransaction, keepProblem, randomId } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';

/** What is agreed to is what was laid before whoever agrees, and it still stands. */
describe('a list that was handed over', () => {
  let world: LocalWorld;
  let handOvers: HandOvers;
  let passing: BranchWithRun;
  let leaving: BranchWithRun;
  let asListed: () => Promise<unknown> = () => Promise.resolve();
  beforeAll(async () => {
    world = await LocalWorld.open({
      key: 'laid',
      roster: syntheticRoster({ organisations: 1, branchesEach: 2, seed: 5 }),
      onCall: async ({ name, input }, act) => {
        const { effect } = input as { readonly effect?: { readonly topic?: string } };
        if (name === 'tell' && effect?.topic === 'listed') await asListed();
        return act();
      },
    });
    handOvers = await HandOvers.of(world);
    [passing, leaving] = handOvers.branches.map(present) as [BranchWithRun, BranchWithRun];
    await handOvers.openRound();
    for (const branch of handOvers.branches) await handOvers.survey(branch);
    await handOvers.planOrganisation();
  }, 240_000);
  afterAll(() => world.close());

  const refusal = (work: Promise<unknown>) =>
    work.then(
      () => null,
      ({ code, details }: DomainError) => [code, details.pointer],
    );

  it('of problems is approved as it was read: what is entered after it sends the plan back', async () => {
    const { id: branchId, runId, workflowId, secretary } = passing;
    const { id: documentId } = await handOvers.newest(runId, 'branch-plan');
    const digest = digestOf(await branchPlanOf(world.dataSource.manager, branchId));
    await handOvers.say(secretary, workflowId, { name: 'submitBranchPlan', input: { documentId, digest } });
    const keep = (command: Parameters<typeof keepProblem>[1]['command']) =>
      inTransaction(world.dataSource, (m) =>
        keepProblem(m, {
          problemId: present(id),
          campaignId: world.campaignId,
          programmeVersion: world.campaign.setting.programmeVersion,
          command,
          actor: handOvers.officer.personId,
          office: 'organisation-officer',
          operationKey: digestOf(command),
          recordedAt: handOvers.now,
          writtenAt: handOvers.now,
        }),
      );
    const id = randomId();
    const home = { id, branchId, openedYear: 2020, dimension: 'D1', indicator: null };
    await keep({ kind: 'enter', ...home, source: 'superior', description: '新增问题', mandatory: true });
    const approve = () => handOvers.say(handOvers.officer, workflowId, { name: 'approveBranchPlan' });
    expect(await refusal(approve())).toEqual(['list-mismatch', undefined]);
    const verified = { verifierId: handOvers.officer.personId, remark: '已整改' };
    await keep({ kind: 'plan', measure: '整改', ownerId: secretary.personId, dueDate: '2020-09-30' });
    await keep({ kind: 'close', ...verified, closedAt: handOvers.now });
    await handOvers.goTo('2020-05-07T02:00:00.000Z');
    expect(await refusal(approve())).toBeNull();
  });

  it('of conclusions is no older than the last of them, and no branch is agreed to that is no more', async () => {
    await handOvers.planBranch(leaving);
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    for (const branch of [passing, leaving]) {
      await handOvers.apply(branch);
      await handOvers.assess(branch);
    }
    await handOvers.goTo('2020-10-14T02:00:00.000Z');
    const submit = async (happenedOn: string) => {
      const input = { digest: await handOvers.nextListDigest() };
      const stated = { happenedOn, lateEntry: { paper: '会议纪要', paperDate: happenedOn } };
      return handOvers.say(handOvers.officer, handOvers.organisationWorkflowId, {
        name: 'submitConclusions',
        input,
        stated,
      });
    };
    expect(await refusal(submit('2020-10-11'))).toEqual(['happened-too-early', '/happenedOn']);
    asListed = () => handOvers.dissolve(leaving);
    await submit('2020-10-12');
    expect(await refusal(handOvers.decide())).toEqual(['list-mismatch', '/struck']);
    expect(await refusal(handOvers.decide({ struck: [leaving] }))).toBeNull();
  });
});
