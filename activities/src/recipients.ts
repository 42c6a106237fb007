import type { EntityManager } from 'typeorm';
import type { TellOrder } from '@app/contracts';
import type { BranchRunNews, EffectOrder, OfficeRef, OrganisationPlan, OrganisationRunNews } from '@app/domain';
import {
  type ConclusionList,
  DecisionEntity,
  type DispositionList,
  FilingEntity,
  findBranchRuns,
  findOrganisationRuns,
  findRechecks,
  findRound,
  findRunsInOtherRounds,
  idOf,
  keptList,
  type PublicationList,
  RecheckEntity,
} from '@app/persistence';
import { frozenList, populationOf } from './frozen-lists';

/** One run to be told one thing. */
export interface Telling {
  readonly workflowId: string;
  readonly messageId: string;
  readonly receivedAt: string;
  readonly news: BranchRunNews | OrganisationRunNews;
}

/** A topic that this release does not know. */
export class UnknownNews extends Error {}

/** Who is to hear it is being opened and would not hear. */
export class NotOpenYet extends Error {}

/** The one run that is asked for, where not all are. */
export interface Receiver {
  readonly workflowId: string;
  /** Of a branch's run. */
  readonly branchId: string | null;
}

/** The id under which a run is told an effect that does not name it. */
export function messageIdFor(
  workflowId: string,
  { sourceRunId, operationKey, index }: Pick<TellOrder, 'sourceRunId' | 'operationKey' | 'index'>,
): string {
  return idOf(sourceRunId, operationKey, index, workflowId);
}

/**
 * Who is told what: read from the rows that the source's write made, so that a second run tells the same. With `only`, what
 * that run alone is told: a whole round that is begun again asks so many times.
 */
export async function recipientsOf(m: EntityManager, order: TellOrder, only?: Receiver): Promise<Telling[]> {
  const { effect, at } = order;
  const telling = (workflowId: string, news: Telling['news']): Telling => ({
    workflowId,
    messageId: messageIdFor(workflowId, order),
    receivedAt: at,
    news,
  });
  if (effect.tell === 'organisations') {
    const round = { campaignId: order.sourceRunId, year: Number(effect.refs.year), only: only?.workflowId };
    const workflowIds = await findOrganisationRuns(m, round);
    return workflowIds.map((workflowId) => telling(workflowId, { topic: 'round-closed' }));
  }
  if (effect.tell === 'other-rounds') {
    const workflowIds = await otherRunsOf(m, order.sourceRunId, only);
    return workflowIds.map((workflowId) => telling(workflowId, otherRoundNews(effect)));
  }
  const isAsked = (branchId: string) => only === undefined || branchId === only.branchId;
  const news = effect.tell === 'branch' ? await recheckNews(m, effect) : await branchNews(m, order, isAsked);
  const workflowIds = await workflowIdsOf(m, order, [...news.keys()].filter(isAsked));
  return [...news].flatMap(([branchId, item]) => {
    const workflowId = workflowIds.get(branchId);
    return workflowId && workflowId === (only?.workflowId ?? workflowId) ? [telling(workflowId, item)] : [];
  });
}

