import { type ConclusionList, nothingFor, type OrganisationRun } from '@app/domain';
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
import type { RowsOfRun } from './run-rows';

/** What the local write of an organisation's year looks up; its kept lists, decisions and filings. */
export const ORGANISATION_RUN_ROWS: RowsOfRun<OrganisationRun, OrganisationRunEntity, ConclusionList> = {
  table: ORGANISATION_RUN_TABLE,
  roundOf: ({ campaignId, year }) => ({ campaignId, year }),
  deadlineHomeOf: ({ setting, workflowId }) => deadlineHomeOf(setting, workflowId),
  lookUp: lookUpOrganisationRun,
  records: {
    ...nothingFor(
      'organisation-run-opened',
      'survey-completed',
      'organisation-plan-submitted',
      'organisation-plan-returned',
      'organisation-run-closed',
    ),
    'conclusions-submitted': async (m, { setting, kept: body = {} }, { listNo: no, at }) => {
      await keepList(m, homeOf(setting), { kind: 'conclusion-list', no, body, at });
    },
    'decision-recorded': async (m, { setting, state, attribution }, payload) => {
      const { decisionId, number, decidedOn, struck, reasonId = null, recusals, at } = payload;
      const { campaignId, programmeVersion, runId } = setting;
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
        reasonId,
        recusals: [...recusals],
        recordedBy: attribution?.actor ?? '',
        recordedAt: at,
      });
    },
    'filing-sent': async (m, { setting, state }, { filingId, digest, lines, sentAt, at }) => {
      const { campaignId, programmeVersion, runId, organisationId, year } = setting;
      const known = await m.findOneBy(FilingEntity, { id: filingId });
      if (known) {
        await m.update(FilingEntity, { id: filingId }, { sentAt, digest, sendings: known.sendings + 1 });
        return;
      }
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
      await keepList(m, homeOf(setting), { kind: 'filing-list', no: state.listNo, body: list?.body ?? {}, at });
    },
    'filing-returned': async (m, { state }, { at: returnedAt }) => {
      await m.update(FilingEntity, { id: state.filingId ?? '' }, { returnedAt });
    },
    'filing-date-lost': async (m, _, { filingId: id }) => {
      await m.update(FilingEntity, { id }, { sentAt: null });
    },
    'filing-registered': async (m, _, { filingId: id, at: registeredAt, bySilence }) => {
      await m.update(FilingEntity, { id }, { registeredAt, bySilence });
    },
  },
};

function homeOf({ campaignId, programmeVersion, runId }: OrganisationRun['setting']) {
  return { campaignId, programmeVersion, runId };
}
