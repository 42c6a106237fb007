import { Inject, Injectable } from '@nestjs/common';
import { DataSource, type EntityManager } from 'typeorm';
import type { RunAnswer, RunWrite } from '@app/contracts';
import {
  applyOrganisationNews,
  checkOrganisationPlan,
  countTargets,
  decideOrganisationRun,
  openOrganisationRun,
  type OrganisationPlan,
  type OrganisationRunCommand,
  type OrganisationRunFact,
  type OrganisationRunFacts,
  type OrganisationRunNews,
  type OrganisationRunSetting,
  type OrganisationRunState,
  UNOPENED_ORGANISATION_RUN,
  recordRevival,
} from '@app/domain';
import {
  conclusionList,
  type ConclusionList,
  DecisionEntity,
  DocumentEntity,
  expiryOf,
  FilingEntity,
  filingList,
  idOf,
  keepList,
  keptList,
  newestDocument,
  ORGANISATION_RUN,
  planFrameOf,
  remarksOf,
  runOperation,
  surveyProgress,
} from '@app/persistence';
import type { Clock } from '@app/platform';
import { CLOCK } from './clock';
import { deadlineHomeOf } from './deadline-home';
import { answerOf, operationOf } from './run-write';

/** The local writes of an organisation's year. */
@Injectable()
export class OrganisationRunActivities {
  constructor(
    @Inject(DataSource) private readonly dataSource: DataSource,
    @Inject(CLOCK) private readonly clock: Clock,
  ) {}

  /** Opens the run, records a hand-over or takes in news: one transaction, once per operation key. */
  async writeOrganisationRun(
    input: RunWrite<OrganisationRunCommand, OrganisationRunNews>,
  ): Promise<RunAnswer<OrganisationRunState>> {
    const { what } = input;
    const decidedOn: DecidedOn = {};
    const outcome = await runOperation(this.dataSource, {
      ...operationOf(input, this.clock.now()),
      kind: ORGANISATION_RUN,
      decide: async (m, { setting, state }) => {
        if (what.kind === 'revive') return recordRevival(what.at, what.revival);
        if (what.kind === 'open') return openOrganisationRun(setting, what.at);
        if (what.kind === 'news') {
          const survey = await surveyProgress(m, setting);
          const expiresAt = await expiryOf(m, setting.runId, state.step);
          return applyOrganisationNews(setting, state, what.message, { survey, expiresAt });
        }
        const facts = await organisationRunFacts(m, setting, state, what.command, decidedOn);
        const expiresAt = await expiryOf(m, setting.runId, state.step);
        return decideOrganisationRun(setting, state, what, { ...facts, expiresAt });
      },
      deadlineHome: ({ setting, entity }) => deadlineHomeOf(setting, entity.workflowId),
      record: (m, { setting, state }, fact) =>
        recordOrganisationFact(m, setting, state, fact, {
          actor: what.kind === 'command' ? what.spoken.actor : '',
          decidedOn,
        }),
    });
    return answerOf(UNOPENED_ORGANISATION_RUN, outcome);
  }
}

/** The list a command was decided on is the one that is kept: read again, it may hold what was committed in between. */
interface DecidedOn {
  conclusions?: ConclusionList;
}

