import type { EntityManager } from 'typeorm';
import {
  type BranchRunMode,
  type BranchRunState,
  type BranchStep,
  type Disposition,
  dispositionOf,
  type OrganisationPlan,
  type Result,
  STEP_BEFORE_PUBLICATION,
  STEPS_BEFORE_DECISION,
  STEPS_WITH_COMMITTEE,
  type Target,
} from '@app/domain';
import { digestOf } from '../record/digest';
import { DocumentEntity } from '../tables/document.entity';
import { documentId } from './document-order';
import { branchStates } from '../read/lookup.queries';
import { literal } from '../read/select';
import { DecisionEntity } from '../tables/filing.entity';
import { idOf } from '../record/ids';
import { OrganisationRunEntity } from '../tables/organisation-run.entity';
import { PublicationEntity } from '../tables/recognition.entity';

/** A list generated from the step before: nobody types it, its digest is what is handed over. */
export interface GeneratedList<B> {
  readonly documentId: string;
  readonly digest: string;
  readonly body: B;
}

export interface ConclusionList {
  readonly year: number;
  readonly organisationId: string;
  readonly passed: readonly { readonly branchId: string; readonly score: number | null }[];
  readonly failed: readonly { readonly branchId: string; readonly score: number | null }[];
  readonly reviewed: readonly { readonly branchId: string; readonly result: string }[];
}

/** The conclusions of an organisation's branches, and the branches that still lack one (苏委工〔2020〕6号 三.4). */
export async function conclusionList(
  m: EntityManager,
  run: { readonly runId: string; readonly organisationId: string; readonly year: number; readonly listNo: number },
): Promise<GeneratedList<ConclusionList> & { pending: string[] }> {
  const rows = (await branchStates(m, run.organisationId, run.year)).filter(
    ({ state }) => state.disposition !== 'excluded',
  );
  const elsewhere = await passesElsewhere(m, rows, run.year);
  const line = ({ branchId, state }: (typeof rows)[number]) => ({ branchId, score: state.superiorScore });
  const body: ConclusionList = {
    year: run.year,
    organisationId: run.organisationId,
    passed: rows
      .filter(({ state }) => state.result === 'passed' && STEPS_BEFORE_DECISION.includes(state.step))
      .filter(({ branchId }) => !elsewhere.has(branchId))
      .map(line),
    failed: rows
      .filter(({ state }) => state.concludedAt !== null && state.review === null && state.result !== 'passed')
      .map(line),
    reviewed: rows.flatMap(({ branchId, state }) => (state.review ? [{ branchId, result: state.review }] : [])),
  };
  const targets = await plannedTargets(m, run.runId);
  const pending = rows
    .filter(
      ({ mode, branchId, state }) =>
        (mode === 'review' && state.review === null) ||
        (mode === 'attain' &&
          (targets.get(branchId) ?? state.target) === 'this-year' &&
          state.concludedAt === null &&
          state.result === null),
    )
    .map(({ branchId }) => branchId);
  return { ...generated(run.runId, { kind: 'conclusion-list', no: run.listNo + 1, body }), pending };
}

/** The targets as the organisation's plan holds them: a branch may not have been told its own yet. */
async function plannedTargets(m: EntityManager, runId: string): Promise<Map<string, Target>> {
  const run = await m.findOneBy(OrganisationRunEntity, { id: runId });
  const planId = run?.state.planId ?? null;
  const plan = planId === null ? null : await keptList<OrganisationPlan>(m, planId);
  return new Map(plan?.branches.map(({ branchId, target }) => [branchId, target]));
}

