import { countOpenRuns, type ReadStatus, verifyCampaign } from '@app/persistence';
import type { BranchWithRun } from '../support/branch-hand-overs';
import type { HandOvers } from '../support/hand-overs';
import type { LocalWorld } from '../support/local-world';
import { present } from '../support/present';
import { onTamperedRound } from '../support/tampered-round';
import type { Tampering } from '../support/tampering';

describe('a run whose round is being opened', () => {
  let world: LocalWorld;
  let handOvers: HandOvers;
  let tampering: Tampering;
  let branch: BranchWithRun;
  onTamperedRound((round) => {
    ({ world, handOvers, tampering } = round);
    branch = present(handOvers.branches[0]);
  });

  const isLost: ReadStatus = async (workflowId) => (workflowId === branch.workflowId ? 'lost' : 'running');
  const named = async () => {
    const reader = { state: tampering.asTheRowsSay, status: isLost };
    const { faults } = await verifyCampaign(world.dataSource, reader, world.campaign.setting.campaignKey);
    return faults.filter(({ check }) => check === 'running').map(({ stream }) => stream);
  };
  const opening = async (minutesAgo: number) => {
    await tampering.run(
      `UPDATE rounds SET status = 'opening', written_at = UTC_TIMESTAMP(3) - INTERVAL ${minutesAgo} MINUTE`,
    );
    await tampering.run(`UPDATE branch_runs SET version = 0, step = 'opening' WHERE id = ?`, [branch.runId]);
  };

  it('is waited for as long as an errand may take, in real time', async () => {
    const before = await countOpenRuns(world.dataSource.manager);
    await opening(25);
    expect(await named()).toEqual([]);
    expect(await countOpenRuns(world.dataSource.manager)).toBe(before);
  });

  it('is named where the errand should be done long since', async () => {
    const before = await countOpenRuns(world.dataSource.manager);
    await opening(31);
    expect(await named()).toEqual([branch.workflowId]);
    expect(await countOpenRuns(world.dataSource.manager)).toBe(before + 1);
  });
});
