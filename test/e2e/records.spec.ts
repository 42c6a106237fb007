import { In } from 'typeorm';
import { type DrawInput, type DrawnBranch, recomputeDraw, UNOPENED_SPOT_CHECK } from '@app/domain';
import { DocumentEntity, drawDigests, OrganisationRunEntity, RoundEntity, SpotCheckEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import type { BranchWithRun } from '../support/branch-hand-overs';
import type { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';
import { returnEveryHandOver } from '../support/returned-hand-overs';

const OFFICER = 'GW11';
const INSPECTOR = 'XC01';

interface Named {
  readonly id: string;
}

describe('what the record of a round shows, and to whom', () => {
  let world: LocalWorld;
  let http: HttpWorld;
  let handOvers: HandOvers;
  let branch: BranchWithRun;
  let secretary: string;
  let organisation: string;
  beforeAll(async () => {
    world = await LocalWorld.open({
      roster: syntheticRoster({ organisations: 1, branchesEach: 3, seed: 1 }),
      key: 'records',
    });
    handOvers = await returnEveryHandOver(world);
    http = await HttpWorld.open(world);
    branch = present(handOvers.branches[0]);
    secretary = await codeOf(branch.secretary.personId);
    organisation = await codeOf(handOvers.officer.personId);
  }, 240_000);
  afterAll(async () => {
    await http.close();
    await world.close();
  });

  const db = () => world.dataSource.manager;
  const codeOf = async (id: string) => {
    const [row] = await world.dataSource.query<{ code: string }[]>('SELECT code FROM people WHERE id = ?', [id]);
    return present(row).code;
  };
  const read = async <T>(person: string, path: string, status = 200): Promise<T> => {
    const answer = await http.send(person, 'get', { path });
    expect([path, answer.status]).toEqual([path, status]);
    return answer.body as T;
  };
  const itemsOf = async <T>(person: string, path: string) => (await read<{ items: T[] }>(person, path)).items;

  it('a draw is drawn again by whoever reads it', async () => {
    const [check] = await itemsOf<Named>(INSPECTOR, '/spot-checks?year=2020');
    const shown = await read<Omit<DrawInput, 'seedHex'> & { seed: string; seedHash: string; drawn: DrawnBranch[] }>(
      INSPECTOR,
      `/spot-checks/${present(check).id}/draw`,
    );
    const { seed, drawn } = shown;
    const lines = drawn.map(({ branchId, rank, stratum, hmac, by }) => ({ branchId, rank, stratum, hmac, by }));
    const published = { ...shown, seedHex: seed, drawn: lines };
    expect(lines.length).toBeGreaterThan(0);
    expect(recomputeDraw(published, drawDigests)).toBeNull();
    const other = { ...published, seedHex: '0'.repeat(64) };
    expect(recomputeDraw(other, drawDigests)).toMatchObject({ at: 'seedHash' });
  });

  it('counts the verdicts for who sees every branch alone: of a few drawn the count says which', async () => {
    const { id } = await db().findOneByOrFail(SpotCheckEntity, { campaignId: world.campaignId });
    for (const person of [OFFICER, INSPECTOR]) {
      expect(await read(person, `/spot-checks/${id}`)).toMatchObject({ concluded: 1, overturned: 1 });
    }
    for (const person of [secretary, organisation]) {
      expect(await read(person, `/spot-checks/${id}`)).toMatchObject({ concluded: null, overturned: null });
    }
  });

  it('keeps the seed until it is revealed', async () => {
    const { id, state, step } = await db().findOneByOrFail(SpotCheckEntity, { campaignId: world.campaignId });
    const put = (change: object) => db().update(SpotCheckEntity, { id }, change);
    await put({ step: 'frozen', state: { ...(state as object), step: 'frozen' } });
    expect(await read(OFFICER, `/spot-checks/${id}`)).toMatchObject({ step: 'frozen', seed: null });
    expect(await read(OFFICER, `/spot-checks/${id}/draw`)).toMatchObject({ seed: null, ranked: null, strata: null });
    await put({ step, state: state as object });
  });

  it('says of a spot check that is being opened when it was ordered', async () => {
    const { id, state, step, since } = await db().findOneByOrFail(SpotCheckEntity, { campaignId: world.campaignId });
    await db().update(SpotCheckEntity, { id }, { step: 'opening', state: UNOPENED_SPOT_CHECK });
    expect(await read(OFFICER, `/spot-checks/${id}`)).toMatchObject({ step: 'opening', since });
    await db().update(SpotCheckEntity, { id }, { step, state });
  });

  it('shows the committee every list of the whole, and nobody else', async () => {
    const { id } = await db().findOneByOrFail(RoundEntity, { campaignId: world.campaignId, year: 2020 });
    for (const path of [`/rounds/${id}/dispositions`, '/publications/next?year=2020']) {
      await read(OFFICER, path);
      for (const person of [secretary, organisation]) {
        expect(await read(person, path, 403)).toMatchObject({ code: 'not-in-scope' });
      }
    }
    const { body } = await read<{ body: { branches: object[] } }>(OFFICER, `/rounds/${id}/dispositions`);
    expect(body.branches).toHaveLength(3);
    const kept = await db().findBy(DocumentEntity, { kind: In(['publication-list', 'disposition-list']) });
    expect(kept.length).toBeGreaterThan(0);
    for (const list of kept) {
      expect(await read(OFFICER, `/documents/${list.id}`)).toMatchObject({ digest: list.digest, body: list.body });
      expect(await read(organisation, `/documents/${list.id}`, 403)).toMatchObject({ code: 'not-in-scope' });
      expect(await read(secretary, `/documents/${list.id}`, 403)).toMatchObject({ code: 'forbidden' });
    }
    for (const path of ['/rounds?year=x', '/publications/next', '/spot-checks?year=1', '/publications?surprise=1']) {
      expect(await read(OFFICER, path, 400)).toMatchObject({ code: 'invalid-input' });
    }
  });

  it('shows the lists of an organisation as they were kept, not to its branches', async () => {
    const kept = await db().findBy(DocumentEntity, { kind: In(['conclusion-list', 'filing-list']) });
    expect(new Set(kept.map(({ kind }) => kind)).size).toBe(2);
    for (const { id, digest, body } of kept) {
      for (const person of [OFFICER, INSPECTOR, organisation]) {
        expect(await read(person, `/documents/${id}`)).toMatchObject({ digest, body });
      }
      expect(await read(secretary, `/documents/${id}`, 403)).toMatchObject({ code: 'forbidden' });
    }
  });

  it('lists decisions and filings of the asker’s organisations', async () => {
    const run = await db().findOneByOrFail(OrganisationRunEntity, { id: handOvers.organisationRunId });
    for (const list of ['decisions', 'filings']) {
      for (const query of ['', '?year=2020', `?organisationRunId=${run.id}`]) {
        for (const person of [OFFICER, INSPECTOR, organisation]) {
          const items = await itemsOf<{ organisationId: string }>(person, `/${list}${query}`);
          expect([list, person, items.map(({ organisationId }) => organisationId)]).toEqual([
            list,
            person,
            [run.organisationId],
          ]);
        }
      }
      expect(await itemsOf(OFFICER, `/${list}?year=2021`)).toEqual([]);
      expect(await read(secretary, `/${list}`, 403)).toMatchObject({ code: 'forbidden' });
    }
    const registered = async (value: string) => (await itemsOf(OFFICER, `/filings?registered=${value}`)).length;
    expect([await registered('true'), await registered('false')]).toEqual([1, 0]);
  });

  it('shows the remarks on what was returned, of a branch and of its organisation', async () => {
    const remarks = await db().findBy(DocumentEntity, { kind: 'remarks' });
    expect(new Set(remarks.map(({ runId }) => runId)).has(handOvers.organisationRunId)).toBe(true);
    const returned = remarks.filter(({ runId }) =>
      [handOvers.organisationRunId, ...handOvers.branches.map((one) => one.runId)].includes(runId),
    );
    const said: string[] = [];
    for (const { id } of returned) {
      const { body } = await read<{ body: { lines: { text: string }[] } }>(organisation, `/remarks/${id}`);
      said.push(...body.lines.map(({ text }) => text));
    }
    // what came back for its form, and why the party group struck a branch
    expect(new Set(said)).toEqual(new Set(['请补正', '党员大会记录不全 1']));
    const own = present(remarks.find(({ runId }) => runId === handOvers.organisationRunId));
    expect(await read(secretary, `/remarks/${own.id}`, 403)).toMatchObject({ code: 'not-in-scope' });
  });

  it('tells the class of a survey to those above the branch, by no view to the branch', async () => {
    const classIn = async (person: string) => {
      const path = `/branch-runs/${branch.runId}`;
      const timeline = await itemsOf<{ type: string; payload: { surveyClass?: string } }>(
        person,
        `${path}/timeline?limit=200`,
      );
      const confirmed = timeline.find(({ type }) => type === 'survey-confirmed');
      const one = await read<{ surveyClass: string | null }>(person, path);
      return [present(confirmed).payload.surveyClass, one.surveyClass];
    };
    expect(await classIn(organisation)).toEqual(['middle', 'middle']);
    expect(await classIn(OFFICER)).toEqual(['middle', 'middle']);
    expect(await classIn(secretary)).toEqual([undefined, null]);
  });

  it('keeps every version of a draft', async () => {
    const first = { runId: handOvers.organisationRunId, kind: 'organisation-plan', no: 1 } as const;
    const { id, version } = await db().findOneByOrFail(DocumentEntity, first);
    const items = await itemsOf<{ version: number; digest: string }>(
      organisation,
      `/organisation-plans/${id}/versions`,
    );
    expect(items.map((item) => item.version)).toEqual(Array.from({ length: version + 1 }, (_, at) => version - at));
    expect(new Set(items.map(({ digest }) => digest)).size).toBe(items.length);
    expect(items.length).toBeGreaterThan(1);
    const paged: number[] = [];
    for (let next: string | null = ''; next !== null;) {
      const path = `/organisation-plans/${id}/versions?limit=1${next && `&cursor=${next}`}`;
      const page: { items: { version: number }[]; nextCursor: string | null } = await read(organisation, path);
      paged.push(...page.items.map((item) => item.version));
      next = page.nextCursor;
    }
    expect(paged).toEqual(items.map((item) => item.version));
  });
});
