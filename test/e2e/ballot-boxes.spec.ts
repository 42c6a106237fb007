import { IsNull } from 'typeorm';
import {
  BallotBoxEntity,
  type BallotCodes,
  BranchRunEntity,
  castBallot,
  idOf,
  inTransaction,
  issueBallotCodes,
  readStream,
  verifyCampaign,
} from '@app/persistence';
import type { BranchWithRun } from '../support/branch-hand-overs';
import { HandOvers } from '../support/hand-overs';
import { present } from '../support/present';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';

interface Reissued {
  readonly codes: BallotCodes | null;
  readonly notice: string;
}

const COMMITTEE_OFFICER = 'GW11';
const ANSWERS = ['A', 'A', 'A', 'A', 'A', 'A'];

describe('the casting of a ballot (苏委工〔2020〕6号 三.4)', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  let handOvers: HandOvers;
  let boxes: string[];
  let code: string;
  let unspent: string;
  beforeAll(async () => {
    world = await LocalWorld.open({ key: 'ballots' });
    handOvers = await HandOvers.of(world);
    await handOvers.openRound();
    await handOvers.surveyAndPlan();
    await handOvers.goTo('2020-10-12T02:00:00.000Z');
    boxes = [];
    for (const branch of handOvers.branches) boxes.push(await openBox(branch));
    const codes = await inTransaction(world.dataSource, (m) => issueBallotCodes(m, present(boxes[0])));
    code = present(codes.members[0]);
    unspent = present(codes.masses[0]);
    http = await HttpWorld.open(world);
  }, 240_000);
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  async function openBox(branch: BranchWithRun): Promise<string> {
    await handOvers.applyAgain(branch, '自评');
    return handOvers.openBallot(branch);
  }

  const cast = async (box: string | undefined, body: object) => {
    const answer = await http.send(null, 'post', { path: `/ballot-boxes/${present(box)}/ballots`, body, key: null });
    return [answer.status, (answer.body as { code?: string }).code];
  };
  const ballots = async () => {
    const [row] = await world.dataSource.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM ballots');
    return Number(present(row).n);
  };

  it('takes no ballot into another box, of an unknown code, or with a wrong answer, and spends nothing by it', async () => {
    expect(await cast(boxes[1], { code, answers: ANSWERS })).toEqual([404, 'ballot-code-unknown']);
    expect(await cast(boxes[0], { code: 'NOSUCHCODE22', answers: ANSWERS })).toEqual([404, 'ballot-code-unknown']);
    expect(await cast(boxes[0], { code, answers: [...ANSWERS.slice(1), 'Z'] })).toEqual([400, 'invalid-input']);
    expect(await cast(boxes[0], { code, answers: ANSWERS.slice(1) })).toEqual([400, 'invalid-input']);
    expect(await cast(boxes[0], { code, answers: ANSWERS, name: '某人' })).toEqual([400, 'invalid-input']);
    expect(await ballots()).toBe(0);
  });

  it('shows whoever holds a code what it asks and of which branch, and writes nothing by it', async () => {
    const ask = (body: object) => http.send(null, 'post', { path: '/ballot-boxes/by-code', body, key: null });
    const written = `${code.slice(0, 4)}-${code.slice(4, 8)} ${code.slice(8)}`.toLowerCase();
    const { status, body, headers } = await ask({ code: written });
    const paper = body as { ballotBoxId: string; branchName: string; questions: string[]; scale: object[] };
    const asked = ['questions', 'questionsEn', 'scale'];
    expect([status, Object.keys(paper)]).toEqual([200, ['ballotBoxId', 'branchName', 'year', ...asked]]);
    expect(body).toMatchObject({ questionsEn: expect.arrayContaining(['Political function']) });
    expect(paper.scale[0]).toEqual({ code: 'A', name: '满意', nameEn: 'Satisfied' });
    expect([paper.ballotBoxId, paper.questions.length, paper.scale.length]).toEqual([boxes[0], 6, 4]);
    expect(headers).toHaveProperty('ratelimit');
    expect((await ask({ code: 'NOSUCHCODE22' })).status).toBe(404);
    expect((await ask({ code, name: '某人' })).status).toBe(400);
    expect((await ask({ code })).status).toBe(200);
    expect(await ballots()).toBe(0);
  });

  it('takes a code once, of two at one moment too', async () => {
    const both = await Promise.all([1, 2].map(() => cast(boxes[0], { code, answers: ANSWERS })));
    expect(both.sort()).toEqual([
      [204, undefined],
      [409, 'ballot-code-spent'],
    ]);
    expect(await ballots()).toBe(1);
    const box = await http.send(COMMITTEE_OFFICER, 'get', { path: `/ballot-boxes/${present(boxes[0])}` });
    expect(box.body).toMatchObject({ sheets: 1, returned: null }); // of so few nothing is told
  });

  it('counts every ballot it took: one under way as the box closes is waited for', async () => {
    const { manager } = world.dataSource;
    const ballotBoxId = present(boxes[1]);
    const branch = present(handOvers.branches[1]);
    const codes = await inTransaction(world.dataSource, (m) => issueBallotCodes(m, ballotBoxId));
    let closing: Promise<unknown> = Promise.resolve();
    await inTransaction(world.dataSource, async (m) => {
      await castBallot(m, present(codes.members[0]), ANSWERS);
      closing = handOvers.say(handOvers.officer, branch.workflowId, { name: 'closeBallot', input: { ballotBoxId } });
      await new Promise((resolve) => setTimeout(resolve, 300));
    });
    await closing;
    const { state } = await manager.findOneByOrFail(BranchRunEntity, { id: branch.runId });
    expect(state.ballot).toMatchObject({ cast: { members: 1, masses: 0 } });
    expect(await cast(ballotBoxId, { code: codes.members[1], answers: ANSWERS })).toEqual([409, 'ballot-closed']);
  });

  it('keeps nothing that names a person or a time', async () => {
    const columns = async (table: string) => {
      const rows = await world.dataSource.query<{ Field: string }[]>(`SHOW COLUMNS FROM ${table}`);
      return rows.map(({ Field }) => Field).sort();
    };
    expect(await columns('ballots')).toEqual(['answers', 'box_id', 'id', 'voter_group']);
    expect(await columns('ballot_credentials')).toEqual(['box_id', 'hash', 'spent', 'voided', 'voter_group']);
    const [keys] = await world.dataSource.query<{ n: string }[]>('SELECT COUNT(*) AS n FROM request_keys');
    expect(Number(present(keys).n)).toBe(0);
  });

  describe('a sheet of codes', () => {
    let members: string[];
    const box = () => present(boxes[0]);
    const officerCode = async () => {
      const [row] = await world.dataSource.query<{ code: string }[]>('SELECT code FROM people WHERE id = ?', [
        handOvers.officer.personId,
      ]);
      return present(row).code;
    };
    const reissue = async (key: string, person?: string | null) =>
      http.send(person === undefined ? await officerCode() : person, 'post', {
        path: `/ballot-boxes/${box()}/reissue`,
        body: {},
        key,
      });

    it('is not made a second time', async () => {
      const again = inTransaction(world.dataSource, (m) => issueBallotCodes(m, box()));
      await expect(again).rejects.toMatchObject({ code: 'already-exists' });
    });

    it('is given out again by the superior only, once for a key, of two at one moment too: of unspent codes only', async () => {
      const secretary = present(handOvers.branches[0]).secretary;
      const [row] = await world.dataSource.query<{ code: string }[]>('SELECT code FROM people WHERE id = ?', [
        secretary.personId,
      ]);
      expect((await reissue('lost', present(row).code)).status).toBe(403);
      const answers = (await Promise.all([reissue('lost'), reissue('lost')])).map(({ body }) => body as Reissued);
      const counts = { sheet: 2, voided: { members: 5, masses: 6 }, spent: { members: 1, masses: 0 } };
      expect(answers).toMatchObject([counts, counts]);
      const sheets = answers.flatMap(({ codes }) => (codes ? [codes] : []));
      expect(sheets).toHaveLength(1);
      expect([sheets[0]?.members.length, sheets[0]?.masses.length]).toEqual([5, 6]);
      expect(answers.map(({ notice }) => notice).sort()).toEqual([
        expect.stringContaining('只显示这一次'),
        '测评码已经发出，只显示一次，不再显示；如已遗失，请办理“补发测评码”（未使用的测评码作废，换发新码）',
      ]);
      expect(((await reissue('lost')).body as Reissued).codes).toBeNull();
      members = [...present(sheets[0]).members];
    });

    it('is given out again, and a ballot counted, by no committee officer: he is not the office above this branch', async () => {
      expect(await reissue('taken', COMMITTEE_OFFICER)).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      const count = { cast: { members: 0, masses: 0 }, perQuestion: [] };
      const path = `/ballot-boxes/${box()}/counts`;
      const answer = await http.send(COMMITTEE_OFFICER, 'post', { path, body: count });
      expect(answer).toMatchObject({ status: 403, body: { code: 'forbidden' } });
      expect(await cast(boxes[0], { code: present(members[2]), answers: ANSWERS.slice(1) })).toEqual([
        400,
        'invalid-input',
      ]);
    });

    it('that was replaced says so and is never called used; a spent code is', async () => {
      expect(await cast(boxes[0], { code: unspent, answers: ANSWERS })).toEqual([409, 'ballot-code-replaced']);
      expect(await cast(boxes[0], { code, answers: ANSWERS })).toEqual([409, 'ballot-code-spent']);
      expect(await cast(boxes[0], { code: members[0], answers: ANSWERS })).toEqual([204, undefined]);
    });

    it('is an event with numbers and no code; the participation is what was cast', async () => {
      const events = await readStream(world.dataSource.manager, `ballot:${box()}`);
      expect(events).toMatchObject([
        {
          type: 'ballot-codes-reissued',
          actor: handOvers.officer.personId,
          office: 'organisation-officer',
          payload: { sheet: 2, voided: { members: 5, masses: 6 }, issued: { members: 5, masses: 6 } },
        },
      ]);
      const [kept] = await world.dataSource.query<{ text: string }[]>(
        'SELECT GROUP_CONCAT(outcome) AS text FROM request_keys',
      );
      for (const secret of members) expect(present(kept).text + JSON.stringify(events)).not.toContain(secret);
      const branch = present(handOvers.branches[0]);
      await handOvers.say(handOvers.officer, branch.workflowId, { name: 'closeBallot', input: { ballotBoxId: box() } });
      const { state } = await world.dataSource.manager.findOneByOrFail(BranchRunEntity, { id: branch.runId });
      expect(state.ballot).toMatchObject({
        eligible: { members: 6, masses: 6 },
        cast: { members: 2 },
      });
      expect(await cast(boxes[0], { code: members[1], answers: ANSWERS })).toEqual([409, 'ballot-closed']);
      expect((await reissue('after')).body).toMatchObject({ status: 409, code: 'ballot-closed' });
      const nobody = () => Promise.resolve(null);
      const { faults } = await verifyCampaign(world.dataSource, { state: nobody, status: nobody }, 'ballots');
      expect(faults.filter(({ check }) => check === 'ballots' || check === 'chains')).toEqual([]);
    });
  });

  it('gives each person a box of his own, who uses the same key text', async () => {
    const { dataSource } = world;
    const people = await dataSource.query<{ code: string }[]>(
      `SELECT DISTINCT p.code FROM offices o JOIN people p ON p.id = o.person_id
        WHERE o.role IN ('organisation-officer', 'organisation-secretary') AND o.body_id = ? ORDER BY p.code`,
      [handOvers.organisationId],
    );
    const body = { branchRunId: present(handOvers.branches[0]).runId, mode: 'paper' };
    for (const { code: person } of people)
      await http.send(person, 'post', { path: '/ballot-boxes', body, key: 'ballot-1' });
    const rows = await dataSource.query<{ id: string }[]>("SELECT id FROM request_keys WHERE request_key = 'ballot-1'");
    const made = new Set(rows.map(({ id }) => idOf(body.branchRunId, 'ballot-box', id)));
    expect(people.length).toBeGreaterThan(1);
    expect(made.size).toBe(people.length);
  }, 240_000);

  it('shows nothing of an earlier ballot while another is open, and is closed when its branch is dissolved', async () => {
    const branch = present(handOvers.branches[0]);
    await handOvers.openBallot(branch, 2);
    const opened = await world.dataSource.manager.findBy(BallotBoxEntity, { branchRunId: branch.runId });
    const states = await Promise.all(
      opened.map(async ({ id }) => {
        const { body } = await http.send(COMMITTEE_OFFICER, 'get', { path: `/ballot-boxes/${id}`, key: null });
        const { closedAt, tally } = body as { closedAt: string | null; tally: object | null };
        return [closedAt === null, tally === null];
      }),
    );
    expect(states).toContainEqual([true, true]);
    expect(states).not.toContainEqual([true, false]);
    await handOvers.dissolve(branch);
    const open = await world.dataSource.manager.countBy(BallotBoxEntity, {
      branchRunId: branch.runId,
      closedAt: IsNull(),
    });
    expect(open).toBe(0);
    const nobody = () => Promise.resolve(null);
    const { faults } = await verifyCampaign(world.dataSource, { state: nobody, status: nobody }, 'ballots');
    expect(faults.filter(({ check }) => check === 'registers')).toEqual([]);
  });
});
