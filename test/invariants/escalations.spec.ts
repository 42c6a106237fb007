import type { RecordFault } from '@app/domain';
import type { StoredRung } from '@app/persistence';
import type { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import type { LocalWorld } from '../support/local-world';
import type { Tampering } from '../support/tampering';
import { onTamperedRound } from '../support/tampered-round';

describe('what a keeper owes', () => {
  let world: LocalWorld;
  let handOvers: HandOvers;
  let tampering: Tampering;
  /** The first branch's plan: due on 30 June, handed over on 15 July, after the rungs of 1, 3 and 9 July. */
  let plan: { id: string; keeperId: string; stream: string };
  onTamperedRound(async (round) => {
    ({ world, handOvers, tampering } = round);
    const rows = await tampering.owner.query<(typeof plan)[]>(
      `SELECT id, keeper_id AS keeperId, stream FROM deadlines WHERE run_id = ? AND kind = 'branch-plan'`,
      [present(handOvers.branches[0]).runId],
    );
    plan = present(rows[0]);
  });

  const of = async (check: RecordFault['check']) => (await tampering.faults()).filter((fault) => fault.check === check);
  const setRung = async (rung: string, state: StoredRung[2], change = '') => {
    const [row] = await tampering.owner.query<{ rungs: string }[]>('SELECT rungs FROM deadlines WHERE id = ?', [
      plan.id,
    ]);
    const rungs = (JSON.parse(present(row).rungs) as StoredRung[]).map(([name, at, before]) => [
      name,
      at,
      name === rung ? state : before,
    ]);
    await tampering.run(`UPDATE deadlines SET rungs = ?${change} WHERE id = ?`, [JSON.stringify(rungs), plan.id]);
  };
  const isFiring = ({ type, payload }: { type: string; payload: unknown }, rung: string) =>
    type === 'rung-fired' && (payload as { rung: string }).rung === rung;
  const dropFiring = (rung: string) =>
    tampering.reforge(plan.stream, (records) => records.filter((record) => !isFiring(record, rung)));
  const changeFiring = (rung: string, change: object) =>
    tampering.reforge(plan.stream, (records) =>
      records.map((record) =>
        isFiring(record, rung) ? { ...record, payload: { ...(record.payload as object), ...change } } : record,
      ),
    );

  describe('rungs', () => {
    it('names one that never fired though its deadline was met only later', async () => {
      await dropFiring('+3');
      await setRung('+3', 0);
      await tampering.run(`DELETE FROM notices WHERE deadline_id = ? AND rung = '+3'`, [plan.id]);
      const message = `时限 ${plan.id} 的 +3 级应在 2020-07-03T01:00:00.000Z 催办，没有催办`;
      const [met] = await tampering.owner.query<{ sequence: number }[]>(
        `SELECT sequence FROM process_events WHERE type = 'deadline-met' AND canonical LIKE ?`,
        [`%${plan.id}%`],
      );
      const place = { stream: plan.stream, sequence: present(met).sequence, date: '2020-07-15' };
      expect(await tampering.faults()).toEqual([
        { check: 'rungs', ...place, message },
        expect.objectContaining({ check: 'chains', stream: plan.stream }), // what the campaign has on record of its heads
      ]);
    });

    it('names one whose instant had come when the step was taken, and that neither fired nor was missed', async () => {
      await setRung('+7', 0, `, met_at = '2020-07-09 00:59:59.999'`);
      expect(await of('rungs')).toEqual([]);
      await setRung('+7', 0, `, met_at = '2020-07-09 01:00:00'`);
      expect(await of('rungs')).toMatchObject([{ message: expect.stringContaining('+7 级') }]);
    });

    it('names one that is said to have been missed before its instant came', async () => {
      await setRung('+15', 2);
      expect(await of('rungs')).toMatchObject([{ message: expect.stringContaining('+15 级记为到时未发出') }]);
    });

    it.each(['voided_at', 'paused_at'])('names one whose deadline ended only later by %s', async (column) => {
      await setRung('+3', 0, `, met_at = NULL, ${column} = '2020-07-08'`);
      expect(await of('rungs')).toMatchObject([{ message: expect.stringContaining('+3 级') }]);
      await tampering.run(`UPDATE deadlines SET ${column} = '2020-07-02' WHERE id = ?`, [plan.id]);
      expect(await of('rungs')).toEqual([]);
    });

    it('names one of an open deadline once the keeper has looked past it', async () => {
      await tampering.run(`UPDATE deadlines SET met_at = NULL WHERE id = ?`, [plan.id]);
      const keeper = (next: string | null) =>
        tampering.owner.query('UPDATE keepers SET next_at = ? WHERE id = ?', [next, plan.keeperId]);
      const found = async () => (await of('rungs')).map(({ message }) => message);
      const message = `时限 ${plan.id} 的 +15 级应在 2020-07-21T01:00:00.000Z 催办，没有催办`;
      await keeper('2020-07-21 01:00:00');
      expect(await found()).toEqual([]);
      await keeper('2020-07-22 01:00:00');
      expect(await found()).toEqual([message]);
      await keeper(null);
      expect(await found()).toEqual([message]);
      await tampering.run(`UPDATE campaign_clocks SET held_since = '2020-07-21 01:00:00' WHERE campaign_id = ?`, [
        world.campaignId,
      ]);
      expect(await found()).toEqual([]);
    });

    it('names one that fired a millisecond early', async () => {
      const at = '2020-07-03T00:59:59.999Z';
      await changeFiring('+3', { at });
      await setRung('+3', at);
      const message = `时限 ${plan.id} 的 +3 级应在 2020-07-03T01:00:00.000Z，催办早于此（${at}）`;
      expect(await of('rungs')).toMatchObject([{ date: '2020-07-03', message }]);
    });

    it('names one that fired twice, one that was skipped, and one there is not', async () => {
      await changeFiring('+3', { rung: '+1' });
      expect((await of('rungs')).map(({ message }) => message)).toEqual([
        expect.stringContaining('+1 级催办了不止一次'),
      ]);
      await tampering.restore();
      await changeFiring('+3', { rung: '-30' });
      const skipped = [['-30', '2020-05-15T00:30:00.000Z', 1]];
      await tampering.reforgePayload(plan.stream, 'deadline-opened', { rungs: skipped });
      const found = (await of('rungs')).map(({ message }) => message);
      expect(found).toContainEqual(expect.stringContaining('-30 级已跳过，却有催办'));
      expect(found).toContainEqual(expect.stringContaining('没有 +7 级，却有催办'));
    });

    it('names one of a registration, which ends by silence', async () => {
      const stream = handOvers.organisationWorkflowId;
      const [row] = await tampering.owner.query<{ id: string }[]>(
        `SELECT id FROM deadlines WHERE stream = ? AND kind = 'registration'`,
        [stream],
      );
      const { id: deadlineId } = present(row);
      await tampering.reforge(stream, (records) => [
        ...records,
        {
          ...present(records.at(-1)),
          type: 'rung-fired',
          payload: { at: '2020-12-31T00:00:00.000Z', deadlineId, generation: 1, rung: '+1' },
          recordedAt: '2020-12-31T00:00:00.000Z',
        },
      ]);
      expect((await of('rungs')).map(({ message }) => message)).toEqual([expect.stringContaining('期满即登记')]);
    });
  });

  describe('told', () => {
    const untell = () => tampering.run(`DELETE FROM notices WHERE deadline_id = ? AND rung = '+3'`, [plan.id]);

    it('names an escalation of which nobody got a notice', async () => {
      await untell();
      const message = `时限 ${plan.id} 的 +3 级已催办，没有任何人收到通知`;
      const [fault, ...more] = await tampering.faults();
      expect(fault).toMatchObject({ check: 'told', stream: plan.stream, date: '2020-07-03', message });
      expect(more).toEqual([]);
    });

    it('names none whose office nobody held then, and one whose holder left only later', async () => {
      await untell();
      const leave = (on: string) =>
        tampering.run('UPDATE offices SET valid_to = ? WHERE body_id = ?', [on, present(handOvers.branches[0]).id]);
      await leave('2020-07-03');
      expect(await of('told')).toEqual([]);
      await leave('2020-07-04');
      expect(await of('told')).toHaveLength(1);
    });
  });

  describe('slips', () => {
    const slip = "deadline_id = ? AND rung = '+7'";
    it.each([
      ['not there', `DELETE FROM slips WHERE ${slip}`, '没有督办单'],
      ['of another colour', `UPDATE slips SET colour = 'yellow' WHERE ${slip}`, 'colour 台账为 "red"'],
      ['drafted at another time', `UPDATE slips SET drafted_at = '2020-07-10' WHERE ${slip}`, 'draftedAt 台账为'],
      ['of another branch', `UPDATE slips SET branch_id = NULL WHERE ${slip}`, 'branchId 台账为'],
      ['void at no time', `UPDATE slips SET closed_at = NULL WHERE ${slip}`, '没有办结时间'],
      [
        'still a draft though the work is done',
        `UPDATE slips SET state = 'draft', closed_at = NULL WHERE ${slip}`,
        '督办单没有办结',
      ],
    ])('names one %s', async (_, sql, message) => {
      await tampering.run(sql, [plan.id]);
      const place = { stream: plan.stream, date: '2020-07-09' };
      expect(await of('slips')).toMatchObject([{ ...place, message: expect.stringContaining(message) }]);
      expect(await of('rows')).toHaveLength(1); // against its own stream
    });

    it('names one on other lines than its stream says', async () => {
      await tampering.run(`UPDATE slips SET line_list = '[]' WHERE ${slip}`, [plan.id]);
      expect(await of('rows')).toMatchObject([{ message: expect.stringContaining('lines 台账为') }]);
    });

    it('names one that was ended though the work is not done', async () => {
      await tampering.run('UPDATE deadlines SET met_at = NULL WHERE id = ?', [plan.id]);
      expect(await of('slips')).toMatchObject([{ message: expect.stringContaining('时限没有办结') }]);
    });

    it('names one without an escalation, and one of no deadline at all', async () => {
      await tampering.run(`UPDATE slips SET rung = '+3' WHERE ${slip}`, [plan.id]);
      expect((await of('slips')).map(({ message }) => message)).toEqual([
        expect.stringContaining('没有督办单'),
        expect.stringContaining('有督办单，台账没有催办'),
      ]);
      await tampering.restore();
      await tampering.run(`UPDATE slips SET deadline_id = REPEAT('f', 16) WHERE ${slip}`, [plan.id]);
      expect((await of('slips')).map(({ message }) => message)).toContainEqual(expect.stringContaining('不存在'));
    });
  });
});
