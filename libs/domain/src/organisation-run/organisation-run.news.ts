import type { OrganisationRunSetting, OrganisationRunState } from './organisation-run';
import type { OrganisationDecision, OrganisationMoment } from './organisation-run.types';

/** The organisation's survey date is met once none of its branches owes a survey any more, worst first. */
export function completeSurvey({
  setting,
  state,
  at,
  lookup,
}: OrganisationMoment): OrganisationDecision<'survey-completed'> {
  const survey = lookup?.survey;
  if (!owesSurvey(setting, state) || !survey || survey.open > 0) return { events: [] };
  return {
    events: [{ type: 'survey-completed', payload: { at, branches: survey.branches } }],
    deadlines: [
      survey.branches === 0 || survey.handedOver.length === 0
        ? { action: 'void', kind: 'survey' }
        : { action: 'meet-together', kind: 'survey', parts: survey.handedOver },
    ],
  };
}

/** Not every round has a survey, and not every organisation has branches that owe one. */
function owesSurvey({ deadlines }: OrganisationRunSetting, { surveyMet }: OrganisationRunState): boolean {
  return !surveyMet && deadlines.some(({ kind }) => kind === 'survey');
}
