import type { EntityManager } from 'typeorm';
import { type Instant, nothingFor, populationText, type SpotCheck } from '@app/domain';
import { BranchRunEntity, openDocument, RecheckEntity, SPOT_CHECK_TABLE, SpotCheckEntity } from '@app/persistence';
import type { RowsOfRun } from './run-rows';
import { drawOf, type KeptOfDraw, lookUpSpotCheck, recheckIdOf } from './spot-check.lookup';

/** What the local write of a spot check looks up; its seed, population, drawn branches with their sheets, and verdicts. */
export const SPOT_CHECK_ROWS: RowsOfRun<SpotCheck, SpotCheckEntity, KeptOfDraw> = {
  table: SPOT_CHECK_TABLE,
  lookUp: lookUpSpotCheck,
  records: {
    ...nothingFor('spot-check-concluded'),
    'draw-seed-committed': async (m, { setting: { spotCheckId: id }, kept }) => {
      await m.update(SpotCheckEntity, { id }, { seed: kept?.seed });
    },
    'draw-population-frozen': async (m, { setting: { spotCheckId: id }, kept }) => {
      await m.update(SpotCheckEntity, { id }, { population: populationText(kept?.population ?? []) });
    },
    'draw-revealed': async (m, { setting, entity }, { at }) => {
      const { campaignId, programmeVersion, spotCheckId, year } = setting;
      for (const { branchId, rank, stratum, hmac, by } of drawOf(setting, entity)) {
        const run = await m.findOneByOrFail(BranchRunEntity, { branchId, year });
        const id = recheckIdOf(setting, branchId);
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
          documentId: await openSheet(m, setting, { recheckId: id, at }),
        });
      }
    },
    'recheck-overturn-proposed': async (m, _, { recheckId: id, rechecker: recheckerId, reasonId, at: proposedAt }) => {
      await m.update(RecheckEntity, { id }, { recheckerId, reasonId, proposedAt });
    },
    'recheck-overturn-returned': async (m, { setting }, { recheckId, at }) => {
      const documentId = await openSheet(m, setting, { recheckId, at });
      const proposal = { recheckerId: null, reasonId: null, proposedAt: null };
      await m.update(RecheckEntity, { id: recheckId }, { documentId, ...proposal });
    },
    'recheck-concluded': async (m, _, payload) => {
      const { recheckId: id, verdict, score, rechecker: recheckerId, confirmer: confirmerId = null, at } = payload;
      await m.update(RecheckEntity, { id }, { verdict, score, recheckerId, confirmerId, concludedAt: at });
    },
  },
};

/** The sheet of a drawn branch, or of an overturn that was returned. */
function openSheet(
  m: EntityManager,
  { campaignId, programmeVersion }: SpotCheck['setting'],
  { recheckId: runId, at }: { readonly recheckId: string; readonly at: Instant },
): Promise<string> {
  return openDocument(m, { campaignId, programmeVersion, runId }, { kind: 'recheck-assessment', at });
}