/** What the tables know about an organisation's command. */
async function organisationRunFacts(
  m: EntityManager,
  setting: OrganisationRunSetting,
  state: OrganisationRunState,
  command: OrganisationRunCommand,
  decidedOn: DecidedOn,
): Promise<OrganisationRunFacts> {
  const run = {
    runId: setting.runId,
    organisationId: setting.organisationId,
    year: setting.year,
    listNo: state.listNo,
  };
  switch (command.name) {
    case 'submitOrganisationPlan':
      return planFacts(m, setting, command.input.documentId);
    case 'returnOrganisationPlan':
    case 'returnFiling':
      return remarksOf(m, setting.runId, command.input.remarksId);
    case 'submitConclusions': {
      const list = await conclusionList(m, run);
      decidedOn.conclusions = list.body;
      const { listId } = state;
      const sent = state.step === 'deciding' && listId ? await m.findOneBy(DocumentEntity, { id: listId }) : null;
      return { conclusions: { ...branchIds(list), waiting: sent?.digest ?? null } };
    }
    case 'recordDecision': {
      const list = await keptList<ConclusionList>(m, state.listId ?? '');
      return {
        decisionId: idOf(setting.runId, 'decision', state.listNo),
        ...(list && {
          conclusions: branchIds({ documentId: state.listId ?? '', digest: '', body: list, pending: [] }),
        }),
      };
    }
    case 'sendFiling': {
      const filing = await filingList(m, run);
      return {
        ...(filing && {
          filing: { filingId: filing.filingId, digest: filing.digest, lines: filing.body.branches.length },
        }),
      };
    }
    case 'registerFiling':
      return {};
  }
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

async function planFacts(
  m: EntityManager,
  setting: OrganisationRunSetting,
  documentId: string,
): Promise<OrganisationRunFacts> {
  const last = await newestDocument(m, setting.runId, 'organisation-plan');
  if (last?.id !== documentId) return {};
  const plan = last.body as OrganisationPlan;
  const faults = checkOrganisationPlan(plan, await planFrameOf(m, setting, plan));
  return {
    document: { digest: last.digest, frozen: last.frozenAt !== null, faults },
    plan: countTargets(plan),
  };
}

/** Rows beside the run's own that a fact makes: kept lists, decisions, filings. */
async function recordOrganisationFact(
  m: EntityManager,
  setting: OrganisationRunSetting,
  state: OrganisationRunState,
  fact: OrganisationRunFact,
  { actor, decidedOn }: { readonly actor: string; readonly decidedOn: DecidedOn },
): Promise<void> {
  const { campaignId, programmeVersion, runId, organisationId, year } = setting;
  const home = { campaignId, programmeVersion, runId };
  if (fact.type === 'conclusions-submitted') {
    const body = decidedOn.conclusions ?? {};
    await keepList(m, home, { kind: 'conclusion-list', no: fact.payload.listNo, body, at: fact.payload.at });
  }
  if (fact.type === 'decision-recorded') {
    const { decisionId, number, decidedOn, struck, recusals, at } = fact.payload;
    const list = await keptList<ConclusionList>(m, state.listId ?? '');
    await m.insert(DecisionEntity, {
      id: decisionId,
      campaignId,
      programmeVersion,
      organisationRunId: runId,
      listNo: state.listNo,
      listId: state.listId ?? '',
      number,
      decidedOn,
      agreed: (list?.passed ?? []).map(({ branchId }) => branchId).filter((branchId) => !struck.includes(branchId)),
      struck: [...struck],
      recusals: [...recusals],
      recordedBy: actor,
      recordedAt: at,
    });
  }
  if (fact.type === 'filing-sent') {
    const { filingId, digest, lines, sentAt, at } = fact.payload;
    const known = await m.findOneBy(FilingEntity, { id: filingId });
    if (known) await m.update(FilingEntity, { id: filingId }, { sentAt, digest, sendings: known.sendings + 1 });
    else {
      const list = await filingList(m, { runId, organisationId, year, listNo: state.listNo });
      await m.insert(FilingEntity, {
        id: filingId,
        campaignId,
        programmeVersion,
        organisationRunId: runId,
        listNo: state.listNo,
        decisionId: state.decisionId ?? '',
        lines,
        digest,
        sendings: 1,
        sentAt,
      });
      await keepList(m, home, { kind: 'filing-list', no: state.listNo, body: list?.body ?? {}, at });
    }
  }
  if (fact.type === 'filing-returned')
    await m.update(FilingEntity, { id: state.filingId ?? '' }, { returnedAt: fact.payload.at });
  if (fact.type === 'filing-date-lost') await m.update(FilingEntity, { id: fact.payload.filingId }, { sentAt: null });
  if (fact.type === 'filing-registered') {
    const { filingId, at, bySilence } = fact.payload;
    await m.update(FilingEntity, { id: filingId }, { registeredAt: at, bySilence });
  }
}
