import { appendEvent, ballotStream, inTransaction, type RecordedEvent } from '@app/persistence';
import { present } from '../support/present';
import type { LocalWorld } from '../support/local-world';
import type { Tampering } from '../support/tampering';
import { onTamperedRound } from '../support/tampered-round';

describe('what a record counts', () => {
  let world: LocalWorld;
  let tampering: Tampering;
  let branch: { id: string; runId: string; workflowId: string };
  onTamperedRound((round) => {
    ({ world, tampering } = round);
    branch = present(round.handOvers.branches[0]);
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
        `INSERT INTO ballots SELECT REPEAT('f', 16), box_id, voter_group, answers FROM kept_ballots
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

  describe('codes of a ballot', () => {
    const box = async () => {
      const [row] = await tampering.owner.query<{ id: string }[]>(
        'SELECT id FROM ballot_boxes WHERE branch_run_id = ?',
        [branch.runId],
      );
      return present(row).id;
    };
    const found = async () => {
      const faults = await tampering.faults();
      expect(faults.map(({ check, stream }) => [check, stream])).toEqual(
        faults.map(() => ['ballots', branch.workflowId]),
      );
      return faults.map(({ message }) => message);
    };
    const replaced = `INSERT INTO ballot_credentials
      SELECT REPEAT('f', 64), box_id, voter_group, 0, 1 FROM kept_ballot_credentials
       WHERE box_id = ? AND voter_group = 'mass' LIMIT 1`;

    it('names one that was replaced without an event, and a sheet of which no event tells', async () => {
      await tampering.run(replaced, [await box()]);
      expect(await found()).toEqual(['作废测评码记为 0 个，行为 1 个']);
      await tampering.run('UPDATE ballot_boxes SET sheets = 2 WHERE id = ?', [await box()]);
      expect(await found()).toEqual(['测评码补发记有 0 次，记到第 1 份，行为 2 份', '作废测评码记为 0 个，行为 1 个']);
    });

    it('names a box of which all were deleted, though it says that none were given out', async () => {
      await tampering.run('DELETE FROM ballot_credentials WHERE box_id = ?', [await box()]);
      const none = ['党员测评码用了 0 个，测评表有 6 份', '群众测评码用了 0 个，测评表有 6 份'];
      expect(await found()).toEqual(['党员 6 人，有效测评码 0 个', none[0], '群众 6 人，有效测评码 0 个', none[1]]);
      await tampering.run('UPDATE ballot_boxes SET sheets = 0 WHERE id = ?', [await box()]);
      expect(await found()).toEqual(none);
    });

    it('finds a sheet given out again as its stream tells of it', async () => {
      const ballotBoxId = await box();
      const [opened] = await tampering.owner.query<{ canonical: string }[]>(
        `SELECT canonical FROM process_events WHERE stream = ? AND type = 'ballot-opened'`,
        [branch.workflowId],
      );
      const record = JSON.parse(present(opened).canonical) as RecordedEvent;
      const stream = ballotStream(ballotBoxId);
      await tampering.run(replaced, [ballotBoxId]);
      await tampering.run('UPDATE ballot_boxes SET sheets = 2 WHERE id = ?', [ballotBoxId]);
      await inTransaction(world.dataSource, (m) =>
        appendEvent(m, {
          ...{ ...record, stream, type: 'ballot-codes-reissued', operationKey: 'again' },
          payload: { at: record.recordedAt, ballotBoxId, sheet: 2, voided: { members: 0, masses: 1 } },
        }),
      );
      expect(await tampering.faults()).toEqual([]);
      await tampering.reforgePayload(stream, 'ballot-codes-reissued', { voided: { members: 0, masses: 2 } });
      expect(await tampering.faults()).toMatchObject([{ stream, message: '作废测评码记为 2 个，行为 1 个' }]);
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
        'f'.repeat(16),
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
