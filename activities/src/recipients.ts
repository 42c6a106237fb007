import type { EntityManager } from 'typeorm';
import type { TellOrder } from '@app/contracts';
import type {
  BranchesEffect,
  BranchRunNews,
  EffectOrder,
  OfficeRef,
  OrganisationPlan,
  OrganisationRunNews,
  OtherRoundsEffect,
  RecheckEffect,
} from '@app/domain';
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
  const { effect, at, sourceRunId } = order;
  const telling = (workflowId: string, news: Telling['news']): Telling => ({
    workflowId,
    messageId: messageIdFor(workflowId, order),
    receivedAt: at,
    news,
  });
  const isAsked = (branchId: string) => only === undefined || branchId === only.branchId;
  switch (effect.tell) {
    case 'organisations': {
      const round = { campaignId: sourceRunId, year: effect.refs.year, only: only?.workflowId };
      return (await findOrganisationRuns(m, round)).map((workflowId) => telling(workflowId, { topic: 'round-closed' }));
    }
    case 'other-rounds': {
      const news = otherRoundNews(effect);
      return (await otherRunsOf(m, sourceRunId, only)).map((workflowId) => telling(workflowId, news));
    }
    case 'branch':
    case 'branches': {
      const news = effect.tell === 'branch' ? await recheckNews(m, effect) : await branchNews(m, effect, isAsked);
      const workflowIds = await workflowIdsOf(m, { sourceRunId, effect }, [...news.keys()].filter(isAsked));
      return [...news].flatMap(([branchId, item]) => {
        const workflowId = workflowIds.get(branchId);
        return workflowId && workflowId === (only?.workflowId ?? workflowId) ? [telling(workflowId, item)] : [];
      });
    }
    default:
      throw new UnknownNews(`nobody knows whom to tell: ${effect.tell}`);
  }
}

/** News by branch id, of the branches that are asked for. */
async function branchNews(
  m: EntityManager,
  effect: BranchesEffect,
  isAsked: (branchId: string) => boolean,
): Promise<Map<string, BranchRunNews>> {
  const all = (branchIds: readonly string[], news: BranchRunNews) =>
    branchIds.filter(isAsked).map((branchId): [string, BranchRunNews] => [branchId, news]);
  switch (effect.topic) {
    case 'target-set': {
      const { documentId: planId } = effect.refs;
      const plan = await keptList<OrganisationPlan>(m, planId);
      const dates = plan?.dates ?? null;
      return new Map(
        plan?.branches.map(({ branchId, target }) => [branchId, { topic: 'target-set', target, planId, dates }]),
      );
    }
    case 'listed': {
      const { documentId: listId } = effect.refs;
      const list = await keptList<ConclusionList>(m, listId);
      return new Map(
        all(
          (list?.passed ?? []).map(({ branchId }) => branchId),
          { topic: 'listed', listId },
        ),
      );
    }
    case 'decided': {
      const { decisionId } = effect.refs;
      const decision = await m.findOneByOrFail(DecisionEntity, { id: decisionId });
      return new Map([
        ...all(decision.agreed, { topic: 'decided', decisionId }),
        ...all(decision.struck, { topic: 'struck', decisionId }),
      ]);
    }
    case 'filed':
    case 'filing-returned':
    case 'registered': {
      const { filingId } = effect.refs;
      const filing = await m.findOneByOrFail(FilingEntity, { id: filingId });
      const decision = await m.findOneByOrFail(DecisionEntity, { id: filing.decisionId });
      return new Map(
        all(
          decision.agreed,
          effect.topic === 'registered'
            ? { topic: 'registered', filingId, bySilence: effect.refs.bySilence === 1 }
            : { topic: effect.topic, filingId },
        ),
      );
    }
    case 'drawn':
      return drawNews(m, effect.refs.spotCheckId, isAsked);
    case 'published':
    case 'recognised': {
      const list = await frozenList<PublicationList>(m, effect.refs.documentId);
      const news: BranchRunNews =
        effect.topic === 'published'
          ? { topic: 'published', publicationId: effect.refs.publicationId }
          : { topic: 'recognised', recognitionId: effect.refs.recognitionId };
      return new Map(
        all(
          (list?.branches ?? []).map(({ branchId }) => branchId),
          news,
        ),
      );
    }
    case 'round-closed': {
      const list = await frozenList<DispositionList>(m, effect.refs.documentId);
      return new Map(
        list?.branches
          .filter(({ branchId }) => isAsked(branchId))
          .map(({ branchId, disposition }) => [branchId, { topic: 'round-closed', disposition }]),
      );
    }
    default:
      throw unknown(effect);
  }
}

/** For the compiler there is none left; out of a history of another release one may come. */
function unknown(effect: never): UnknownNews {
  return new UnknownNews(`nobody knows the news ${(effect as EffectOrder).topic}`);
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

async function recheckNews(m: EntityManager, { refs }: RecheckEffect): Promise<Map<string, BranchRunNews>> {
  const recheck = await m.findOneByOrFail(RecheckEntity, { id: refs.recheckId });
  const { id, branchId, verdict, score } = recheck;
  return new Map([[branchId, { topic: 'rechecked', recheckId: id, verdict: verdict ?? 'upheld', score: score ?? 0 }]]);
}

function otherRoundNews(effect: OtherRoundsEffect): BranchRunNews {
  switch (effect.topic) {
    case 'pass-lost':
      return { topic: 'pass-lost', year: effect.refs.year };
    case 'branch-dissolved': {
      const { reasonId, digest, documentNumber } = effect.refs;
      return { topic: 'branch-dissolved', reasonId, digest, documentNumber };
    }
    default:
      throw unknown(effect);
  }
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
  { sourceRunId, effect: { refs } }: { readonly sourceRunId: string; readonly effect: BranchesEffect | RecheckEffect },
  branchIds: readonly string[],
): Promise<Map<string, string>> {
  if (branchIds.length === 0) return new Map();
  const publicationId = 'publicationId' in refs ? refs.publicationId : '';
  const year = 'year' in refs ? refs.year : await findRound(m, sourceRunId, publicationId);
  return findBranchRuns(m, Number(year), branchIds);
}
