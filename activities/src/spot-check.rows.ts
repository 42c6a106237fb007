import type { EntityManager } from 'typeorm';
import { populationText, type SpotCheck, type SpotCheckEvent } from '@app/domain';
import { BranchRunEntity, openDocument, RecheckEntity, SPOT_CHECK_TABLE, SpotCheckEntity } from '@app/persistence';
import type { Recording, RowsOfRun } from './run-rows';
import { drawOf, type KeptOfDraw, lookUpSpotCheck, recheckIdOf } from './spot-check.lookup';

/** What the local write of a spot check looks up, and the rows beside its own that its events make. */
export const SPOT_CHECK_ROWS: RowsOfRun<SpotCheck, SpotCheckEntity, KeptOfDraw> = {
  table: SPOT_CHECK_TABLE,
  lookUp: lookUpSpotCheck,
  record,
};

/** Rows beside the run's own that an event makes: the frozen population as it was decided on, the drawn branches with their sheets, the verdicts. */
async function record(
  m: EntityManager,
  { setting, entity, kept: { seed, population = [] } = {} }: Recording<SpotCheck, SpotCheckEntity, KeptOfDraw>,
  event: SpotCheckEvent,
): Promise<void> {
  const { campaignId, programmeVersion, spotCheckId } = setting;
  if (event.type === 'draw-seed-committed') await m.update(SpotCheckEntity, { id: spotCheckId }, { seed });
  if (event.type === 'draw-population-frozen') {
    await m.update(SpotCheckEntity, { id: spotCheckId }, { population: populationText(population) });
  }
  if (event.type === 'draw-revealed') {
    for (const { branchId, rank, stratum, hmac, by } of drawOf(setting, entity)) {
      const run = await m.findOneByOrFail(BranchRunEntity, { branchId, year: setting.year });
      const id = recheckIdOf(setting, branchId);
      const home = { campaignId, programmeVersion, runId: id };
      const documentId = await openDocument(m, home, { kind: 'recheck-assessment', at: event.payload.at });
      await m.insert(RecheckEntity, {
        id,
        campaignId,
        programmeVersion,
        spotCheckId,
        branchId,
        branchRunId: run.id,
        stratum,
        rank,
        hmac,
        drawnBy: by,
        documentId,
      });
    }
  }
  if (event.type === 'recheck-overturn-proposed') {
    const { recheckId: id, rechecker: recheckerId, reasonId, at } = event.payload;
    await m.update(RecheckEntity, { id }, { recheckerId, reasonId, proposedAt: at });
  }
  if (event.type === 'recheck-overturn-returned') {
    const { recheckId: id, at } = event.payload;
    const home = { campaignId, programmeVersion, runId: id };
    const documentId = await openDocument(m, home, { kind: 'recheck-assessment', at });
    await m.update(RecheckEntity, { id }, { documentId, recheckerId: null, reasonId: null, proposedAt: null });
  }
  if (event.type === 'recheck-concluded') {
    const { recheckId: id, verdict, score, rechecker: recheckerId, confirmer: confirmerId = null, at } = event.payload;
    await m.update(RecheckEntity, { id }, { verdict, score, recheckerId, confirmerId, concludedAt: at });
  }
}
