import { drawSample, populationText, recomputeDraw, seedHashOf, type DrawCandidate } from '@app/domain';
import { drawDigests } from './draw-digests';

/**
 * Every figure below is what a shell without our code prints:
 *   SEED=$(printf '0f%.0s' {1..32}); ENTROPY=20201101
 *   printf %s "$SEED" | xxd -r -p | openssl dgst -sha256                                  # commitment: of the 32 bytes
 *   KEY=$( (printf %s "$SEED" | xxd -r -p; printf %s "$ENTROPY") | openssl dgst -sha256 -r | cut -d' ' -f1) # key
 *   POP='[{"branchId":"b1","organisationId":"o1","stratum":"x"},{"branchId":"b2","organisationId":"o1","stratum":"x"}]'
 *   DIGEST=$(printf %s "$POP" | openssl dgst -sha256 -r | cut -d' ' -f1)       # population digest
 *   printf %s "${DIGEST}b1" | openssl dgst -sha256 -mac HMAC -macopt hexkey:$KEY
 */
const SEED = '0f'.repeat(32);
const ENTROPY = '20201101';
const COMMITMENT = '9b68d49bb092f71292ad76ab8fb8750d710aae5af70e43b8ec0a901d048c0030';
const KEY = 'bc6ecdeb8e8a17707f2f4e50ff8f946a1faf48e330127bf5dcee4af94c639a63';
const POPULATION_DIGEST = '2a0e2daaa094f9d43eeeb26f647add03f09e42bdd0b6d09c929c2ee5a8cb2f25';
const HMAC_B1 = 'e125387d129ebbb3e76860747073efb188fabf39ae2a6f2fe6d4d76f4c8ad5ee';
const HMAC_B2 = 'aba08b77103ecc291ade5d72b6dbd3c452b82671b161e39bf34109563e96cd1f';
const POPULATION: readonly DrawCandidate[] = ['b2', 'b1'].map((branchId) => ({
  branchId,
  organisationId: 'o1',
  stratum: 'x',
}));

describe('drawDigests', () => {
  it('hashes text as openssl does', () => {
    expect(seedHashOf(SEED, drawDigests)).toBe(COMMITMENT);
    expect(drawDigests.sha256HexOfBytes(SEED, ENTROPY)).toBe(KEY);
    expect(KEY).not.toBe(COMMITMENT);
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
