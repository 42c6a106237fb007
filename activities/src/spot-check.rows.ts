import { In } from 'typeorm';
import { nothingFor, populationText, type SpotCheck } from '@app/domain';
import {
  BranchRunEntity,
  type DocumentHome,
  insertAll,
  openDocument,
  openFirstDocuments,
  RecheckEntity,
  SPOT_CHECK_TABLE,
  SpotCheckEntity,
} from '@app/persistence';
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
      const drawn = await drawOf(m, { setting, entity });
      const branchIds = drawn.map(({ branchId }) => branchId);
      const runs = await m.find(BranchRunEntity, {
        select: { id: true, branchId: true },
        where: { year, branchId: In(branchIds) },
      });
      const runOf = new Map(runs.map(({ id, branchId }) => [branchId, id]));
      const homes = branchIds.map((branchId) => homeOf(setting, recheckIdOf(setting, branchId)));
      const sheets = await openFirstDocuments(m, homes, { kind: 'recheck-assessment', at });
      const rechecks = drawn.map(({ branchId, rank, stratum, hmac, by: drawnBy }, index) => ({
        ...{ id: recheckIdOf(setting, branchId), campaignId, programmeVersion, spotCheckId, branchId },
        ...{ branchRunId: runOf.get(branchId), stratum, rank, hmac, drawnBy, documentId: sheets[index] },
      }));
      await insertAll(m, RecheckEntity, rechecks);
    },
    'recheck-overturn-proposed': async (m, _, { recheckId: id, rechecker: recheckerId, reasonId, at: proposedAt }) => {
      await m.update(RecheckEntity, { id }, { recheckerId, reasonId, proposedAt });
    },
    'recheck-overturn-returned': async (m, { setting }, { recheckId, at }) => {
      const home = homeOf(setting, recheckId);
      const documentId = await openDocument(m, home, { kind: 'recheck-assessment', at });
      const proposal = { recheckerId: null, reasonId: null, proposedAt: null };
      await m.update(RecheckEntity, { id: recheckId }, { documentId, ...proposal });
    },
    'recheck-concluded': async (m, _, payload) => {
      const { recheckId: id, verdict, score, rechecker: recheckerId, confirmer: confirmerId = null, at } = payload;
      await m.update(RecheckEntity, { id }, { verdict, score, recheckerId, confirmerId, concludedAt: at });
    },
  },
};

/** What is written about a drawn branch is kept under the id of its recheck. */
function homeOf({ campaignId, programmeVersion }: SpotCheck['setting'], recheckId: string): DocumentHome {
  return { campaignId, programmeVersion, runId: recheckId };
}
