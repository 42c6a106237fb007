import { DomainError } from '../errors';
import { requiredCount } from '../programme/programme-rules';

/** The digests of a draw, passed in because this library imports nothing; lower-case hex. */
export interface DrawDigests {
  /** `keyHex` is decoded to bytes, `message` taken as UTF-8. */
  hmacSha256Hex(keyHex: string, message: string): string;
  sha256Hex(text: string): string;
  /** Of the bytes that `hex` stands for, followed by `text` as UTF-8. */
  sha256HexOfBytes(hex: string, text?: string): string;
}

/** One registered branch that may be drawn. */
export interface DrawCandidate {
  readonly branchId: string;
  readonly organisationId: string;
  readonly stratum: string;
}

/** Everything that decides a draw; who has it can recompute the draw. */
export interface DrawInput {
  readonly population: readonly DrawCandidate[];
  /** 32 random bytes as 64 lower-case hex digits. */
  readonly seedHex: string;
  /** Public and of this draw alone; never empty, or the key of the draw were the commitment that everybody knows. */
  readonly entropy: string;
  /** Ten-thousandths of each stratum, rounded up. */
  readonly ratio: number;
  readonly perOrganisationAtLeast: number;
  /** `sha256Hex(populationText(population))`. */
  readonly populationDigest: string;
}

/** A drawn branch: its place in its stratum, and whether the ratio or the organisation's minimum took it. */
export interface DrawnBranch {
  readonly branchId: string;
  readonly rank: number;
  readonly stratum: string;
  readonly hmac: string;
  readonly by: 'ratio' | 'organisation-minimum';
}

/** `quota` = ceil(ratio × population); `drawn` may be more, through the minimum per organisation. */
export interface StratumDraw {
  readonly stratum: string;
  readonly population: number;
  readonly quota: number;
  readonly drawn: number;
}

export interface DrawResult {
  /** The whole population: strata by name, each by rank. */
  readonly ranked: readonly RankedCandidate[];
  readonly drawn: readonly DrawnBranch[];
  readonly perStratum: readonly StratumDraw[];
}

/** Where a recomputed draw first departs from the published one; `lines` where it does in who was drawn. */
export interface DrawDifference {
  readonly at: string;
  readonly published: string;
  readonly recomputed: string;
  readonly lines?: { readonly published?: DrawnBranch | undefined; readonly recomputed?: DrawnBranch | undefined };
}

/** A candidate with its place in its stratum. */
export interface RankedCandidate extends DrawCandidate {
  readonly rank: number;
  readonly hmac: string;
}

/**
 * Draws the sample of a spot check, 按照一定比例进行抽查复核 (苏委工〔2020〕6号 三.4).
 * 1. key = SHA-256(the 32 bytes of the seed ‖ entropy); hmac = HMAC-SHA256(key, `populationDigest ‖ branchId`), texts as UTF-8.
 * 2. Within each stratum branches rank by ascending hmac, equal ones by branch id; the first ceil(ratio × n) are drawn.
 * 3. Then, organisations by ascending id: one with fewer than the minimum drawn gets its undrawn branches of lowest hmac.
 * 4. Listed are the strata by name, each by rank, and after them the branches of step 3 in the order they were added.
 * `docs/draw.md` says the same to whoever checks a draw with code of his own.
 */
export function drawSample(input: DrawInput, digests: DrawDigests): DrawResult {
  checkInput(input, digests);
  const strata = rankStrata(input, digests);
  const byRatio = strata.flatMap(({ ranked, quota }) => ranked.slice(0, quota));
  const everyone = strata.flatMap(({ ranked }) => ranked);
  const byMinimum = addMinimum(
    everyone,
    new Set(byRatio.map(({ branchId }) => branchId)),
    input.perOrganisationAtLeast,
  );
  const drawn = [
    ...byRatio.map((branch) => drawnBranch(branch, 'ratio')),
    ...byMinimum.map((branch) => drawnBranch(branch, 'organisation-minimum')),
  ];
  const perStratum = strata.map(({ stratum, ranked, quota }) => ({
    stratum,
    population: ranked.length,
    quota,
    drawn: drawn.filter((branch) => branch.stratum === stratum).length,
  }));
  return { drawn, perStratum, ranked: everyone };
}

/** Those who were drawn in the order in which a draw lists them, however they are at hand. */
export function inOrderOfDraw<D extends DrawnBranch>(
  drawn: readonly D[],
  population: readonly Pick<DrawCandidate, 'branchId' | 'organisationId'>[],
): D[] {
  const organisations = new Map(population.map(({ branchId, organisationId }) => [branchId, organisationId]));
  const organisationOf = ({ branchId }: D) => organisations.get(branchId) ?? '';
  const byRatio = drawn.filter(({ by }) => by === 'ratio');
  const byMinimum = drawn.filter(({ by }) => by === 'organisation-minimum');
  return [
    ...byRatio.sort((one, other) => compareText(one.stratum, other.stratum) || one.rank - other.rank),
    ...byMinimum.sort((one, other) => compareText(organisationOf(one), organisationOf(other)) || byHmac(one, other)),
  ];
}