/** News by branch id, of the branches that are asked for. */
async function branchNews(
  m: EntityManager,
  { effect }: TellOrder,
  isAsked: (branchId: string) => boolean,
): Promise<Map<string, BranchRunNews>> {
  const { refs } = effect;
  const all = (branchIds: readonly string[], news: BranchRunNews) =>
    branchIds.filter(isAsked).map((branchId): [string, BranchRunNews] => [branchId, news]);
  switch (effect.topic) {
    case 'target-set': {
      const planId = String(refs.documentId);
      const plan = await keptList<OrganisationPlan>(m, planId);
      const dates = plan?.dates ?? null;
      return new Map(
        plan?.branches.map(({ branchId, target }) => [branchId, { topic: 'target-set', target, planId, dates }]),
      );
    }
    case 'listed': {
      const listId = String(refs.documentId);
      const list = await keptList<ConclusionList>(m, listId);
      return new Map(
        all(
          (list?.passed ?? []).map(({ branchId }) => branchId),
          { topic: 'listed', listId },
        ),
      );
    }
    case 'decided': {
      const decisionId = String(refs.decisionId);
      const decision = await m.findOneByOrFail(DecisionEntity, { id: decisionId });
      return new Map([
        ...all(decision.agreed, { topic: 'decided', decisionId }),
        ...all(decision.struck, { topic: 'struck', decisionId }),
      ]);
    }
    case 'filed':
    case 'filing-returned':
    case 'registered': {
      const filingId = String(refs.filingId);
      const filing = await m.findOneByOrFail(FilingEntity, { id: filingId });
      const decision = await m.findOneByOrFail(DecisionEntity, { id: filing.decisionId });
      const bySilence = Number(refs.bySilence) === 1;
      return new Map(
        all(
          decision.agreed,
          effect.topic === 'registered'
            ? { topic: 'registered', filingId, bySilence }
            : { topic: effect.topic, filingId },
        ),
      );
    }
    case 'drawn':
      return drawNews(m, String(refs.spotCheckId), isAsked);
    case 'published':
    case 'recognised': {
      const list = await frozenList<PublicationList>(m, String(refs.documentId));
      const news: BranchRunNews =
        effect.topic === 'published'
          ? { topic: 'published', publicationId: String(refs.publicationId) }
          : { topic: 'recognised', recognitionId: String(refs.recognitionId) };
      return new Map(
        all(
          (list?.branches ?? []).map(({ branchId }) => branchId),
          news,
        ),
      );
    }
    case 'round-closed': {
      const list = await frozenList<DispositionList>(m, String(refs.documentId));
      return new Map(
        list?.branches
          .filter(({ branchId }) => isAsked(branchId))
          .map(({ branchId, disposition }) => [branchId, { topic: 'round-closed', disposition }]),
      );
    }
    default:
      throw new UnknownNews(`nobody knows the news ${effect.topic}`);
  }
}

/** Drawn branches learn who leads their recheck (the leader of the area), the others that they were not drawn. */
async function drawNews(
  m: EntityManager,
  spotCheckId: string,
  isAsked: (branchId: string) => boolean,
): Promise<Map<string, BranchRunNews>> {
  const branchIds = (await populationOf(m, spotCheckId)).filter(isAsked);
  const [one, another] = branchIds;
  if (one === undefined) return new Map();
  const rechecks = await findRechecks(m, spotCheckId, another === undefined ? one : null);
  const drawn = new Map(rechecks.map((recheck) => [recheck.branchId, recheck]));
  return new Map(
    branchIds.map((branchId): [string, BranchRunNews] => {
      const recheck = drawn.get(branchId);
      if (!recheck) return [branchId, { topic: 'not-drawn', spotCheckId }];
      const area: OfficeRef = { role: 'area-liaison', bodyKind: 'area', bodyId: recheck.areaId };
      return [branchId, { topic: 'drawn', spotCheckId, recheckId: recheck.id, area }];
    }),
  );
}

async function recheckNews(m: EntityManager, effect: EffectOrder): Promise<Map<string, BranchRunNews>> {
  const recheck = await m.findOneByOrFail(RecheckEntity, { id: String(effect.refs.recheckId) });
  const { id, branchId, verdict, score } = recheck;
  return new Map([[branchId, { topic: 'rechecked', recheckId: id, verdict: verdict ?? 'upheld', score: score ?? 0 }]]);
}

function otherRoundNews({ topic, refs }: EffectOrder): BranchRunNews {
  if (topic === 'pass-lost') return { topic, year: Number(refs.year) };
  const [reasonId, digest, documentNumber] = [refs.reasonId, refs.digest, refs.documentNumber].map(String);
  return { topic: 'branch-dissolved', reasonId, digest, documentNumber };
}

/**
 * The runs of the same branch in the other rounds that are not closed. Throws while one of them is being opened: it would
 * not hear, and the errand is tried again.
 */
async function otherRunsOf(m: EntityManager, branchRunId: string, only?: Receiver): Promise<string[]> {
  const runs = await findRunsInOtherRounds(m, branchRunId, only?.workflowId);
  const opening = runs.find(({ step }) => step === 'opening');
  if (opening) throw new NotOpenYet(`${opening.workflowId} is not open yet`);
  return runs.map(({ workflowId }) => workflowId);
}

/** The runs of these branches in the source's round. */
async function workflowIdsOf(
  m: EntityManager,
  { sourceRunId, effect: { refs } }: TellOrder,
  branchIds: readonly string[],
): Promise<Map<string, string>> {
  if (branchIds.length === 0) return new Map();
  const year = refs.year ?? (await findRound(m, sourceRunId, String(refs.publicationId ?? '')));
  return findBranchRuns(m, Number(year), branchIds);
}
