import type { RecordFault } from '@app/domain';
import { CALENDAR_STREAM } from '@app/persistence';
import type { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import { problemIdOf } from '../support/history';
import type { Tampering } from '../support/tampering';
import { onTamperedRound } from '../support/tampered-round';

describe('rows beside the record', () => {
  let handOvers: HandOvers;
  let tampering: Tampering;
  let branch: { id: string; runId: string; workflowId: string };
  let problem: string;
  let spotCheck: string;
  onTamperedRound((round) => {
    ({ handOvers, tampering } = round);
    branch = present(handOvers.branches[0]);
    problem = `problem:${problemIdOf(handOvers)}`;
    spotCheck = 'spot-check:local:1';
  });

  const of = async (check: RecordFault['check']) => (await tampering.faults()).filter((fault) => fault.check === check);

  describe('of runs and problems', () => {
    it.each([
      ['a column of its own', 'UPDATE branch_runs SET superior_score = 9999 WHERE id = ?', 'superiorScore'],
      ['a column all runs have', `UPDATE branch_runs SET step = 'building' WHERE id = ?`, 'step'],
      ['whom it waits for', `UPDATE branch_runs SET waiting_role = 'assessor' WHERE id = ?`, 'waitingRole'],
      ['its light at rest', `UPDATE branch_runs SET rest_light = 'paused' WHERE id = ?`, 'restLight'],
      ['the nearest of its dates', `UPDATE branch_runs SET due_at = '2020-01-01' WHERE id = ?`, 'dueAt'],
      ['its version', 'UPDATE branch_runs SET version = version + 1 WHERE id = ?', 'version'],
      [
        'a part of its state',
        `UPDATE branch_runs SET state = REPLACE(state, '"problems":0', '"problems":1') WHERE id = ?`,
        'problems',
      ],
      [
        'a part of its state that no event knows',
        `UPDATE branch_runs SET state = CONCAT('{"more":1,', SUBSTRING(state, 2)) WHERE id = ?`,
        'more',
      ],
    ])('names a changed row: %s', async (_, sql, name) => {
      await tampering.run(sql, [branch.runId]);
      const [fault, ...more] = await of('rows');
      expect(fault).toMatchObject(await tampering.placeOf(branch.workflowId));
      expect(fault?.message).toMatch(new RegExp(`^${name} 台账为`));
      expect(more).toEqual([]);
    });

    it.each([
      ['campaigns', 'campaign:local', `UPDATE campaigns SET step = 'opening'`],
      ['organisation runs', null, 'UPDATE organisation_runs SET planned_this_year = 9'],
      ['spot checks', 'spot-check:local:1', 'UPDATE spot_checks SET population_digest = REPEAT(0, 64)'],
    ])('names a changed row of %s', async (_, stream, sql) => {
      await tampering.run(sql);
      expect(await of('rows')).toMatchObject([await tampering.placeOf(stream ?? handOvers.organisationWorkflowId)]);
    });

    it.each(["measure = '另一措施'", "rest_light = 'paused'"])(
      'names a problem whose row says otherwise: %s',
      async (change) => {
        await tampering.run(`UPDATE problems SET ${change}`);
        expect(await of('rows')).toMatchObject([await tampering.placeOf(problem)]);
      },
    );

    it.each([
      ['branch_runs', 'workflow_id'],
      ['problems', "CONCAT('problem:', id)"],
    ])('names an event stream without its row in %s', async (table, stream) => {
      const [row] = await tampering.owner.query<{ stream: string }[]>(
        `SELECT ${stream} AS stream FROM ${table} LIMIT 1`,
      );
      await tampering.run(`DELETE FROM ${table} WHERE ${stream} = ?`, [present(row).stream]);
      expect(await of('rows')).toMatchObject([await tampering.placeOf(present(row).stream)]);
    });

    it('names a row that nobody recorded', async () => {
      await tampering.run(`INSERT INTO problems SELECT * FROM (SELECT * FROM kept_problems LIMIT 1) p
        ON DUPLICATE KEY UPDATE id = 'vvvvvvvv00000000'`);
      const stream = 'problem:vvvvvvvv00000000';
      expect(await of('rows')).toContainEqual(expect.objectContaining({ stream, sequence: null }));
    });
  });

  describe('of the deadline register', () => {
    const changes: [string, string][] = [
      ['its date', `due_date = '2020-07-31'`],
      ['the instant it was met', 'met_at = opened_at'],
      ['how it was met', `met_how = 'in-time'`],
      ['a breach', 'breached_at = opened_at'],
      ['the keeper’s next instant', 'next_rung_at = opened_at'],
      ['the digest’s next instant', 'next_reminder_at = opened_at'],
      ['a rung that did not fire so', `rungs = REPLACE(rungs, ',0]', ',"2020-07-21T01:00:00.000Z"]')`],
      ['an escalation that is said not to have fired', `rungs = REPLACE(rungs, ',"2020-07-09T01:00:00.000Z"]', ',0]')`],
    ];
    it.each(changes)('names a changed deadline: %s', async (_, change) => {
      const [row] = await tampering.owner.query<{ id: string }[]>(
        `SELECT id FROM deadlines WHERE run_id = ? AND kind = 'branch-plan'`,
        [branch.runId],
      );
      await tampering.run(`UPDATE deadlines SET ${change} WHERE id = ?`, [present(row).id]);
      const faults = await of('deadlines');
      expect(faults).toMatchObject([{ stream: branch.workflowId, date: '2020-07-15' }]);
      expect(faults[0]?.message).toContain(present(row).id);
    });

    it('names a deadline without its row, and a row without its deadline', async () => {
      await tampering.run(`UPDATE deadlines SET id = REPEAT('f', 16) WHERE run_id = ? AND kind = 'branch-plan'`, [
        branch.runId,
      ]);
      expect((await of('deadlines')).map(({ message }) => message.split('：')[1])).toEqual([
        '台账有记载，没有对应的行',
        '有行，台账没有记载',
      ]);
    });

    it('names a row of a stream that does not exist', async () => {
      await tampering.run(
        `UPDATE deadlines SET stream = 'branch:local:nowhere', run_id = REPEAT('f', 16)
        WHERE run_id = ? AND kind = 'branch-plan'`,
        [branch.runId],
      );
      expect(await of('deadlines')).toContainEqual(
        expect.objectContaining({ stream: 'branch:local:nowhere', message: '有行，台账没有记载' }),
      );
    });
  });

  describe('of the other registers', () => {
    const cases: [string, () => string, string, string][] = [
      [
        'a decision',
        () => handOvers.organisationWorkflowId,
        'decision-recorded',
        `decisions SET decided_on = '2020-01-01'`,
      ],
      ['a filing', () => handOvers.organisationWorkflowId, 'filing-registered', 'filings SET registered_at = NULL'],
      ['a round', () => 'campaign:local', 'round-closed', `rounds SET document_number = '另一号'`],
      ['a publication', () => 'campaign:local', 'recognition-recorded', `publications SET ends_on = '2020-01-01'`],
      ['a recognition', () => 'campaign:local', 'recognition-recorded', `recognitions SET document_number = '另一号'`],
      ['a recheck', () => spotCheck, 'recheck-concluded', `rechecks SET verdict = 'overturned'`],
    ];
    it.each(cases)('names a changed row: %s', async (_, stream, type, change) => {
      await tampering.run(`UPDATE ${change}`);
      expect(await of('registers')).toMatchObject([await tampering.placeOf(stream(), type)]);
    });

    it('names a changed ballot box', async () => {
      await tampering.run('UPDATE ballot_boxes SET members = 99 WHERE branch_run_id = ?', [branch.runId]);
      expect(await of('registers')).toMatchObject([await tampering.placeOf(branch.workflowId, 'ballot-closed')]);
    });

    it('names a row without an event, and an event without its row', async () => {
      await tampering.run(`UPDATE decisions SET id = REPEAT('f', 16)`);
      expect((await of('registers')).map(({ message }) => message.split('：')[1])).toEqual([
        '台账有记载，没有对应的行',
        '有行，台账没有记载',
      ]);
    });
  });

  describe('of documents', () => {
    it.each([
      ['another body', `body = REPLACE(body, '自评', '他评')`, '内容与摘要不符'],
      ['another digest', 'digest = REPEAT(0, 64)', '摘要与台账不符'],
      ['no longer frozen', 'frozen_at = NULL', '已提交而没有封存'],
      ['gone', `id = REPEAT('f', 16)`, '台账有记载，没有这份文件'],
    ])('names a document with %s', async (_, change, message) => {
      await tampering.run(`UPDATE documents SET ${change} WHERE run_id = ? AND kind = 'self-assessment'`, [
        branch.runId,
      ]);
      const place = await tampering.placeOf(branch.workflowId, 'assessment-submitted');
      expect(await of('documents')).toMatchObject([{ ...place, message: expect.stringContaining(message) }]);
    });
  });

  it('names a survey of which something else is stated than was', async () => {
    const where = `run_id = ? AND kind = 'survey'`;
    await tampering.run(`UPDATE documents SET happened_on = '2020-05-01' WHERE ${where}`, [branch.runId]);
    const place = await tampering.placeOf(branch.workflowId, 'survey-submitted');
    const message = expect.stringContaining('补录申报 发生日期 台账为 null，行为 "2020-05-01"') as string;
    expect(await of('documents')).toMatchObject([{ ...place, message }]);
  });

  describe('of workflows', () => {
    it('names a run whose workflow holds another version, and another whose state differs', async () => {
      const [first, second] = handOvers.branches.map(present);
      const faults = await tampering.faults(async (workflowId) => {
        const held = await tampering.asTheRowsSay(workflowId);
        if (held && workflowId === first?.workflowId) return { ...held, version: held.version - 1 };
        if (held && workflowId === second?.workflowId)
          return { ...held, state: { ...(held.state as object), step: 'x' } };
        return held;
      });
      expect(faults).toMatchObject([
        { check: 'workflows', ...(await tampering.placeOf(first?.workflowId ?? '')) },
        { check: 'workflows', ...(await tampering.placeOf(second?.workflowId ?? '')) },
      ]);
    }, 20_000);

    it('looks again before it names a run that is between its row and its workflow', async () => {
      let late = 2;
      const faults = await tampering.faults(async (workflowId) => {
        const held = await tampering.asTheRowsSay(workflowId);
        const isLate = workflowId === branch.workflowId && (late -= 1) >= 0;
        return held && isLate ? { ...held, version: held.version - 1 } : held;
      });
      expect(faults).toEqual([]);
    });

    it('names those that do not answer, so that an operator knows what to revive', async () => {
      const silent = ['campaign:local', branch.workflowId];
      const message = '流程没有应答，未作比对';
      const place = { check: 'workflows', sequence: null, date: null, message };
      expect(
        await tampering.faults(async (workflowId) =>
          silent.includes(workflowId) ? null : tampering.asTheRowsSay(workflowId),
        ),
      ).toEqual([branch.workflowId, 'campaign:local'].map((stream) => ({ ...place, stream })));
    });
  });

  describe('of another shape than they must', () => {
    const set = (sql: string) => () => tampering.run(`UPDATE ${sql}`);
    const emptied = (stream: () => string, type: string, payload: unknown) => () =>
      tampering.reforge(stream(), (records) =>
        records.map((record) => (record.type === type ? { ...record, payload } : record)),
      );
    const ofBranch = () => branch.workflowId;
    const ofOrganisation = () => handOvers.organisationWorkflowId;
    const cases: [string, RecordFault['check'], () => Promise<void>][] = [
      ['rungs that are no list', 'deadlines', set(`deadlines SET rungs = '{}'`)],
      ['rungs that are no JSON', 'deadlines', set(`deadlines SET rungs = '['`)],
      ['rungs of no instant', 'deadlines', set(`deadlines SET rungs = '[["+3","soon",0]]'`)],
      ['a state that is none', 'rows', set(`branch_runs SET state = 'null'`)],
      ['a state that is no JSON', 'rows', set(`organisation_runs SET state = '{'`)],
      ['a campaign without its rounds', 'rows', set(`campaigns SET state = '{}'`)],
      ['a decision that lists nobody', 'registers', set(`decisions SET struck = '7'`)],
      ['a decision whose list is none', 'counts', set(`decisions SET agreed = '{}'`)],
      ['documents that are no JSON', 'documents', set(`documents SET body = '{'`)],
      ['documents of nothing', 'documents', set(`documents SET body = 'null'`)],
      ['a population that is none', 'draws', set(`spot_checks SET population = '{}'`)],
      ['openings of nothing', 'persons', set(`document_openings SET confirmed = '7'`)],
      ['warnings that are no list', 'registers', set(`recognitions SET warnings = 'null'`)],
      ['a deadline’s event of nothing', 'deadlines', () => emptied(ofBranch, 'deadline-opened', null)()],
      ['a deadline without rungs', 'deadlines', () => emptied(ofBranch, 'deadline-opened', { deadlineId: 'x' })()],
      ['a ballot’s event of nothing', 'rows', () => emptied(ofBranch, 'ballot-closed', null)()],
      ['a decision of nothing', 'rows', () => emptied(ofOrganisation, 'decision-recorded', null)()],
      ['a draw of nothing', 'rows', () => emptied(() => spotCheck, 'draw-revealed', null)()],
      ['a round of nothing', 'rows', () => emptied(() => 'campaign:local', 'round-opened', null)()],
      ['a problem of nothing', 'rows', () => emptied(() => problem, 'problem-closed', null)()],
      [
        'a holiday notice of nothing',
        'calendar',
        () => emptied(() => CALENDAR_STREAM, 'calendar-notice-applied', null)(),
      ],
    ];
    it.each(cases)('names %s, and all else that is wrong', async (_, check, tamper) => {
      await tamper();
      await tampering.run(`UPDATE keepers SET scope_id = REPEAT('f', 16) WHERE scope_id <> campaign_id`);
      const faults = await tampering.faults();
      expect(faults.map((fault) => fault.check)).toContain(check);
      expect(faults).toContainEqual(expect.objectContaining({ check: 'running', message: '没有时限值守' }));
    });
  });
});
