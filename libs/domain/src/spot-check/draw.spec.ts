import fc from 'fast-check';
import {
  drawSample,
  inOrderOfDraw,
  populationText,
  recomputeDraw,
  seedHashOf,
  type DrawCandidate,
  type DrawDigests,
  type DrawInput,
} from './draw';

/** A toy digest: the rules under test are those of the draw; the real digests are tested in libs/persistence. */
const DIGESTS: DrawDigests = {
  hmacSha256Hex: (key, message) => toyDigest(`${key}|${message}`),
  sha256Hex: toyDigest,
  sha256HexOfBytes: (hex, text = '') => toyDigest(`${hex}/${text}`),
};
const SEED = '0f'.repeat(32);

describe('populationText', () => {
  it('is canonical: sorted by branch id, keys sorted, nothing else', () => {
    const rows = [candidate('b2', 'o1', '新'), { ...candidate('b10', 'o1', '旧'), name: 'not ours' }];
    expect(populationText(rows)).toBe(
      '[{"branchId":"b10","organisationId":"o1","stratum":"旧"},{"branchId":"b2","organisationId":"o1","stratum":"新"}]',
    );
  });
});

describe('drawSample', () => {
  it('takes the lowest hmacs of each stratum, rounded up', () => {
    const rows = Array.from({ length: 11 }, (_, at) => candidate(`b${at}`, 'o1', at < 6 ? 'x' : 'y'));
    const { drawn, perStratum } = drawSample(inputOf(rows, { ratio: 2000 }), DIGESTS);
    expect(perStratum).toEqual([
      { stratum: 'x', population: 6, quota: 2, drawn: 2 },
      { stratum: 'y', population: 5, quota: 1, drawn: 1 },
    ]);
    expect(drawn.map(({ stratum, rank, by }) => `${stratum}${rank} ${by}`)).toEqual([
      'x1 ratio',
      'x2 ratio',
      'y1 ratio',
    ]);
    expect(drawn[0]?.hmac.localeCompare(drawn[1]?.hmac ?? '')).toBeLessThanOrEqual(0);
  });

  it('adds what an organisation lacks, organisations by id, lowest hmac first, after the rest', () => {
    const rows = ['o3', 'o1', 'o2'].flatMap((organisation) =>
      [1, 2, 3].map((at) => candidate(`${organisation}-${at}`, organisation, 'x')),
    );
    const { drawn } = drawSample(inputOf(rows, { ratio: 1000, perOrganisationAtLeast: 2 }), DIGESTS);
    expect(drawn).toHaveLength(6);
    const added = drawn.filter(({ by }) => by === 'organisation-minimum').map(({ branchId }) => branchId.slice(0, 2));
    expect(added).toEqual([...added].sort());
  });

  it('hangs on seed, entropy and population alike', () => {
    const rows = ['b1', 'b2', 'b3'].map((id) => candidate(id, 'o1', 'x'));
    const hmacOfB1 = (input: DrawInput) =>
      drawSample({ ...input, ratio: 10_000 }, DIGESTS).drawn.find(({ branchId }) => branchId === 'b1')?.hmac;
    const hmacs = [
      inputOf(rows),
      inputOf(rows, { seedHex: '1f'.repeat(32) }),
      inputOf(rows, { entropy: '20201101' }),
      inputOf(rows.slice(1).concat(candidate('b1', 'o2', 'x'))),
    ].map(hmacOfB1);
    expect(new Set(hmacs).size).toBe(4);
  });

  it.each([
    ['a short seed', { seedHex: 'ab' }, 'invalid-input'],
    ['a seed in capitals', { seedHex: 'AB'.repeat(32) }, 'invalid-input'],
    ['no entropy', { entropy: '' }, 'invalid-input'],
    ['a ratio above one', { ratio: 10_001 }, 'invalid-input'],
    ['another population', { populationDigest: 'x' }, 'digest-mismatch'],
    ['a branch twice', { population: [candidate('b1', 'o1', 'x'), candidate('b1', 'o2', 'x')] }, 'invalid-input'],
  ])('refuses %s', (_name, change: Partial<DrawInput>, code) => {
    const input = { ...inputOf([candidate('b1', 'o1', 'x')]), ...change };
    expect(() => drawSample(input, DIGESTS)).toThrow(expect.objectContaining({ code }));
  });

  const population = fc.uniqueArray(
    fc.record({
      branchId: fc.string({ minLength: 1, maxLength: 6 }),
      organisationId: fc.constantFrom('o1', 'o2', 'o3'),
      stratum: fc.constantFrom('x', 'y'),
    }),
    { selector: ({ branchId }) => branchId, maxLength: 40 },
  );
  const policy = fc.record({ ratio: fc.integer({ min: 0, max: 10_000 }), perOrganisationAtLeast: fc.nat(3) });

  it('holds quota and minimum, draws nobody twice, and does not depend on the order given', () => {
    fc.assert(
      fc.property(population, policy, (rows, rule) => {
        const result = drawSample(inputOf(rows, rule), DIGESTS);
        const ids = new Set(result.drawn.map(({ branchId }) => branchId));
        expect(ids.size).toBe(result.drawn.length);
        for (const { quota, population: size, drawn } of result.perStratum) {
          expect(quota).toBe(Math.ceil((size * rule.ratio) / 10_000));
          expect(drawn).toBeGreaterThanOrEqual(quota);
        }
        for (const organisation of new Set(rows.map(({ organisationId }) => organisationId))) {
          const own = rows.filter(({ organisationId }) => organisationId === organisation);
          const taken = own.filter(({ branchId }) => ids.has(branchId)).length;
          expect(taken).toBeGreaterThanOrEqual(Math.min(own.length, rule.perOrganisationAtLeast));
        }
        expect(drawSample(inputOf([...rows].reverse(), rule), DIGESTS)).toEqual(result);
      }),
    );
  });

  it('adds to an organisation its undrawn branches of lowest hmac, whatever their stratum', () => {
    fc.assert(
      fc.property(population, policy, (rows, rule) => {
        const { drawn } = drawSample(inputOf(rows, rule), DIGESTS);
        const everyone = drawSample(inputOf(rows, { ratio: 10_000 }), DIGESTS).drawn;
        for (const organisation of ['o1', 'o2', 'o3']) {
          const own = new Set(rows.filter((row) => row.organisationId === organisation).map((row) => row.branchId));
          const added = drawn.filter(({ by, branchId }) => by === 'organisation-minimum' && own.has(branchId));
          const byRatio = new Set(drawn.filter(({ by }) => by === 'ratio').map(({ branchId }) => branchId));
          const hmacs = everyone
            .filter(({ branchId }) => own.has(branchId) && !byRatio.has(branchId))
            .map(({ hmac }) => hmac);
          expect(added.map(({ hmac }) => hmac)).toEqual(hmacs.sort().slice(0, added.length));
        }
      }),
    );
  });

  it('takes, of each stratum, exactly the first by rank before any minimum', () => {
    fc.assert(
      fc.property(population, policy, (rows, rule) => {
        const { drawn, perStratum } = drawSample(inputOf(rows, rule), DIGESTS);
        for (const { stratum, quota } of perStratum) {
          const ranks = drawn
            .filter((branch) => branch.stratum === stratum && branch.by === 'ratio')
            .map(({ rank }) => rank);
          expect(ranks).toEqual(Array.from({ length: quota }, (_, at) => at + 1));
        }
      }),
    );
  });
});

