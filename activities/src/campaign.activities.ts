import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { RunAnswer, RunWrite } from '@app/contracts';
import {
  addWorkdays,
  applyCampaignNews,
  type CampaignCommand,
  type CampaignFact,
  type CampaignFacts,
  type CampaignNews,
  type CampaignSetting,
  type CampaignState,
  type CivilDate,
  decideCampaign,
  foundCampaign,
  gateRefuses,
  type Instant,
  isWorkday,
  planDeadline,
  shanghaiDateOf,
  type Spoken,
  UNOPENED_CAMPAIGN,
  recordRevival,
  ladderOf,
} from '@app/domain';
import {
  calendarOf,
  CAMPAIGN_RUN,
  type DispositionList,
  dispositionList,
  drawCandidates,
  idOf,
  keepList,
  programmeOf,
  PublicationEntity,
  type PublicationList,
  publicationList,
  readOverview,
  RecognitionEntity,
  RoundEntity,
  runOperation,
  settledOnOf,
} from '@app/persistence';
import type { Clock } from '@app/platform';
import { CLOCK } from './clock';
import { answerOf, operationOf } from './run-write';

/** The local writes of a campaign: rounds, spot checks ordered, publications, recognitions. */
@Injectable()
export class CampaignActivities {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Opens the run, records a command or takes in news: one transaction, once per operation key. */
  async writeCampaign(input: RunWrite<CampaignCommand, CampaignNews>): Promise<RunAnswer<CampaignState>> {
    const { what } = input;
    const decidedOn: DecidedOn = {};
    const writtenAt = this.clock.now();
    const outcome = await runOperation(this.dataSource, {
      ...operationOf(input, writtenAt),
      kind: CAMPAIGN_RUN,
      decide: async (m, { setting, state }) => {
        if (what.kind === 'revive') return recordRevival(what.at, what.revival);
        if (what.kind === 'open') return foundCampaign(what.at);
        if (what.kind === 'news') return applyCampaignNews(state, what.message);
        const facts = await campaignFacts(m, setting, state, what, decidedOn);
        return decideCampaign(setting, state, what, facts);
      },
      record: (m, { setting, state }, fact) => recordCampaignFact(m, setting, state, fact, { ...decidedOn, writtenAt }),
    });
    return answerOf(UNOPENED_CAMPAIGN, outcome);
  }
}

/** The list a command was decided on is the one that is kept: read again, it may hold what was committed in between. */
interface DecidedOn {
  list?: PublicationList | DispositionList;
}

async function campaignFacts(
  m: EntityManager,
  setting: CampaignSetting,
  state: CampaignState,
  { command, spoken }: { readonly command: CampaignCommand; readonly spoken: Spoken },
  decidedOn: DecidedOn,
): Promise<CampaignFacts> {
  const { campaignId } = setting;
  const at = spoken.receivedAt;
  const ids = {
    spotCheckId: idOf(campaignId, 'spot-check', state.spotChecks + 1),
    publicationId: idOf(campaignId, 'publication', state.publications.length + 1),
    recognitionId: '',
  };
  switch (command.name) {
    case 'openRound':
      return { opensOn: await firstDayOf(m, campaignId, command.input.year, at) };
    case 'orderSpotCheck':
      return { ids, registered: (await drawCandidates(m, { campaignId, year: command.input.year })).length };
    case 'openPublication': {
      const list = await publicationList(m, {
        campaignId,
        year: command.input.year,
        no: state.publications.length + 1,
      });
      const openedOn = spoken.happenedOn ?? shanghaiDateOf(at);
      const endsOn = addWorkdays(openedOn, setting.publicationWorkdays, await calendarOf(m));
      const { documentId, digest, body } = list;
      const settledOn = await settledOnOf(
        m,
        body.branches.map(({ runId }) => runId),
      );
      decidedOn.list = body;
      return { ids, publication: { documentId, digest, branches: body.branches.length, endsOn, settledOn } };
    }
    case 'recordRecognition': {
      const row = await m.findOneBy(PublicationEntity, { id: command.input.publicationId, campaignId });
      if (!row) return {};
      const { documentId, digest, branches, endsOn } = row;
      const { gates } = (await programmeOf(m, campaignId)).assessment;
      return {
        ids: { ...ids, recognitionId: idOf(row.id, 'recognition') },
        publication: { documentId, digest, branches, endsOn, settledOn: '' },
        publicationRefuses: gates.some((gate) => gate.name === 'publication' && gateRefuses(gate)),
      };
    }
    case 'closeRound': {
      const { year } = command.input;
      const { documentId, digest, pending, body } = await dispositionList(m, { campaignId, year });
      decidedOn.list = body;
      const dispositions: Record<string, number> = {};
      for (const { disposition } of body.branches) dispositions[disposition] = (dispositions[disposition] ?? 0) + 1;
      const { goal } = await readOverview(m, { campaignId, year, scope: { kind: 'all' }, now: at });
      const { inScope, filed, recognised } = goal;
      return { dispositions: { documentId, digest, pending, figures: { inScope, filed, recognised, dispositions } } };
    }
  }
}

/**
 * The first day of a round. It is opened only on a day that a holiday notice tells (`calendar-unknown`) and with a ladder
 * that can be planned; what reaches beyond the notices waits for the next one.
 */
async function firstDayOf(
  m: EntityManager,
  campaignId: string,
  year: number,
  openedAt: Instant,
): Promise<CivilDate | undefined> {
  const programme = await programmeOf(m, campaignId);
  const calendar = await calendarOf(m);
  isWorkday(shanghaiDateOf(openedAt), calendar);
  for (const definition of programme.deadlines.filter((deadline) => deadline.year === year)) {
    planDeadline({ ...definition, id: '', openedAt, ladder: ladderOf(programme, definition.body) }, calendar);
  }
  return programme.rounds.find((round) => round.year === year)?.opensOn;
}

/** Rows beside the run's own that a fact makes: rounds, publications, recognitions, kept lists. */
async function recordCampaignFact(
  m: EntityManager,
  setting: CampaignSetting,
  state: CampaignState,
  fact: CampaignFact,
  { list, writtenAt }: DecidedOn & { readonly writtenAt: Instant },
): Promise<void> {
  const { campaignId, programmeVersion } = setting;
  const home = { campaignId, programmeVersion, runId: campaignId };
  const roundId = (year: number) => idOf(campaignId, 'round', year);
  switch (fact.type) {
    case 'round-opened': {
      const { year, at } = fact.payload;
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
      await m.update(RoundEntity, { id: roundId(fact.payload.year) }, { status: 'open' });
      return;
    case 'publication-opened': {
      const { publicationId, year, documentId, digest, branches, endsOn, at } = fact.payload;
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
      const { recognitionId, publicationId, documentNumber, decidedOn, branches, warnings, at } = fact.payload;
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
      const { year, at, figures, documentId, documentNumber } = fact.payload;
      await keepList(m, home, { kind: 'disposition-list', no: year, body: list, at });
      await m.update(
        RoundEntity,
        { id: roundId(year) },
        { status: 'closed', closedAt: at, figures: figures, dispositionListId: documentId, documentNumber },
      );
      return;
    }
    case 'campaign-founded':
    case 'spot-check-ordered':
      return;
  }
}
