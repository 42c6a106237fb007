import type { CampaignFact, CampaignSetting, CampaignState, RoundState } from './campaign';
import type { CampaignCommand, CampaignCommandName, CampaignFacts, CampaignMessage } from './campaign.command';
import { shanghaiDateOf } from '../time/civil-date';
import { publishedTooEarly } from '../process/dated-event';
import type { Decision, Spoken } from '../process/decision';
import { checkList } from '../document/document-check';
import { DomainError } from '../errors';
import type { Role } from '../office/roles';
import { checkNotBefore, checkStatedPast, refuse } from '../process/stated-date';
import type { CivilDate, Instant } from '../time/time';

type CampaignDecision = Decision<CampaignFact>;

/** Round statuses at which each command of a round may be given; recordRecognition follows its publication's round. */
export const CAMPAIGN_COMMAND_ROUNDS: Readonly<
  Record<CampaignCommandName, readonly (RoundState['status'] | 'none')[]>
> = {
  openRound: ['none'],
  orderSpotCheck: ['open'],
  openPublication: ['open'],
  recordRecognition: ['open'],
  closeRound: ['open'],
};

/** All commands of a campaign are the committee officer's. */
export function campaignOfficesFor(): readonly Role[] {
  return ['committee-officer'];
}

/** The first fact of a campaign's stream. */
export function foundCampaign(at: Instant): CampaignDecision {
  return { facts: [{ type: 'campaign-founded', payload: { at } }] };
}

/** Decides a command of the committee; without `facts` only what the state knows is checked. */
export function decideCampaign(
  setting: CampaignSetting,
  state: CampaignState,
  { command, spoken }: { readonly command: CampaignCommand; readonly spoken: Spoken },
  facts?: CampaignFacts,
): CampaignDecision {
  if (state.step === 'opening') throw new DomainError('run-opening', '专项工作正在建立，请稍候重试');
  if (!campaignOfficesFor().includes(spoken.office)) {
    throw new DomainError('forbidden', '此项由工委办理', { office: spoken.office });
  }
  const at = spoken.receivedAt;
  switch (command.name) {
    case 'openRound':
      return openRound(setting, state, command.input.year, at, facts);
    case 'orderSpotCheck': {
      const { year } = command.input;
      checkRound(state, year);
      if (facts?.registered === 0) throw new DomainError('population-not-frozen', '没有已备案、待抽取的党支部');
      const spotCheckId = facts?.ids?.spotCheckId ?? '';
      return {
        facts: [{ type: 'spot-check-ordered', payload: { at, year, no: state.spotChecks + 1, spotCheckId } }],
        effects: [
          { tell: 'start-spot-check', topic: 'ordered', refs: { spotCheckId, year, no: state.spotChecks + 1 } },
        ],
      };
    }
    case 'openPublication':
      return openPublication(state, command.input, spoken, facts);
    case 'recordRecognition':
      return recordRecognition(state, command.input, at, facts);
    case 'closeRound':
      return closeRound(state, command.input, at, facts);
  }
}

/** The runs of a round were started; from now on its commands are taken. */
export function applyCampaignNews(state: CampaignState, { news, receivedAt: at }: CampaignMessage): CampaignDecision {
  const round = state.rounds.find((item) => item.year === news.year);
  if (round?.status !== 'opening') return { facts: [] };
  return {
    facts: [
      {
        type: 'round-runs-started',
        payload: { at, year: news.year, organisations: news.organisations, branches: news.branches },
      },
    ],
  };
}

/** Rounds are opened in order, each from its first day on (各年度 启动: programme, `opensOn`; 苏委工〔2020〕6号 二). */
function openRound(
  setting: CampaignSetting,
  state: CampaignState,
  year: number,
  at: Instant,
  facts?: CampaignFacts,
): CampaignDecision {
  if (!setting.years.includes(year)) {
    throw new DomainError('invalid-input', '方案中没有这一年度', {
      pointer: '/year',
      years: setting.years,
    });
  }
  if (state.rounds.some((item) => item.year === year)) {
    throw new DomainError('round-already-open', '本年度工作已经启动', { year });
  }
  const expected = setting.years[state.rounds.length];
  if (year !== expected) throw new DomainError('round-not-open', '各年度工作须依次启动', { year, next: expected });
  const { opensOn } = facts ?? {};
  if (opensOn !== undefined && shanghaiDateOf(at) < opensOn) {
    throw new DomainError('round-not-open', `${year} 年度工作自 ${opensOn} 起启动`, { year, opensOn });
  }
  return {
    facts: [{ type: 'round-opened', payload: { at, year } }],
    effects: [{ tell: 'start-round', topic: 'opened', refs: { year } }],
  };
}

