import type { BranchStep } from '@app/domain';
import { ENTERED_LATE, isQuestioned, isReturned } from './script';
import { assess, applyWithSheet, castAndClose, countersign, openBallot } from './assessment-acts';
import { lineOf } from './officeholders';
import { importProblems, planProblems } from './problem-acts';
import type { BranchRunView, DocumentView } from './reads';
import { DIMENSIONS } from './sheets';
import { openSheet, saveDraft, say, type Stage } from './stage';

type Act = (stage: Stage, run: BranchRunView) => Promise<unknown>;

/** What the office at each step of a branch's year does; null where the branch is moved by what is done elsewhere. */
export const BRANCH_ACTS: Readonly<Record<BranchStep, Act | null>> = {
  opening: null,
  'survey-opening': openSurvey,
  'survey-writing': submitSurvey,
  'survey-confirming': confirmOrReturnSurvey,
  'target-waiting': null, // its organisation's plan
  'plan-writing': submitPlan,
  'plan-approving': approveOrReturnPlan,
  building: applyWithSheet,
  maintaining: null, // the end of the round
  'ballot-opening': openBallot,
  balloting: castAndClose,
  assessing: assess,
  countersigning: countersign,
  rectifying: applyWithSheet,
  'review-writing': submitReview,
  'review-confirming': confirmReview,
  reviewed: null, // the end of the round
  // the list that its organisation lays before the party group and files
  listing: null,
  deciding: null,
  filing: null,
  registering: null,
  // the committee's spot checks, publications and end of the round
  'draw-waiting': null,
  rechecking: null,
  'publication-waiting': null,
  published: null,
  recognised: null,
  closed: null,
};

/** The superior opens the survey and brings in what last year's check-up found. */
async function openSurvey(stage: Stage, run: BranchRunView): Promise<void> {
  await importProblems(stage, run);
  await say(stage, superiorOf(stage, run), { path: '/surveys', subject: run, body: { branchRunId: run.id } });
}

async function submitSurvey(stage: Stage, run: BranchRunView): Promise<void> {
  const secretary = stage.officeholders.secretary(run.branchCode);
  const document = await stage.reads.newest('branch-runs', run.id, 'survey');
  const body = { answers: DIMENSIONS.map((dimension, at) => answerOf(run, dimension, { at, no: document.no })) };
  const { id, digest } = await saveDraft(stage, secretary, { document, resource: 'surveys', body });
  await say(stage, secretary, { path: `/surveys/${id}/submit`, subject: run, body: { digest } });
}

function answerOf(
  { branchCode }: BranchRunView,
  dimension: string,
  { at, no }: { readonly at: number; readonly no: number },
) {
  const found = lineOf(branchCode) % DIMENSIONS.length === at;
  return found
    ? { dimension, found, note: no > 1 ? '样例：问题已写明时间和次数' : '样例：有不足' }
    : { dimension, found };
}

async function confirmOrReturnSurvey(stage: Stage, run: BranchRunView): Promise<void> {
  const document = await stage.reads.newest('branch-runs', run.id, 'survey');
  if (isReturned('survey', run.year, run.branchCode) && document.no === 1) {
    return returnWith(stage, run, { document, resource: 'surveys', pointer: '/answers', text: '请写明时间和次数' });
  }
  const surveyClass = (['middle', 'advanced', 'middle', 'behind'] as const)[lineOf(run.branchCode) % 4];
  const path = `/surveys/${document.id}/confirm`;
  await say(stage, superiorOf(stage, run), { path, subject: run, body: { surveyClass } });
}

async function submitPlan(stage: Stage, run: BranchRunView): Promise<void> {
  await planProblems(stage, run);
  const secretary = stage.officeholders.secretary(run.branchCode);
  const { id } = await stage.reads.newest('branch-runs', run.id, 'branch-plan');
  const { digest } = await stage.api.get<{ digest: string }>(secretary, `/branch-plans/${id}`);
  const { branch, paper, paperDate } = ENTERED_LATE;
  const late = run.year === 2020 && run.branchCode === branch;
  const body = { digest, ...(late && { happenedOn: paperDate, lateEntry: { paper, paperDate } }) };
  await say(stage, secretary, { path: `/branch-plans/${id}/submit`, subject: run, body });
}

async function approveOrReturnPlan(stage: Stage, run: BranchRunView): Promise<void> {
  const document = await stage.reads.newest('branch-runs', run.id, 'branch-plan');
  if (isReturned('branch-plan', run.year, run.branchCode) && document.no === 1) {
    const remark = { pointer: '/problems', text: '措施须可检查' };
    return returnWith(stage, run, { document, resource: 'branch-plans', ...remark });
  }
  await say(stage, superiorOf(stage, run), { path: `/branch-plans/${document.id}/approve`, subject: run });
}

async function submitReview(stage: Stage, run: BranchRunView): Promise<void> {
  const secretary = stage.officeholders.secretary(run.branchCode);
  const document = await stage.reads.newest('branch-runs', run.id, 'review');
  const { body } = await stage.api.get<{ body: object }>(secretary, `/reviews/${document.id}`);
  const reviewed = { ...body, confirmed: DIMENSIONS, remark: '样例复查：情况没有变化' };
  const { id, digest } = await saveDraft(stage, secretary, { document, resource: 'reviews', body: reviewed });
  await say(stage, secretary, { path: `/reviews/${id}/submit`, subject: run, body: { digest } });
}

async function confirmReview(stage: Stage, run: BranchRunView): Promise<void> {
  const document = await stage.reads.newest('branch-runs', run.id, 'review');
  const result = isQuestioned(run.year, run.branchCode) ? 'questioned' : 'upheld';
  const confirmer = stage.officeholders.judge(run.organisationCode, run.branchCode);
  await openSheet(stage, confirmer, { document, resource: 'reviews' });
  await say(stage, confirmer, { path: `/reviews/${document.id}/confirm`, subject: run, body: { result } });
}

async function returnWith(
  stage: Stage,
  run: BranchRunView,
  on: { readonly document: DocumentView; readonly resource: string; readonly pointer: string; readonly text: string },
): Promise<void> {
  const { document, resource, pointer, text } = on;
  const body = { lines: [{ pointer, text: `样例：${text}` }] };
  await say(stage, superiorOf(stage, run), { path: `/${resource}/${document.id}/return`, subject: run, body });
}

function superiorOf({ officeholders }: Stage, { organisationCode }: BranchRunView): string {
  return officeholders.superior(organisationCode);
}
