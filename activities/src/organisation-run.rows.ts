import type { EntityManager } from 'typeorm';
import type { ConclusionList, OrganisationRun, OrganisationRunEvent } from '@app/domain';
import {
  DecisionEntity,
  FilingEntity,
  filingList,
  keepList,
  keptList,
  ORGANISATION_RUN_TABLE,
  type OrganisationRunEntity,
} from '@app/persistence';
import { deadlineHomeOf } from './deadline-home';
import { lookUpOrganisationRun } from './organisation-run.lookup';
import type { Recording, RowsOfRun } from './run-rows';

/** What the local write of an organisation's year looks up, and the rows beside its own that its events make. */
export const ORGANISATION_RUN_ROWS: RowsOfRun<OrganisationRun, OrganisationRunEntity, ConclusionList> = {
  table: ORGANISATION_RUN_TABLE,
  deadlineHomeOf: ({ setting, workflowId }) => deadlineHomeOf(setting, workflowId),
  lookUp: lookUpOrganisationRun,
  record,
};

/** Rows beside the run's own that an event makes: kept lists, decisions, filings. */
async function record(
  m: EntityManager,
  { setting, state, kept, actor }: Recording<OrganisationRun, OrganisationRunEntity, ConclusionList>,
  event: OrganisationRunEvent,
): Promise<void> {
  const { campaignId, programmeVersion, runId, organisationId, year } = setting;
  const home = { campaignId, programmeVersion, runId };
  if (event.type === 'conclusions-submitted') {
    const body = kept ?? {};
    await keepList(m, home, { kind: 'conclusion-list', no: event.payload.listNo, body, at: event.payload.at });
  }
  if (event.type === 'decision-recorded') {
    const { decisionId, number, decidedOn, struck, recusals, at } = event.payload;
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
  if (event.type === 'filing-sent') {
    const { filingId, digest, lines, sentAt, at } = event.payload;
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
  if (event.type === 'filing-returned')
    await m.update(FilingEntity, { id: state.filingId ?? '' }, { returnedAt: event.payload.at });
  if (event.type === 'filing-date-lost') await m.update(FilingEntity, { id: event.payload.filingId }, { sentAt: null });
  if (event.type === 'filing-registered') {
    const { filingId, at, bySilence } = event.payload;
    await m.update(FilingEntity, { id: filingId }, { registeredAt: at, bySilence });
  }
}
