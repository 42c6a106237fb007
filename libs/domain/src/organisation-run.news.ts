import type { Decision } from './decision';
import type { OrganisationRunFact, OrganisationRunSetting, OrganisationRunState } from './organisation-run';
import type { OrganisationRunFacts, OrganisationRunMessage } from './organisation-run.command';
import { registered } from './organisation-run.registration';

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
      if (state.surveyMet || !survey || survey.open > 0 || survey.branches === 0) return nothing;
      return {
        facts: [{ type: 'survey-completed', payload: { at, branches: survey.branches } }],
        deadlines: [{ action: 'meet', kind: 'survey', submittedAt: survey.lastSubmittedAt ?? at }],
      };
    }
    case 'registration-silent':
      return state.step === 'registering' ? registered(setting, state, at, true) : nothing;
    case 'correction-missed':
      return state.step === 'filing' && state.sentAt && state.filingId
        ? { facts: [{ type: 'filing-date-lost', payload: { at, filingId: state.filingId } }] }
        : nothing;
    case 'round-closed':
      return { facts: [{ type: 'organisation-run-closed', payload: { at } }], deadlines: [{ action: 'void-all' }] };
  }
}
