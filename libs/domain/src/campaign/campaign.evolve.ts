import { committeeOfficer } from '../process/decision';
import type { CampaignFact, CampaignSetting, CampaignState, RoundState } from './campaign';

/** The state after one more fact. */
export function evolveCampaign(setting: CampaignSetting, state: CampaignState, fact: CampaignFact): CampaignState {
  const round = (year: number, change: Partial<RoundState>) =>
    state.rounds.map((item) => (item.year === year ? { ...item, ...change } : item));
  switch (fact.type) {
    case 'run-revived':
      return state;
    case 'campaign-founded':
      return {
        ...state,
        step: 'running',
        since: fact.payload.at,
        waitingOn: committeeOfficer(setting.campaignId),
      };
    case 'round-opened':
      return {
        ...state,
        rounds: [
          ...state.rounds,
          { year: fact.payload.year, status: 'opening', openedAt: fact.payload.at, closedAt: null },
        ],
      };
    case 'round-runs-started':
      return { ...state, rounds: round(fact.payload.year, { status: 'open' }) };
    case 'spot-check-ordered':
      return { ...state, spotChecks: fact.payload.no };
    case 'publication-opened':
      return {
        ...state,
        publications: [
          ...state.publications,
          { id: fact.payload.publicationId, year: fact.payload.year, endsOn: fact.payload.endsOn, recognised: false },
        ],
      };
    case 'recognition-recorded':
      return {
        ...state,
        publications: state.publications.map((item) =>
          item.id === fact.payload.publicationId ? { ...item, recognised: true } : item,
        ),
      };
    case 'round-closed':
      return { ...state, rounds: round(fact.payload.year, { status: 'closed', closedAt: fact.payload.at }) };
  }
}
