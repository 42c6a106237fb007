import { execFileSync, spawnSync } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type DrawCandidate, drawSample } from '@app/domain';
import { drawDigests, SpotCheckEntity } from '@app/persistence';
import { syntheticRoster } from '../../services/rehearsal/src/roster';
import { HandOvers } from '../support/hand-overs';
import { HttpWorld } from '../support/http';
import { LocalWorld } from '../support/local-world';
import { present } from '../support/present';

const doc = readFileSync(join(__dirname, '../../docs/draw.md'), 'utf8');
const blockOf = (language: string) => present(new RegExp(`\`\`\`${language}\\n([^]*?)\`\`\``).exec(doc)?.[1]);

interface Page {
  readonly seed: string | null;
  readonly seedHash: string;
  readonly entropy: string;
  readonly ratio: number;
  readonly perOrganisationAtLeast: number;
  readonly population: readonly DrawCandidate[];
  readonly populationText: string;
  readonly populationDigest: string;
  readonly ranked: readonly object[] | null;
  readonly strata: readonly object[] | null;
  readonly drawn: readonly { readonly branchId: string; readonly hmac: string }[];
}

/** The script of docs/draw.md, which imports nothing but Node's crypto and file system, on a page alone. */
describe('a draw, drawn again by a stranger', () => {
  let folder: string;
  beforeAll(() => {
    folder = mkdtempSync(join(tmpdir(), '抽样 draw '));
    writeFileSync(join(folder, 'check-draw.mjs'), blockOf('js'));
  });
  afterAll(() => rmSync(folder, { recursive: true, force: true }));

  const check = (page: object) => {
    writeFileSync(join(folder, 'page.json'), JSON.stringify(page));
    const { status, stdout } = spawnSync(process.execPath, ['check-draw.mjs', 'page.json'], {
      cwd: folder,
      encoding: 'utf8',
    });
    return [status, stdout.trim()];
  };

  it('imports nothing of ours', () => {
    const imports = [...blockOf('js').matchAll(/from '([^']+)'/g)].map(([, name]) => name);
    expect(imports).toEqual(['node:crypto', 'node:fs']);
  });

  describe('of the worked example', () => {
    const example = JSON.parse(blockOf('json')) as Page;

    it('agrees with its script, and with the draw as we draw it', () => {
      expect(check(example)).toEqual([0, 'OK 4']);
      const { drawn, perStratum } = drawSample(
        { ...example, seedHex: present(example.seed ?? undefined) },
        drawDigests,
      );
      expect([...drawn].sort((a, b) => (a.hmac < b.hmac ? -1 : 1))).toEqual(
        [...example.drawn].sort((a, b) => (a.hmac < b.hmac ? -1 : 1)),
      );
      expect(perStratum).toEqual(example.strata);
      const key = drawDigests.sha256HexOfBytes(present(example.seed ?? undefined), example.entropy);
      expect(doc).toContain(`Key of step 3: \`${key}\``);
    });

    it('agrees with openssl', () => {
      const bytes = Buffer.from(present(example.seed ?? undefined), 'hex');
      const digest = (input: Buffer | string) =>
        execFileSync('openssl', ['dgst', '-sha256', '-r'], { input }).toString('utf8').slice(0, 64);
      expect(digest(bytes)).toBe(example.seedHash);
      expect(digest(example.populationText)).toBe(example.populationDigest);
    });

    it.each<[string, (page: Page) => object, string]>([
      ['seed', (page) => ({ ...page, seed: '1f'.repeat(32) }), 'seedHash'],
      ['entropy', (page) => ({ ...page, entropy: 'spot-check:example:2' }), 'ranked'],
      ['population', (page) => ({ ...page, population: page.population.slice(1) }), 'populationText'],
      ['ratio', (page) => ({ ...page, ratio: 9000 }), 'drawn'],
      ['sample', (page) => ({ ...page, drawn: page.drawn.slice(1) }), 'drawn'],
    ])('names what departs from another %s', (_, change, where) => {
      const [status, text] = check(change(example));
      expect(status).toBe(1);
      expect(text).toContain(`${where}:`);
    });
  });

  it('of the page that the API publishes', async () => {
    const world = await LocalWorld.open({
      key: 'published',
      roster: syntheticRoster({ organisations: 1, branchesEach: 3, seed: 9 }),
    });
    const http = await HttpWorld.open(world);
    try {
      const handOvers = await HandOvers.of(world);
      await handOvers.openRound();
      await handOvers.surveyAndPlan();
      await handOvers.goTo('2020-10-12T02:00:00.000Z');
      for (const branch of handOvers.branches) await handOvers.apply(branch);
      for (const branch of handOvers.branches) await handOvers.assess(branch);
      await handOvers.goTo('2020-11-20T02:00:00.000Z');
      await handOvers.decideAndFile();
      await handOvers.goTo('2020-12-02T02:00:00.000Z');
      const [officer, other] = handOvers.committee.map(present);
      await handOvers.say(present(officer), handOvers.campaignWorkflowId, {
        name: 'orderSpotCheck',
        input: { year: 2020 },
      });
      const { id, workflowId } = await world.dataSource.manager.findOneByOrFail(SpotCheckEntity, { no: 1 });
      const [person] = await world.dataSource.query<{ code: string }[]>('SELECT code FROM people WHERE id = ?', [
        present(officer).personId,
      ]);
      const read = async () =>
        (await http.send(present(person).code, 'get', { path: `/spot-checks/${id}/draw` })).body as Page;
      const { seedHash } = await read();
      const { body: tasks } = await http.send(present(person).code, 'get', { path: '/me/tasks' });
      expect(tasks.items).toContainEqual(
        expect.objectContaining({ id, code: '1', name: '抽查复核第1次（2020年度）', light: null, dueDate: null }),
      );
      await handOvers.say(present(officer), workflowId, { name: 'freezeSpotCheck' });
      const frozen = await read();
      expect(frozen).toMatchObject({ seed: null, seedHash, ranked: null, strata: null, drawn: [] });
      await handOvers.say(present(other), workflowId, { name: 'revealSpotCheck' });
      const page = await read();
      const path = `/spot-checks/${id}`;
      const { body: standing } = await http.send(present(person).code, 'get', { path });
      expect(standing).toMatchObject({ seed: page.seed, population: 3, populationDigest: page.populationDigest });
      const { frozenAt, frozenBy, revealedAt, revealedBy } = standing;
      const acts = [present(officer).personId, handOvers.now, present(other).personId, handOvers.now];
      expect([frozenBy, frozenAt, revealedBy, revealedAt]).toEqual(acts);
      expect(standing.drawn.map((line: { branchId: string }) => line.branchId)).toEqual(
        page.drawn.map(({ branchId }) => branchId),
      );
      expect(page).toMatchObject({ seedHash, populationDigest: frozen.populationDigest, entropy: workflowId });
      expect(page.population).toHaveLength(3);
      expect(check(page)).toEqual([0, `OK ${page.drawn.length}`]);
      expect(page.drawn.length).toBeGreaterThan(0);
    } finally {
      await http.close();
      await world.close();
    }
  }, 240_000);
});