/** Freezes the population from which branches are recognised and publishes it (公示). */
function openPublication(
  state: CampaignState,
  input: { year: number; digest: string },
  { receivedAt: at, happenedOn }: Spoken,
  facts?: CampaignFacts,
): CampaignDecision {
  checkRound(state, input.year);
  const list = facts?.publication;
  if (list && list.branches === 0) throw new DomainError('population-not-frozen', '没有可公示的党支部');
  checkList(list, input.digest);
  refuse(list ? publishedTooEarly(happenedOn, list.settledOn) : null);
  const publicationId = facts?.ids?.publicationId ?? '';
  return {
    facts: [
      {
        type: 'publication-opened',
        payload: {
          at,
          ...input,
          publicationId,
          documentId: list?.documentId ?? '',
          branches: list?.branches ?? 0,
          endsOn: list?.endsOn ?? '',
        },
      },
    ],
    effects: [{ tell: 'branches', topic: 'published', refs: { publicationId, documentId: list?.documentId ?? '' } }],
  };
}

/** Recognition in batches (集中认定一批, 苏委工〔2020〕6号 三.4), only from a published, frozen population. */
function recordRecognition(
  state: CampaignState,
  input: { publicationId: string; documentNumber: string; decidedOn: CivilDate },
  at: Instant,
  facts?: CampaignFacts,
): CampaignDecision {
  const publication = state.publications.find((item) => item.id === input.publicationId);
  if (!publication)
    throw new DomainError('population-not-frozen', '认定须以公示的名单为依据', {
      pointer: '/publicationId',
    });
  checkStatedPast({ decidedOn: input.decidedOn }, shanghaiDateOf(at));
  if (publication.recognised)
    throw new DomainError('already-exists', '这份名单已经认定', { pointer: '/publicationId' });
  checkRound(state, publication.year);
  const isOver = input.decidedOn > publication.endsOn;
  if (facts?.publicationRefuses && !isOver) {
    checkNotBefore(input.decidedOn, '/decidedOn', { fact: '公示期满', on: publication.endsOn, isDayAfter: true });
  }
  const recognitionId = facts?.ids?.recognitionId ?? '';
  return {
    facts: [
      {
        type: 'recognition-recorded',
        payload: {
          at,
          ...input,
          recognitionId,
          branches: facts?.publication?.branches ?? 0,
          digest: facts?.publication?.digest ?? '',
          warnings: isOver ? [] : ['publication'],
        },
      },
    ],
    effects: [
      {
        tell: 'branches',
        topic: 'recognised',
        refs: { recognitionId, publicationId: input.publicationId, documentId: facts?.publication?.documentId ?? '' },
      },
    ],
  };
}

/** The closing decision lists every branch once; both figures freeze. */
function closeRound(
  state: CampaignState,
  input: { year: number; digest: string; documentNumber: string },
  at: Instant,
  facts?: CampaignFacts,
): CampaignDecision {
  checkRound(state, input.year);
  const earlier = state.rounds.find(({ year, status }) => year < input.year && status !== 'closed');
  if (earlier) {
    const message = `${earlier.year} 年度工作尚未结束，各年度须依次结束`;
    throw new DomainError('round-steps-pending', message, { year: earlier.year });
  }
  const list = facts?.dispositions;
  if (list && list.pending.length > 0) {
    throw new DomainError('round-steps-pending', '有党支部正在工委办理之中，暂不能结束本年度工作', {
      branches: list.pending,
    });
  }
  checkList(list, input.digest);
  const documentId = list?.documentId ?? '';
  return {
    facts: [
      {
        type: 'round-closed',
        payload: {
          at,
          ...input,
          documentId,
          figures: list?.figures ?? { inScope: 0, filed: 0, recognised: 0, dispositions: {} },
        },
      },
    ],
    effects: [
      { tell: 'branches', topic: 'round-closed', refs: { documentId, year: input.year } },
      { tell: 'organisations', topic: 'round-closed', refs: { year: input.year } },
    ],
  };
}

function checkRound(state: CampaignState, year: number): void {
  const round = state.rounds.find((item) => item.year === year);
  if (!round) throw new DomainError('round-not-open', '本年度工作尚未启动', { year });
  if (round.status === 'opening') throw new DomainError('run-opening', '本年度工作正在启动，请稍候重试', { year });
  if (round.status === 'closed') throw new DomainError('run-closed', '本年度工作已结束', { year });
}