describe('recomputeDraw', () => {
  const input = {
    ...inputOf(
      ['a', 'b', 'c', 'd'].map((id) => candidate(id, 'o1', 'x')),
      { ratio: 5000 },
    ),
    entropy: '20201101',
  };
  const published = { ...input, ...drawSample(input, DIGESTS), seedHash: seedHashOf(SEED, DIGESTS) };

  it('agrees with an honest draw', () => expect(recomputeDraw(published, DIGESTS)).toBeNull());

  it.each([
    ['another seed', { seedHex: '1f'.repeat(32) }, 'seedHash'],
    ['a population changed afterwards', { population: published.population.slice(1) }, 'populationDigest'],
    ['other entropy', { entropy: '20201102' }, 'drawn/0'],
    ['a line left out', { drawn: published.drawn.slice(0, 1) }, 'drawn/1'],
    ['lines exchanged', { drawn: [...published.drawn].reverse() }, 'drawn/0'],
  ])('names the first difference of %s', (_name, change: Partial<typeof published>, at) => {
    expect(recomputeDraw({ ...published, ...change }, DIGESTS)).toMatchObject({ at });
  });

  it('puts a published draw into the order of a draw, the minimum after the ratio', () => {
    const rows = ['a', 'b', 'c', 'd', 'e', 'f'].map((id, at) =>
      candidate(id, at < 3 ? 'o1' : `o${at}`, at < 3 ? 'y' : 'x'),
    );
    const { drawn } = drawSample(inputOf(rows), DIGESTS);
    expect(new Set(drawn.map(({ by }) => by)).size).toBe(2);
    expect(inOrderOfDraw([...drawn].reverse(), rows)).toEqual(drawn);
  });
});

function candidate(branchId: string, organisationId: string, stratum: string): DrawCandidate {
  return { branchId, organisationId, stratum };
}

function inputOf(population: readonly DrawCandidate[], rule: Partial<DrawInput> = {}): DrawInput {
  const populationDigest = toyDigest(populationText(population));
  return {
    population,
    seedHex: SEED,
    entropy: 'a draw',
    ratio: 2000,
    perOrganisationAtLeast: 1,
    populationDigest,
    ...rule,
  };
}

function toyDigest(text: string): string {
  let [low, high] = [0x811c9dc5, 0x1234567];
  for (let at = 0; at < text.length; at += 1) {
    low = Math.imul(low ^ text.charCodeAt(at), 0x01000193) >>> 0;
    high = Math.imul(high + low, 0x85ebca6b) >>> 0;
  }
  return `${high.toString(16).padStart(8, '0')}${low.toString(16).padStart(8, '0')}`;
}
