import { type BranchExplanation, branchRunLines } from '@app/persistence';
import { CommandLine } from '../../../test/support/command-line';
import { HandOvers } from '../../../test/support/hand-overs';
import { LocalWorld } from '../../../test/support/local-world';
import { present } from '../../../test/support/present';

let world: LocalWorld;
let cli: CommandLine;
beforeAll(async () => {
  world = await LocalWorld.open();
  const handOvers = await HandOvers.of(world);
  await handOvers.openRound();
  await handOvers.survey(present(handOvers.branches[0]));
  await handOvers.goTo('2020-06-02T02:00:00.000Z');
  cli = new CommandLine(world.database);
}, 240_000);
afterAll(async () => {
  await cli?.close();
  await world?.close();
});

describe('branch explain', () => {
  it('tells why a branch stands where it stands, who must act, by when, and in which workflow', async () => {
    const said = await cli.run('branch', 'explain', 'HC0001-002', '--campaign', 'local', '--year', '2020');
    expect(said).toMatchObject({ status: 0, err: '' });
    expect(said.out).toMatch(/^合成机关党委0001第002支部（HC0001-002，.*）2020 年度 · local\n/);
    expect(said.out).toMatch(/阶段 {2}摸底调研 · 待部署摸底，自 2020-0\d-\d\d，逾期\n/);
    expect(said.out).toMatch(/等待 {2}.*（合成.*），2020-05-31 前（已过 2 个工作日，逾期）\n/);
    expect(said.out).toContain('时限  支部计划 2020-06-30 ');
    expect(said.out).toContain('流程  branch:local:HC0001-002:2020');
  });

  it('speaks English alone where that is chosen', async () => {
    process.env.DUIBIAO_LANG = 'en';
    const said = await cli.run('branch', 'explain', 'HC0001-002', '--year', '2020').finally(() => {
      delete process.env.DUIBIAO_LANG;
    });
    expect(said.out).toMatch(/phase {5}survey: survey to be opened, since 2020-0\d-\d\d, late\n/);
    expect(said.out).toMatch(/waits for organisation officer of .*, by 2020-05-31 \(2 workdays past, late\)\n/);
    expect(said.out).toContain('deadline  branch plan 2020-06-30 ');
  });

  it('names the deputy too', async () => {
    const people = await world.dataSource.query<{ id: string; name: string }[]>(
      "SELECT id, name FROM people WHERE code = 'GW12'",
    );
    const [deputy] = people;
    await world.dataSource.query(
      `UPDATE offices SET deputy_id = ? WHERE role = 'organisation-officer' AND body_id =
         (SELECT organisation_id FROM branches WHERE code = 'HC0001-002')`,
      [deputy?.id],
    );
    const said = await cli.run('branch', 'explain', 'HC0001-002');
    expect(said.out).toMatch(new RegExp(`等待 .*（.*、${deputy?.name}）|等待 .*（${deputy?.name}、.*）`));
  });

  it("answers the same as JSON: its light is that of its own dates, as in the list; the awaited date's stands beside", async () => {
    const said = await cli.run('branch', 'explain', 'HC0001-002', '--json');
    const [story] = JSON.parse(said.out) as BranchExplanation[];
    expect(story).toMatchObject({ branch: { code: 'HC0001-002' }, year: 2020, phase: 'survey' });
    expect(story).toMatchObject({ waitingOn: { role: 'organisation-officer' }, awaited: { light: 'late' } });
    const [run] = await world.dataSource.query<{ id: string }[]>('SELECT id FROM branch_runs WHERE workflow_id = ?', [
      story?.workflowId,
    ]);
    const [line] = await branchRunLines(world.dataSource.manager, [run?.id ?? ''], present(story).now);
    expect({ ...line }).toMatchObject({ light: story?.light, awaited: story?.awaited });
    expect(story?.light).toBe('late');
  });

  it.each([
    [['HC0001-002', '--year', '2021'], 'HC0001-002'],
    [['NOBODY'], 'NOBODY'],
  ])('%j: no run, status 1', async (args, word) => {
    const said = await cli.run('branch', 'explain', ...args);
    expect(said).toMatchObject({ status: 1, out: '' });
    expect(said.err).toContain(word);
  });
});

describe('verify without a worker', () => {
  it('names what does not run, and says once that the workflows were not asked, with status 1', async () => {
    const said = await cli.run('verify', '--campaign', 'local', '--json');
    expect(said.status).toBe(1);
    const [{ faults }] = JSON.parse(said.out) as [{ faults: { check: string; stream: string }[] }];
    expect(faults.filter(({ check }) => check === 'running').map(({ stream }) => stream)).toEqual([
      'branch:local:HC0001-001:2020',
      'branch:local:HC0001-002:2020',
      'campaign:local',
      'deadlines:local:HC0001',
      'deadlines:local:committee',
      'organisation:local:HC0001:2020',
    ]);
    expect(faults.filter(({ check }) => check !== 'running')).toEqual(
      [
        'branch:local:HC0001-001:2020',
        'branch:local:HC0001-002:2020',
        'campaign:local',
        'organisation:local:HC0001:2020',
      ].map((stream) => ({
        check: 'workflows',
        stream,
        sequence: null,
        date: null,
        message: '流程没有应答，未作比对',
      })),
    );
  }, 240_000);
});
