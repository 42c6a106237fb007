import type { CheckName, RecordFault } from '@app/domain';
import { isSettled } from '@app/persistence';
import type { BranchWithRun } from '../support/branch-hand-overs';
import type { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import type { LocalWorld } from '../support/local-world';
import type { Tampering } from '../support/tampering';
import { onTamperedRound } from '../support/tampered-round';

describe('what a run was told and has not taken in', () => {
  let handOvers: HandOvers;
  let tampering: Tampering;
  let world: LocalWorld;
  let branch: BranchWithRun;
  onTamperedRound((round) => {
    ({ world, handOvers, tampering } = round);
    branch = present(handOvers.branches[0]);
  });

  const of = async (check: CheckName): Promise<RecordFault[]> =>
    (await tampering.faults()).filter((fault) => fault.check === check);
  /** As if the last news had never arrived: its event, and all that it changed. */
  const lose = async (stream: string, type: string) => {
    await tampering.reforge(stream, (records) => records.filter((record) => record.type !== type));
  };
  const state = (change: string, column = '') =>
    tampering.run(`UPDATE branch_runs SET state = JSON_SET(state, ${change})${column} WHERE id = ?`, [branch.runId]);

  const settled = () => isSettled(world.dataSource.manager, world.campaignId, handOvers.now);
  const unhear = () =>
    tampering.run(`UPDATE deadlines SET met_at = NULL WHERE run_id = ? AND kind = 'survey'`, [
      handOvers.organisationRunId,
    ]);

  it('names a branch that does not know the closing decision, and an organisation', async () => {
    await lose(branch.workflowId, 'branch-run-closed');
    await tampering.run(`UPDATE branch_runs SET disposition = NULL WHERE id = ?`, [branch.runId]);
    await tampering.run(`UPDATE organisation_runs SET step = 'registered' WHERE id = ?`, [handOvers.organisationRunId]);
    const place = await tampering.placeOf('campaign:local', 'round-closed');
    expect(await of('closings')).toEqual([
      { check: 'closings', ...place, message: `2020 年度已结束，${branch.workflowId} 没有收到结束决定` },
      { check: 'closings', ...place, message: `2020 年度已结束，${handOvers.organisationWorkflowId} 没有收到结束决定` },
    ]);
  });

  it('names an organisation that does not know its last survey, and takes nothing for settled before it does', async () => {
    expect(await settled()).toBe(true);
    await unhear();
    expect(await settled()).toBe(false);
    const last = present(handOvers.branches.at(-1));
    const place = await tampering.placeOf(last.workflowId, 'survey-submitted');
    const message = `各党支部的摸底均已提交，${handOvers.organisationWorkflowId} 没有收到`;
    expect(await of('news')).toEqual([{ check: 'news', ...place, message }]);
  });

  it('asks no organisation for surveys while one branch owes its own', async () => {
    await unhear();
    await tampering.run(`UPDATE branch_runs SET step = 'survey-writing' WHERE id = ?`, [branch.runId]);
    expect(await settled()).toBe(false); // handed over once and returned
    await tampering.run(`UPDATE documents SET frozen_at = NULL WHERE run_id = ? AND kind = 'survey'`, [branch.runId]);
    expect(await settled()).toBe(true);
  });

  it('names a branch whose target is not the plan’s', async () => {
    const place = await tampering.placeOf(handOvers.organisationWorkflowId, 'organisation-plan-submitted');
    await tampering.run('UPDATE branch_runs SET target = NULL WHERE id = ?', [branch.runId]);
    const message = `计划定党支部 ${branch.id} 为 this-year，其年度任务为 未定`;
    expect(await of('news')).toEqual([{ check: 'news', ...place, message }]);
  });

  it.each(['attempt = 2', `disposition = 'excluded'`, `mode = 'maintain'`])(
    'asks no target of a branch with %s',
    async (change) => {
      await tampering.run(`UPDATE branch_runs SET target = NULL, ${change} WHERE id = ?`, [branch.runId]);
      expect(await of('news')).toEqual([]);
    },
  );

  it.each([
    ['does not know', `'$.decisionId', NULL`],
    ['knows another of', `'$.decisionId', 'another'`],
    ['takes itself for struck by', `'$.struck', TRUE`],
  ])('names a branch that %s the party group’s decision', async (_, change) => {
    await state(change);
    const place = await tampering.placeOf(handOvers.organisationWorkflowId, 'decision-recorded');
    const message = `决定 党组〔2020〕1号 同意党支部 ${branch.id}，其年度任务没有收到`;
    expect(await of('news')).toEqual([{ check: 'news', ...place, message }]);
  });

  it.each([
    ['filing-registered', 'registering', '备案已登记', ''],
    ['filing-sent', 'filing', '备案已报送', 'UPDATE filings SET registered_at = NULL'],
  ])('names a branch that does not know of %s', async (type, step, word, sql) => {
    await tampering.run('UPDATE branch_runs SET step = ? WHERE id = ?', [step, branch.runId]);
    if (sql) await tampering.run(sql);
    const place = await tampering.placeOf(handOvers.organisationWorkflowId, type);
    const message = `${word}，党支部 ${branch.id} 的年度任务没有收到`;
    expect(await of('news')).toEqual([{ check: 'news', ...place, message }]);
  });

  it('looks again as long as news arrives', async () => {
    await tampering.run('UPDATE branch_runs SET target = NULL');
    const arrive = (at: number) =>
      tampering.run(`UPDATE branch_runs SET target = 'this-year' WHERE id = ?`, [
        present(handOvers.branches[at]).runId,
      ]);
    const found = of('news');
    await new Promise((resolve) => setTimeout(resolve, 800));
    await arrive(0);
    await new Promise((resolve) => setTimeout(resolve, 900));
    await arrive(1);
    expect(await found).toEqual([]);
  });
});
