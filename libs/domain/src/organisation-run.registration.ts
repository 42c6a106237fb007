import type { Decision } from './decision';
import type { OrganisationRunFact, OrganisationRunSetting, OrganisationRunState } from './organisation-run';
import type { Instant } from './time';

/** The committee's registration of a filing, by an officer or, five workdays long unanswered, by silence (苏委工〔2020〕6号 三.4). */
export function registered(
  setting: OrganisationRunSetting,
  state: OrganisationRunState,
  at: Instant,
  bySilence: boolean,
): Decision<OrganisationRunFact> {
  const filingId = state.filingId ?? '';
  return {
    facts: [{ type: 'filing-registered', payload: { at, filingId, bySilence } }],
    deadlines: [
      bySilence ? { action: 'void', kind: 'registration' } : { action: 'meet', kind: 'registration', submittedAt: at },
    ],
    effects: [{ tell: 'branches', topic: 'registered', refs: { filingId, bySilence: bySilence ? 1 : 0 } }],
    notices: [{ to: setting.superior, subject: 'registered' }],
  };
}
