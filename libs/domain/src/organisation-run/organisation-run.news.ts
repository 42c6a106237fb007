import type { Decision } from '../process/decision';
import type { OrganisationRunFact, OrganisationRunSetting, OrganisationRunState } from './organisation-run';
import type { OrganisationRunFacts, OrganisationRunMessage } from './organisation-run.command';
import { lapsed } from './expiry';

type OrganisationDecision = Decision<OrganisationRunFact>;

/** Applies news; news that no longer fits changes nothing. */
export function applyOrganisationNews(
  setting: OrganisationRunSetting,
  state: OrganisationRunState,
  { news, receivedAt: at }: OrganisationRunMessage,
  facts?: OrganisationRunFacts,
): OrganisationDecision {
  const nothing: OrganisationDecision = { facts: [] };
  if (state.step === 'closed') return nothing;
  switch (news.topic) {
    case 'survey-submitted':
    case 'branch-left': {
      const survey = facts?.survey;
      if (!owesSurvey(setting, state) || !survey || survey.open > 0) return nothing;
      return {
        facts: [{ type: 'survey-completed', payload: { at, branches: survey.branches } }],
        deadlines: [
          survey.branches === 0 || survey.handedOver.length === 0
            ? { action: 'void', kind: 'survey' }
            : { action: 'meet-together', kind: 'survey', parts: survey.handedOver },
        ],
      };
    }
    case 'registration-silent':
    case 'correction-missed':
      return lapsed(setting, state, at, facts) ?? nothing;
    case 'round-closed':
      return { facts: [{ type: 'organisation-run-closed', payload: { at } }], deadlines: [{ action: 'void-all' }] };
  }
}

/** Not every round has a survey, and not every organisation has branches that owe one. */
function owesSurvey({ deadlines }: OrganisationRunSetting, { surveyMet }: OrganisationRunState): boolean {
  return !surveyMet && deadlines.some(({ kind }) => kind === 'survey');
}
