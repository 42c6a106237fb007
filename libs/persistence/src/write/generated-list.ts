import type { EntityManager } from 'typeorm';
import {
  type ClosingBranch,
  type ConclusionList,
  type DispositionList,
  gatherConclusions,
  gatherDispositions,
  gatherPublication,
  type OrganisationPlan,
  type PublicationList,
  STEP_BEFORE_PUBLICATION,
  type Target,
  toldByLists,
} from '@app/domain';
import { digestOf } from '../record/digest';
import { DocumentEntity } from '../tables/document.entity';
import { documentId } from './document-order';
import { branchStates, carriedPassesOf, lastDispositions } from '../read/lookup.queries';
import { literal, select } from '../read/select';
import { DecisionEntity } from '../tables/filing.entity';
import { idOf } from '../record/ids';
import { OrganisationRunEntity } from '../tables/organisation-run.entity';
import { PublicationEntity } from '../tables/recognition.entity';

export type { ConclusionList, DispositionList, PublicationList };

/**
 * A list generated from the step before: nobody types it, its digest is what is handed over. Its branches are in the order of
 * their codes, which a workflow id holds: so it is read, and so it is kept.
 */
export interface GeneratedList<B> {
  readonly documentId: string;
  readonly digest: string;
  readonly body: B;
}

/** The conclusions of an organisation's branches, and the branches that still lack one. */
export async function conclusionList(
  m: EntityManager,
  run: { readonly runId: string; readonly organisationId: string; readonly year: number; readonly listNo: number },
): Promise<GeneratedList<ConclusionList> & { pending: readonly string[] }> {
  const rows = await branchStates(m, run.organisationId, run.year);
  const targets = await plannedTargets(m, run.runId);
  const before = await lastDispositions(
    m,
    rows.map(({ branchId }) => branchId),
    run.year,
  );
  const told = toldByLists(await handedOver(m, run.runId));
  const carried = await carriedPassesOf(
    m,
    rows.map(({ runId }) => runId),
  );
  const { body, pending } = gatherConclusions(
    run,
    rows.map(({ branchId, ...row }) => ({
      ...{ ...row, branchId, planned: targets.get(branchId), carriedPass: carried.get(row.runId) },
      ...{ before: before.get(branchId), told: told.get(branchId) },
    })),
  );
  return { ...generated(run.runId, { kind: 'conclusion-list', no: run.listNo + 1, body }), pending };
}

/** The lists of conclusions that this run has handed over, and whether the party group decided on them. */
async function handedOver(m: EntityManager, runId: string) {
  const kind = 'conclusion-list';
  const lists = await m.find(DocumentEntity, { select: { no: true, savedAt: true, body: {} }, where: { runId, kind } });
  if (lists.length === 0) return [];
  const decisions = await m.find(DecisionEntity, { select: { listNo: true }, where: { organisationRunId: runId } });
  const decided = new Set(decisions.map(({ listNo }) => listNo));
  return lists.map(({ no, savedAt, body }) => ({
    ...{ at: savedAt, isDecided: decided.has(no) },
    body: body as ConclusionList,
  }));
}

/** The targets as the organisation's plan holds them. */
async function plannedTargets(m: EntityManager, runId: string): Promise<Map<string, Target>> {
  const run = await m.findOneBy(OrganisationRunEntity, { id: runId });
  const planId = run?.state.planId ?? null;
  const plan = planId === null ? null : await keptList<OrganisationPlan>(m, planId);
  return new Map(plan?.branches.map(({ branchId, target }) => [branchId, target]));
}

export interface FilingList {
  readonly organisationId: string;
  readonly year: number;
  readonly decisionNumber: string;
  readonly decidedOn: string;
  readonly branches: readonly string[];
}

/** The result list as sent to the committee: the party group's decision, line by line. */
export async function filingList(
  m: EntityManager,
  run: { readonly runId: string; readonly organisationId: string; readonly year: number; readonly listNo: number },
): Promise<(GeneratedList<FilingList> & { filingId: string; decisionId: string }) | null> {
  const decision = await m.findOneBy(DecisionEntity, { organisationRunId: run.runId, listNo: run.listNo });
  if (!decision) return null;
  const body: FilingList = {
    organisationId: run.organisationId,
    year: run.year,
    decisionNumber: decision.number,
    decidedOn: decision.decidedOn,
    branches: decision.agreed,
  };
  return {
    ...generated(run.runId, { kind: 'filing-list', no: run.listNo, body }),
    filingId: idOf(run.runId, 'filing', run.listNo),
    decisionId: decision.id,
  };
}

/** The registered branches of a round whose draw is done: the population a recognition is frozen from. */
export async function publicationList(
  m: EntityManager,
  { campaignId, year, no }: { readonly campaignId: string; readonly year: number; readonly no: number },
): Promise<GeneratedList<PublicationList>> {
  const waiting = await select<PublicationList['branches'][number]>(
    m,
    `SELECT branch_id AS branchId, id AS runId, superior_score AS score, recheck FROM branch_runs
      WHERE campaign_id = ? AND year = ? AND step = ${literal(STEP_BEFORE_PUBLICATION)} ORDER BY workflow_id`,
    [campaignId, year],
  );
  const publications = await m.findBy(PublicationEntity, { campaignId, year });
  const earlier = await Promise.all(publications.map(({ documentId: id }) => keptList<PublicationList>(m, id)));
  const carried = await carriedPassesOf(
    m,
    waiting.map(({ runId }) => runId),
  );
  const body = gatherPublication(
    year,
    waiting.map((row) => {
      const carriedPass = carried.get(row.runId);
      return { ...row, ...(carriedPass && { carriedPass }) };
    }),
    earlier.flatMap((list) => list ?? []),
  );
  return generated(campaignId, { kind: 'publication-list', no, body });
}

/** Where every branch of the round stands at its closing, each once; and those between two steps of the committee. */
export async function dispositionList(
  m: EntityManager,
  { campaignId, year }: { readonly campaignId: string; readonly year: number },
): Promise<GeneratedList<DispositionList> & { pending: readonly string[] }> {
  type Row = Omit<ClosingBranch, 'isAssessed' | 'isRecognised'> & { isAssessed: number; isRecognised: number };
  const rows = await select<Row>(
    m,
    `SELECT r.branch_id AS branchId, r.id AS runId, r.step, r.target, r.result, r.disposition,
            r.concluded_at IS NOT NULL AS isAssessed,
            EXISTS (SELECT 1 FROM branch_runs e WHERE e.branch_id = r.branch_id AND e.year <= r.year
                     AND e.recognised_at IS NOT NULL) AS isRecognised
       FROM branch_runs r WHERE r.campaign_id = ? AND r.year = ? ORDER BY r.workflow_id`,
    [campaignId, year],
  );
  const { body, pending } = gatherDispositions(
    year,
    rows.map((row) => ({ ...row, isAssessed: Boolean(row.isAssessed), isRecognised: Boolean(row.isRecognised) })),
  );
  return { ...generated(campaignId, { kind: 'disposition-list', no: year, body }), pending };
}

/** A list as it was kept when it was decided on. */
export async function keptList<B>(m: EntityManager, id: string): Promise<B | null> {
  const document = await m.findOneBy(DocumentEntity, { id });
  return document ? (document.body as B) : null;
}

function generated<B>(
  runId: string,
  { kind, no, body }: { readonly kind: DocumentEntity['kind']; readonly no: number; readonly body: B },
): GeneratedList<B> {
  return { documentId: documentId(runId, kind, no), digest: digestOf(body), body };
}
