import type { DataSource } from 'typeorm';
import { type DocumentKind, type ProcessCommandName, RUN_KINDS, tableOf } from '@app/domain';
import { BranchRunEntity, FilingEntity, idOf } from '@app/persistence';
import { CONTROLLERS } from '../../services/api/src/app.module';
import { routesOf } from '../../services/api/src/edge/routes';
import { batchAnswerDto } from '../../services/api/src/process/batch';
import { present } from './present';

/** A command to a run, and where what it names is looked up. */
interface Told {
  readonly dataSource: DataSource;
  readonly campaignId: string;
  readonly workflowId: string;
  readonly input: object;
}

/** The id in a command's path, if it has one, and its body. */
interface Request {
  readonly id?: string;
  readonly body: object;
}

/** A command as it is said over HTTP, and as an item of its batch where it has one. */
export interface CommandRequest {
  readonly path: string;
  readonly body: object;
  readonly batch: { readonly path: string; readonly body: { readonly items: readonly object[] } } | null;
}

export async function requestOf(name: ProcessCommandName, told: Told): Promise<CommandRequest> {
  const ask = REQUESTS[name];
  if (!ask) throw new Error(`${name} is said by whoever holds the ballot`);
  const { id, body } = await ask(told);
  const own = ROUTES.filter(({ permission }) => permission === name);
  const batch = own.find(({ answer }) => answer === batchAnswerDto);
  const { path } = present(own.find((route) => route !== batch));
  return {
    path: path.replace('{id}', () => present(id)),
    body,
    batch: batch ? { path: batch.path, body: { items: [{ ...body, ...(id !== undefined && { id }) }] } } : null,
  };
}

const ROUTES = routesOf(CONTROLLERS);

const REMARKS = { lines: [{ pointer: '', text: '请补正' }] };

/** What every command of a process says; null where a ballot is held, whose box has an id of its own. */
const REQUESTS: Readonly<Record<ProcessCommandName, ((told: Told) => Promise<Request>) | null>> = {
  openRound: sayAsGiven,
  closeRound: async ({ campaignId, input }) => {
    const { year, ...body } = input as { year: number };
    return { id: idOf(campaignId, 'round', year), body };
  },
  orderSpotCheck: sayAsGiven,
  openPublication: sayAsGiven,
  recordRecognition: sayAsGiven,
  freezeSpotCheck: async (told) => ({ id: await runOf(told), body: {} }),
  revealSpotCheck: async (told) => ({ id: await runOf(told), body: {} }),
  concludeRecheck: async ({ input }) => {
    const { recheckId, reasonId, digest, verdict } = input as Record<string, string>;
    return { id: present(recheckId), body: { digest, verdict, ...(reasonId && { reason: '请补正' }) } };
  },
  confirmRecheck: async ({ input }) => {
    const { recheckId, digest } = input as Record<string, string>;
    return { id: present(recheckId), body: { digest } };
  },
  returnRecheck: async ({ input }) => {
    const { recheckId, sheetDigest: digest } = input as Record<string, string>;
    return { id: present(recheckId), body: { ...REMARKS, digest } };
  },
  submitOrganisationPlan: handOver('organisation-plan'),
  returnOrganisationPlan: giveBack('organisation-plan'),
  submitConclusions: sayOfOrganisation,
  recordDecision: async ({ input, ...told }) => {
    const {
      reasonId: _id,
      reasonDigest: _digest,
      struck,
      ...decided
    } = input as Record<string, string> & {
      readonly struck: readonly string[];
    };
    const lines = struck.map((branchId) => ({ branchId, reason: '请补正' }));
    return sayOfOrganisation({ ...told, input: { ...decided, struck: lines } });
  },
  sendFiling: sayOfOrganisation,
  returnFiling: async (told) => ({ id: await filingOf(told), body: REMARKS }),
  registerFiling: async (told) => ({ id: await filingOf(told), body: {} }),
  openSurvey: async (told) => ({ body: { branchRunId: await runOf(told) } }),
  submitSurvey: handOver('survey'),
  returnSurvey: giveBack('survey'),
  confirmSurvey: handOver('survey'),
  submitBranchPlan: handOver('branch-plan'),
  returnBranchPlan: giveBack('branch-plan'),
  approveBranchPlan: handOver('branch-plan'),
  submitAssessment: handOver('self-assessment'),
  returnAssessment: giveBack('self-assessment'),
  openBallot: null,
  closeBallot: null,
  signAssessment: handOver('superior-assessment'),
  countersignAssessment: handOver('superior-assessment'),
  submitReview: handOver('review'),
  returnReview: giveBack('review'),
  confirmReview: handOver('review'),
  dissolveBranch: async (told) => {
    const run = { id: await runOf(told) };
    const { branchId } = await told.dataSource.manager.findOneByOrFail(BranchRunEntity, run);
    return { id: branchId, body: { documentNumber: '苏委工〔2020〕撤字1号', reason: '撤销' } };
  },
};

async function sayAsGiven({ input }: Told): Promise<Request> {
  return { body: input };
}

async function sayOfOrganisation(told: Told): Promise<Request> {
  return { body: { ...told.input, organisationRunId: await runOf(told) } };
}

/** On the document that the command names, or the newest of its kind. */
function handOver(kind: DocumentKind) {
  return async (told: Told): Promise<Request> => {
    const { documentId: id = await newestOf(told, kind), ...body } = told.input as { documentId?: string };
    return { id, body };
  };
}

function giveBack(kind: DocumentKind) {
  return async (told: Told): Promise<Request> => ({ id: await newestOf(told, kind), body: REMARKS });
}

async function newestOf(told: Told, kind: DocumentKind): Promise<string> {
  const rows = await told.dataSource.query<{ id: string }[]>(
    'SELECT id FROM documents WHERE run_id = ? AND kind = ? ORDER BY no DESC LIMIT 1',
    [await runOf(told), kind],
  );
  return present(rows[0]).id;
}

async function filingOf(told: Told): Promise<string> {
  const organisationRunId = await runOf(told);
  return (await told.dataSource.manager.findOneByOrFail(FilingEntity, { organisationRunId })).id;
}

async function runOf({ dataSource, workflowId }: Told): Promise<string> {
  const tables = RUN_KINDS.map(tableOf);
  const rows = await dataSource.query<{ id: string }[]>(
    tables.map((table) => `SELECT id FROM ${table} WHERE workflow_id = ?`).join(' UNION ALL '),
    tables.map(() => workflowId),
  );
  return present(rows[0]).id;
}
