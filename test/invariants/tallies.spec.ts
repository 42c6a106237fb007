import { present } from '../support/hands';
import type { Tampering } from '../support/tampering';
import { onTamperedRound } from '../support/tampered-round';

describe('what a record counts', () => {
  let tampering: Tampering;
  let branch: { id: string; runId: string; workflowId: string };
  onTamperedRound((round) => {
    ({ tampering } = round);
    branch = present(round.hands.branches[0]);
  });

  describe('ballots', () => {
    const box = 'box_id = (SELECT id FROM ballot_boxes WHERE branch_run_id = ?)';
    it.each([
      [
        'one less',
        `DELETE FROM ballots WHERE ${box} AND voter_group = 'mass' LIMIT 1`,
        ['群众测评表记为 6 份，箱中有 5 份'],
      ],
      [
        'one more',
        `INSERT INTO ballots SELECT REPEAT('f', 36), box_id, voter_group, answers FROM kept_ballots
          WHERE ${box} AND voter_group = 'member' LIMIT 1`,
        ['党员测评表记为 6 份，箱中有 7 份'],
      ],
      [
        'one of another group',
        `UPDATE ballots SET voter_group = 'mass' WHERE ${box} AND voter_group = 'member' LIMIT 1`,
        ['党员测评表记为 6 份，箱中有 5 份', '群众测评表记为 6 份，箱中有 7 份'],
      ],
    ])('names a closed box with %s in it', async (_, sql, messages) => {
      await tampering.run(sql, [branch.runId]);
      const place = await tampering.placeOf(branch.workflowId, 'ballot-closed');
      const faults = await tampering.faults();
      // the same ballots are missing or too many beside the codes that were used, which is said where the box was opened
      const beside = faults.filter(({ sequence }) => sequence !== place.sequence);
      expect(beside.map(({ check, message }) => [check, /测评码用了/.test(message)])).toEqual(
        messages.map(() => ['ballots', true]),
      );
      expect(faults.filter(({ sequence }) => sequence === place.sequence)).toEqual(
        messages.map((message) => ({
          check: 'ballots',
          ...place,
          message: expect.stringContaining(message) as string,
        })),
      );
    });
  });

  describe('figures', () => {
    const right = { inScope: 2, filed: 2, recognised: 2, dispositions: { recognised: 2 } };
    const said = async (figures: object) => {
      await tampering.reforgePayload('campaign:local', 'round-closed', { figures });
      await tampering.run('UPDATE rounds SET figures = ?', [JSON.stringify(figures)]);
    };
    const found = async () =>
      (await tampering.faults()).filter(({ check }) => check === 'figures').map(({ message }) => message);

    it.each([
      ['inScope', '计入', 3],
      ['filed', '备案达标', 1],
    ])('names a closing decision with another %s, in its event and its row', async (figure, word, count) => {
      await said({ ...right, [figure]: count });
      const place = await tampering.placeOf('campaign:local', 'round-closed');
      const message = `2020 年度结束时${word}党支部记为 ${count}，按目标口径为 2`;
      expect(await tampering.faults()).toEqual([{ check: 'figures', ...place, message }]);
    });

    it('names one that counts more as recognised than the rule does', async () => {
      await said({ ...right, recognised: 3 });
      expect(await found()).toEqual(['2020 年度结束时认定党支部记为 3，按目标口径为 2']);
    });

    it.each([
      ['dissolved on the assessment date', 'valid_to', '2020-11-30', ['计入', '备案达标', '认定']],
      ['dissolved after it', 'valid_to', '2020-12-01', []],
      ['too new', 'founded_on', '2020-06-01', ['计入', '备案达标', '认定']],
      ['just old enough', 'founded_on', '2020-05-31', []],
    ])('counts by the rule of the goal a branch %s', async (_, column, date, words) => {
      await tampering.run(`UPDATE branches SET ${column} = ? WHERE id = ?`, [date, branch.id]);
      expect(await found()).toEqual(words.map((word) => `2020 年度结束时${word}党支部记为 2，按目标口径为 1`));
    });

    it('counts one without a run, and none that was filed or recognised only later', async () => {
      await tampering.run('UPDATE branch_runs SET branch_id = ?, recognised_at = ? WHERE id = ?', [
        'f'.repeat(36),
        new Date('2020-10-01'),
        branch.runId,
      ]);
      expect(await found()).toEqual([
        '2020 年度结束时备案达标党支部记为 2，按目标口径为 1',
        '2020 年度结束时认定党支部记为 2，按目标口径为 1',
      ]);
      await tampering.restore();
      await tampering.run('UPDATE branch_runs SET registered_at = ?, recognised_at = ? WHERE id = ?', [
        new Date('2021-06-01'),
        new Date('2021-06-02'),
        branch.runId,
      ]);
      expect(await found()).toHaveLength(2);
    });
  });
});
