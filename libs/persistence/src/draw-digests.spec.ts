import { drawSample, populationText, recomputeDraw, seedHashOf, type DrawCandidate } from '@app/domain';
import { drawDigests } from './draw-digests';

/**
 * Every figure below is what a shell without our code prints:
 *   SEED=$(printf '0f%.0s' {1..32}); ENTROPY=20201101
 *   printf %s "$SEED" | openssl dgst -sha256                                   # commitment
 *   KEY=$(printf %s "$SEED$ENTROPY" | openssl dgst -sha256 -r | cut -d' ' -f1) # key
 *   POP='[{"branchId":"b1","organisationId":"o1","stratum":"x"},{"branchId":"b2","organisationId":"o1","stratum":"x"}]'
 *   DIGEST=$(printf %s "$POP" | openssl dgst -sha256 -r | cut -d' ' -f1)       # population digest
 *   printf %s "${DIGEST}b1" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$KEY
 */
const SEED = '0f'.repeat(32);
const ENTROPY = '20201101';
const COMMITMENT = '7152f9958a983e3313fb2498d743af1e83a0ff5999650fd341f0368d1678992c';
const KEY = 'bdba6c4f5c1fb15f6e19485560440efe22fa6660f82b3c5fe16b5d439728e8e5';
const POPULATION_DIGEST = '2a0e2daaa094f9d43eeeb26f647add03f09e42bdd0b6d09c929c2ee5a8cb2f25';
const HMAC_B1 = 'b8a57a27d13751a2a34e8cd0ab846d94183c3e0805cada7b5232c21b69c71c06';
const HMAC_B2 = 'b5d9443c65fe90826ca876f1327039137a848868c89aa6dd281caa42532b2e77';
const POPULATION: readonly DrawCandidate[] = ['b2', 'b1'].map((branchId) => ({
  branchId,
  organisationId: 'o1',
  stratum: 'x',
}));

describe('drawDigests', () => {
  it('hashes text as openssl does', () => {
    expect(seedHashOf(SEED, drawDigests)).toBe(COMMITMENT);
    expect(drawDigests.sha256Hex(SEED + ENTROPY)).toBe(KEY);
    expect(drawDigests.sha256Hex(populationText(POPULATION))).toBe(POPULATION_DIGEST);
  });

  it('takes the key as bytes and the message as UTF-8', () => {
    expect(drawDigests.hmacSha256Hex(KEY, `${POPULATION_DIGEST}b1`)).toBe(HMAC_B1);
    // RFC 4231, test case 2
    expect(drawDigests.hmacSha256Hex('4a656665', 'what do ya want for nothing?')).toBe(
      '5bdcc146bf60754e6a042426089575c75a003f089d2739839dec58b964ec3843',
    );
    expect(drawDigests.sha256Hex('党')).toBe('cc0b50fd16d7eb5a2fc55baf59ff46bb8b313e550a089f045dd47dea8433e91e');
  });

  it('draws what the figures by hand say: b2 before b1', () => {
    const input = {
      population: POPULATION,
      seedHex: SEED,
      entropy: ENTROPY,
      ratio: 2000,
      perOrganisationAtLeast: 2,
      populationDigest: POPULATION_DIGEST,
    };
    const { drawn } = drawSample(input, drawDigests);
    expect(drawn).toEqual([
      { branchId: 'b2', rank: 1, stratum: 'x', hmac: HMAC_B2, by: 'ratio' },
      { branchId: 'b1', rank: 2, stratum: 'x', hmac: HMAC_B1, by: 'organisation-minimum' },
    ]);
    expect(recomputeDraw({ ...input, seedHash: COMMITMENT, drawn }, drawDigests)).toBeNull();
  });
});
