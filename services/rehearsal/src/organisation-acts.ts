import type { OrganisationStep } from '@app/domain';
import { numberIn } from './paper-number';
import type { BranchRunView, OrganisationRunView } from './reads';
import { FILING_RETURNED, isStruck, targetOf } from './script';
import { saveDraft, say, type Stage } from './stage';

type Act = (stage: Stage, run: OrganisationRunView, branches: readonly BranchRunView[]) => Promise<unknown>;

/** What the office at each step of an organisation's year does; null where it waits for the campaign. */
export const ORGANISATION_ACTS: Readonly<Record<OrganisationStep, Act | null>> = {
  opening: null,
  planning: submitPlan,
  assessing: submitConclusions,
  deciding: recordDecision,
  filing: sendFiling,
  registering: registerOrReturn,
  registered: null, // the end of the round
  closed: null,
};

/** Internal dates of a year's plan, for branches that are to attain the standard in it. */
const INTERNAL_DATES: Readonly<Record<number, object>> = {
  2020: { applyBy: '2020-11-18', ballotBy: '2020-11-20', assessBy: '2020-11-26' },
  2021: { applyBy: '2021-06-15', ballotBy: '2021-06-22', assessBy: '2021-06-30' },
  2022: { applyBy: '2022-03-11', ballotBy: '2022-03-18', assessBy: '2022-03-31' },
};

/** Targets of every branch that is to attain the standard, who answers, internal dates. */
async function submitPlan(stage: Stage, run: OrganisationRunView, branches: readonly BranchRunView[]): Promise<void> {
  const { year, organisationCode } = run;
  const superior = stage.officeholders.superior(organisationCode);
  const lines = branches
    .filter(({ mode, step }) => mode === 'attain' && step !== 'closed')
    .map(({ branchId, branchCode }) => ({ branchId, target: targetOf(year, branchCode) }));
  const body = {
    branches: lines,
    responsible: [await stage.reads.personId(superior.split('/').pop() ?? '')],
    dates: lines.some(({ target }) => target === 'this-year') ? INTERNAL_DATES[year] : null,
  };
  const document = await stage.reads.newest('organisation-runs', run.id, 'organisation-plan');
  const { id, digest } = await saveDraft(stage, superior, { document, resource: 'organisation-plans', body });
  await say(stage, superior, { path: `/organisation-plans/${id}/submit`, subject: run, body: { digest } });
}

/** The list of conclusions, as it is generated, is laid before the party group. */
async function submitConclusions(stage: Stage, run: OrganisationRunView): Promise<void> {
  const superior = stage.officeholders.superior(run.organisationCode);
  const { digest } = await stage.reads.list(superior, `/conclusions/next?organisationRunId=${run.id}`);
  const body = { organisationRunId: run.id, digest };
  await say(stage, superior, { path: '/conclusions/submit', subject: run, body });
}

/** The recorder types number and date of the paper on the list that was laid, and whom the body struck, with why. */
async function recordDecision(
  stage: Stage,
  run: OrganisationRunView,
  branches: readonly BranchRunView[],
): Promise<void> {
  const { year, organisationCode } = run;
  const struck = branches
    .filter(({ branchCode, step }) => step === 'deciding' && isStruck(year, branchCode))
    .map(({ branchId }) => ({ branchId, reason: '样例：党员大会记录不全，整改后再申报' }));
  const recorder = stage.officeholders.recorder(organisationCode);
  const { digest } = await stage.reads.list(recorder, `/conclusions?organisationRunId=${run.id}`);
  const body = {
    organisationRunId: run.id,
    digest,
    number: numberIn(stage.moment.on, { of: '样例党组', year, no: run.version }),
    decidedOn: stage.moment.on,
    struck,
    recusals: [],
  };
  await say(stage, recorder, { path: '/decisions', subject: run, body });
}

async function sendFiling(stage: Stage, run: OrganisationRunView): Promise<void> {
  const superior = stage.officeholders.superior(run.organisationCode);
  const { digest } = await stage.reads.list(superior, `/filings/next?organisationRunId=${run.id}`);
  await say(stage, superior, { path: '/filings', subject: run, body: { organisationRunId: run.id, digest } });
}

/** The committee registers, by another person than sent it, or on one day returns a filing for form. */
async function registerOrReturn(stage: Stage, run: OrganisationRunView): Promise<void> {
  const [first, second] = stage.officeholders.committee;
  const officer = stage.officeholders.superior(run.organisationCode) === first ? second : first;
  const filingId = await stage.reads.filingOf(run.id);
  const { organisation, year, on } = FILING_RETURNED;
  const returned = run.organisationCode === organisation && run.year === year && stage.moment.on === on;
  const body = { lines: [{ pointer: '', text: '样例：请加盖公章' }] };
  await (returned
    ? say(stage, officer, { path: `/filings/${filingId}/return`, subject: run, body })
    : say(stage, officer, { path: `/filings/${filingId}/register`, subject: run }));
}
