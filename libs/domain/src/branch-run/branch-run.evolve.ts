import { type BranchRunFact, type BranchRunSetting, type BranchRunState, officeAt } from './branch-run';
import { type BranchStep } from './branch-run.terms';

/** The state after one more fact; the only way a branch run's row and workflow state change. */
export function evolveBranchRun(setting: BranchRunSetting, state: BranchRunState, fact: BranchRunFact): BranchRunState {
  const to = (step: BranchStep, change: Partial<BranchRunState> = {}): BranchRunState => ({
    ...state,
    step,
    since: fact.payload.at,
    waitingOn: officeAt(step, setting),
    ...change,
  });
  switch (fact.type) {
    case 'run-revived':
      return state;
    case 'branch-run-opened':
      return to(fact.payload.step, { result: fact.payload.result });
    case 'survey-opened':
      return to('survey-writing', { problems: fact.payload.imported });
    case 'survey-submitted':
      return to('survey-confirming', { problems: fact.payload.problems });
    case 'survey-returned':
      return to('survey-writing');
    case 'survey-confirmed':
      return to(fact.payload.step, { surveyClass: fact.payload.surveyClass });
    case 'target-set':
      return fact.payload.step === state.step
        ? { ...state, target: fact.payload.target }
        : to(fact.payload.step, { target: fact.payload.target });
    case 'branch-plan-submitted':
      return to('plan-approving', { problems: fact.payload.problems });
    case 'branch-plan-returned':
      return to('plan-writing');
    case 'branch-plan-approved':
      return to(fact.payload.step);
    case 'assessment-submitted':
      return to(fact.payload.step, {
        attempt: fact.payload.attempt,
        selfScore: fact.payload.score,
        early: fact.payload.early,
        superiorScore: null,
        assessors: [],
        signed: null,
        result: null,
        struck: false,
        recheck: null,
        recheckId: null,
        warnings: [],
      });
    case 'assessment-returned':
      return to(fact.payload.step);
    case 'ballot-opened':
      return to('balloting', { ballotBoxId: fact.payload.ballotBoxId });
    case 'ballot-closed':
      return to('assessing', { ballot: fact.payload.tally });
    case 'assessment-signed':
      return to('countersigning', {
        assessors: [fact.payload.assessor],
        signed: { documentId: fact.payload.documentId, digest: fact.payload.digest },
      });
    case 'assessment-concluded':
      return to(fact.payload.result === 'passed' ? 'listing' : 'rectifying', {
        superiorScore: fact.payload.score,
        selfScore: fact.payload.selfScore ?? state.selfScore,
        assessors: [...state.assessors, fact.payload.assessor],
        signed: null,
        result: fact.payload.result,
        concludedAt: fact.payload.at,
        warnings: fact.payload.warnings,
      });
    case 'assessment-disputed':
      return to('assessing', { superiorScore: null, assessors: [], signed: null });
    case 'review-submitted':
      return to('review-confirming');
    case 'review-returned':
      return to('review-writing');
    case 'review-confirmed':
      return to('reviewed', {
        review: fact.payload.result,
        superiorScore: fact.payload.score,
        concludedAt: fact.payload.at,
      });
    case 'branch-listed':
      return to('deciding');
    case 'branch-decided':
      return to('filing', { decisionId: fact.payload.decisionId });
    case 'branch-struck':
      return to('rectifying', { struck: true, result: null, decisionId: fact.payload.decisionId });
    case 'branch-filed':
      return to('registering');
    case 'branch-filing-returned':
      return to('filing');
    case 'branch-registered':
      return to('draw-waiting', { registeredAt: fact.payload.at });
    case 'branch-drawn':
      return { ...to('rechecking', { recheckId: fact.payload.recheckId }), waitingOn: fact.payload.area };
    case 'branch-not-drawn':
      return to('publication-waiting', { recheck: 'not-drawn' });
    case 'recheck-upheld':
      return to('publication-waiting', { recheck: 'upheld', superiorScore: fact.payload.score });
    case 'recheck-overturned':
      return to('rectifying', {
        recheck: 'overturned',
        superiorScore: fact.payload.score,
        result: 'failed',
        registeredAt: null,
      });
    case 'pass-lost':
      return to('plan-writing', { result: null });
    case 'branch-published':
      return to('published', { publishedIn: fact.payload.publicationId });
    case 'branch-recognised':
      return to('recognised', { recognisedIn: fact.payload.recognitionId, recognisedAt: fact.payload.at });
    case 'branch-dissolved':
      return to('closed', { disposition: 'excluded' });
    case 'branch-run-closed':
      return to('closed', { disposition: fact.payload.disposition });
  }
}
