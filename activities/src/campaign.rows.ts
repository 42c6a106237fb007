import { type Campaign, nothingFor } from '@app/domain';
import {
  CAMPAIGN_TABLE,
  type CampaignEntity,
  idOf,
  keepList,
  PublicationEntity,
  RecognitionEntity,
  RoundEntity,
} from '@app/persistence';
import { type CampaignList, lookUpCampaign } from './campaign.lookup';
import type { RowsOfRun } from './run-rows';

/** What the local write of a campaign looks up; its rounds, publications, recognitions and kept lists. */
export const CAMPAIGN_ROWS: RowsOfRun<Campaign, CampaignEntity, CampaignList> = {
  table: CAMPAIGN_TABLE,
  lookUp: lookUpCampaign,
  records: {
    ...nothingFor('campaign-established', 'spot-check-ordered'),
    'round-opened': async (m, { setting: { campaignId, programmeVersion }, writtenAt }, { year, at: openedAt }) => {
      const id = idOf(campaignId, 'round', year);
      await m.insert(RoundEntity, { id, campaignId, programmeVersion, year, status: 'opening', openedAt, writtenAt });
    },
    'round-runs-started': async (m, { setting: { campaignId } }, { year }) => {
      await m.update(RoundEntity, { id: idOf(campaignId, 'round', year) }, { status: 'open' });
    },
    'publication-opened': async (m, { setting, state, kept: body }, payload) => {
      const { publicationId, year, documentId, digest, branches, endsOn, at } = payload;
      const { campaignId, programmeVersion } = setting;
      await keepList(m, homeOf(setting), { kind: 'publication-list', no: state.publications.length, body, at });
      await m.insert(PublicationEntity, {
        id: publicationId,
        campaignId,
        programmeVersion,
        year,
        documentId,
        digest,
        branches,
        openedAt: at,
        endsOn,
        recognised: false,
      });
    },
    'recognition-recorded': async (m, { setting: { campaignId, programmeVersion } }, payload) => {
      const { recognitionId, publicationId, documentNumber, decidedOn, branches, warnings, at } = payload;
      await m.update(PublicationEntity, { id: publicationId }, { recognised: true });
      await m.insert(RecognitionEntity, {
        id: recognitionId,
        campaignId,
        programmeVersion,
        publicationId,
        documentNumber,
        decidedOn,
        branches,
        warnings: [...warnings],
        recordedAt: at,
      });
    },
    'round-closed': async (m, { setting, kept: body }, payload) => {
      const { year, at, figures, documentId: dispositionListId, documentNumber } = payload;
      await keepList(m, homeOf(setting), { kind: 'disposition-list', no: year, body, at });
      await m.update(
        RoundEntity,
        { id: idOf(setting.campaignId, 'round', year) },
        { status: 'closed', closedAt: at, figures, dispositionListId, documentNumber },
      );
    },
  },
};

function homeOf({ campaignId, programmeVersion }: Campaign['setting']) {
  return { campaignId, programmeVersion, runId: campaignId };
}
