import { checkList } from '../document/document-check';
import { checkPaperNumber, checkRecordedNumber } from '../document/paper-number';
import { DomainError } from '../errors';
import { checkNotBefore, checkStatedPast } from '../process/stated-date';
import { chineseDate, shanghaiDateOf } from '../time/civil-date';
import type { CampaignState } from './campaign';
import type { CampaignAsked, CampaignDecision, CampaignHeard, CampaignPayload } from './campaign.types';

/** The runs of a round were started; from now on its commands are taken. */
export function noteRunsStarted({
  state,
  news: { year, organisations, branches },
  at,
}: CampaignHeard<'runs-started'>): CampaignDecision<'round-runs-started'> {
  const round = state.rounds.find((item) => item.year === year);
  if (round?.status !== 'opening') return { events: [] };
  return { events: [{ type: 'round-runs-started', payload: { at, year, organisations, branches } }] };
}

/** Rounds are opened in order, each from its first day on (各年度 启动: programme, `opensOn`; 苏委工〔2020〕6号 二). */
export function openRound({
  setting,
  state,
  input: { year },
  attribution: { receivedAt: at, happenedOn },
  lookup,
}: CampaignAsked<'openRound'>): CampaignDecision<'round-opened'> {
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
  const { opensOn } = lookup ?? {};
  if (opensOn !== undefined && (happenedOn ?? shanghaiDateOf(at)) < opensOn) {
    const pointer = happenedOn === undefined ? {} : { pointer: '/happenedOn' };
    throw new DomainError('round-not-open', `${year} 年度工作自${chineseDate(opensOn)}起启动`, {
      year,
      opensOn,
      ...pointer,
    });
  }
  return roundOpened({ at, year });
}

/** The first day of a round has come that opens by itself; nothing where somebody opened it first. */
export function openDueRound({
  setting,
  state,
  news: { year },
  at,
}: CampaignHeard<'round-due'>): CampaignDecision<'round-opened'> {
  if (setting.years[state.rounds.length] !== year) return { events: [] };
  return roundOpened({ at, year, automatic: true });
}

/** The runs of a round that is opened are started. */
function roundOpened(payload: CampaignPayload<'round-opened'>): CampaignDecision<'round-opened'> {
  const { year } = payload;
  return {
    events: [{ type: 'round-opened', payload }],
    effects: [{ tell: 'start-round', topic: 'opened', refs: { year } }],
  };
}

/** A spot check looks at registered branches again (苏委工〔2020〕6号 三.4); there may be several in a year. */
export function orderSpotCheck({
  state,
  input: { year },
  attribution: { receivedAt: at, happenedOn },
  lookup,
}: CampaignAsked<'orderSpotCheck'>): CampaignDecision<'spot-check-ordered'> {
  checkRound(state, year);
  if (lookup?.registered === 0) throw new DomainError('no-branches', '没有已备案、待抽取的党支部');
  const { registeredFrom } = lookup ?? {};
  if (registeredFrom) checkNotBefore(happenedOn, '/happenedOn', { fact: '登记备案', on: registeredFrom });
  const spotCheckId = lookup?.ids?.spotCheckId ?? '';
  const no = state.spotChecks + 1;
  return {
    events: [{ type: 'spot-check-ordered', payload: { at, year, no, spotCheckId } }],
    effects: [{ tell: 'start-spot-check', topic: 'ordered', refs: { spotCheckId, year, no } }],
  };
}

/** Freezes the population from which branches are recognised and publishes it (公示). */
export function openPublication({
  state,
  input,
  attribution: { receivedAt: at },
  lookup,
}: CampaignAsked<'openPublication'>): CampaignDecision<'publication-opened'> {
  checkRound(state, input.year);
  const list = lookup?.publication;
  if (list && list.branches === 0) throw new DomainError('no-branches', '没有可公示的党支部');
  checkList(list, input.digest);
  const publicationId = lookup?.ids?.publicationId ?? '';
  return {
    events: [
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
export function recordRecognition({
  state,
  input,
  attribution: { receivedAt: at },
  lookup,
}: CampaignAsked<'recordRecognition'>): CampaignDecision<'recognition-recorded'> {
  const publication = state.publications.find((item) => item.id === input.publicationId);
  if (!publication) throw new DomainError('not-found', '没有这份公示名单', { pointer: '/publicationId' });
  checkStatedPast({ decidedOn: input.decidedOn }, shanghaiDateOf(at));
  if (publication.recognised)
    throw new DomainError('already-exists', '这份名单已经认定', { pointer: '/publicationId' });
  checkRound(state, publication.year);
  if (lookup)
    checkPaperNumber({ number: input.documentNumber, on: input.decidedOn }, '/documentNumber', lookup.numbers ?? []);
  const isOver = input.decidedOn > publication.endsOn;
  if (lookup?.publicationRefuses && !isOver) {
    checkNotBefore(input.decidedOn, '/decidedOn', { fact: '公示期满', on: publication.endsOn, isDayAfter: true });
  }
  const recognitionId = lookup?.ids?.recognitionId ?? '';
  return {
    events: [
      {
        type: 'recognition-recorded',
        payload: {
          at,
          ...input,
          recognitionId,
          branches: lookup?.publication?.branches ?? 0,
          digest: lookup?.publication?.digest ?? '',
          warnings: isOver ? [] : ['publication'],
        },
      },
    ],
    effects: [
      {
        tell: 'branches',
        topic: 'recognised',
        refs: { recognitionId, publicationId: input.publicationId, documentId: lookup?.publication?.documentId ?? '' },
      },
    ],
  };
}

/** The closing decision lists every branch once; both figures freeze. */
export function closeRound({
  state,
  input,
  attribution: { receivedAt: at },
  lookup,
}: CampaignAsked<'closeRound'>): CampaignDecision<'round-closed'> {
  checkRound(state, input.year);
  const earlier = state.rounds.find(({ year, status }) => year < input.year && status !== 'closed');
  if (earlier) {
    const message = `${earlier.year} 年度工作尚未结束，各年度须依次结束`;
    throw new DomainError('round-steps-pending', message, { year: earlier.year });
  }
  const list = lookup?.dispositions;
  if (list && list.pending.length > 0) {
    throw new DomainError('round-steps-pending', '有党支部正在工委办理之中，暂不能结束本年度工作', {
      branches: list.pending,
    });
  }
  checkList(list, input.digest);
  if (lookup)
    checkRecordedNumber(
      { number: input.documentNumber, on: shanghaiDateOf(at) },
      '/documentNumber',
      lookup.numbers ?? [],
    );
  const documentId = list?.documentId ?? '';
  return {
    events: [
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