/** The population as canonical JSON (RFC 8785), sorted by branch id: what the population digest is taken of. */
export function populationText(population: readonly DrawCandidate[]): string {
  const rows = [...population].sort((one, other) => compareText(one.branchId, other.branchId));
  return JSON.stringify(rows.map(({ branchId, organisationId, stratum }) => ({ branchId, organisationId, stratum })));
}

/** The commitment to a seed that is an event before the population is frozen: SHA-256 of its 32 bytes. */
export function seedHashOf(seedHex: string, digests: DrawDigests): string {
  return digests.sha256HexOfBytes(seedHex);
}

/** Recomputes a published draw from its exported file; null when commitment, population and every line agree. */
export function recomputeDraw(
  published: DrawInput & { readonly seedHash: string; readonly drawn: readonly DrawnBranch[] },
  digests: DrawDigests,
): DrawDifference | null {
  const commitment = seedHashOf(published.seedHex, digests);
  if (commitment !== published.seedHash) return differ('seedHash', published.seedHash, commitment);
  const digest = digests.sha256Hex(populationText(published.population));
  if (digest !== published.populationDigest) return differ('populationDigest', published.populationDigest, digest);
  const { drawn } = drawSample(published, digests);
  const longer = Math.max(drawn.length, published.drawn.length);
  for (let line = 0; line < longer; line += 1) {
    const lines = { published: published.drawn[line], recomputed: drawn[line] };
    const [one, other] = [lineText(lines.published), lineText(lines.recomputed)];
    if (one !== other) return { ...differ(`drawn/${line}`, one, other), lines };
  }
  return null;
}

function checkInput(input: DrawInput, digests: DrawDigests): void {
  if (!/^[0-9a-f]{64}$/.test(input.seedHex)) throw new DomainError('invalid-input', '种子须为 64 位小写十六进制');
  if (input.entropy === '') throw new DomainError('invalid-input', '公开熵不能为空');
  if (!Number.isInteger(input.ratio) || input.ratio < 0 || input.ratio > 10_000) {
    throw new DomainError('invalid-input', '抽查比例须在 0 与 10000（万分之）之间', { ratio: input.ratio });
  }
  const ids = new Set(input.population.map(({ branchId }) => branchId));
  if (ids.size !== input.population.length) throw new DomainError('invalid-input', '抽样总体中有重复的党支部');
  const digest = digests.sha256Hex(populationText(input.population));
  if (digest !== input.populationDigest) {
    throw new DomainError('digest-mismatch', '抽样总体与已冻结的摘要不一致', {
      frozen: input.populationDigest,
      found: digest,
    });
  }
}

function rankStrata(
  input: DrawInput,
  digests: DrawDigests,
): { stratum: string; ranked: RankedCandidate[]; quota: number }[] {
  const key = digests.sha256HexOfBytes(input.seedHex, input.entropy);
  const names = [...new Set(input.population.map(({ stratum }) => stratum))].sort(compareText);
  return names.map((stratum) => {
    const ranked = input.population
      .filter((candidate) => candidate.stratum === stratum)
      .map((candidate) => ({
        ...candidate,
        hmac: digests.hmacSha256Hex(key, input.populationDigest + candidate.branchId),
      }))
      .sort(byHmac)
      .map((candidate, at) => ({ ...candidate, rank: at + 1 }));
    return { stratum, ranked, quota: requiredCount(input.ratio, ranked.length) };
  });
}

function addMinimum(
  everyone: readonly RankedCandidate[],
  drawn: ReadonlySet<string>,
  atLeast: number,
): RankedCandidate[] {
  const organisations = [...new Set(everyone.map(({ organisationId }) => organisationId))].sort(compareText);
  return organisations.flatMap((organisation) => {
    const own = everyone.filter(({ organisationId }) => organisationId === organisation);
    const undrawn = own.filter(({ branchId }) => !drawn.has(branchId)).sort(byHmac);
    return undrawn.slice(0, Math.max(0, atLeast - (own.length - undrawn.length)));
  });
}

function drawnBranch({ branchId, rank, stratum, hmac }: RankedCandidate, by: DrawnBranch['by']): DrawnBranch {
  return { branchId, rank, stratum, hmac, by };
}

function byHmac(one: { hmac: string; branchId: string }, other: { hmac: string; branchId: string }): number {
  return compareText(one.hmac, other.hmac) || compareText(one.branchId, other.branchId);
}

/** By UTF-16 code unit, as RFC 8785 sorts: the same on every machine and locale. */
function compareText(one: string, other: string): number {
  return one < other ? -1 : Number(one > other);
}

function lineText(line: DrawnBranch | undefined): string {
  return line ? `${line.branchId} ${line.stratum} ${line.rank} ${line.hmac} ${line.by}` : '';
}

function differ(at: string, published: string, recomputed: string): DrawDifference {
  return { at, published, recomputed };
}
