import type { EntityManager } from 'typeorm';
import type { Campaign, CampaignEvent } from '@app/domain';
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
import type { Recording, RowsOfRun } from './run-rows';

/** What the local write of a campaign looks up, and the rows beside its own that its events make. */
export const CAMPAIGN_ROWS: RowsOfRun<Campaign, CampaignEntity, CampaignList> = {
  table: CAMPAIGN_TABLE,
  lookUp: lookUpCampaign,
  record,
};

/** Rows beside the run's own that an event makes: rounds, publications, recognitions, kept lists. */
async function record(
  m: EntityManager,
  { setting, state, kept: list, writtenAt }: Recording<Campaign, CampaignEntity, CampaignList>,
  event: CampaignEvent,
): Promise<void> {
  const { campaignId, programmeVersion } = setting;
  const home = { campaignId, programmeVersion, runId: campaignId };
  const roundId = (year: number) => idOf(campaignId, 'round', year);
  switch (event.type) {
    case 'round-opened': {
      const { year, at } = event.payload;
      await m.insert(RoundEntity, {
        id: roundId(year),
        campaignId,
        programmeVersion,
        year,
        status: 'opening',
        openedAt: at,
        writtenAt,
      });
      return;
    }
    case 'round-runs-started':
      await m.update(RoundEntity, { id: roundId(event.payload.year) }, { status: 'open' });
      return;
    case 'publication-opened': {
      const { publicationId, year, documentId, digest, branches, endsOn, at } = event.payload;
      const no = state.publications.length;
      await keepList(m, home, { kind: 'publication-list', no, body: list, at });
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
      return;
    }
    case 'recognition-recorded': {
      const { recognitionId, publicationId, documentNumber, decidedOn, branches, warnings, at } = event.payload;
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
      return;
    }
    case 'round-closed': {
      const { year, at, figures, documentId, documentNumber } = event.payload;
      await keepList(m, home, { kind: 'disposition-list', no: year, body: list, at });
      await m.update(
        RoundEntity,
        { id: roundId(year) },
        { status: 'closed', closedAt: at, figures: figures, dispositionListId: documentId, documentNumber },
      );
      return;
    }
    case 'campaign-established':
    case 'spot-check-ordered':
      return;
  }
}
