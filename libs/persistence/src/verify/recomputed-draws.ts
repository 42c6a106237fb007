/** Checks every revealed draw by drawing again from the committed seed and the frozen population. */
import { DomainError, type DrawCandidate, type DrawnBranch, recomputeDraw, type SpotCheckEvent } from '@app/domain';
import { frozenPopulationOf } from '../read/spot-check.queries';
import { drawDigests } from '../record/draw-digests';
import { RecheckEntity, type SpotCheckEntity } from '../tables/spot-check.entity';
import { type Findings, placeOf } from './findings';
import type { CheckedRun } from './folded-rows';
import type { Snapshot } from './snapshot';

export async function checkDraws(
  { m }: Snapshot,
  findings: Findings,
  runs: readonly CheckedRun<SpotCheckEntity>[],
): Promise<void> {
  for (const { row, events } of runs) {
    const recorded = events.map((event) => ({
      event,
      happened: { type: event.type, payload: event.record?.payload } as SpotCheckEvent,
    }));
    const revealed = recorded.find(({ happened }) => happened.type === 'draw-revealed');
    if (revealed?.happened.type !== 'draw-revealed') continue;
    findings.looked('draws');
    const { seed, drawn } = revealed.happened.payload;
    const rechecks = new Map(
      (await m.findBy(RecheckEntity, { spotCheckId: row.id })).map((recheck) => [recheck.branchId, recheck]),
    );
    const { ratio, perOrganisationAtLeast } = row.setting;
    const fault = drawFault({
      seedHex: seed,
      entropy: row.workflowId,
      ratio,
      perOrganisationAtLeast,
      ...commitmentsOf(recorded.map(({ happened }) => happened)),
      population: JSON.parse((await frozenPopulationOf(m, row.id)) ?? '[]') as DrawCandidate[],
      drawn: drawn.map((branchId) => lineOf(branchId, rechecks.get(branchId))),
    });
    if (fault) findings.fault('draws', placeOf(revealed.event), fault);
    if (row.seed !== seed) findings.fault('draws', placeOf(revealed.event), '揭晓的种子与行不符');
    if (rechecks.size !== drawn.length) {
      findings.fault('draws', placeOf(revealed.event), `抽中 ${drawn.length} 个，复核有 ${rechecks.size} 项`);
    }
  }
}

function commitmentsOf(recorded: readonly SpotCheckEvent[]): { seedHash: string; populationDigest: string } {
  let [seedHash, populationDigest] = ['', ''];
  for (const happened of recorded) {
    if (happened.type === 'draw-seed-committed') seedHash = happened.payload.seedHash;
    if (happened.type === 'draw-population-frozen') populationDigest = happened.payload.digest;
  }
  return { seedHash, populationDigest };
}

function drawFault(published: Parameters<typeof recomputeDraw>[0]): string | null {
  try {
    const difference = recomputeDraw(published, drawDigests);
    if (!difference) return null;
    const { at, published: said, recomputed } = difference;
    return `抽样不能复现：${at} 公布为 ${said}，重算为 ${recomputed}`;
  } catch (error) {
    if (!(error instanceof DomainError)) throw error;
    return `抽样不能复现：${error.message}`;
  }
}

function lineOf(branchId: string, recheck: RecheckEntity | undefined): DrawnBranch {
  const { rank = 0, stratum = '', hmac = '', drawnBy = 'ratio' } = recheck ?? {};
  return { branchId, rank, stratum, hmac, by: drawnBy };
}
