import { goalOf, shanghaiDateOf } from '@app/domain';
import { digestOf, programmeOf, readOverview } from '@app/persistence';
import type { RecordFault } from '@app/domain';
import { Findings } from '../../libs/persistence/src/verify/findings';
import { checkOverview } from '../../libs/persistence/src/verify/overview-figures';
import type { BranchWithRun } from '../support/branch-hand-overs';
import type { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import { problemIdOf } from '../support/history';
import type { LocalWorld } from '../support/local-world';
import type { Tampering } from '../support/tampering';
import { onTamperedRound } from '../support/tampered-round';

describe('what a sound chain can still say wrongly', () => {
  let world: LocalWorld;
  let handOvers: HandOvers;
  let tampering: Tampering;
  let branch: { id: string; runId: string; workflowId: string };
  onTamperedRound((round) => {
    ({ world, handOvers, tampering } = round);
    branch = present(handOvers.branches[0]);
  });

  const spotCheck = 'spot-check:local:1';
  const of = async (check: RecordFault['check']) => (await tampering.faults()).filter((fault) => fault.check === check);
  const messages = async (check: RecordFault['check']) => (await of(check)).map(({ message }) => message);
  const drop = (stream: string, ...types: string[]) =>
    tampering.reforge(stream, (records) => records.filter(({ type }) => !types.includes(type)));

  describe('notices', () => {
    const escalated = async () => {
      const [row] = await tampering.owner.query<
        { id: string; deadlineId: string; rung: string; at: Date; stream: string }[]
      >(
        `SELECT n.id, n.deadline_id AS deadlineId, n.rung, n.at, d.stream FROM notices n JOIN deadlines d ON d.id = n.deadline_id
          WHERE n.subject = 'deadline-escalated' AND d.run_id = ? AND n.rung = '+3' ORDER BY n.id LIMIT 1`,
        [branch.runId],
      );
      const { deadlineId, rung, stream } = present(row);
      const [{ sequence }] = await tampering.owner.query<[{ sequence: number }]>(
        `SELECT sequence FROM process_events WHERE stream = ? AND canonical LIKE ?`,
        [stream, `%"operationKey":"${deadlineId}/1/${rung}"%`],
      );
      return { ...present(row), sequence };
    };

    it('names one that a person got twice', async () => {
      const { id, stream, sequence, at } = await escalated();
      await tampering.owner.query('ALTER TABLE notices DROP INDEX notices_once');
      try {
        await tampering.run(
          `INSERT INTO notices (id, campaign_id, programme_version, person_id, office, subject, run_id, deadline_id,
              generation, rung, colour, at)
           SELECT REPEAT('f', 16), campaign_id, programme_version, person_id, office, subject, run_id, deadline_id,
              generation, rung, colour, at FROM kept_notices WHERE id = ?`,
          [id],
        );
        const place = { stream, sequence, date: shanghaiDateOf(at.toISOString()) };
        expect(await of('notices')).toMatchObject([{ ...place, message: expect.stringContaining('2 份通知') }]);
      } finally {
        await tampering.restore();
        await tampering.owner.query(
          'ALTER TABLE notices ADD UNIQUE INDEX notices_once (deadline_id, generation, rung, person_id)',
        );
      }
    });

    it('names one that went out a millisecond early', async () => {
      const { id, stream, sequence } = await escalated();
      await tampering.run(`UPDATE notices SET at = at - INTERVAL 1000 MICROSECOND WHERE id = ?`, [id]);
      const place = { stream, sequence, date: '2020-07-03' };
      expect(await of('notices')).toMatchObject([{ ...place, message: expect.stringContaining('早于此') }]);
    });

    it('names one of a rung that did not fire, of a rung there is not, and of no deadline at all', async () => {
      const { id } = await escalated();
      await tampering.run(`UPDATE notices SET rung = '+15', at = at + INTERVAL 1 YEAR WHERE id = ?`, [id]);
      expect(await messages('notices')).toEqual([expect.stringContaining('没有催办，却有通知')]);
      await tampering.run(`UPDATE notices SET rung = '+99' WHERE id = ?`, [id]);
      expect(await messages('notices')).toEqual([expect.stringContaining('没有 +99 级')]);
      await tampering.run(`UPDATE notices SET deadline_id = REPEAT('f', 16) WHERE id = ?`, [id]);
      expect(await messages('notices')).toEqual([expect.stringContaining('不存在')]);
    });
  });

  describe('recognitions', () => {
    const missing: [string, string[], string][] = [
      ['an application of its own', ['assessment-submitted'], '党支部尚未自评申报'],
      ['a ballot', ['ballot-closed'], '尚未开展党员群众测评'],
      ['a passed assessment', ['assessment-concluded'], '上级党组织尚未作出对标评估'],
      ['a decision', ['branch-decided'], '认定之前没有党组（党委）研究决定'],
      ['a registered filing', ['branch-registered'], '认定之前没有登记的备案'],
      ['a draw', ['branch-drawn', 'branch-not-drawn'], '认定之前没有抽查'],
      ['a publication', ['branch-published'], '认定不是依据公示的名单'],
    ];
    it.each(missing)('names one without %s', async (_, types, message) => {
      await drop(branch.workflowId, ...types);
      const place = await tampering.placeOf(branch.workflowId, 'branch-recognised');
      expect(await of('recognitions')).toContainEqual(
        expect.objectContaining({ ...place, message: expect.stringContaining(message) }),
      );
    });

    it('names one below the pass mark', async () => {
      await tampering.reforgePayload(branch.workflowId, 'assessment-concluded', { score: 9450 });
      expect(await messages('recognitions')).toEqual([expect.stringContaining('得分 94.50，达标线 95.00')]);
    });

    it('names one whose recheck has no verdict that upholds', async () => {
      const [drawn] = await tampering.owner.query<{ stream: string }[]>(
        `SELECT workflow_id AS stream FROM branch_runs WHERE recheck = 'upheld'`,
      );
      await drop(present(drawn).stream, 'recheck-upheld');
      expect(await messages('recognitions')).toContain('抽中而没有维持的复核结论');
    });

    const others: [string, () => Promise<void>, string][] = [
      [
        'a finding of falsification',
        () =>
          tampering.run(
            `INSERT INTO vetoes (id, campaign_id, programme_version, branch_id, item, state, raised_at)
             VALUES (REPEAT('f', 16), ?, '', ?, 'V1', 'open', '2020-06-01')`,
            [world.campaignId, branch.id],
          ),
        '弄虚作假事项 1 项',
      ],
      [
        'a decision that does not list it',
        () => tampering.run(`UPDATE decisions SET agreed = REPLACE(agreed, ?, 'nobody')`, [branch.id]),
        '没有列入该党支部',
      ],
      ['an unregistered filing', () => tampering.run('UPDATE filings SET registered_at = NULL'), '没有登记的备案'],
      [
        'a filing of another decision',
        () => tampering.run(`UPDATE filings SET decision_id = REPEAT('f', 16)`),
        '备案不是依据该党支部的决定',
      ],
      [
        'a draw that was never frozen',
        () => tampering.run('UPDATE spot_checks SET population = NULL'),
        '没有封存的名单',
      ],
      [
        'a draw of others',
        () => tampering.run('UPDATE spot_checks SET population = REPLACE(population, ?, 0)', [branch.id]),
        '封存的名单中没有该党支部',
      ],
      [
        'a publication of others',
        () =>
          tampering.run(`UPDATE documents SET body = REPLACE(body, ?, 0) WHERE kind = 'publication-list'`, [branch.id]),
        '公示名单中没有该党支部',
      ],
    ];
    it.each(others)('names one with %s', async (_, tamper, message) => {
      await tamper();
      expect(await messages('recognitions')).toContainEqual(expect.stringContaining(message));
    });

    it('names a recognised row of which the record knows no recognition', async () => {
      await drop(branch.workflowId, 'branch-recognised');
      expect(await messages('recognitions')).toEqual(['行已认定，台账没有认定']);
    });
  });

  describe('persons', () => {
    const assessor = () => present(handOvers.assessors[0]).personId;

    it('names one who signed as both assessors', async () => {
      await tampering.reforgePayload(branch.workflowId, 'assessment-concluded', { assessor: assessor() });
      const place = await tampering.placeOf(branch.workflowId, 'assessment-concluded');
      expect(await of('persons')).toMatchObject([{ ...place, message: '评估人须为不同的人' }]);
    });

    it('names an assessor who was a member of the branch, then', async () => {
      const member = (until: string | null) =>
        tampering.run(
          `REPLACE INTO memberships (id, campaign_id, programme_version, valid_from, valid_to, person_id, branch_id)
           VALUES (REPEAT('f', 16), ?, '', '2020-01-01', ?, ?, ?)`,
          [world.campaignId, until, assessor(), branch.id],
        );
      await member(null);
      const place = await tampering.placeOf(branch.workflowId, 'assessment-signed');
      expect(await of('persons')).toContainEqual(
        expect.objectContaining({ ...place, message: '评估人不得是被评估党支部的党员' }),
      );
      await member('2020-10-12');
      expect(await of('persons')).toEqual([]);
    });

    it('names a paper ballot with one counter', async () => {
      await tampering.run(`UPDATE ballot_boxes SET mode = 'paper' WHERE branch_run_id = ?`, [branch.runId]);
      const place = await tampering.placeOf(branch.workflowId, 'ballot-closed');
      expect(await of('persons')).toMatchObject([{ ...place, message: '监票人须不少于两人' }]);
    });

    it('names a re-checker who had assessed', async () => {
      const [drawn] = await tampering.owner.query<{ stream: string }[]>(
        `SELECT workflow_id AS stream FROM branch_runs WHERE recheck = 'upheld'`,
      );
      await tampering.run('UPDATE rechecks SET rechecker_id = ?', [assessor()]);
      const place = await tampering.placeOf(present(drawn).stream, 'recheck-upheld');
      expect(await of('persons')).toMatchObject([{ ...place, message: '复核人不得是原评估人' }]);
    });

    it.each([
      ['an assessor of the pass', assessor, '复核人不得是评估该党支部的机关党组织的评估人员'],
      ['a member of the branch', ({ secretary }: BranchWithRun) => secretary.personId, '不得评估本人所在的党支部'],
    ])('names a recheck sheet that %s wrote', async (_, authorOf, message) => {
      const [recheck] = await tampering.owner.query<{ id: string; runId: string }[]>(
        'SELECT id, branch_run_id AS runId FROM rechecks',
      );
      const { id, runId } = present(recheck);
      const drawn = present(handOvers.branches.find((one) => one.runId === runId));
      await tampering.run('UPDATE documents SET author_id = ? WHERE run_id = ?', [authorOf(drawn), id]);
      const place = await tampering.placeOf(drawn.workflowId, 'recheck-upheld');
      expect(await of('persons')).toEqual([{ check: 'persons', ...place, message }]);
    });

    it('names one who froze and revealed a draw', async () => {
      const frozenBy = present(handOvers.committee[0]).personId;
      await tampering.reforgePayload(spotCheck, 'draw-revealed', { revealedBy: frozenBy });
      expect(await of('persons')).toMatchObject([await tampering.placeOf(spotCheck, 'draw-revealed')]);
    });

    it('names an owner who closed his own problem', async () => {
      const problem = `problem:${problemIdOf(handOvers)}`;
      const { secretary } = present(handOvers.branches[0]);
      await tampering.reforgePayload(problem, 'problem-closed', { verifierId: secretary.personId });
      const place = await tampering.placeOf(problem, 'problem-closed');
      expect(await of('persons')).toMatchObject([{ ...place, message: '核实人不得是现任或曾任的责任人' }]);
    });
  });

  describe('counts', () => {
    const cases: [string, () => string, string, object][] = [
      ['runs of a round', () => 'campaign:local', 'round-runs-started', { branches: 3 }],
      ['a publication', () => 'campaign:local', 'publication-opened', { branches: 3 }],
      ['a recognition', () => 'campaign:local', 'recognition-recorded', { branches: 3 }],
      ['an organisation plan', () => handOvers.organisationWorkflowId, 'organisation-plan-submitted', { nextYear: 1 }],
      ['a list of conclusions', () => handOvers.organisationWorkflowId, 'conclusions-submitted', { failed: 1 }],
      ['a decision', () => handOvers.organisationWorkflowId, 'decision-recorded', { agreed: 3 }],
      ['a filing', () => handOvers.organisationWorkflowId, 'filing-sent', { lines: 3 }],
      ['a population', () => spotCheck, 'draw-population-frozen', { population: 3 }],
      ['verdicts', () => spotCheck, 'spot-check-concluded', { upheld: 3 }],
    ];
    it.each(cases)('names one of %s that is not the length of its list', async (_, stream, type, change) => {
      await tampering.reforgePayload(stream(), type, change);
      expect(await of('counts')).toMatchObject([await tampering.placeOf(stream(), type)]);
    });

    it('names a decision on another list than was laid', async () => {
      await tampering.reforgePayload(handOvers.organisationWorkflowId, 'decision-recorded', { documentId: 'another' });
      expect(await messages('counts')).toEqual(['党组（党委）决定的不是最后报送的结论名单']);
    });

    it('names figures of a closing decision that its list does not have', async () => {
      const figures = { inScope: 2, filed: 2, recognised: 1, dispositions: { recognised: 1 } };
      await tampering.reforgePayload('campaign:local', 'round-closed', { figures });
      expect(await messages('counts')).toEqual(['recognised记为 1，名单有 2']);
      expect(await messages('figures')).toEqual(['2020 年度结束时认定党支部记为 1，按目标口径为 2']);
    });

    it('names a figure of the overview that is not the length of its list', async () => {
      const { manager } = world.dataSource;
      const { campaignId } = world;
      const asked = { campaignId, year: 2020, scope: { kind: 'all' } as const, now: handOvers.now };
      const overview = await readOverview(manager, asked);
      const programme = await programmeOf(manager, campaignId);
      const place = { stream: 'campaign:local', sequence: 2, date: '2020-05-06' };
      const found = async (shown: typeof overview) => {
        const findings = new Findings();
        await checkOverview(manager, findings, { overview: shown, programme, now: asked.now, place });
        return findings.verification().faults.map(({ message }) => message);
      };
      expect(await found(overview)).toEqual([]);
      const goal = goalOf({ ...overview.goal, recognised: 1 }, 8000);
      expect(await found({ ...overview, goal })).toEqual(['总览 合计 recognised 为 1，名单有 2']);
      const organisations = overview.organisations.map((line) => ({ ...line, phases: { closed: 3 }, goal }));
      expect(await found({ ...overview, organisations })).toEqual([
        '总览 HC0001 recognised 为 1，名单有 2',
        '总览 HC0001 各阶段共 3，名单有 2',
      ]);
      const [line] = overview.organisations;
      const lights = { ...present(line).lights, late: 3 };
      expect(await found({ ...overview, organisations: [{ ...present(line), lights }] })).toEqual([
        '总览 HC0001 late 为 3，名单有 0',
      ]);
    });
  });

  describe('dispositions', () => {
    const setList = (edit: (lines: { branchId: string; disposition: string }[]) => object[]) => async () => {
      const [row] = await tampering.owner.query<{ id: string; body: string }[]>(
        `SELECT id, body FROM documents WHERE kind = 'disposition-list'`,
      );
      const body = JSON.parse(present(row).body) as { branches: { branchId: string; disposition: string }[] };
      const changed = { ...body, branches: edit(body.branches) };
      const digest = digestOf(changed);
      await tampering.run('UPDATE documents SET body = ?, digest = ? WHERE id = ?', [
        JSON.stringify(changed),
        digest,
        present(row).id,
      ]);
    };
    const cases: [string, (lines: { branchId: string; disposition: string }[]) => object[], RegExp][] = [
      ['twice', (lines) => [...lines, present(lines[0])], /列入党支部 .* 2 次/],
      ['not at all', (lines) => lines.slice(1), /没有列入党支部/],
      ['that is none', (lines) => [...lines, { ...present(lines[0]), branchId: 'x' }], /不属本年度的党支部 x/],
      [
        'with another end than its run',
        (lines) => lines.map((line) => ({ ...line, disposition: 'excluded' })),
        /结束时为 recognised，决定为 excluded/,
      ],
    ];
    it.each(cases)('names a branch that stands %s in a closing decision', async (_, edit, message) => {
      await setList(edit)();
      const faults = await of('dispositions');
      expect(faults[0]).toMatchObject(await tampering.placeOf('campaign:local', 'round-closed'));
      expect(faults[0]?.message).toMatch(message);
    });

    it('names a branch that a decision lists twice, and one that it forgets', async () => {
      await tampering.run('UPDATE decisions SET agreed = ?', [JSON.stringify([branch.id, branch.id])]);
      const place = await tampering.placeOf(handOvers.organisationWorkflowId, 'decision-recorded');
      expect(await of('dispositions')).toMatchObject([place, place]);
    });
  });

  describe('draws', () => {
    const cases: [string, () => Promise<void>][] = [
      ['another pick', () => tampering.run(`UPDATE rechecks SET hmac = REPEAT('0', 64)`)],
      ['another rank', () => tampering.run('UPDATE rechecks SET stratum_rank = 2')],
      ['another branch', () => tampering.run(`UPDATE rechecks SET branch_id = REPEAT('f', 16)`)],
      ['another seed', () => tampering.run(`UPDATE spot_checks SET seed = REPEAT('0', 64)`)],
      [
        'another population',
        () => tampering.run(`UPDATE spot_checks SET population = REPLACE(population, 'HC0001', 'HC0002')`),
      ],
      [
        'a seed it was not committed to',
        () => tampering.reforgePayload(spotCheck, 'draw-revealed', { seed: '0'.repeat(64) }),
      ],
    ];
    it.each(cases)('names one with %s', async (_, tamper) => {
      await tamper();
      const place = await tampering.placeOf(spotCheck, 'draw-revealed');
      const [fault] = await of('draws');
      expect(fault).toMatchObject({ ...place, check: 'draws' });
    });
  });
});
