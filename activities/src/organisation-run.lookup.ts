import type { EntityManager } from 'typeorm';
import {
  checkOrganisationPlan,
  type ConclusionList,
  countTargets,
  type OrganisationPlan,
  type OrganisationRun,
  type OrganisationRunCommand,
  type OrganisationRunLookup,
  type OrganisationRunSetting,
} from '@app/domain';
import {
  concludedOnOf,
  conclusionList,
  decisionNumbersOf,
  dissolvedOf,
  DocumentEntity,
  expiryOf,
  filingList,
  filingSenderOf,
  idOf,
  newestDocument,
  planFrameOf,
  remarksOf,
  surveyProgress,
} from '@app/persistence';
import type { LookedUp, Looking } from './run-rows';

/**
 * What the tables know about an organisation's command or news; the list that a command is decided on is the one that is
 * kept: read again, it may hold what was committed in between.
 */
export async function lookUpOrganisationRun(
  m: EntityManager,
  { setting, state, what }: Looking<OrganisationRun>,
): Promise<LookedUp<OrganisationRun, ConclusionList>> {
  if (what.kind === 'open' || what.kind === 'revive') return { lookup: {} };
  const { lookup, kept } =
    what.kind === 'news'
      ? { lookup: { survey: await surveyProgress(m, setting) } }
      : await lookUpCommand(m, { setting, state }, what.command);
  const expiresAt = await expiryOf(m, setting.runId, state.step);
  return { lookup: { ...lookup, expiresAt }, ...(kept && { kept }) };
}

/** What the tables know about an organisation's command. */
async function lookUpCommand(
  m: EntityManager,
  { setting, state }: Pick<Looking<OrganisationRun>, 'setting' | 'state'>,
  command: OrganisationRunCommand,
): Promise<LookedUp<OrganisationRun, ConclusionList>> {
  const run = {
    runId: setting.runId,
    organisationId: setting.organisationId,
    year: setting.year,
    listNo: state.listNo,
  };
  switch (command.name) {
    case 'submitOrganisationPlan':
      return { lookup: await lookUpPlan(m, setting, command.input.documentId) };
    case 'returnOrganisationPlan':
    case 'returnFiling':
      return { lookup: await remarksOf(m, setting.runId, command.input.remarksId) };
    case 'submitConclusions': {
      const list = await conclusionList(m, run);
      const sent = state.step === 'deciding' ? await laidList(m, state) : null;
      const listed = branchIds(list);
      const { passed, failed, reviewed } = listed;
      const settledOn = await concludedOnOf(m, { year: setting.year, branchIds: [...passed, ...failed, ...reviewed] });
      return { lookup: { conclusions: { ...listed, waiting: sent?.digest ?? null, settledOn } }, kept: list.body };
    }
    case 'recordDecision': {
      const list = await laidList(m, state);
      const decisionId = idOf(setting.runId, 'decision', state.listNo);
      const conclusions =
        list && branchIds({ documentId: list.id, digest: list.digest, body: list.body as ConclusionList, pending: [] });
      const gone = await dissolvedOf(m, conclusions?.passed ?? []);
      const numbers = await decisionNumbersOf(m, setting.organisationId);
      const { reasonId } = command.input;
      const reasons = reasonId === undefined ? {} : await remarksOf(m, setting.runId, reasonId);
      return {
        lookup: { decisionId, numbers, ...reasons, ...(conclusions && { conclusions: { ...conclusions, gone } }) },
      };
    }
    case 'sendFiling': {
      const filing = await filingList(m, run);
      if (!filing) return { lookup: {} };
      const { filingId, digest, body } = filing;
      return { lookup: { filing: { filingId, digest, lines: body.branches.length } } };
    }
    case 'registerFiling':
      return { lookup: { sender: await filingSenderOf(m, setting.runId) } };
  }
}

/** The list of conclusions that was handed over last. */
function laidList(m: EntityManager, { listId }: OrganisationRun['state']): Promise<DocumentEntity | null> {
  return m.findOneBy(DocumentEntity, { id: listId ?? '' });
}

function branchIds(list: { documentId: string; digest: string; body: ConclusionList; pending: readonly string[] }) {
  const ids = (lines: readonly { readonly branchId: string }[]) => lines.map(({ branchId }) => branchId);
  const { passed, failed, reviewed } = list.body;
  return {
    documentId: list.documentId,
    digest: list.digest,
    passed: ids(passed),
    failed: ids(failed),
    reviewed: ids(reviewed),
    pending: list.pending,
  };
}

async function lookUpPlan(
  m: EntityManager,
  setting: OrganisationRunSetting,
  documentId: string,
): Promise<OrganisationRunLookup> {
  const last = await newestDocument(m, { runId: setting.runId, kind: 'organisation-plan' });
  if (last?.id !== documentId) return {};
  const plan = last.body as OrganisationPlan;
  const faults = checkOrganisationPlan(plan, await planFrameOf(m, setting, plan));
  return {
    document: { digest: last.digest, frozen: last.frozenAt !== null, faults },
    plan: countTargets(plan),
  };
}