/** Branches whose pass is an earlier round's that still decides on it, or has decided otherwise than to hand it on. */
async function passesElsewhere(
  m: EntityManager,
  rows: Awaited<ReturnType<typeof branchStates>>,
  year: number,
): Promise<ReadonlySet<string>> {
  const carried = rows.filter(({ state }) => state.result === 'passed' && state.concludedAt === null);
  if (carried.length === 0) return new Set();
  const earlier = await m.query<{ branchId: string; disposition: Disposition | null }[]>(
    `SELECT branch_id AS branchId, disposition FROM branch_runs
      WHERE year < ? AND branch_id IN (${carried.map(() => '?').join(', ')}) ORDER BY year`,
    [year, ...carried.map(({ branchId }) => branchId)],
  );
  const last = new Map(earlier.map(({ branchId, disposition }) => [branchId, disposition]));
  return new Set([...last].flatMap(([branchId, disposition]) => (disposition === 'passed-awaiting' ? [] : branchId)));
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

export interface PublicationList {
  readonly year: number;
  readonly branches: readonly {
    readonly branchId: string;
    readonly runId: string;
    readonly score: number | null;
    readonly recheck: string;
  }[];
}

/** The registered branches of a round whose draw is done: the population a recognition is frozen from. */
export async function publicationList(
  m: EntityManager,
  campaign: { readonly campaignId: string; readonly year: number; readonly no: number },
): Promise<GeneratedList<PublicationList>> {
  const rows = await m.query<PublicationList['branches']>(
    `SELECT branch_id AS branchId, id AS runId, superior_score AS score, recheck FROM branch_runs
      WHERE campaign_id = ? AND year = ? AND step = ${literal(STEP_BEFORE_PUBLICATION)} ORDER BY branch_id`,
    [campaign.campaignId, campaign.year],
  );
  const before = await published(m, campaign);
  const branches = rows.filter(({ branchId }) => !before.has(branchId)).map((row) => ({ ...row }));
  return generated(campaign.campaignId, {
    kind: 'publication-list',
    no: campaign.no,
    body: { year: campaign.year, branches },
  });
}

/** Branches of earlier publications of the round: one may not have been told yet that it is published. */
async function published(
  m: EntityManager,
  { campaignId, year }: { readonly campaignId: string; readonly year: number },
): Promise<ReadonlySet<string>> {
  const publications = await m.findBy(PublicationEntity, { campaignId, year });
  const lists = await Promise.all(publications.map(({ documentId: id }) => keptList<PublicationList>(m, id)));
  return new Set(lists.flatMap((list) => list?.branches.map(({ branchId }) => branchId) ?? []));
}

export interface DispositionList {
  readonly year: number;
  readonly branches: readonly {
    readonly branchId: string;
    readonly runId: string;
    readonly disposition: Disposition;
  }[];
}

/** Where every branch of the round stands at its closing, each once; and those between two steps of the committee. */
export async function dispositionList(
  m: EntityManager,
  campaign: { readonly campaignId: string; readonly year: number },
): Promise<GeneratedList<DispositionList> & { pending: string[] }> {
  const rows = await m.query<
    {
      branchId: string;
      runId: string;
      step: BranchStep;
      mode: BranchRunMode;
      target: Target | null;
      result: Result | null;
      concludedAt: Date | null;
      recognisedAt: Date | null;
      recheck: BranchRunState['recheck'];
      disposition: Disposition | null;
      recognisedBefore: string | number;
    }[]
  >(
    `SELECT r.branch_id AS branchId, r.id AS runId, r.step, r.mode, r.target, r.result, r.concluded_at AS concludedAt,
            r.recognised_at AS recognisedAt, r.recheck, r.disposition,
            EXISTS (SELECT 1 FROM branch_runs e WHERE e.branch_id = r.branch_id AND e.year < r.year
                     AND e.recognised_at IS NOT NULL) AS recognisedBefore
       FROM branch_runs r WHERE r.campaign_id = ? AND r.year = ? ORDER BY r.branch_id`,
    [campaign.campaignId, campaign.year],
  );
  const body: DispositionList = {
    year: campaign.year,
    branches: rows.map((row) => ({
      branchId: row.branchId,
      runId: row.runId,
      disposition: dispositionOf({
        excludedBecause: row.disposition === 'excluded' ? 'dissolved' : null,
        recognised: row.recognisedAt !== null || Number(row.recognisedBefore) === 1,
        passed: row.result === 'passed' && row.recheck !== 'overturned',
        planned: row.target === 'this-year',
        assessed: row.concludedAt !== null,
      }),
    })),
  };
  return {
    ...generated(campaign.campaignId, { kind: 'disposition-list', no: campaign.year, body }),
    pending: rows.filter(({ step }) => STEPS_WITH_COMMITTEE.includes(step)).map(({ branchId }) => branchId),
  };
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
