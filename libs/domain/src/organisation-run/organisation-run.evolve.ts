import {
  type OrganisationRunFact,
  type OrganisationRunSetting,
  type OrganisationRunState,
  type OrganisationStep,
  organisationOfficeAt,
} from './organisation-run';

/** The state after one more fact. */
export function evolveOrganisationRun(
  setting: OrganisationRunSetting,
  state: OrganisationRunState,
  fact: OrganisationRunFact,
): OrganisationRunState {
  const to = (step: OrganisationStep, change: Partial<OrganisationRunState> = {}): OrganisationRunState => ({
    ...state,
    step,
    since: fact.payload.at,
    waitingOn: organisationOfficeAt(step, setting),
    ...change,
  });
  switch (fact.type) {
    case 'run-revived':
      return state;
    case 'organisation-run-opened':
      return to('planning');
    case 'survey-completed':
      return { ...state, surveyMet: true };
    case 'organisation-plan-submitted':
      return to(state.step === 'planning' ? 'assessing' : state.step, {
        planId: fact.payload.documentId,
        plannedThisYear: fact.payload.thisYear,
        plannedNextYear: fact.payload.nextYear,
      });
    case 'organisation-plan-returned':
      return to('planning');
    case 'conclusions-submitted':
      return to(fact.payload.passed > 0 ? 'deciding' : state.step === 'registered' ? 'registered' : 'assessing', {
        listNo: fact.payload.listNo,
        listId: fact.payload.documentId,
        listed: fact.payload.passed,
        failed: fact.payload.failed,
      });
    case 'decision-recorded':
      return to(fact.payload.agreed > 0 ? 'filing' : 'assessing', {
        decisionId: fact.payload.decisionId,
        decided: fact.payload.agreed,
        struck: fact.payload.struck.length,
      });
    case 'filing-sent':
      return to('registering', {
        filingId: fact.payload.filingId,
        sentAt: fact.payload.sentAt,
        registeredAt: null,
        bySilence: false,
      });
    case 'filing-returned':
      return to('filing');
    case 'filing-date-lost':
      return { ...state, sentAt: null };
    case 'filing-registered':
      return to('registered', { registeredAt: fact.payload.at, bySilence: fact.payload.bySilence });
    case 'organisation-run-closed':
      return to('closed');
  }
}
