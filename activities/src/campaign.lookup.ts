import type { EntityManager } from 'typeorm';
import {
  addWorkdays,
  type Campaign,
  type CivilDate,
  countDispositions,
  type DispositionList,
  gateRefuses,
  type PublicationList,
  type RoundOpening,
  shanghaiDateOf,
} from '@app/domain';
import {
  calendarOf,
  checkOpenable,
  closingNumbersOf,
  dispositionList,
  drawCandidates,
  endRound,
  goalCounts,
  idOf,
  programmeOf,
  PublicationEntity,
  publicationList,
  recognitionNumbersOf,
  registeredFrom,
} from '@app/persistence';
import type { LookedUp, Looking } from './run-rows';

/** A list that a campaign's command is decided on. */
export type CampaignList = PublicationList | DispositionList;

/**
 * What the tables know about a campaign's command; the list that it is decided on is the one that is kept: read again, it may
 * hold what was committed in between.
 */
export async function lookUpCampaign(
  m: EntityManager,
  { setting, state, what }: Looking<Campaign>,
): Promise<LookedUp<Campaign, CampaignList>> {
  if (what.kind !== 'command') return { lookup: {} };
  const { command, attribution } = what;
  const { campaignId } = setting;
  const at = attribution.receivedAt;
  const ids = {
    spotCheckId: idOf(campaignId, 'spot-check', state.spotChecks + 1),
    publicationId: idOf(campaignId, 'publication', state.publications.length + 1),
    recognitionId: '',
  };
  switch (command.name) {
    case 'openRound':
      return { lookup: { opensOn: await firstDayOf(m, campaignId, { year: command.input.year, at }) } };
    case 'orderSpotCheck': {
      const { year } = command.input;
      const candidates = await drawCandidates(m, { campaignId, year });
      const organisationIds = [...new Set(candidates.map(({ organisationId }) => organisationId))];
      const from = attribution.happenedOn && (await registeredFrom(m, { year, organisationIds }));
      return { lookup: { ids, registered: candidates.length, ...(from && { registeredFrom: from }) } };
    }
    case 'openPublication': {
      const list = await publicationList(m, {
        campaignId,
        year: command.input.year,
        no: state.publications.length + 1,
      });
      const endsOn = addWorkdays(shanghaiDateOf(at), setting.publicationWorkdays, await calendarOf(m));
      const { documentId, digest, body } = list;
      const publication = { documentId, digest, branches: body.branches.length, endsOn };
      return { lookup: { ids, publication }, kept: body };
    }
    case 'recordRecognition': {
      const row = await m.findOneBy(PublicationEntity, { id: command.input.publicationId, campaignId });
      if (!row) return { lookup: {} };
      const { documentId, digest, branches, endsOn } = row;
      const { gates } = (await programmeOf(m, campaignId)).assessment;
      return {
        lookup: {
          ids: { ...ids, recognitionId: idOf(row.id, 'recognition') },
          publication: { documentId, digest, branches, endsOn },
          numbers: await recognitionNumbersOf(m, campaignId),
          publicationRefuses: gates.some((gate) => gate.name === 'publication' && gateRefuses(gate)),
        },
      };
    }
    case 'closeRound': {
      const { year } = command.input;
      await endRound(m, { campaignId, year });
      const { documentId, digest, pending, body } = await dispositionList(m, { campaignId, year });
      const { inScope, filed, recognised } = await goalCounts(m, campaignId, year);
      const figures = { inScope, filed, recognised, dispositions: countDispositions(body) };
      const numbers = await closingNumbersOf(m, campaignId);
      return { lookup: { numbers, dispositions: { documentId, digest, pending, figures } }, kept: body };
    }
  }
}

/** The first day of a round that can be opened now. */
async function firstDayOf(m: EntityManager, campaignId: string, opening: RoundOpening): Promise<CivilDate | undefined> {
  const programme = await programmeOf(m, campaignId);
  await checkOpenable(m, programme, opening);
  return programme.rounds.find(({ year }) => year === opening.year)?.opensOn;
}
